"""The picture that other sites show beside a link."""

from django.conf import settings

from catalog.register.models import Product

from .addresses import absolute


def picture_address(product: Product) -> str:
    """The 1200 px JPEG of a product, absolute; empty where none was made."""
    if not product.picture:
        return ""
    path = f"{settings.MEDIA_URL}{product.picture}-1200.jpg"
    return path if path.startswith(("http://", "https://")) else absolute(path)
