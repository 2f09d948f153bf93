"""Sample accounts, and orders in each state of their money, so that the counter shows life.

The account numbers say that nobody should transfer to them, and no bank has such numbers. Real
producers get none.
"""

from collections.abc import Callable, Iterable

from django.db.models import Model
from oscar.core.loading import get_model

from catalog.lib import clock
from catalog.places.models import Commune
from catalog.register.models import Producer
from marketplace.shop.listings.models import Listing, Seller
from marketplace.shop.ordering.enums import ParcelState as S
from marketplace.shop.ordering.enums import PaymentKind as K
from marketplace.shop.ordering.enums import PaymentMethod
from marketplace.shop.ordering.models import OrderGroup, Parcel
from marketplace.shop.ordering.selectors.quotes import quote_basket
from marketplace.shop.ordering.services import filling
from marketplace.shop.ordering.services.moving import move_parcel
from marketplace.shop.ordering.services.paying import record_payment, say_paid
from marketplace.shop.ordering.services.placing import Address, place_order
from marketplace.shop.paying.services import set_account

BANK, NUMBER = "970436", "MAUDUNGCHUYEN001"
PHONE = "05500009"  # and two digits
COMMUNE = "00952"
STREET = "Số %s, thôn Mẫu"
BUYERS = ("Vũ Thị Mẫu", "Đỗ Văn Mẫu", "Bùi Thị Mẫu", "Ngô Văn Mẫu", "Hồ Thị Mẫu", "Lê Văn Mẫu")


def load_accounts(producers: Iterable[Producer]) -> int:
    """Name an account for each sample seller that has none; return how many."""
    samples = [producer.pk for producer in producers if producer.is_sample]
    without = list(
        Seller.objects.filter(producer__in=samples, accounts=None).select_related("producer")
    )
    for seller in without:
        set_account(
            seller,
            bank_bin=BANK,
            number=NUMBER,
            holder=seller.producer.display_name[:70],
            seen=None,
            by=None,
        )
    return len(without)


def load_orders(producer: Producer) -> int:
    """Place an order for each story, once; return how many are new."""
    listing = Listing.objects.filter(
        product__producer=producer, is_active=True, product__product_set__set_no__lt=14
    ).first()
    if listing is None or OrderGroup.objects.filter(phone__startswith=PHONE).exists():
        return 0
    for number, (method, story) in enumerate(STORIES):
        story(_order(listing, number, method))
    return len(STORIES)


def _order(listing: Listing, number: int, method: str) -> Parcel:
    basket = get_model("basket", "Basket").objects.create()
    stockrecord = get_model("partner", "StockRecord").objects.get(product=listing.oscar_product_id)
    filling.add_to_basket(
        basket, listing=listing, stockrecord=stockrecord, quantity=1 + number % 3, free=99
    )
    commune = Commune.objects.select_related("province").get(pk=COMMUNE)
    where = Address(
        name=BUYERS[number % len(BUYERS)],
        phone=f"{PHONE}{30 + number}",
        province=commune.province,
        commune=commune,
        street=STREET % (number + 1),
    )
    fresh = type(basket).objects.get(pk=basket.pk)
    shown = quote_basket(fresh, day=clock.today(), province_code=commune.province_id)
    group = place_order(basket, address=where, seen_total=shown.total, payment_method=method).group
    return _now(group.parcels.get())


def _now(parcel: Model) -> Parcel:
    return Parcel.objects.select_related("order", "group", "seller").get(pk=parcel.pk)


def _walk(*states: S) -> Callable[[Parcel], None]:
    def walk(parcel: Parcel) -> None:
        for state in states:
            move_parcel(parcel, to=state)

    return walk


def _received(kind: K, part: int, *, then: S | None = None) -> Callable[[Parcel], None]:
    """So many hundredths of the price came in."""

    def receive(parcel: Parcel) -> None:
        money = parcel.money
        amount = (money.total * part / 100).quantize(money.total)
        record_payment(parcel, kind=kind, amount=amount, seen=0)
        if then:
            move_parcel(_now(parcel), to=then)

    return receive


CASH, TRANSFER = PaymentMethod.CASH, PaymentMethod.TRANSFER
STORIES = (
    (CASH, _walk()),
    (CASH, _walk(S.CONFIRMED)),
    (CASH, _walk(S.CONFIRMED, S.PACKED, S.HANDED_OVER, S.DELIVERED)),
    (TRANSFER, _walk()),
    (TRANSFER, say_paid),
    (TRANSFER, _received(K.FULL, 100)),
    (TRANSFER, _received(K.SHORT, 60)),
    (TRANSFER, _received(K.OVER, 110)),
    (TRANSFER, _received(K.FULL, 100, then=S.CANCELLED)),
)
