"""A fault is found again: by one number on the page, in the log, and in the audit log."""

import json
import logging

import pytest
from django.test import Client
from django.urls import path

from catalog.lib.request_number import request_id
from marketplace import urls
from marketplace.logs import JsonFormatter


def line_of(record) -> dict:
    (line,) = JsonFormatter().format(record).splitlines()
    return json.loads(line)


def record(message, *arguments, exc_info=None):
    return logging.LogRecord("shop", logging.ERROR, "x.py", 1, message, arguments, exc_info)


def test_a_line_is_one_json_object_whatever_it_tells():
    told = line_of(record('Đơn "%s"\nhỏng', "7KQ4"))

    assert told["message"] == 'Đơn "7KQ4"\nhỏng'
    assert (told["level"], told["logger"]) == ("ERROR", "shop")
    assert told["time"].endswith("+00:00")
    assert "request_id" not in told


def test_a_line_carries_the_requests_number_and_the_traceback():
    token = request_id.set("abc-12345678")
    try:
        _broken(None)
    except OSError as error:
        told = line_of(record("broken", exc_info=(type(error), error, error.__traceback__)))
    finally:
        request_id.reset(token)

    assert told["request_id"] == "abc-12345678"
    assert told["traceback"].endswith("OSError: a secret detail")


def _broken(request):
    raise OSError("a secret detail")


@pytest.fixture
def broken_page(settings):
    """A site with one page that breaks."""

    class Routes:
        handler500 = urls.handler500
        urlpatterns = [path("hong/", _broken), *urls.urlpatterns]

    settings.ROOT_URLCONF = Routes
    return Client(raise_request_exception=False)


@pytest.mark.django_db
def test_the_page_of_a_fault_shows_the_number_and_no_detail(broken_page):
    response = broken_page.get("/hong/", headers={"x-request-id": "0123456789-abcdef"})

    page = response.content.decode()
    assert response.status_code == 500
    assert response.headers["X-Request-ID"] == "0123456789-abcdef"
    assert page.count("<code>0123456789-abcdef</code>") == 2
    assert "secret" not in page


@pytest.mark.django_db
@pytest.mark.parametrize("given", ["short", "x" * 40, "<script>alert(1)</script>", "a b c d e f g"])
def test_a_number_that_is_none_is_replaced(broken_page, given):
    response = broken_page.get("/hong/", headers={"x-request-id": given})

    assert response.headers["X-Request-ID"] != given
    assert given not in response.content.decode()
