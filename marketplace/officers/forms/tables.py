"""Send a table."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.intake.enums import Subject


class TableForm(forms.Form):
    """What the table is about, and the file."""

    subject = forms.ChoiceField(label=_("Bảng ghi gì"), choices=())
    file = forms.FileField(
        label=_("Tệp Excel (.xlsx) hoặc CSV"),
        max_length=200,
        help_text=_("Nhiều nhất 20.000 dòng, 20 MB."),
        widget=forms.FileInput({"accept": ".xlsx,.csv,.txt,.tsv"}),
    )

    def __init__(self, *args, subjects: list[Subject], **kwargs) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.fields["subject"].choices = [(subject.value, subject.label) for subject in subjects]
