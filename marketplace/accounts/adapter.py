"""How allauth works with our users: e-mail or telephone, one name, our words."""

import logging

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as allauth_context
from django.contrib.auth import get_user_model
from django.contrib.sites.shortcuts import get_current_site
from django.core.mail import get_connection
from django.forms import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from catalog.lib import phones
from catalog.lib.vietnamese import tidy
from marketplace.limits.address import client_address

from . import permissions
from .letters import post_letter

log = logging.getLogger(__name__)

MAIL_SECONDS = 2  # somebody waits for the page
# One text for every way a sign-in fails: it must not tell which half was wrong.
MISMATCH = _("Thư điện tử, số điện thoại hoặc mật khẩu chưa đúng.")


class AccountAdapter(DefaultAccountAdapter):
    """allauth's ways, with our user. There is no SMS service: no code ever goes to a telephone."""

    error_messages = {
        "account_inactive": _("Tài khoản này đang bị khóa."),
        "cannot_remove_primary_email": _("Bạn không thể bỏ địa chỉ thư điện tử chính."),
        "duplicate_email": _("Tài khoản của bạn đang dùng địa chỉ này."),
        "email_password_mismatch": MISMATCH,
        "phone_password_mismatch": MISMATCH,
        "username_password_mismatch": MISMATCH,
        "invalid_login": MISMATCH,
        "email_taken": _("Địa chỉ này đã có tài khoản."),
        "enter_current_password": _("Mật khẩu hiện tại chưa đúng."),
        "incorrect_code": _("Mã chưa đúng."),
        "incorrect_password": _("Mật khẩu chưa đúng."),
        "invalid_or_expired_key": _("Đường dẫn không đúng hoặc đã hết hạn."),
        "invalid_password_reset": _("Đường dẫn đặt lại mật khẩu không còn dùng được."),
        "max_email_addresses": _("Bạn không thể thêm quá %d địa chỉ."),
        "phone_taken": _("Số điện thoại này đã có tài khoản."),
        "too_many_login_attempts": _("Bạn đã thử sai quá nhiều lần. Hãy đợi năm phút rồi thử lại."),
        "unknown_email": _("Địa chỉ này chưa có tài khoản."),
        "unknown_phone": _("Số điện thoại này chưa có tài khoản."),
        "unverified_primary_email": _("Bạn cần xác nhận địa chỉ thư điện tử chính."),
        "select_only_one": _("Chỉ chọn một mục."),
        "same_as_current": _("Giá trị mới phải khác giá trị đang dùng."),
        "rate_limited": _("Bạn gửi quá nhiều yêu cầu. Hãy đợi một lát rồi thử lại."),
    }

    def save_user(self, request: HttpRequest, user, form, commit: bool = True):  # noqa: FBT001, FBT002
        """Save the new user with the whole name in its one field."""
        user.first_name = tidy(form.cleaned_data.get("name", ""))
        return super().save_user(request, user, form, commit=commit)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """An officer begins at the desk, everybody else at the account."""
        if permissions.is_officer(request.user):
            return reverse("desk:home")
        return super().get_login_redirect_url(request)

    def get_login_stages(self) -> list[str]:
        """Allauth's stages; ours asks no verified e-mail of an account opened by telephone."""
        ours = "marketplace.accounts.stages.EmailVerificationStage"
        theirs = "allauth.account.stages.EmailVerificationStage"
        return [ours if stage == theirs else stage for stage in super().get_login_stages()]

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials) -> str:
        """Count wrong tries by the key typed.

        allauth leaves the telephone out, so that all telephones would share one count and
        five wrong tries on any of them would lock out every account opened by telephone.
        """
        login = credentials.get("email") or credentials.get("phone") or ""
        try:
            login = phones.normal(login)
        except phones.NotAPhone:
            login = login.lower()
        return f"{get_current_site(request).domain}:{login}"

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        """Send at once; when the mail server does not answer soon, leave it to the outbox.

        Nobody who signs up or lost a password should see a broken page for that.
        """
        request = allauth_context.request
        site = get_current_site(request)
        told = {"request": request, "email": email, "current_site": site, **context}
        letter = self.render_mail(template_prefix, email, told)
        try:
            letter.connection = get_connection(timeout=MAIL_SECONDS)
            letter.send()
        except OSError as error:  # a time-out, a closed door; SMTP's own errors are of this kind
            log.warning("The mail server does not answer (%s); the letter waits", error)
            post_letter(letter)

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address that our own limits count by."""
        return client_address(request)

    def phone_form_field(self, **kwargs):
        """Our telephone field: any Vietnamese spelling."""
        from .fields import PhoneField

        return PhoneField(**kwargs)

    def clean_phone(self, phone: str) -> str:
        """The national form of ``phone``."""
        try:
            return phones.normal(phone)
        except phones.NotAPhone as error:
            raise ValidationError(_("Số điện thoại chưa đúng."), code="invalid_phone") from error

    def get_user_by_phone(self, phone: str):
        """The user whose verified number this is, in whatever spelling."""
        try:
            number = phones.normal(phone)
        except phones.NotAPhone:
            return None
        return (
            get_user_model().objects.filter(phone=number, phone_verified_at__isnull=False).first()
        )

    def get_phone(self, user) -> tuple[str, bool] | None:
        """The number and whether an officer has vouched for it."""
        return (user.phone, user.phone_verified_at is not None) if user.phone else None

    def set_phone(self, user, phone: str, verified: bool) -> None:  # noqa: FBT001
        """Store the number."""
        user.phone = phones.normal(phone)
        user.phone_verified_at = timezone.now() if verified else None
        user.save(update_fields=["phone", "phone_verified_at"])

    def set_phone_verified(self, user, phone: str) -> None:
        """Store that the number is the user's."""
        self.set_phone(user, phone, verified=True)

    def send_verification_code_sms(self, user, phone: str, code: str, **kwargs) -> None:
        """Never reached: sign-up asks no telephone, and an officer opens such accounts."""
        raise NotImplementedError
