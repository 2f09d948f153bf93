"""The second step of signing in, for the demo and for those who set it up for others."""

import time

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.conf import settings
from django.db import transaction

from marketplace.accounts.errors import SampleOnly
from marketplace.accounts.models import User


def enrol_totp(user: User, secret: str) -> Authenticator:
    """Give ``user`` the TOTP ``secret`` (base 32) in place of any other, with recovery codes."""
    with transaction.atomic():
        Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).delete()
        authenticator = totp.TOTP.activate(user, secret).instance
        RecoveryCodes.activate(user)
    return authenticator


def current_code(user: User) -> str:
    """The TOTP code of this half minute, for a sample user of a site that shows sample data.

    Raises SampleOnly for anybody else: no command prints the code of a real person.
    """
    if not (settings.SAMPLE_DATA and user.is_sample):
        raise SampleOnly
    authenticator = Authenticator.objects.get(user=user, type=Authenticator.Type.TOTP)
    secret = get_adapter().decrypt(authenticator.data["secret"])
    period = 30
    return totp.format_hotp_value(totp.hotp_value(secret, int(time.time()) // period))
