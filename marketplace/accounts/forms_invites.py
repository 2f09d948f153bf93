"""Forms around invitations: the owner's, and the invited person's."""

from django import forms
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from catalog.lib import phones
from catalog.lib.vietnamese import tidy

from .forms import OpenLinkForm
from .models import ProducerMember


class InviteForm(forms.Form):
    """Whom to invite, to do what."""

    contact = forms.CharField(
        label=_("Thư điện tử hoặc số điện thoại"),
        max_length=254,
        help_text=_("Có thư: chúng tôi gửi lời mời. Có số: bạn đưa đường dẫn cho người đó."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    role = forms.ChoiceField(
        label=_("Vai trò"),
        choices=ProducerMember.Role.choices,
        initial=ProducerMember.Role.PACKER,
        help_text=_(
            "Người đóng gói chỉ làm đơn. Người giúp việc sửa thêm giá, kho, nội dung, giấy tờ. "
            "Người đại diện làm mọi việc."
        ),
    )

    def __init__(self, *args, **kwargs) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def clean_contact(self) -> str:
        """An address or a number, in its stored form."""
        text = tidy(self.cleaned_data["contact"])
        if "@" in text:
            validate_email(text)
            return text.lower()
        try:
            return phones.normal(text)
        except phones.NotAPhone as error:
            message = _("Ghi thư điện tử, hoặc số điện thoại 10 số như 0912 345 678.")
            raise forms.ValidationError(message) from error


class RoleForm(forms.Form):
    """Another role."""

    role = forms.ChoiceField(label=_("Vai trò"), choices=ProducerMember.Role.choices)


class JoinForm(OpenLinkForm):
    """A new account: name and password."""

    field_order = ["name", "password1", "password2"]
    name = forms.CharField(
        label=_("Họ và tên"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
