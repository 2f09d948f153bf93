"""What a pack costs, and whether it may be bought today: the register's gate, asked for Oscar.

Prices include tax, in whole dong.
"""

from collections.abc import Iterable
from decimal import Decimal

from oscar.apps.partner import prices, strategy

from catalog.lib import clock, money

from . import availability


class Certified(strategy.Structured):
    """Sells certified packs of sellers who are not suspended, while stock is free."""

    def __init__(self, request=None) -> None:
        # Not Oscar's own: it asks who the user is, which costs every cached page its cache.
        self.request = request
        self.user = None
        self._gate: dict[int, object] = {}

    def prepare(self, products: Iterable) -> None:
        """Ask the gate once for many packs instead of once for each."""
        self._ask({p.listing.product_id for p in products if hasattr(p, "listing")})

    def certificate_of(self, product):
        """The certificate that opens the gate for the pack today, or None."""
        if not hasattr(product, "listing"):
            return None
        if product.listing.product_id not in self._gate:
            self._ask({product.listing.product_id})
        return self._gate[product.listing.product_id]

    def _ask(self, product_ids: set[int]) -> None:
        from marketplace.shop.listings.selectors.gate import certificates_for_sale

        found = certificates_for_sale(product_ids, clock.today()) if product_ids else {}
        self._gate.update({product_id: found.get(product_id) for product_id in product_ids})

    def fetch_for_line(self, line, stockrecord=None) -> strategy.PurchaseInfo:
        """Price and availability by the stock record that the line was filled from."""
        return self.fetch_for_product(line.product, stockrecord or line.stockrecord)

    def select_stockrecord(self, product):
        """Choose the pack's only stock record."""
        return next(iter(product.stockrecords.all()), None)

    def pricing_policy(self, product, stockrecord):  # noqa: ARG002
        """Give the price with tax, as the law wants it shown."""
        if stockrecord is None or stockrecord.price is None:
            return prices.Unavailable()
        return prices.TaxInclusiveFixedPrice(
            currency=stockrecord.price_currency,
            excl_tax=money.whole(stockrecord.price),
            tax=Decimal(0),
        )

    def availability_policy(self, product, stockrecord):
        """Ask, in this order: seller and listing, gate, take-down, law on alcohol, stock."""
        listing = getattr(product, "listing", None)
        seller = getattr(getattr(stockrecord, "partner", None), "seller", None)
        if listing is None or not listing.is_active or seller is None or seller.suspended_at:
            return availability.NotForSale(availability.WITHDRAWN)
        if stockrecord.price is None:
            return availability.NotForSale(availability.WITHDRAWN)
        certificate = self.certificate_of(product)
        if certificate is None:
            return availability.NotForSale(availability.ENDED)
        if certificate.taken_down:
            return availability.NotForSale(availability.WITHDRAWN, availability.TAKEN_DOWN)
        if listing.product.product_set.is_alcohol and not seller.takes_transfers:
            return availability.NotForSale(availability.ALCOHOL)
        return availability.ForSale(stockrecord.net_stock_level)

    def parent_pricing_policy(self, product, children_stock):  # noqa: ARG002
        """Give no price: packs stand alone."""
        return prices.Unavailable()

    def parent_availability_policy(self, product, children_stock):  # noqa: ARG002
        """Sell no parent: packs stand alone."""
        return availability.NotForSale(availability.WITHDRAWN)


class Selector:
    """Gives everybody the same strategy."""

    def strategy(self, request=None, user=None, **kwargs) -> Certified:  # noqa: ARG002
        """Return a strategy that lives as long as the request."""
        return Certified(request)
