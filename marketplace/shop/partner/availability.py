"""Why a pack can be bought now, or cannot."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from oscar.apps.partner.availability import Base

ENDED, WITHDRAWN, ALCOHOL = "ended", "withdrawn", "alcohol"
SOLD_OUT, IN_STOCK = "sold_out", "in_stock"

REASONS = {
    ENDED: _("Công nhận OCOP của sản phẩm không còn hiệu lực nên không bán nữa."),
    WITHDRAWN: _("Nhà sản xuất không bán món này nữa."),
    # Decree 24/2020/NĐ-CP, Article 6: alcohol is sold online for cashless payment alone.
    ALCOHOL: _(
        "Rượu, bia chỉ được bán khi trả tiền không dùng tiền mặt."
        " Người bán này chưa có tài khoản nhận chuyển khoản nên chưa đặt được."
    ),
    SOLD_OUT: _("Đã hết hàng."),
}


TAKEN_DOWN = _("Sản phẩm đang được gỡ khỏi trang bán để cơ quan quản lý xem xét.")


class NotForSale(Base):
    """The gate, the seller or the law keeps the pack from being bought."""

    num_available = 0

    def __init__(self, code: str, message: Promise | None = None) -> None:
        self.code = code
        self.message = message or REASONS[code]

    def is_purchase_permitted(self, quantity: int) -> tuple[bool, str]:  # noqa: ARG002
        """No quantity may be bought."""
        return False, self.message


class ForSale(Base):
    """The pack may be bought while that many are free."""

    def __init__(self, num_available: int) -> None:
        self.num_available = max(0, num_available)
        self.code = IN_STOCK if self.num_available else SOLD_OUT
        self.message = _("Còn hàng") if self.num_available else REASONS[SOLD_OUT]

    def is_purchase_permitted(self, quantity: int) -> tuple[bool, str]:
        """Whether ``quantity`` are free, and if not, what to tell."""
        if not self.num_available:
            return False, self.message
        if quantity > self.num_available:
            return False, _("Chỉ còn %(free)s.") % {"free": self.num_available}
        return True, ""
