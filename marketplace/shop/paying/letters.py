"""Letters to a producer's members: the account that buyers pay into is another one."""

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from catalog.journal import outbox
from marketplace import letters
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
    context = {
        "account": account,
        "producer": producer,
        "closed": payload["closed"],
        "member": user,
        "url": letters.absolute(reverse("selling:account", args=[producer.slug])),
    }
    letters.send(
        "shop/letters/account_changed",
        key=key,
        to=user.email,
        subject=format_lazy(_("Tài khoản nhận tiền của {name} đã đổi"), name=producer.display_name),
        context=context,
        language=user.language,
    )
