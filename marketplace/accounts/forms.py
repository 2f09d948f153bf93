"""allauth's forms with our words, and the forms around one-time links."""

from allauth.account import forms as account_forms
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.totp import forms as totp_forms
from allauth.mfa.webauthn import forms as webauthn_forms
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from catalog.lib.vietnamese import tidy

from . import permissions
from .fields import PhoneField
from .models import OneTimeLink

PASSWORD_HELP = _("Ít nhất 9 ký tự, không phải mật khẩu hay gặp. Dán từ trình quản lý được.")
WORDS = {
    "email": {"label": _("Thư điện tử")},
    "password": {"label": _("Mật khẩu")},
    "password1": {"label": _("Mật khẩu mới"), "help_text": PASSWORD_HELP},
    "password2": {"label": _("Nhập lại mật khẩu mới")},
    "oldpassword": {"label": _("Mật khẩu hiện tại")},
    "code": {"label": _("Mã sáu số")},
}


class OurWords:
    """Labels and help of ours on an allauth form; labels stand above, so no placeholder."""

    words: dict = {}

    def __init__(self, *args, **kwargs) -> None:
        """Make the form, then name its fields."""
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.help_text = ""
            for key, value in {**WORDS.get(name, {}), **self.words.get(name, {})}.items():
                setattr(field, key, value)


class LoginForm(OurWords, account_forms.LoginForm):
    """Sign in by e-mail or telephone."""

    words = {
        "login": {"label": _("Thư điện tử hoặc số điện thoại")},
        "remember": {"label": _("Nhớ tôi trên máy này")},
    }

    def __init__(self, *args, **kwargs) -> None:
        """Name the fields, and tell password managers which is which."""
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autocomplete"] = "username"


class SignupForm(OurWords, account_forms.SignupForm):
    """Open an account: whole name, e-mail, password."""

    words = {"password1": {"label": _("Mật khẩu")}}
    field_order = ["name", "email", "password1"]
    name = forms.CharField(
        label=_("Họ và tên"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    def clean_name(self) -> str:
        """The name with one blank between words."""
        return tidy(self.cleaned_data["name"])


class AddEmailForm(OurWords, account_forms.AddEmailForm):
    """Ask for another e-mail address."""

    words = {"email": {"label": _("Thư điện tử mới")}}


class ChangePasswordForm(OurWords, account_forms.ChangePasswordForm):
    """Change the password, knowing the old one."""


class SetPasswordForm(OurWords, account_forms.SetPasswordForm):
    """Set a first password."""


class ResetPasswordForm(OurWords, account_forms.ResetPasswordForm):
    """Ask for a letter with a link to set a new password."""


class ResetPasswordKeyForm(OurWords, account_forms.ResetPasswordKeyForm):
    """Set a new password by the letter's link."""


class ReauthenticateForm(OurWords, account_forms.ReauthenticateForm):
    """Say the password again before a step that matters."""


class MfaCodeForm(OurWords, mfa_forms.AuthenticateForm):
    """The second step of signing in."""

    words = {"code": {"label": _("Mã sáu số hoặc mã dự phòng")}}


class MfaReauthenticateForm(OurWords, mfa_forms.ReauthenticateForm):
    """The code again before a step that matters."""

    words = {"code": {"label": _("Mã sáu số hoặc mã dự phòng")}}


class ActivateTOTPForm(OurWords, totp_forms.ActivateTOTPForm):
    """Show that the application counts as we do."""


class AddWebAuthnForm(OurWords, webauthn_forms.AddWebAuthnForm):
    """Add a security key."""

    words = {"name": {"label": _("Tên khóa")}}


class EditWebAuthnForm(OurWords, webauthn_forms.EditWebAuthnForm):
    """Rename a security key."""

    words = {"name": {"label": _("Tên khóa")}}


class IssueLinkForm(forms.Form):
    """What an officer tells about the person who stands before them."""

    phone = PhoneField()
    name = forms.CharField(
        label=_("Họ và tên"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    purpose = forms.ChoiceField(label=_("Việc cần làm"), choices=OneTimeLink.Purpose.choices)
    producer = forms.ModelChoiceField(
        label=_("Chủ thể (nếu có)"),
        queryset=None,
        required=False,
        help_text=_("Người nhận sẽ làm việc thay cho chủ thể này."),
    )

    def __init__(self, *args, officer, **kwargs) -> None:
        """Offer only the producers of the officer's province or commune."""
        super().__init__(*args, **kwargs)
        self.fields["producer"].queryset = permissions.producers_in_scope(officer)

    def clean_name(self) -> str:
        """The name with one blank between words."""
        return tidy(self.cleaned_data["name"])


class OpenLinkForm(forms.Form):
    """The password that the holder of a one-time link chooses."""

    password1 = forms.CharField(
        label=_("Mật khẩu mới"),
        strip=False,
        help_text=PASSWORD_HELP,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    password2 = forms.CharField(
        label=_("Nhập lại mật khẩu mới"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict:
        """Both the same, and hard to guess."""
        data = super().clean()
        first, second = data.get("password1"), data.get("password2")
        if first and second and first != second:
            self.add_error("password2", _("Hai lần nhập chưa giống nhau."))
        elif first:
            try:
                validate_password(first)
            except forms.ValidationError as error:
                self.add_error("password1", error)
        return data
