"""Papers with their files."""

from datetime import date
from typing import BinaryIO

from django.contrib.auth.base_user import AbstractBaseUser
from django.core.files.base import ContentFile
from django.db import transaction

from catalog.journal import audit
from catalog.lib.uploads import CleanUpload, clean_upload
from catalog.lib.vietnamese import tidy
from catalog.register.errors import PaperReplaced, ProductOfAnother
from catalog.register.models import Paper, Producer, Product

_STORED = ("kind", "number", "issuer", "sha256", "valid_from", "valid_to")


def store_paper(
    producer: Producer,
    *,
    kind: str,
    number: str,
    upload: BinaryIO | None = None,
    product: Product | None = None,
    issuer: str = "",
    valid_from: date | None = None,
    valid_to: date | None = None,
    note: str = "",
    actor: AbstractBaseUser | None = None,
) -> Paper:
    """Keep a paper, with the SHA-256 of the file as it is stored.

    Raises ProductOfAnother, an UploadRefused for the file, ValidationError for a field; then
    neither row nor file is left.
    """
    if product is not None and product.producer_id != producer.pk:
        raise ProductOfAnother
    file = clean_upload(upload) if upload is not None else None
    paper = Paper(
        producer=producer,
        product=product,
        kind=kind,
        number=tidy(number),
        issuer=tidy(issuer),
        valid_from=valid_from,
        valid_to=valid_to,
        note=tidy(note),
        sha256=file.sha256 if file else "",
    )
    paper.full_clean()
    try:
        _write(paper, file, actor)
    except BaseException:
        if paper.file:
            paper.file.storage.delete(paper.file.name)
        raise
    return paper


def replace_paper(old: Paper, *, actor: AbstractBaseUser | None = None, **fields) -> Paper:
    """Keep a newer paper in the place of ``old``, about the same thing; ``fields`` as above.

    Of two who replace it at once the database lets one. Raises PaperReplaced and what
    ``store_paper`` raises; then neither row nor file is left.
    """
    new = None
    try:
        with transaction.atomic():
            new = store_paper(old.producer, product=old.product, actor=actor, **fields)
            standing = Paper.objects.filter(pk=old.pk, replaced_by=None)
            if not standing.update(replaced_by=new):
                raise PaperReplaced  # noqa: TRY301 - undoes the new row
            audit.record("paper.replaced", old, actor=actor, after={"replaced_by": new.pk})
    except PaperReplaced:
        if new is not None and new.file:
            new.file.storage.delete(new.file.name)
        raise
    return new


@transaction.atomic
def _write(paper: Paper, file: CleanUpload | None, actor: AbstractBaseUser | None) -> None:
    if file is not None:
        paper.file.save(file.name, ContentFile(file.content), save=False)
    paper.save()
    after = audit.values(paper, *_STORED) | {"product": paper.product_id}
    audit.record("paper.stored", paper, actor=actor, after=after)
