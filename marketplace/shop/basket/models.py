"""Oscar's basket: lines read in one query, merged without asking for more than there is."""

from django.db import transaction
from django.utils.timezone import now
from oscar.apps.basket.abstract_models import AbstractBasket


class Basket(AbstractBasket):
    """One buyer's basket, of any number of producers."""

    def all_lines(self) -> list:
        """Read the lines with all that prices and parcels need, once; the gate asked for all."""
        if self.id is None:
            return []
        if self._lines is None:
            self._lines = list(
                self.lines.select_related(
                    "stockrecord__partner__seller__producer__province",
                    "product__listing__product__product_set",
                ).order_by("pk")
            )
            if self.has_strategy:
                self.strategy.prepare([line.product for line in self._lines])
        return self._lines

    @property
    def num_lines(self) -> int:
        """How many lines there are."""
        return len(self.all_lines())

    @transaction.atomic
    def merge(self, basket, add_quantities=True) -> list:  # noqa: FBT002
        """Take over another basket's lines, none beyond the free stock.

        Returns the lines that were cut to what there is. Two requests that merge the same
        basket at once do it once.
        """
        claimed = (
            type(self)
            .objects.filter(pk=basket.pk, status__in=self.editable_statuses)
            .update(status=self.MERGED, date_merged=now())
        )
        if not claimed:
            return []
        for line in basket.lines.all():
            self.merge_line(line, add_quantities)
        vouchers = list(basket.vouchers.all())
        self.vouchers.add(*vouchers)
        basket.vouchers.clear()
        basket.status = self.MERGED
        return self._cut_to_stock()

    merge.alters_data = True

    def _cut_to_stock(self) -> list:
        cut = []
        for line in self.lines.select_related("stockrecord", "product"):
            most = max(1, line.stockrecord.net_stock_level)  # a sold out line says so itself
            if line.quantity > most:
                line.quantity = most
                line.save(update_fields=["quantity"])
                cut.append(line)
        self._lines = None
        return cut


from oscar.apps.basket.models import *
