"""A phrase for the word list."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.approvals.models import ClaimWord
from catalog.lib.vietnamese import tidy


class ClaimWordForm(forms.Form):
    """What is written, what it means, from which day."""

    phrase = forms.CharField(label=_("Cụm từ"), max_length=120)
    kind = forms.ChoiceField(
        label=_("Loại"),
        choices=ClaimWord.Kind.choices,
        help_text=_("“Được phép” là câu luật đòi ghi, dù có từ bị cấm trong đó."),
    )
    legal_ref = forms.CharField(label=_("Căn cứ"), max_length=200, required=False)
    effective_from = forms.DateField(
        label=_("Hiệu lực từ"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args, **kwargs) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def clean_phrase(self) -> str:
        """Tidy, and made of words."""
        phrase = tidy(self.cleaned_data["phrase"])
        if not any(sign.isalnum() for sign in phrase):
            raise forms.ValidationError(_("Ghi ít nhất một từ."))
        return phrase
