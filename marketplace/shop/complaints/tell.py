"""How a producer's inbox tells of complaints."""

from django.utils.translation import gettext_lazy as _

from catalog.journal import notices

_LABEL = _("Phản ánh")
_REASON = _("Lý do: %(reason)s")


def register() -> None:
    """Called once, when the apps are ready."""
    for name, title, text in (
        ("received", _("Có phản ánh về %(product)s"), _("Bạn có thể trả lời để cán bộ xem.")),
        ("taken_down", _("%(product)s được gỡ khỏi trang bán"), _REASON),
        ("restored", _("%(product)s được bán lại"), _REASON),
        ("rejected", _("Phản ánh về %(product)s không có cơ sở"), _REASON),
    ):
        notices.register(notices.Kind(f"complaint.{name}", _LABEL, title, text, by_mail=True))
