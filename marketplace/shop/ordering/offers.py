"""Oscar's offers on a basket, asked in a number of queries that does not grow with its lines."""

from oscar.core.loading import get_class, get_model

Applicator = get_class("offer.applicator", "Applicator")
ConditionalOffer = get_model("offer", "ConditionalOffer")


class BasketOffers(Applicator):
    """Applies site offers and the basket's vouchers.

    ``lock`` holds the rows until the transaction ends (site offers, vouchers, their offers,
    each by key), so an offer limited to one use is given once however many ask at once.
    """

    def __init__(self, *, lock: bool = False) -> None:
        self.lock = lock

    def get_offers(self, basket, user=None, request=None) -> list:
        """Oscar's choice, readied for many lines."""
        offers = super().get_offers(basket, user, request)
        if offers:
            _hold_ranges(offers, [line.product_id for line in basket.all_lines()])
        return offers

    def get_site_offers(self):
        """Offers open to everybody."""
        active = ConditionalOffer.active.filter(offer_type=ConditionalOffer.SITE)
        return self._readied(active)

    def get_basket_offers(self, basket, user) -> list:
        """Offers of the basket's vouchers that may still be used."""
        vouchers = basket.vouchers.order_by("pk")
        if self.lock:
            vouchers = vouchers.select_for_update(of=("self",))
        offers = []
        for voucher in vouchers:
            if not voucher.is_active() or not voucher.is_available_to_user(user=user)[0]:
                continue
            for offer in self._readied(voucher.offers.all()):
                offer.set_voucher(voucher)
                offers.append(offer)
        return offers

    def _readied(self, offers):
        offers = (
            offers.select_related("condition", "benefit")
            .prefetch_related("condition__range", "benefit__range", "combinations")
            .order_by("pk")
        )
        return offers.select_for_update(of=("self",)) if self.lock else offers


def _hold_ranges(offers: list, product_ids: list[int]) -> None:
    """Look up once per range which of the products it holds; Oscar asks for each line."""
    held = {}
    for offer in offers:
        for part in ("condition", "benefit"):
            plain = getattr(offer, part)
            proxy = plain.proxy()
            if plain.range_id:
                if plain.range_id not in held:
                    held[plain.range_id] = _ready_range(plain.range, product_ids)
                proxy.range = held[plain.range_id]
            setattr(offer, part, proxy)


def _ready_range(product_range, product_ids: list[int]):
    if not product_range.proxy:
        inside = set(
            product_range.product_queryset.filter(pk__in=product_ids).values_list("pk", flat=True)
        )
        product_range.contains_product = lambda product: product.pk in inside
    return product_range
