"""A paper with its file and days."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.lib.vietnamese import tidy
from catalog.register.enums import PaperKind
from catalog.register.models import Producer


class ReplacePaperForm(forms.Form):
    """A newer paper of the same kind, about the same thing."""

    number = forms.CharField(
        label=_("Số giấy"), max_length=80, help_text=_("Chép đúng như trên giấy.")
    )
    issuer = forms.CharField(label=_("Nơi cấp"), max_length=200, required=False)
    valid_from = forms.DateField(
        label=_("Có hiệu lực từ"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    valid_to = forms.DateField(
        label=_("Đến hết ngày"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Để trống nếu giấy không có ngày hết hạn."),
    )
    upload = forms.FileField(
        label=_("Ảnh chụp hoặc bản quét"),
        required=False,
        help_text=_(
            "PDF, JPEG, PNG hoặc WebP, đến 10 MB. Chỉ người của chủ thể và cán bộ xem được."
        ),
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/*"}),
    )

    def __init__(self, *args, **kwargs) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def clean_number(self) -> str:
        """Invisible signs alone are no number."""
        number = tidy(self.cleaned_data["number"])
        if not number:
            raise forms.ValidationError(_("Ghi số của giấy."))
        return number


class PaperForm(ReplacePaperForm):
    """A paper of the producer, or of one of its own products."""

    field_order = ["kind", "product", "number"]
    kind = forms.ChoiceField(label=_("Loại giấy tờ"), choices=PaperKind.choices)
    product = forms.ModelChoiceField(
        label=_("Của sản phẩm"),
        queryset=None,
        required=False,
        empty_label=_("Cả chủ thể"),
        help_text=_("Phiếu kiểm nghiệm, bản tự công bố thường của một sản phẩm."),
    )

    def __init__(self, *args, producer: Producer, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["product"].queryset = producer.products.order_by("folded")
