"""Writing an order's rows: the group, an Oscar order per producer, frozen terms."""

from datetime import datetime
from decimal import Decimal

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.timezone import now
from oscar.core.loading import get_model

from catalog.lib import codes
from marketplace.shop.ordering.models import LineTerms, OrderGroup, Parcel
from marketplace.shop.ordering.selectors.quotes import BasketQuote, QuotedLine, QuotedParcel
from marketplace.shop.paying.models import SellerAccount

Order = get_model("order", "Order")
OrderLine = get_model("order", "Line")
OrderDiscount = get_model("order", "OrderDiscount")
OrderLineDiscount = get_model("order", "OrderLineDiscount")

CODE_LENGTH = 10  # 49 random bits: says nothing of volume, cannot be guessed
TRIES = 5


def write_group(basket, quote: BasketQuote, **fields) -> OrderGroup:
    """Write the group under a code that nobody has."""
    for _attempt in range(TRIES):
        group = OrderGroup(
            code=codes.random_code(CODE_LENGTH),
            basket=basket,
            goods_total=quote.goods_total,
            discount_total=quote.discount_total,
            delivery_total=quote.delivery_total,
            point_fee=quote.point_fee,
            total=quote.total,
            **fields,
        )
        try:
            with transaction.atomic():
                group.save(force_insert=True)
        except IntegrityError:
            if not OrderGroup.objects.filter(code=group.code).exists():
                raise
        else:
            return group
    msg = f"no free order code in {TRIES} tries"
    raise RuntimeError(msg)


def write_parcels(
    group: OrderGroup,
    quote: BasketQuote,
    *,
    payees: dict[int, SellerAccount],
    pay_by: datetime | None,
) -> list[Parcel]:
    """Write a parcel and a child order for each producer, numbered in the buyer's order.

    ``payees`` are the accounts by seller for a transfer until ``pay_by``, none for cash.
    """
    moment = now()
    orders = Order.objects.bulk_create([_order(group, parcel, moment) for parcel in quote.parcels])
    parcels = Parcel.objects.bulk_create(
        [
            _parcel(group, parcel, position, order, payees.get(parcel.seller.pk), pay_by)
            for position, (parcel, order) in enumerate(
                zip(quote.parcels, orders, strict=True), start=1
            )
        ]
    )
    pairs = [
        (line, order)
        for parcel, order in zip(quote.parcels, orders, strict=True)
        for line in parcel.lines
    ]
    lines = OrderLine.objects.bulk_create([_line(line, order) for line, order in pairs])
    LineTerms.objects.bulk_create(
        [_terms(quoted, line) for (quoted, _), line in zip(pairs, lines, strict=True)]
    )
    if quote.applications:
        _write_discounts(quote, orders, dict(zip((q.pk for q, _ in pairs), lines, strict=True)))
    return parcels


def _order(group: OrderGroup, parcel: QuotedParcel, moment) -> Order:
    return Order(
        # Not made of the group's code: the producer knows the buyer's telephone number, and
        # with both would open, and could cancel, the other producers' parcels.
        number=codes.random_code(CODE_LENGTH),
        site_id=settings.SITE_ID,
        basket_id=group.basket_id,
        user_id=group.user_id,
        currency=settings.OSCAR_DEFAULT_CURRENCY,
        total_incl_tax=parcel.total,
        total_excl_tax=parcel.total,
        shipping_incl_tax=parcel.fee,
        shipping_excl_tax=parcel.fee,
        shipping_method=parcel.delivery.zone,
        shipping_code=parcel.delivery.zone,
        status=settings.OSCAR_INITIAL_ORDER_STATUS,
        date_placed=moment,
    )


