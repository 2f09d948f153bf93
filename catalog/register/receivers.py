"""Plain saves and deletions tell of themselves too; connected in ``ready()``."""

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from .models import Certificate, Producer, Product
from .signals import tell


@receiver([post_save, post_delete], sender=Product)
def product_changed(sender: type, instance: Product, **_kwargs) -> None:
    """One product."""
    tell(sender, {instance.pk})


@receiver([post_save, post_delete], sender=Certificate)
def certificate_changed(sender: type, instance: Certificate, **_kwargs) -> None:
    """The product that the certificate is about."""
    tell(sender, {instance.product_id})


@receiver(post_save, sender=Producer)
def producer_changed(sender: type, instance: Producer, *, created: bool, **_kwargs) -> None:
    """All products of the producer; one with products is never deleted."""
    if not created:
        tell(sender, instance.products.values_list("pk", flat=True))
