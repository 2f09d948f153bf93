"""Words of the approvals' log, for producers and officers alike."""

from collections.abc import Iterable

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.approvals.models import TEXTS, ProductEdit

register = template.Library()
VERBS = {
    "edit.opened": gettext_lazy("Mở bản sửa"),
    "edit.written": gettext_lazy("Sửa nội dung"),
    "edit.picture": gettext_lazy("Đổi ảnh trong bản sửa"),
    "edit.submitted": gettext_lazy("Gửi duyệt"),
    "edit.withdrawn": gettext_lazy("Lấy lại để sửa"),
    "edit.discarded": gettext_lazy("Bỏ bản sửa"),
    "edit.approved": gettext_lazy("Duyệt"),
    "edit.returned": gettext_lazy("Trả lại"),
}


@register.simple_tag
def edit_verb(verb: str) -> str:
    """What was done, in the reader's language."""
    return str(VERBS.get(verb, verb))


@register.simple_tag
def field_labels(fields: Iterable[str]) -> str:
    """Which texts: ``tên sản phẩm, thành phần``."""
    column = ProductEdit._meta.get_field  # noqa: SLF001 - Django documents it
    known = [str(column(name).verbose_name) for name in fields if name in TEXTS]
    return ", ".join(known) if known else _("không rõ")