def _parcel(  # noqa: PLR0917 - one row, filled in once
    group: OrderGroup,
    parcel: QuotedParcel,
    position: int,
    order,
    payee: SellerAccount | None,
    pay_by: datetime | None,
) -> Parcel:
    return Parcel(
        group=group,
        order=order,
        seller=parcel.seller,
        position=position,
        seller_name=parcel.seller_name,
        weight_grams=parcel.grams,
        charged_grams=parcel.delivery.charged_grams,
        delivery_way=parcel.delivery.way,
        point_id=parcel.delivery.point_id,
        fetch_at=parcel.delivery.fetch_at,
        fetch_hours=parcel.delivery.fetch_hours,
        delivery_zone=parcel.delivery.zone,
        delivery_fee=parcel.fee,
        days_min=parcel.delivery.days_min,
        days_max=parcel.delivery.days_max,
        payment_method=group.payment_method,
        payee_bank=payee.bank_bin if payee else "",
        payee_number=payee.number if payee else "",
        payee_holder=payee.holder if payee else "",
        pay_by=pay_by,
    )


def _line(quoted: QuotedLine, order) -> OrderLine:
    stockrecord = quoted.line.stockrecord
    return OrderLine(
        order=order,
        partner=stockrecord.partner,
        partner_name=stockrecord.partner.name,
        partner_sku=stockrecord.partner_sku,
        stockrecord=stockrecord,
        product=quoted.line.product,
        title=quoted.name,
        upc=quoted.line.product.upc,
        quantity=quoted.quantity,
        line_price_incl_tax=quoted.price,
        line_price_excl_tax=quoted.price,
        line_price_before_discounts_incl_tax=quoted.goods,
        line_price_before_discounts_excl_tax=quoted.goods,
        unit_price_incl_tax=quoted.unit_price,
        unit_price_excl_tax=quoted.unit_price,
        status=settings.OSCAR_INITIAL_LINE_STATUS,
        num_allocated=quoted.quantity,
    )


def _terms(quoted: QuotedLine, line: OrderLine) -> LineTerms:
    return LineTerms(
        line=line,
        listing=quoted.listing,
        certificate=quoted.certificate,
        star=quoted.certificate.star,
        decision_no=quoted.certificate.decision_no,
        pack=quoted.listing.pack,
        unit_price=quoted.unit_price,
    )


def _write_discounts(quote: BasketQuote, orders: list[Order], lines: dict[int, OrderLine]) -> None:
    """Record what each offer gave to each child order and line, and count its use once."""
    parts: list[OrderLineDiscount] = []
    for application in quote.applications:
        offer, voucher = application["offer"], application.get("voucher")
        shipping = application["result"].affects_shipping
        given = Decimal(0)
        for position, (parcel, order) in enumerate(zip(quote.parcels, orders, strict=True)):
            shares = {q.pk: q.discounts[offer.pk] for q in parcel.lines if offer.pk in q.discounts}
            amount = parcel.delivery_discount if shipping else sum(shares.values(), Decimal(0))
            if not amount and position:
                continue
            given += amount
            discount = OrderDiscount.objects.create(
                order=order,
                category=OrderDiscount.SHIPPING if shipping else OrderDiscount.BASKET,
                offer_id=offer.pk,
                offer_name=offer.name,
                voucher_id=voucher.pk if voucher else None,
                voucher_code=voucher.code if voucher else "",
                # Counted once for the whole purchase: limits per buyer add these up.
                frequency=0 if position else application["freq"],
                amount=amount,
            )
            parts += [
                OrderLineDiscount(
                    line=lines[pk], order_discount=discount, is_incl_tax=True, amount=share
                )
                for pk, share in shares.items()
            ]
        offer.record_usage({"freq": application["freq"], "discount": given})
        if voucher:
            voucher.record_discount({"discount": given})
    OrderLineDiscount.objects.bulk_create(parts)


def write_voucher_uses(quote: BasketQuote, order: Order, user) -> None:
    """Mark each voucher that gave something as used by this purchase."""
    used = {a["voucher"].pk: a["voucher"] for a in quote.applications if a.get("voucher")}
    for voucher in used.values():
        voucher.record_usage(order, user)
