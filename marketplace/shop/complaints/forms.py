"""What the public says, what officers and producers write."""

from django import forms
from django.utils.timezone import localtime, now
from django.utils.translation import gettext_lazy as _

from .enums import Ground


class ComplaintForm(forms.Form):
    """Say what is wrong; no account, no name needed."""

    ground = forms.ChoiceField(
        label=_("Có gì không đúng"), choices=Ground.choices, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=_("Bạn thấy gì"),
        max_length=3000,
        help_text=_("Viết ngắn gọn: bạn thấy ở đâu, khi nào. Chủ thể đọc được phần này."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    photo = forms.FileField(
        label=_("Ảnh"),
        required=False,
        help_text=_("JPEG, PNG, WebP hoặc PDF, tối đa 10 MB."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,application/pdf"}),
    )
    contact = forms.CharField(
        label=_("Số điện thoại hoặc thư điện tử của bạn"),
        max_length=120,
        required=False,
        help_text=_("Chỉ cán bộ đọc được, để hỏi thêm khi cần."),
    )


class AuthorityForm(forms.Form):
    """An authority asks for it: 24 hours."""

    request = forms.CharField(label=_("Số văn bản, cơ quan yêu cầu"), max_length=120)
    requested_at = forms.DateTimeField(
        label=_("Nhận yêu cầu lúc"),
        help_text=_("Ví dụ 25/11/2026 09:30. Hạn xử lý là 24 giờ sau đó."),
        input_formats=["%d/%m/%Y %H:%M", "%H:%M %d/%m/%Y", "%Y-%m-%dT%H:%M"],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args, **kwargs) -> None:
        """Received just now, unless told otherwise."""
        super().__init__(*args, **kwargs)
        self.fields["requested_at"].initial = f"{localtime(now()):%d/%m/%Y %H:%M}"


class DecideForm(forms.Form):
    """Why: the producer, the buyers and the person who complained read it."""

    reason = forms.CharField(
        label=_("Lý do, mọi người đọc được"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AnswerForm(forms.Form):
    """The producer's answer."""

    text = forms.CharField(
        label=_("Trả lời của bạn"),
        max_length=1000,
        help_text=_("Cán bộ và người phản ánh đọc được."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
