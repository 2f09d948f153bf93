"""The letter that confirms an order; sent by the outbox, once for each order."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from catalog.journal import outbox
from cms.selectors import site_identity

from .models import OrderGroup
from .selectors.orders import whole_order
from .services.placing import TOPIC


@outbox.handler(TOPIC)
def confirm_order(payload: dict, key: str) -> None:
    """Write to the buyer, if an address was given, in the language they ordered in."""
    group = OrderGroup.objects.get(pk=payload["group"])
    if not group.email:
        return
    with override(group.language):
        context = {
            "group": whole_order(group.code),
            "SITE_NAME": site_identity().name,
            "SAMPLE_DATA": settings.SAMPLE_DATA,
            "url": settings.BASE_URL.rstrip("/") + reverse("orders:detail", args=[group.code]),
        }
        letter = EmailMultiAlternatives(
            subject=_("Đơn hàng %(code)s đã được ghi nhận") % {"code": group.display_code},
            body=render_to_string("shop/letters/order_placed.txt", context),
            to=[group.email],
            # The same for each try, so that a mail program can tell a repetition.
            headers={"Message-ID": f"<{key}@{settings.BASE_URL.partition('://')[2].strip('/')}>"},
        )
        letter.attach_alternative(
            render_to_string("shop/letters/order_placed.html", context), "text/html"
        )
    letter.send()
