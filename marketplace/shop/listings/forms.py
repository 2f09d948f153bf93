"""What a producer may change of a pack without asking: size, price, stock, whether it sells."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.lib.vietnamese import tidy

from .models import Listing

MOST_PRICE, MOST_STOCK, MOST_GRAMS = 100_000_000, 1_000_000, 100_000


class PriceAndStockForm(forms.Form):
    """Price in whole dong, and how many lie on the shelf."""

    price = forms.IntegerField(
        label=_("Giá bán (đồng, đã gồm thuế)"), min_value=1_000, max_value=MOST_PRICE
    )
    in_stock = forms.IntegerField(
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


class NewPackForm(PriceAndStockForm):
    """A new pack size of a product."""

    field_order = ["unit", "pack", "net_amount", "net_unit", "weight_grams", "price", "in_stock"]
    unit = forms.CharField(label=_("Đơn vị bán"), max_length=30, help_text=_("Hộp, chai, gói…"))
    pack = forms.CharField(label=_("Quy cách"), max_length=60, help_text=_("Ví dụ: hộp 200 g"))
    net_amount = forms.DecimalField(
        label=_("Lượng tịnh"), required=False, min_value=0, max_digits=9, decimal_places=1
    )
    net_unit = forms.ChoiceField(
        label=_("Đơn vị đo"), required=False, choices=[("", "–"), *Listing.NetUnit.choices]
    )
    weight_grams = forms.IntegerField(
        label=_("Khối lượng khi gửi (g)"), min_value=1, max_value=MOST_GRAMS
    )

    def clean_unit(self) -> str:
        """The stored normal form."""
        return tidy(self.cleaned_data["unit"])

    def clean_pack(self) -> str:
        """The stored normal form."""
        return tidy(self.cleaned_data["pack"])
