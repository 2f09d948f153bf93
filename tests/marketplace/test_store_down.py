"""While the store of uploads does not answer, an upload gets a page in words, and 503."""

import pytest
from django.test import Client
from django.urls import path

from marketplace import urls

pytestmark = pytest.mark.django_db


def _uploads(request):
    from botocore.exceptions import EndpointConnectionError

    raise EndpointConnectionError(endpoint_url="http://secret.example:9000")


def test_an_upload_is_asked_for_again_later(settings):
    class Routes:
        handler500 = urls.handler500
        urlpatterns = [path("gui/", _uploads), *urls.urlpatterns]

    settings.ROOT_URLCONF = Routes

    response = Client().post("/gui/")

    assert response.status_code == 503
    assert response.headers["Retry-After"] == "60"
    page = response.content.decode()
    assert "Kho tệp đang không trả lời" in page
    assert "secret" not in page
