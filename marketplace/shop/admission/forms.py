"""What a producer gives, what an officer decides, what a province asks."""

from django import forms
from django.utils.translation import gettext_lazy as _

from catalog.lib import clock
from catalog.register.enums import ProducerKind

from .enums import Wanted
from .models import Evidence, Requirement
from .rules import LEAST_NOTICE_DAYS, MOST_NOTICE_DAYS

REASON = 500


class GiveForm(forms.Form):
    """What one requirement asks for."""

    text = forms.CharField(label=_("Nội dung"), max_length=200, required=False)
    file = forms.FileField(
        label=_("Tệp"),
        required=False,
        help_text=_("PDF hoặc ảnh JPEG, PNG, WebP, tối đa 10 MB."),
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/jpeg,image/png,image/webp"}),
    )

    def __init__(self, *args, requirement: Requirement, given: Evidence | None, **kwargs) -> None:
        """Keep the fields that are asked for; a file given before need not come again."""
        super().__init__(*args, **kwargs)
        if requirement.wants_text:
            self.fields["text"].required = True
            self.fields["text"].help_text = requirement.shown_help
        else:
            del self.fields["text"]
            self.fields[
                "file"
            ].help_text = f"{requirement.shown_help} {self.fields['file'].help_text}"
        if requirement.wants_file:
            self.fields["file"].required = not (given and given.file)
        else:
            del self.fields["file"]


class CheckForm(forms.Form):
    """An officer's word on one item."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    reason = forms.CharField(
        label=_("Lý do"),
        help_text=_("Cần khi yêu cầu sửa hoặc miễn; chủ thể đọc được."),
        max_length=REASON,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ReasonForm(forms.Form):
    """A reason that the producer reads."""

    reason = forms.CharField(
        label=_("Lý do, chủ thể sẽ đọc được"),
        max_length=REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SuspendForm(ReasonForm):
    """Stop a seller."""

    notice_days = forms.IntegerField(
        label=_("Báo trước bao nhiêu ngày"),
        min_value=0,
        max_value=MOST_NOTICE_DAYS,
        initial=LEAST_NOTICE_DAYS,
        help_text=_("Ít nhất 5 ngày. Ghi 0 để ngừng ngay khi cơ quan có thẩm quyền yêu cầu."),
    )
    authority_request = forms.CharField(
        label=_("Số văn bản của cơ quan có thẩm quyền"), max_length=120, required=False
    )


class RequirementForm(forms.Form):
    """One line more for the checklist."""

    title = forms.CharField(label=_("Tên yêu cầu"), max_length=120)
    title_en = forms.CharField(label=_("Tên tiếng Anh"), max_length=120)
    code = forms.SlugField(
        label=_("Mã"), max_length=30, help_text=_("Chữ không dấu và gạch nối, ví dụ giay-phep.")
    )
    help_text = forms.CharField(label=_("Hướng dẫn"), max_length=300, required=False)
    help_text_en = forms.CharField(label=_("Hướng dẫn tiếng Anh"), max_length=300, required=False)
    wanted = forms.ChoiceField(
        label=_("Chủ thể phải nộp gì"), choices=Wanted.choices, widget=forms.RadioSelect
    )
    kinds = forms.MultipleChoiceField(
        label=_("Loại hình phải nộp"),
        choices=ProducerKind.choices,
        required=False,
        help_text=_("Không chọn loại nào là mọi loại hình."),
        widget=forms.CheckboxSelectMultiple,
    )
    is_mandatory = forms.BooleanField(
        label=_("Bắt buộc: thiếu thì không được duyệt"), required=False, initial=True
    )
    is_personal = forms.BooleanField(
        label=_("Có số định danh cá nhân: chỉ lưu bốn số cuối"), required=False
    )
    valid_from = forms.DateField(
        label=_("Áp dụng từ ngày"),
        help_text=_("Ví dụ 1/12/2026."),
        widget=forms.DateInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args, **kwargs) -> None:
        """Ask from today on unless told otherwise."""
        super().__init__(*args, **kwargs)
        self.fields["valid_from"].initial = clock.today()
