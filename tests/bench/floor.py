"""The floor: a bare Django view of a given size, one middleware, no database."""

import os

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

BODY = b"x" * int(os.environ.get("FLOOR_BYTES", "24000"))


def page(request):
    return HttpResponse(BODY)


urlpatterns = [path("", page)]

if not settings.configured:
    settings.configure(
        ROOT_URLCONF=__name__,
        ALLOWED_HOSTS=["*"],
        SECRET_KEY="floor",
        MIDDLEWARE=["django.middleware.security.SecurityMiddleware"],
    )
    django.setup()
application = get_wsgi_application()
