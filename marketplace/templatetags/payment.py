"""The code that pays a parcel: ``{% load payment %}``, ``{% transfer_code parcel %}``."""

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from catalog.lib import money, qr_codes
from marketplace.shop.ordering.models import Parcel
from marketplace.shop.ordering.selectors.payment import transfer_text

register = template.Library()


@register.simple_tag
def transfer_code(parcel: Parcel) -> SafeString:
    """The drawn code for what is left to pay."""
    told = {"amount": money.dong(parcel.money.rest), "holder": parcel.payee_holder}
    label = _("Mã VietQR: chuyển %(amount)s cho %(holder)s") % told
    return qr_codes.svg(transfer_text(parcel), label=label)
