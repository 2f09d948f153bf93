"""Oscar's stock record, whose allocation cannot go below zero free."""

from django.db.models import F
from django.db.models.functions import Coalesce
from oscar.apps.partner.abstract_models import AbstractStockRecord
from oscar.apps.partner.exceptions import InvalidStockAdjustment


class StockRecord(AbstractStockRecord):
    """Price and stock of one pack."""

    def allocate(self, quantity: int) -> None:
        """Reserve ``quantity`` if that many are free, decided by the database in one statement.

        Raises InvalidStockAdjustment, with nothing changed, when fewer are free.
        """
        taken = (
            type(self)
            .objects.filter(
                pk=self.pk, num_in_stock__gte=Coalesce(F("num_allocated"), 0) + quantity
            )
            .update(num_allocated=Coalesce(F("num_allocated"), 0) + quantity)
        )
        if not taken:
            msg = f"stock record {self.pk}: fewer than {quantity} free"
            raise InvalidStockAdjustment(msg)
        self.refresh_from_db(fields=["num_in_stock", "num_allocated"])
        self.post_save_signal()

    allocate.alters_data = True


from oscar.apps.partner.models import *
