"""The operator's own account, before there is anybody to open it on a page."""

from allauth.account.models import EmailAddress
from django.db import transaction

from catalog.journal import audit
from catalog.lib.vietnamese import tidy
from marketplace.accounts.errors import StaffExists
from marketplace.accounts.models import User


def create_first_staff(email: str, *, name: str, although: bool = False) -> User:
    """The first staff account, without a password; raises StaffExists unless ``although``."""
    with transaction.atomic():
        others = User.objects.filter(is_staff=True, is_active=True).count()
        if others and not although:
            raise StaffExists(others)
        user = User.objects.create_superuser(email, None, first_name=tidy(name))
        # Whoever may run commands here may vouch for the address.
        EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
        audit.record("staff.create", user, after={"email": user.email}, reason="first_admin")
    return user
