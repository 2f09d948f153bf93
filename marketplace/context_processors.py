"""What every page of ours needs to know."""

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict:  # noqa: ARG001
    """The site's name, and whether it shows sample data."""
    return {"SITE_NAME": settings.SITE_NAME, "SAMPLE_DATA": settings.SAMPLE_DATA}
