"""What every page of ours needs to know."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from cms import selectors


def site(request: HttpRequest) -> dict:  # noqa: ARG001
    """The site's name as its operator gave it, and whether it shows sample data."""
    return {
        "SITE_NAME": SimpleLazyObject(lambda: selectors.site_identity().name),
        "SITE_URL": f"{settings.BASE_URL.rstrip('/')}/",  # for the foot of letters
        "SAMPLE_DATA": settings.SAMPLE_DATA,
    }
