"""Form fields that people and memberships share."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.lib import phones


class PhoneField(forms.CharField):
    """A Vietnamese telephone number in any spelling; its value is the national form."""

    default_error_messages = {
        "invalid_phone": _("Số điện thoại chưa đúng. Ví dụ đúng: 0912 345 678."),
    }

    def __init__(self, **kwargs) -> None:
        """Show a telephone keyboard; 40 signs leave room for every spelling."""
        kwargs.setdefault("label", _("Số điện thoại"))
        kwargs.setdefault("max_length", 40)
        kwargs.setdefault("widget", forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}))
        super().__init__(**kwargs)

    def clean(self, value: str) -> str:
        """The national form, or an error that shows a right one."""
        text = super().clean(value)
        if not text:
            return text
        try:
            return phones.normal(text)
        except phones.NotAPhone as error:
            message = self.error_messages["invalid_phone"]
            raise forms.ValidationError(message, code="invalid_phone") from error
