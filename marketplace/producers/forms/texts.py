"""What a producer writes about a product, and the picture that goes with it."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.approvals.enums import Focus
from catalog.approvals.models import TEXTS, ProductEdit
from catalog.lib.vietnamese import tidy

LONGEST_STORY = 20_000
LONG = ("story", "story_en")
WIDE = ("summary", "summary_en", "ingredients")  # one line, but longer than a phone is wide
ENGLISH = ("name_en", "summary_en", "story_en")
HELP = {
    "name": _("Tên như trên bao bì và trong quyết định công nhận."),
    "summary": _("Một hai câu: làm từ gì, ngon hay dùng thế nào."),
    "story": _("Ai làm, ở đâu, làm thế nào. Cách một dòng trống để sang đoạn mới."),
    "ingredients": _("Theo nhãn, thứ nhiều nhất viết trước."),
    "shelf_life": _("Ví dụ: 12 tháng từ ngày sản xuất."),
    "storage": _("Ví dụ: nơi khô, mát; mở ra dùng trong 30 ngày."),
    "warnings": _("Chất dễ gây dị ứng, người không nên dùng."),
    "name_en": _("Để trống thì trang tiếng Anh hiện tên tiếng Việt."),
    "summary_en": _("Để trống thì hiện bản tiếng Việt."),
    "story_en": _("Để trống thì hiện bản tiếng Việt."),
}
_BLANK_LINES = re.compile(r"\n{3,}")


class Lines(forms.CharField):
    """Text in paragraphs: each line tidy, at most one blank line between."""

    widget = forms.Textarea(attrs={"rows": 8})

    def to_python(self, value: object) -> str:
        """Tidy line by line."""
        text = super().to_python(value).replace("\r\n", "\n").replace("\r", "\n")
        return _BLANK_LINES.sub("\n\n", "\n".join(tidy(line) for line in text.split("\n"))).strip()


class Line(forms.CharField):
    """One tidy line."""

    def to_python(self, value: object) -> str:
        """Tidy before anybody asks whether something was typed."""
        return tidy(super().to_python(value))


class TextsForm(forms.Form):
    """All texts of a product; a draft may lack any of them."""

    def __init__(self, *args, **kwargs) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        for name in TEXTS:
            column = ProductEdit._meta.get_field(name)  # noqa: SLF001 - Django documents it
            label = str(column.verbose_name)
            field = (Lines if name in LONG else Line)(
                label=label[:1].upper() + label[1:],
                max_length=column.max_length or LONGEST_STORY,
                required=False,
                help_text=HELP[name],
            )
            if name in WIDE:
                field.widget = forms.Textarea(attrs={"rows": 3, **field.widget.attrs})
            if name in ENGLISH:
                field.widget.attrs["lang"] = "en"
            self.fields[name] = field

    @property
    def vietnamese(self) -> list[forms.BoundField]:
        """The fields most producers fill."""
        return [self[name] for name in TEXTS if name not in ENGLISH]

    @property
    def english(self) -> list[forms.BoundField]:
        """The fields for readers of English."""
        return [self[name] for name in ENGLISH]


class PictureForm(forms.Form):
    """A photograph and the part of it to keep."""

    picture = forms.FileField(
        label=_("Ảnh sản phẩm"),
        help_text=_(
            "JPEG, PNG hoặc WebP, mỗi cạnh từ 600 điểm, tệp đến 10 MB. Ảnh được cắt vuông."
        ),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )
    focus = forms.ChoiceField(
        label=_("Phần giữ lại khi cắt vuông"), choices=Focus.choices, initial=Focus.CENTRE
    )

    def __init__(self, *args, **kwargs) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
