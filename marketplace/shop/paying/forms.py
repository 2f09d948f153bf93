"""What a member types of the producer's bank account."""

from django import forms
from django.utils.translation import gettext_lazy as _

from . import rules
from .banks import banks
from .errors import BadAccount


class AccountForm(forms.Form):
    """Bank, number, holder."""

    bank_bin = forms.ChoiceField(label=_("Ngân hàng"))
    number = forms.CharField(
        label=_("Số tài khoản"),
        max_length=40,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
        help_text=_("Chép đúng như trong ứng dụng ngân hàng. Dấu cách được bỏ đi."),
    )
    holder = forms.CharField(
        label=_("Tên chủ tài khoản"),
        max_length=120,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
        help_text=_("Ghi đúng tên ở ngân hàng; trang tự bỏ dấu và viết hoa."),
    )

    def __init__(self, *args, **kwargs) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.fields["bank_bin"].choices = [("", _("Chọn ngân hàng")), *banks().items()]

    def clean_number(self) -> str:
        """The number as it is stored."""
        try:
            return rules.account_number(self.cleaned_data["number"])
        except BadAccount:
            raise forms.ValidationError(
                _("Số tài khoản có từ 6 đến 19 chữ số hoặc chữ cái không dấu.")
            ) from None

    def clean_holder(self) -> str:
        """The holder as it is stored."""
        try:
            return rules.holder_name(self.cleaned_data["holder"])
        except BadAccount:
            raise forms.ValidationError(
                _("Tên chủ tài khoản chỉ gồm chữ, số và dấu cách, nhiều nhất 70 chữ.")
            ) from None
