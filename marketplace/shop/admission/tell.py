"""What a producer hears of its admission: a line in its inbox, and a letter."""

from django.utils.translation import gettext_lazy as _

from catalog.journal import notices
from catalog.register.models import Producer

from .models import Suspension

_LABEL = _("Đăng ký bán")


def tell_producer(
    producer: Producer, kind: str, *, key: object, reason: str = "", about: Suspension | None = None
) -> None:
    """Put it into the producer's inbox inside the transaction of the fact."""
    data = {"reason": reason}
    if about is not None:
        data = {
            "reason": about.lift_reason or about.reason,
            "request": about.authority_request,
            "day": f"{about.effective_at:%d/%m/%Y}",
        }
    link = ("selling:admission", producer.slug)
    notices.notify(producer, kind, key=key, data=data, link=link)


def register() -> None:
    """Called once, when the apps are ready."""
    notices.register(
        notices.Kind(
            "admission.returned",
            _LABEL,
            _("Hồ sơ đăng ký bán được trả lại để bổ sung"),
            _("Lý do: %(reason)s"),
            by_mail=True,
        ),
        notices.Kind(
            "admission.approved",
            _LABEL,
            _("Bạn đã được bán hàng"),
            _("Hãy đặt quy cách, giá và số lượng cho sản phẩm đang được công nhận."),
            by_mail=True,
        ),
        notices.Kind(
            "admission.stops",
            _LABEL,
            _("Gian hàng ngừng bán từ %(day)s"),
            _("Lý do: %(reason)s %(request)s"),
            by_mail=True,
        ),
        notices.Kind(
            "admission.resumes",
            _LABEL,
            _("Gian hàng được bán lại"),
            _("Lý do: %(reason)s"),
            by_mail=True,
        ),
    )
