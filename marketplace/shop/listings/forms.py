"""What a producer may change of a pack without asking: size, price, stock, whether it sells."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.lib.vietnamese import tidy

from .models import Listing

MOST_PRICE, MOST_STOCK, MOST_GRAMS, MOST_CM = 100_000_000, 1_000_000, 100_000, 300

# Plain digits, or thousands set apart as Vietnamese (1.000), English (1,000) or by blanks.
_WHOLE = re.compile(r"[0-9]+|[0-9]{1,3}(?:([., \u00a0])[0-9]{3})(?:\1[0-9]{3})*")


class WholeNumber(forms.IntegerField):
    """A whole number as people here write it: ``1.000`` is a thousand, never one."""

    def to_python(self, value: object) -> int | None:
        """Read the digits; Django alone would take ``.000`` for an empty fraction."""
        typed = str(value if value is not None else "").strip()
        if not typed:
            return super().to_python("")
        if not _WHOLE.fullmatch(typed):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(re.sub(r"[^0-9]", "", typed))


class Line(forms.CharField):
    """One line of text in the stored normal form; invisible signs alone are nothing."""

    def to_python(self, value: object) -> str:
        """Tidy before anybody asks whether something was typed."""
        return tidy(super().to_python(value))


class PriceAndStockForm(forms.Form):
    """Price in whole dong, and how many lie on the shelf."""

    price = WholeNumber(
        label=_("Giá bán (đồng, đã gồm thuế)"), min_value=1_000, max_value=MOST_PRICE
    )
    in_stock = WholeNumber(
        label=_("Số còn trong kho"),
        min_value=0,
        max_value=MOST_STOCK,
        help_text=_("Kể cả hàng đã có người đặt mà chưa giao."),
    )
    is_active = forms.BooleanField(label=_("Đang bán"), required=False)

    def __init__(self, *args, **kwargs) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name in ("price", "in_stock"):
            self.fields[name].widget.attrs["inputmode"] = "numeric"


class ParcelSizeForm(forms.Form):
    """What a pack weighs and measures when it is sent."""

    weight_grams = WholeNumber(label=_("Khối lượng khi gửi (g)"), min_value=1, max_value=MOST_GRAMS)
    length_cm = WholeNumber(
        label=_("Dài (cm)"),
        required=False,
        min_value=1,
        max_value=MOST_CM,
        help_text=_("Đo gói khi gửi, làm tròn lên. Ghi đủ cả ba số, hoặc để trống cả ba."),
    )
    width_cm = WholeNumber(label=_("Rộng (cm)"), required=False, min_value=1, max_value=MOST_CM)
    height_cm = WholeNumber(label=_("Cao (cm)"), required=False, min_value=1, max_value=MOST_CM)

    SIDES = ("length_cm", "width_cm", "height_cm")

    def __init__(self, *args, **kwargs) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name in ("weight_grams", *self.SIDES):
            self.fields[name].widget.attrs["inputmode"] = "numeric"

    def clean(self) -> dict:
        """A pack is measured whole or not at all."""
        data = super().clean()
        missing = [name for name in self.SIDES if not data.get(name)]
        if len(missing) < len(self.SIDES):
            for name in missing:
                if name not in self.errors:
                    self.add_error(name, _("Ghi cả ba số đo, hoặc để trống cả ba."))
        return data


class NewPackForm(ParcelSizeForm, PriceAndStockForm):
    """A new pack size of a product."""

    field_order = [
        *("unit", "pack", "net_amount", "net_unit", "weight_grams", *ParcelSizeForm.SIDES),
        *("price", "in_stock"),
    ]
    unit = Line(label=_("Đơn vị bán"), max_length=30, help_text=_("Hộp, chai, gói…"))
    pack = Line(label=_("Quy cách"), max_length=60, help_text=_("Ví dụ: hộp 200 g"))
    net_amount = forms.DecimalField(
        label=_("Lượng tịnh"), required=False, min_value=0, max_digits=9, decimal_places=1
    )
    net_unit = forms.ChoiceField(
        label=_("Đơn vị đo"), required=False, choices=[("", "–"), *Listing.NetUnit.choices]
    )

    def clean(self) -> dict:
        """An amount and its unit go together."""
        data = super().clean()
        if data.get("net_amount") and not data.get("net_unit"):
            self.add_error("net_unit", _("Chọn đơn vị đo của lượng tịnh."))
        if data.get("net_unit") and not data.get("net_amount"):
            self.add_error("net_amount", _("Ghi lượng tịnh, hoặc bỏ đơn vị đo."))
        return data
