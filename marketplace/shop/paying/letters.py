"""Letters to a producer's members: the account that buyers pay into is another one."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from catalog.journal import outbox
from cms.selectors import site_identity
from marketplace.accounts.models import User

from .models import SellerAccount
from .services import TOPIC


@outbox.handler(TOPIC)
def tell_member(payload: dict, key: str) -> None:
    """Write to one member, if they have an address: whoever did it, all must know."""
    accounts = SellerAccount.objects.select_related("seller__producer", "entered_by")
    account = accounts.get(pk=payload["account"])
    user = User.objects.filter(pk=payload["user"], is_active=True).first()
    if user is None or not user.email:
        return
    producer = account.seller.producer
    where = reverse("selling:account", args=[producer.slug])
    context = {
        "account": account,
        "producer": producer,
        "closed": payload["closed"],
        "member": user,
        "url": settings.BASE_URL.rstrip("/") + where,
        "SITE_NAME": site_identity().name,
        "SAMPLE_DATA": settings.SAMPLE_DATA,
    }
    letter = EmailMultiAlternatives(
        subject=_("Tài khoản nhận tiền của %(name)s đã đổi") % {"name": producer.display_name},
        body=render_to_string("shop/letters/account_changed.txt", context),
        to=[user.email],
        headers={"Message-ID": f"<{key}@{settings.BASE_URL.partition('://')[2].strip('/')}>"},
    )
    letter.attach_alternative(
        render_to_string("shop/letters/account_changed.html", context), "text/html"
    )
    letter.send()
