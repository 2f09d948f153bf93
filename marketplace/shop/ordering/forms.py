"""What a buyer tells us: where it goes and who takes it; or which order to find."""

from django import forms
from django.utils.safestring import SafeString
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from catalog.lib import codes
from catalog.lib.vietnamese import tidy
from marketplace.accounts.fields import PhoneField
from marketplace.shop.listings.forms import WholeNumber

from . import places
from .enums import PaymentMethod
from .rules import MOST_OF_ORDER
from .services.placing import Address

TOO_LONG = _("Dài quá: nhiều nhất %(limit_value)d chữ, bạn đã gõ %(show_value)d.")
ONE_OF_THESE = _("Có nhiều nơi tên như vậy. Bạn chọn một nơi ở dưới.")
NOW_PART_OF = _("Đơn vị này đã sắp xếp lại từ 1/7/2025. Bạn chọn xã, phường ngày nay ở dưới.")


class Line(forms.CharField):
    """One line of text in the stored normal form."""

    def __init__(self, *, label: str, max_length: int, **kwargs) -> None:
        attrs = kwargs.pop("attrs", {})
        kwargs.setdefault("widget", forms.TextInput(attrs))
        super().__init__(label=label, max_length=max_length, **kwargs)
        self.error_messages["max_length"] = TOO_LONG
        for validator in self.validators:
            if getattr(validator, "code", "") == "max_length":
                validator.message = TOO_LONG

    def widget_attrs(self, widget: forms.Widget) -> dict:
        """Let people type more than fits and say so, rather than cut off what they paste."""
        attrs = super().widget_attrs(widget)
        attrs.pop("maxlength", None)
        return attrs

    def to_python(self, value: str) -> str:
        """One line, NFC, without invisible signs."""
        return tidy(super().to_python(value))


class CheckoutForm(forms.Form):
    """Name, telephone, province, commune, street; e-mail and a note if the buyer wishes."""

    name = Line(label=_("Họ và tên"), max_length=120, attrs={"autocomplete": "name"})
    phone = PhoneField(
        help_text=_("Người giao hàng gọi số này, và bạn dùng nó để xem lại đơn."),
    )
    province = Line(label=_("Tỉnh, thành phố"), max_length=80)
    commune = Line(label=_("Xã, phường, đặc khu"), max_length=120)
    street = Line(
        label=_("Số nhà, đường, thôn"), max_length=200, attrs={"autocomplete": "street-address"}
    )
    email = forms.EmailField(
        label=_("Thư điện tử"),
        required=False,
        max_length=254,
        help_text=_("Để nhận thư xác nhận đơn."),
        widget=forms.EmailInput({"autocomplete": "email"}),
    )
    note = Line(
        label=_("Lời nhắn cho người bán"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    commune_code = forms.CharField(required=False, widget=forms.HiddenInput)
    payment = forms.ChoiceField(
        label=_("Cách trả tiền"), choices=PaymentMethod.choices, required=False
    )

    def __init__(self, *args, needs_address: bool = True, **kwargs) -> None:
        """Ask for commune and street only when some parcel comes to the door."""
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.needs_address = needs_address
        if not needs_address:
            for name in ("commune", "street", "commune_code"):
                del self.fields[name]
        self.place = places.CommuneAnswer()
        self.fields["phone"].widget.attrs["inputmode"] = "tel"

    def clean_province(self) -> str:
        """The province's code."""
        province = places.read_province(self.cleaned_data["province"])
        if province is None:
            raise forms.ValidationError(
                _("Chưa rõ tỉnh, thành phố nào. Bạn chọn trong danh sách, ví dụ: Lâm Đồng.")
            )
        return province.code

    def clean_payment(self) -> str:
        """Cash, if nothing was said."""
        return self.cleaned_data["payment"] or PaymentMethod.CASH

    def clean(self) -> dict:
        """Find the commune within the province; ask where more than one is meant."""
        data = super().clean()
        if not data.get("province") or not data.get("commune"):
            return data
        province = places.provinces()[data["province"]]
        self.place = places.read_commune(
            data["commune"], province, chosen=data.get("commune_code", "")
        )
        if self.place.sure is None:
            self.add_error("commune", self._why_not_sure(province.name))
        return data

    def _why_not_sure(self, province_name: str) -> SafeString | str:
        if self.place.likely:
            return format_lazy(
                _("Nơi này nay là {place}. Đúng thì bạn bấm Đặt hàng lần nữa."),
                place=self.place.likely.full_name,
            )
        if self.place.was_old:
            return NOW_PART_OF
        if self.place.proposals:
            return ONE_OF_THESE
        return format_lazy(
            _("Không thấy xã, phường này ở {place}. Bạn chọn trong danh sách."),
            place=province_name,
        )

    @property
    def province_code(self) -> str:
        """The province as far as it is known, also of a form that is not valid."""
        return getattr(self, "cleaned_data", {}).get("province", "")

    @property
    def address(self) -> Address:
        """What a valid form says, as the order service wants it."""
        data = self.cleaned_data
        return Address(
            name=data["name"],
            phone=data["phone"],
            province=places.provinces()[data["province"]],
            commune=self.place.sure,
            street=data.get("street", ""),
            email=data["email"],
            note=data["note"],
            as_typed=self._as_typed,
        )

    @property
    def _as_typed(self) -> str:
        """The old name the buyer knows the place by, with the old province if they said it."""
        if not self.place.was_old:
            return ""
        typed = tidy(self.data.get("province", ""))
        province = places.provinces()[self.cleaned_data["province"]]
        said_today = places.find_provinces(typed) or typed == province.code
        return ", ".join([self.cleaned_data["commune"], *([] if said_today else [typed])])


class AmountForm(forms.Form):
    """How much came in or went back, in whole dong."""

    amount = WholeNumber(label=_("Số tiền (đồng)"), min_value=1, max_value=MOST_OF_ORDER * 2)

    def __init__(self, *args, **kwargs) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.fields["amount"].widget = forms.TextInput(
            {"inputmode": "numeric", "autocomplete": "off"}
        )


class ReasonForm(forms.Form):
    """Why a line was wrong."""

    reason = Line(label=_("Vì sao dòng này sai"), max_length=300)

    def __init__(self, *args, **kwargs) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


class LookUpForm(forms.Form):
    """The order's code and the telephone number it was placed with."""

    code = forms.CharField(
        label=_("Mã đơn"),
        max_length=40,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
        help_text=_("Mười chữ và số, ví dụ 7KQ4-M2ZP-9X. Chữ hoa hay thường đều được."),
    )
    phone = PhoneField()

    def __init__(self, *args, **kwargs) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def clean_code(self) -> str:
        """The code as it is stored."""
        return codes.typed(self.cleaned_data["code"])
