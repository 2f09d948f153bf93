"""What a producer does with a change: open, write, hand in, take back, throw away."""

from collections.abc import Mapping

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.utils import timezone

from catalog.approvals.enums import EditState
from catalog.approvals.errors import EditClosed, NameMissing, NothingChanged
from catalog.approvals.models import TEXTS, ProductEdit
from catalog.approvals.selectors import as_data, claims_on, differences, open_edit_of, texts_of
from catalog.journal import audit
from catalog.lib import clock
from catalog.register.models import Product

from .files import forget_files


def open_edit(product: Product, *, by: AbstractBaseUser) -> ProductEdit:
    """The product's open change, begun from what the public page says if there is none.

    Of two who begin at once the database lets one; both get that one.
    """
    found = open_edit_of(product)
    if found is not None:
        return found
    texts = {field: getattr(product, field) for field in TEXTS}
    try:
        with transaction.atomic():
            edit = ProductEdit.objects.create(product=product, opened_by=by, **texts)
            audit.record("edit.opened", edit, actor=by)
    except IntegrityError:
        return ProductEdit.objects.open().select_related("product").get(product=product)
    return edit


def write_texts(edit: ProductEdit, texts: Mapping[str, str], *, by: AbstractBaseUser) -> None:
    """Keep a draft, complete or not. Raises EditClosed; then nothing has changed."""
    wanted = {field: texts[field] for field in TEXTS if field in texts}
    with transaction.atomic():
        changed = [field for field, text in wanted.items() if getattr(edit, field) != text]
        if not ProductEdit.objects.writable().filter(pk=edit.pk).update(**wanted):
            raise EditClosed
        if changed:
            audit.record("edit.written", edit, actor=by, after={"fields": changed})
    for field, text in wanted.items():
        setattr(edit, field, text)


def submit(edit: ProductEdit, *, by: AbstractBaseUser) -> None:
    """Hand a change in, with what the word list says of it.

    Raises NameMissing, NothingChanged, EditClosed; then nothing has changed.
    """
    edit = ProductEdit.objects.select_related("product").get(pk=edit.pk)
    if not edit.name:
        raise NameMissing
    changes = differences(edit)
    if not changes and not edit.picture_file:
        raise NothingChanged
    claims = as_data(claims_on(texts_of(edit), clock.today()))
    with transaction.atomic():
        handed_in = (
            ProductEdit.objects.writable()
            .filter(pk=edit.pk, **texts_of(edit))
            .update(
                state=EditState.SUBMITTED,
                claims=claims,
                submitted_by=by,
                submitted_at=timezone.now(),
            )
        )
        if not handed_in:
            raise EditClosed
        told = {"fields": [change.field for change in changes], "claims": len(claims)}
        told["picture"] = bool(edit.picture_file)
        audit.record("edit.submitted", edit, actor=by, after=told)


def withdraw(edit: ProductEdit, *, by: AbstractBaseUser) -> None:
    """Take a change back from the queue to go on writing. Raises EditClosed."""
    with transaction.atomic():
        waiting = ProductEdit.objects.submitted().filter(pk=edit.pk)
        if not waiting.update(state=EditState.DRAFT):
            raise EditClosed
        audit.record("edit.withdrawn", edit, actor=by)


def discard(edit: ProductEdit, *, by: AbstractBaseUser) -> None:
    """Throw a draft away with its picture; the public page stays as it is. Raises EditClosed."""
    with transaction.atomic():
        mine = ProductEdit.objects.writable().filter(pk=edit.pk)
        if not mine.update(state=EditState.DISCARDED):
            raise EditClosed
        audit.record("edit.discarded", edit, actor=by)
        transaction.on_commit(lambda: forget_files(edit))
