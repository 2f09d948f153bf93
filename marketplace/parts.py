"""The parts page: every part in every state, for those who build and those who judge the look."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

from django import forms
from django.conf import settings
from django.contrib.messages.constants import ERROR, INFO, SUCCESS, WARNING
from django.contrib.messages.storage.base import Message
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from catalog.register.enums import RevocationGround
from catalog.register.models import Certificate
from marketplace.shop.listings.models import ProductCard


@never_cache
def parts(request: HttpRequest) -> HttpResponse:
    """Every part in every state; for everybody else the page does not exist."""
    if not (settings.DEBUG or request.user.is_staff):
        raise Http404
    wrong = SampleForm({"phone": "0123", "agree": ""})
    context = {
        "cards": sample_cards(),
        "seals": sample_seals(),
        "form": SampleForm(),
        "wrong": wrong,
        "provinces": [("68", "Lâm Đồng"), ("01", "Hà Nội"), ("66", "Đắk Lắk"), ("79", "TP.HCM")],
        "page_obj": Paginator(range(24 * 40), 24).get_page(request.GET.get("trang", 7)),
        "notes": sample_notes(),
        "steps": sample_steps(),
        "crumbs": [(_("Trang chủ"), "/"), (_("Sản phẩm"), "/san-pham/"), (_("Chè, cà phê"), "")],
        "chips": [(_("%(star)s sao") % {"star": 4}, "?"), ("Lâm Đồng", "?")],
        "colours": COLOURS,
    }  # fmt: skip
    return render(request, "parts.html", context)


COLOURS = (
    "paper", "surface", "sunk", "line", "line-strong", "ink", "ink-2", "leaf", "leaf-tint",
    "action", "lacquer", "lacquer-tint", "alarm", "gold", "gold-tint", "gold-line", "indigo",
    "indigo-tint", "forest", "sun",
)  # fmt: skip


class SampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(label=_("Họ và tên người nhận"))
    phone = forms.CharField(
        label=_("Điện thoại"),
        help_text=_("Người giao hàng gọi số này. Ví dụ 0912 345 678."),
        widget=forms.TextInput({"inputmode": "tel", "autocomplete": "tel"}),
    )
    province = forms.ChoiceField(
        label=_("Tỉnh, thành phố"), choices=[("68", "Lâm Đồng"), ("01", "Hà Nội")]
    )
    note = forms.CharField(
        label=_("Lời nhắn cho người bán"), required=False, widget=forms.Textarea({"rows": 3})
    )
    payment = forms.ChoiceField(
        label=_("Cách trả tiền"),
        choices=[("cod", _("Trả khi nhận hàng")), ("bank", _("Chuyển khoản"))],
        initial="cod",
        widget=forms.RadioSelect,
    )
    agree = forms.BooleanField(label=_("Tôi đủ 18 tuổi"))

    def clean_phone(self) -> str:
        """Refuse always: the page shows the refusal."""
        raise forms.ValidationError(_("Số này thiếu chữ số. Hãy nhập đủ 10 số, bắt đầu bằng 0."))


def sample_cards() -> list[ProductCard]:
    """Cards with short and long names, one and more packs, in stock and not."""
    rows = [
        (5, "Chè Shan tuyết cổ thụ", "HTX Mẫu Phìn Hồ", "Tuyên Quang", 320_000, "hộp 200 g",
         1, True),
        (4, "Mật ong bạc hà", "HTX Mẫu Ong Cao nguyên", "Tuyên Quang", 285_000, "chai 500 ml",
         3, True),
        (3, "Cà phê Arabica rang mộc nguyên hạt vùng cao ủ men tự nhiên hái chín bằng tay",
         "Công ty TNHH Mẫu Nông sản Cầu Đất", "Lâm Đồng", 175_000, "gói 250 g", 1, True),
        (5, "Nước mắm cá cơm 40 độ đạm", "Cơ sở Mẫu Thanh Hà", "An Giang", 1_210_000,
         "thùng 12 chai 500 ml", 1, False),
    ]  # fmt: skip
    return [
        ProductCard(
            slug=f"mau-{number}", star=star, name=name, producer_name=by, province_name=province,
            price=Decimal(price), pack=pack, packs=packs, in_stock=in_stock, picture_is_drawn=True,
        )
        for number, (star, name, by, province, price, pack, packs, in_stock) in enumerate(rows)
    ]  # fmt: skip


def sample_seals() -> list[SimpleNamespace]:
    """A certificate in each state it can have."""
    told = {
        "decision_no": "2361/QĐ-MẪU",
        "authority": "Bộ Nông nghiệp và Môi trường",
        "issued_on": date(2025, 6, 30),
        "expires_on": date(2028, 6, 29),
    }
    states = {
        "valid": {"star": 5},
        "extended": {
            "star": 4,
            "expires_on": date(2026, 10, 1),
            "extended_until": date(2027, 3, 30),
        },
        "expired": {"star": 4, "expires_on": date(2026, 6, 29)},
        "revoked": {
            "star": 4,
            "revoked_on": date(2026, 9, 15),
            "revocation_ground": RevocationGround.MARK_MISUSED,
            "revocation_decision_no": "118/QĐ-MẪU",
        },
        "replaced": {"star": 3, "replaced_on": date(2026, 5, 4)},
        "below": {"star": 2},
    }  # fmt: skip
    seals = [
        SimpleNamespace(state=state, certificate=Certificate(**(told | own)))
        for state, own in states.items()
    ]
    return [*seals, SimpleNamespace(state="unverified", certificate=None)]


def sample_notes() -> list[Message]:
    """What the system says to its user, good and bad."""
    return [
        Message(SUCCESS, _("Đã thêm Chè Shan tuyết cổ thụ vào giỏ.")),
        Message(INFO, _("Phí giao hiện ra sau khi bạn chọn tỉnh.")),
        Message(WARNING, _("Còn 2 hộp. Giỏ của bạn đã được sửa từ 5 xuống 2.")),
        Message(ERROR, _("Sản phẩm này vừa hết hạn công nhận nên không mua được nữa.")),
    ]


def sample_steps() -> list[tuple]:
    """A parcel on its way."""
    return [
        (_("Đã nhận đơn"), "09:41 24/11/2026", "", "done"),
        (_("Đang đóng gói"), "", _("HTX Mẫu Phìn Hồ chuẩn bị hàng."), "now"),
        (_("Đang giao"), "", "", "next"),
        (_("Đã giao"), "", "", "next"),
    ]
