"""The floor: a bare Django view of any size, one middleware, no database."""

from functools import lru_cache

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path


@lru_cache(maxsize=8)
def body(size: int) -> bytes:
    """So many bytes."""
    return b"x" * size


def page(request, size: int = 1):
    """Answer with a page of ``size`` bytes."""
    return HttpResponse(body(size))


urlpatterns = [path("healthz", page), path("<int:size>/", page)]

if not settings.configured:
    settings.configure(
        ROOT_URLCONF=__name__,
        ALLOWED_HOSTS=["*"],
        SECRET_KEY="floor",
        MIDDLEWARE=["django.middleware.security.SecurityMiddleware"],
    )
    django.setup()
application = get_wsgi_application()
