"""Oscar's offers and vouchers, in a line each."""

from datetime import timedelta
from decimal import Decimal

from django.utils.timezone import now
from oscar.core.loading import get_model

Benefit = get_model("offer", "Benefit")
Condition = get_model("offer", "Condition")
ConditionalOffer = get_model("offer", "ConditionalOffer")
Range = get_model("offer", "Range")
Voucher = get_model("voucher", "Voucher")


def offer(value, *, kind=Benefit.PERCENTAGE, name="Khuyến mãi Mẫu", on=None, **fields):
    """So much off every product, or off the listings ``on``, from the first piece."""
    if on is None:
        goods, _ = Range.objects.get_or_create(
            name="Tất cả", defaults={"includes_all_products": True}
        )
    else:
        goods = Range.objects.create(name=f"Của {name}")
        for listing in on:
            goods.add_product(listing.oscar_product)
    delivery = kind.startswith("Shipping")
    return ConditionalOffer.objects.create(
        name=name,
        condition=Condition.objects.create(range=goods, type=Condition.COUNT, value=1),
        benefit=Benefit.objects.create(
            range=None if delivery else goods, type=kind, value=Decimal(value)
        ),
        **fields,
    )


def voucher(value, *, usage=Voucher.SINGLE_USE, code="TET2027", **fields):
    """A code that takes ``value`` percent off, valid this week."""
    new = Voucher.objects.create(
        name=f"Phiếu {code}",
        code=code,
        usage=usage,
        start_datetime=now() - timedelta(days=1),
        end_datetime=now() + timedelta(days=7),
    )
    new.offers.add(
        offer(value, name=f"Phiếu {code}", offer_type=ConditionalOffer.VOUCHER, **fields)
    )
    return new
