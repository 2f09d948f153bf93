"""An order as its buyer sees it, and finding it again."""

from decimal import Decimal

from django.db.models import Prefetch, QuerySet
from oscar.core.loading import get_model

from catalog.lib import codes
from marketplace.shop.ordering.models import OrderGroup, Parcel

OrderLine = get_model("order", "Line")
Basket = get_model("basket", "Basket")


def find_order(code: str, phone: str) -> OrderGroup | None:
    """The order of this code, if it was placed with this telephone number (national form)."""
    return OrderGroup.objects.filter(code=codes.typed(code), phone=phone).first()


def whole_order(code: str) -> OrderGroup | None:
    """The order with parcels, lines, frozen terms and pictures: four queries in all."""
    lines = OrderLine.objects.select_related("terms__listing__product").order_by("pk")
    parcels = Parcel.objects.select_related("order", "seller__producer").prefetch_related(
        Prefetch("order__lines", queryset=lines), "moves", "payments"
    )
    return (
        OrderGroup.objects.filter(code=codes.typed(code))
        .prefetch_related(Prefetch("parcels", queryset=parcels.order_by("position")))
        .first()
    )


def unsold_part(group: OrderGroup) -> Decimal:
    """What is not paid of a whole order's total: parcels whose goods stay with the seller.

    The point's fee is due as long as one parcel comes there.
    """
    parcels = group.parcels.all()
    unsold = sum((p.order.total_incl_tax for p in parcels if p.money.is_off), Decimal(0))
    is_fetched = any(p.point_id and not p.is_unsold for p in parcels)
    return unsold if is_fetched else unsold + group.point_fee


def orders_of(user) -> QuerySet[OrderGroup]:
    """The orders a person placed while signed in, newest first."""
    return OrderGroup.objects.filter(user=user).prefetch_related("parcels__order")


def order_of_basket(basket_id: int) -> OrderGroup | None:
    """What became of a basket that was submitted."""
    return OrderGroup.objects.filter(basket_id=basket_id).first()


def basket_to_order(basket_id: int, user) -> object | None:
    """The basket a form was made for, unless it belongs to somebody else."""
    basket = Basket.objects.filter(pk=basket_id).first()
    if basket is None or not user.is_authenticated:
        return basket
    return basket if basket.owner_id in {None, user.pk} else None
