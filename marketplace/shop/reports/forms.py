"""Which period to report on."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

LONGEST_DAYS = 731


class PeriodForm(forms.Form):
    """From a day to a day."""

    tu = forms.DateField(label=_("Từ ngày"), widget=forms.DateInput(attrs={"autocomplete": "off"}))
    den = forms.DateField(
        label=_("Đến hết ngày"), widget=forms.DateInput(attrs={"autocomplete": "off"})
    )

    def clean(self) -> dict:
        """The end is not before the beginning; two years are enough for one table."""
        data = super().clean()
        first, last = data.get("tu"), data.get("den")
        if first and last and last < first:
            raise ValidationError({"den": _("Ngày cuối phải sau ngày đầu. Hãy xem lại.")})
        if first and last and (last - first).days > LONGEST_DAYS:
            raise ValidationError({"den": _("Chọn nhiều nhất hai năm.")})
        return data
