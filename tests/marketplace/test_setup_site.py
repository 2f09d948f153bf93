"""A real site's first start, and every start after it."""

from io import StringIO

import pytest
from django.core.management import call_command
from wagtail.models import Page

from catalog.places.models import Commune, OldUnit, Province
from catalog.register.models import Producer, Product, ProductSet, RuleVersion
from cms.models import HomePage, NewsPage

pytestmark = pytest.mark.django_db


def set_up() -> str:
    told = StringIO()
    call_command("setup_site", verbosity=0, stdout=told)
    return told.getvalue()


def counts() -> dict[str, int]:
    kinds = (Province, Commune, OldUnit, ProductSet, RuleVersion, Page, Producer, Product)
    return {kind.__name__: kind.objects.count() for kind in kinds}


def test_a_new_site_gets_its_reference_data_and_first_pages_and_nothing_fictional():
    set_up()

    found = counts()
    assert (found["Province"], found["Commune"], found["OldUnit"]) == (34, 3_321, 10_602)
    assert (found["ProductSet"], found["RuleVersion"]) == (26, 4)
    assert (found["Producer"], found["Product"]) == (0, 0)
    assert {page.locale.language_code for page in HomePage.objects.live()} == {"vi", "en"}
    assert not NewsPage.objects.exists()


def test_a_second_start_changes_nothing(client):
    set_up()
    before = counts()

    told = set_up()

    assert counts() == before
    assert "Units: 0 new, 0 changed, 0 closed" in told
    assert "0 pages made" in told
    assert client.get("/").status_code == client.get("/en/").status_code == 200
