"""The picture of a change: taken in a request, cut by the worker, out of reach until approved."""

import io
from typing import BinaryIO

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.files.base import ContentFile
from django.db import transaction
from PIL import Image

from catalog.approvals.enums import POINTS, Focus
from catalog.approvals.errors import EditClosed, NotAPicture, PictureTooSmall
from catalog.approvals.models import ProductEdit
from catalog.journal import audit, outbox
from catalog.lib.uploads import clean_upload
from catalog.register import pictures
from catalog.register.models.paper import private_files

from .files import forget_files, private_name

TOPIC = "edit.picture"
LEAST_SIDE = 600


def put_picture(
    edit: ProductEdit, upload: BinaryIO, *, focus: str = Focus.CENTRE, by: AbstractBaseUser
) -> None:
    """Keep a new picture with the change and let the worker cut it.

    Raises EditClosed and every UploadRefused; then neither row nor file is left.
    """
    clean = clean_upload(upload)
    if not clean.mime.startswith("image/"):
        raise NotAPicture
    width, height = Image.open(io.BytesIO(clean.content)).size
    if min(width, height) < LEAST_SIDE:
        raise PictureTooSmall(width=width, height=height, least=LEAST_SIDE)
    field = ProductEdit._meta.get_field("picture_file")  # noqa: SLF001 - Django documents it
    name = private_files().save(
        field.generate_filename(edit, clean.name), ContentFile(clean.content)
    )
    try:
        _exchange(edit, by=by, picture_file=name, picture_focus=focus, picture="")
    except BaseException:
        private_files().delete(name)
        raise


def drop_picture(edit: ProductEdit, *, by: AbstractBaseUser) -> None:
    """Leave the picture as the public page has it. Raises EditClosed."""
    _exchange(edit, by=by, picture_file="", picture_focus=Focus.CENTRE, picture="")


def cut_picture(payload: dict, key: str) -> None:  # noqa: ARG001 - what an outbox handler gets
    """Cut the picture in all sizes; told again, or after another came, it does nothing."""
    edit = ProductEdit.objects.select_related("product").filter(pk=payload["edit"]).first()
    if edit is None or edit.picture or edit.picture_file.name != payload["file"]:
        return
    with edit.picture_file.open() as sent:
        edit.picture, files = pictures.photograph_files(
            edit.product, sent.read(), focus=POINTS[Focus(edit.picture_focus)]
        )
    for ending, content in files.items():
        pictures.keep(private_files(), private_name(edit, ending), content)
    same = ProductEdit.objects.filter(pk=edit.pk, picture_file=payload["file"])
    same.update(picture=edit.picture)


@transaction.atomic
def _exchange(edit: ProductEdit, *, by: AbstractBaseUser, **fields: str) -> None:
    old = ProductEdit.objects.get(pk=edit.pk)
    if not ProductEdit.objects.writable().filter(pk=edit.pk).update(**fields):
        raise EditClosed
    audit.record("edit.picture", edit, actor=by, after={"picture": bool(fields["picture_file"])})
    if fields["picture_file"]:
        file = fields["picture_file"]
        outbox.post(TOPIC, key=f"{TOPIC}:{file}", payload={"edit": edit.pk, "file": file})
    transaction.on_commit(lambda: forget_files(old))
    for name, value in fields.items():
        setattr(edit, name, value)
