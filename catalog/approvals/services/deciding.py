"""What an officer does with a change: approve it as seen, or return it with a reason."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.approvals.enums import EditState
from catalog.approvals.errors import (
    EditDecided,
    OwnEdit,
    PictureNotReady,
    ReasonMissing,
    SeenIsOld,
)
from catalog.approvals.models import ProductEdit
from catalog.approvals.selectors import differences, mark_of
from catalog.journal import audit, notices
from catalog.lib.vietnamese import tidy
from catalog.register.models import Product

from .files import forget_files, publish_files

KINDS = (
    notices.Kind(
        "edit.approved",
        label=_("Kết quả duyệt"),
        title=_("Nội dung mới của “%(product)s” đã được duyệt"),
        text=_("Trang công khai đã đổi theo bản bạn gửi."),
        by_mail=True,
    ),
    notices.Kind(
        "edit.returned",
        label=_("Nội dung bị trả lại"),
        title=_("Nội dung của “%(product)s” cần sửa lại"),
        text=_("Cán bộ viết: %(reason)s"),
        by_mail=True,
    ),
)


def approve(edit: ProductEdit, *, seen: str, by: AbstractBaseUser) -> None:
    """Let the public page say what the officer saw (``selectors.mark_of``), all at once.

    Raises EditDecided for whoever is second, SeenIsOld, PictureNotReady, OwnEdit; then nothing
    has changed.
    """
    edit = ProductEdit.objects.select_related("product").get(pk=edit.pk)
    if edit.submitted_by_id == by.pk:
        raise OwnEdit
    if edit.waits_for_picture:
        raise PictureNotReady
    if edit.state == EditState.SUBMITTED and edit.picture:
        publish_files(edit)  # before the row says so; nobody knows the address until then
    with transaction.atomic():
        _take(edit, by=by, state=EditState.APPROVED)
        edit.product = Product.objects.select_for_update(no_key=True).get(pk=edit.product_id)
        edit = _again(edit)
        if mark_of(edit) != seen:
            raise SeenIsOld
        before, after = _publish(edit)
        audit.record("edit.approved", edit, actor=by, before=before, after=after)
        audit.record("product.edited", edit.product, actor=by, before=before, after=after)
        _tell(edit, "edit.approved")
        transaction.on_commit(lambda: forget_files(edit))


def send_back(edit: ProductEdit, *, reason: str, by: AbstractBaseUser) -> None:
    """Return a change to its producer. Raises ReasonMissing, EditDecided."""
    reason = tidy(reason)[:500]
    if not reason:
        raise ReasonMissing
    with transaction.atomic():
        _take(edit, by=by, state=EditState.RETURNED, reason=reason)
        audit.record("edit.returned", edit, actor=by, reason=reason)
        _tell(edit, "edit.returned", reason=reason)


def _take(edit: ProductEdit, *, by: AbstractBaseUser, **fields: str) -> None:
    """Of many who decide at once the database lets one."""
    waiting = ProductEdit.objects.submitted().filter(pk=edit.pk)
    if not waiting.update(decided_by=by, decided_at=timezone.now(), **fields):
        raise EditDecided


def _again(edit: ProductEdit) -> ProductEdit:
    """The row as it stands under our own update, for the mark of what was seen."""
    fresh = ProductEdit.objects.get(pk=edit.pk)
    fresh.product, fresh.state = edit.product, EditState.SUBMITTED
    return fresh


def _publish(edit: ProductEdit) -> tuple[dict, dict]:
    """Write the product; its cards and pages follow the register's own signal."""
    product = edit.product
    changes = differences(edit)
    before = {change.field: change.before for change in changes}
    after = {change.field: change.after for change in changes}
    if edit.picture:
        before["picture"], after["picture"] = product.picture, edit.picture
        after["picture_is_drawn"] = False
    for field, value in after.items():
        setattr(product, field, value)
    product.save(update_fields=[*after, "updated_at"])
    return before, after


def _tell(edit: ProductEdit, kind: str, **data: str) -> None:
    product = edit.product
    notices.notify(
        product.producer,
        kind,
        key=f"{edit.pk}:{timezone.now():%Y%m%d%H%M%S%f}",
        data={"product": product.name, **data},
        link=("selling:texts", product.producer.slug, product.pk),
    )
