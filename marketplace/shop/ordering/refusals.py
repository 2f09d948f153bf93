"""Why an order was not placed, in the buyer's words: what happened, what is kept, what to do."""

from django.utils.translation import gettext as _

from catalog.lib.money import dong

from .errors import (
    AddressMissing,
    AgeUndeclared,
    AlcoholNeedsCashless,
    DeliveryUnknown,
    NoAccount,
    NoLongerSellable,
    OrderRefused,
    OrderTooLarge,
    OutOfStock,
    PriceChanged,
    TooManyOpen,
    WayClosed,
)
from .selectors.quotes import BasketQuote


def explain(refusal: OrderRefused, quote: BasketQuote) -> str:  # noqa: C901, PLR0911, PLR0912 - one each
    """One or two sentences; ``quote`` is the basket as it stands now."""
    match refusal:
        case PriceChanged(old=None):
            return _(
                "Đây là tổng tiền đã gồm phí giao đến nơi bạn chọn: %(new)s."
                " Bạn xem lại rồi bấm Đặt hàng."
            ) % {"new": _total(quote)}
        case PriceChanged():
            return _(
                "Tổng tiền đã thay đổi, nay là %(new)s. Chưa đặt gì cả:"
                " bạn xem lại rồi bấm Đặt hàng nếu đồng ý."
            ) % {"new": _total(quote)}
        case OutOfStock(free=0):
            return _("%(name)s vừa hết hàng. Chưa đặt gì cả, các món khác vẫn trong giỏ.") % {
                "name": refusal.line.name
            }
        case OutOfStock():
            return _("%(name)s chỉ còn %(free)s. Chưa đặt gì cả: bạn giảm số lượng trong giỏ.") % {
                "name": refusal.line.name,
                "free": refusal.free,
            }
        case NoLongerSellable():
            return _("Không còn bán: %(names)s. Chưa đặt gì cả, các món khác vẫn trong giỏ.") % {
                "names": _names(refusal.lines)
            }
        case AlcoholNeedsCashless():
            return _(
                "Rượu, bia không bán trả tiền mặt: %(names)s. Chưa đặt gì cả: bạn chọn chuyển"
                " khoản, hoặc bỏ món đó khỏi giỏ rồi đặt riêng."
            ) % {"names": _names(refusal.lines)}
        case WayClosed():
            return _(
                "Cách nhận bạn chọn không còn mở cho các món này. Chưa đặt gì cả: kiện đó nay giao"
                " tận nơi, tổng tiền là %(new)s. Bạn xem lại rồi bấm Đặt hàng, hoặc chọn cách khác"
                " trong giỏ hàng."
            ) % {"new": _total(quote)}
        case AddressMissing():
            return _("Chưa có địa chỉ cho kiện giao tận nơi. Bạn ghi xã, phường và số nhà.")
        case AgeUndeclared():
            return _(
                "Rượu, bia chỉ bán cho người từ 18 tuổi. Chưa đặt gì cả: bạn trả lời câu hỏi về"
                " tuổi ở dưới rồi đặt lại."
            )
        case NoAccount():
            return _(
                "%(names)s chưa có tài khoản nhận chuyển khoản. Chưa đặt gì cả: bạn chọn trả tiền"
                " khi nhận hàng, hoặc đặt riêng hàng của người bán khác."
            ) % {"names": ", ".join(parcel.seller_name for parcel in refusal.parcels)}
        case TooManyOpen(phone=True):
            return _(
                "Số điện thoại này đang có %(most)s đơn trả tiền mặt chưa giao xong. Chưa đặt gì"
                " cả: bạn chọn chuyển khoản, hoặc chờ một đơn giao xong rồi đặt tiếp."
            ) % {"most": refusal.most}
        case TooManyOpen():
            return _(
                "Địa chỉ này đang có %(most)s đơn trả tiền mặt chưa giao xong. Chưa đặt gì cả: bạn"
                " chọn chuyển khoản, hoặc chờ một đơn giao xong rồi đặt tiếp."
            ) % {"most": refusal.most}
        case OrderTooLarge():
            return _(
                "Một đơn nhiều nhất là %(most)s. Chưa đặt gì cả: bạn giảm số lượng trong giỏ,"
                " hoặc chia thành nhiều đơn."
            ) % {"most": dong(refusal.most)}
        case DeliveryUnknown():
            return _("Chưa có giá giao hàng từ %(names)s đến nơi bạn chọn.") % {
                "names": ", ".join(parcel.seller_name for parcel in refusal.parcels)
            }
    return _("Chưa đặt được. Giỏ hàng của bạn vẫn còn nguyên.")


def _names(lines) -> str:
    return ", ".join(line.name for line in lines)


def _total(quote: BasketQuote) -> str:
    return dong(quote.total) if quote.total is not None else "?"
