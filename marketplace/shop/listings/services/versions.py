"""The storefront's version: the one number that tells every process its lists are old."""

from django.db.models import F

from marketplace.shop.listings.models import StorefrontVersion


def raise_version(*, counts_changed: bool = False) -> int:
    """Raise the version by one and return it; to be called where the change is written."""
    raised = {"number": F("number") + 1}
    if counts_changed:
        raised["counted"] = F("counted") + 1
    if not StorefrontVersion.objects.filter(pk=1).update(**raised):
        StorefrontVersion.objects.get_or_create(pk=1)
    return StorefrontVersion.objects.values_list("number", flat=True).get(pk=1)


def raise_frame() -> None:
    """Every page is old: its head or foot changed."""
    raise_version()
    StorefrontVersion.objects.filter(pk=1).update(frame=F("frame") + 1)
