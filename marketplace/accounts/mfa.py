"""The second step: secrets kept encrypted, and nobody who needs it can take it away."""

import base64
import hashlib

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from . import permissions

FIRST_CLASS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def _box() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = [hashlib.sha256(b"mfa:" + key.encode()).digest() for key in keys]
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])


class MfaAdapter(DefaultMFAAdapter):
    """allauth's second factor, in our words."""

    error_messages = {
        "add_email_blocked": _("Tài khoản có xác thực hai bước không thêm được địa chỉ này."),
        "cannot_delete_authenticator": _(
            "Việc của bạn cần xác thực hai bước, nên không thể tắt cách cuối cùng."
        ),
        "cannot_generate_recovery_codes": _("Hãy bật xác thực hai bước trước khi tạo mã dự phòng."),
        "incorrect_code": _("Mã chưa đúng."),
        "unverified_email": _("Hãy xác nhận địa chỉ thư điện tử trước khi bật xác thực hai bước."),
    }

    def encrypt(self, text: str) -> str:
        """Keep secrets unreadable to whoever holds only the database."""
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Read what ``encrypt`` wrote, also under a previous secret key."""
        return _box().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Refuse the last one of somebody whose work needs it."""
        others = Authenticator.objects.filter(
            user_id=authenticator.user_id, type__in=FIRST_CLASS
        ).exclude(pk=authenticator.pk)
        return not permissions.needs_second_factor(authenticator.user) or others.exists()
