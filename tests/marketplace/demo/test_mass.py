"""Products for measuring: as many as asked for, the same for the same seed."""

from io import StringIO

import pytest
from django.core.management import call_command
from oscar.core.loading import get_model

from catalog.lib import clock
from catalog.places.models import Province
from catalog.register.models import Certificate, Producer, Product
from catalog.register.rules import may_grant
from marketplace.shop.listings.models import Listing, ProductCard, Seller

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _sample_site(settings):
    settings.SAMPLE_DATA = True


def make(count, seed=1):
    call_command("make_products", count=count, seed=seed, stdout=StringIO())


def made():
    return list(Product.objects.order_by("slug").values_list("slug", "certificates__star"))


def test_products_of_all_sets_in_all_provinces_are_made():
    make(80)

    assert Product.objects.count() == 80
    assert Product.objects.values("product_set").distinct().count() == 26
    assert Producer.objects.count() == Seller.objects.count() == 200
    assert Producer.objects.values("province").distinct().count() == Province.objects.count() == 34
    assert not Product.objects.filter(is_sample=False).exists()
    assert not Producer.objects.filter(is_sample=False).exists()


def test_their_cards_are_those_of_what_is_for_sale():
    make(80)

    today = clock.today()
    sellable = Product.objects.sellable_on(today).count()
    on_cards = ProductCard.objects.filter(sells_from__lte=today, sells_until__gte=today)
    assert 0 < sellable == on_cards.count()
    assert Listing.objects.count() >= 80


def test_their_certificates_could_have_been_granted():
    make(80)

    for certificate in Certificate.objects.all():
        assert may_grant(certificate.authority_level, certificate.star, certificate.issued_on)


def test_making_more_keeps_what_is_there_and_makes_the_same_as_at_once():
    make(20)
    first = made()
    make(40)
    in_two_steps = made()
    Listing.objects.all().delete()
    get_model("catalogue", "Product").objects.all().delete()
    Certificate.objects.all().delete()
    Product.objects.all().delete()
    make(40)

    assert in_two_steps[:20] == first
    assert made() == in_two_steps


def test_asking_for_fewer_than_there_are_removes_none():
    make(20)
    make(10)

    assert Product.objects.count() == 20
