"""Taking a product off sale at once, and letting it back."""

from django.db import transaction
from django.utils.timezone import now

from catalog.journal import audit
from catalog.lib.vietnamese import tidy
from catalog.register.models import Product
from marketplace.shop.listings.models import TakeDown

from .cards import refresh_cards


def take_down(product: Product, *, reason: str, by=None) -> TakeDown:
    """Stop the sale of a product from this moment; several may stand at once."""
    with transaction.atomic():
        taken = TakeDown.objects.create(product=product, reason=tidy(reason))
        audit.record("product.taken_down", product, actor=by, after={"take_down": taken.pk})
        refresh_cards({product.pk})
    return taken


def restore(taken: TakeDown, *, by=None) -> bool:
    """Lift one; the product sells when no other stands. False if it was lifted before."""
    with transaction.atomic():
        standing = TakeDown.objects.standing().filter(pk=taken.pk)
        if not standing.update(restored_at=now()):
            return False
        audit.record("product.restored", taken.product, actor=by, after={"take_down": taken.pk})
        refresh_cards({taken.product_id})
    return True
