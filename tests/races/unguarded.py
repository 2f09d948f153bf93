"""The shop without its guard, to be served in the control of a race and nowhere else.

The basket is checked before the transaction and believed inside it, and stock is allocated
without a condition: check, then write, as Oscar's own order creator does.
"""

import os
import threading

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "marketplace.settings.dev")

import django

django.setup()

from django.core.wsgi import get_wsgi_application

from catalog.lib import clock
from marketplace.shop.ordering.services import placing, stock

_checked = threading.local()
_place_order, _quote_basket = placing.place_order, placing.quote_basket


def place_order(basket, *, address, user=None, **kwargs):
    """Check first, then write what was checked."""
    _checked.quote = _quote_basket(
        basket, day=clock.today(), province_code=address.province.code, user=user
    )
    return _place_order(basket, address=address, user=user, **kwargs)


def quote_basket(*args, **kwargs):
    """What was true a moment ago."""
    return _checked.quote


def take_all(wishes):
    """Allocate whatever is asked for."""
    for wish in wishes:
        stock.StockRecord.objects.filter(pk=wish.stockrecord_id).update(
            num_allocated=stock.ALLOCATED + wish.quantity
        )


# Before the views are imported, which happens with the first request.
placing.place_order, placing.quote_basket, stock.take_all = place_order, quote_basket, take_all
application = get_wsgi_application()
