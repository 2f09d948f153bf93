"""Counts beside the filters: what each choice would leave, its own filter set aside."""

from collections import Counter
from itertools import product as combinations

import pytest
from django.http import QueryDict

from catalog.lib import clock
from marketplace.shop.listings.list_query import ListQuery
from marketplace.shop.listings.models import ProductCard, StorefrontVersion
from marketplace.shop.listings.selectors.cards import storefront
from marketplace.shop.listings.selectors.facets import COLUMNS, facets, matching
from marketplace.shop.listings.services.cards import gathered
from tests.factories.register import (
    CertificateFactory,
    CommuneFactory,
    ProducerFactory,
    ProductFactory,
    ProductSetFactory,
    ProvinceFactory,
)
from tests.factories.shop import on_sale

from .reading import counts, titles, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def market(spirits):
    """Two provinces, three sets and spirits, three stars, three bands, with and without stock."""
    north = CommuneFactory(
        code="00691", name="Hà Giang 1", province=ProvinceFactory(code="08", name="Tuyên Quang")
    )
    producers = [ProducerFactory(commune=north), ProducerFactory()]
    sets = [
        ProductSetFactory(set_no=3, group_no=2),
        ProductSetFactory(set_no=4, group_no=2),
        ProductSetFactory(set_no=11),
        spirits,
    ]
    prices = (40_000, 150_000, 400_000)
    with gathered():
        for number, (star, producer, kind) in enumerate(combinations((3, 4, 5), producers, sets)):
            product = ProductFactory(name=f"Mẫu {number}", producer=producer, product_set=kind)
            CertificateFactory(product=product, star=star)
            on_sale(product=product, price=prices[number % 3], stock=number % 5)


def parsed(query):
    return ListQuery.parse(
        QueryDict(query), provinces=("08", "68"), groups=(2, 11, 14), sets=(3, 4, 11, 14)
    )


def aside(query, facet):
    """The query without what it chose of one facet."""
    for value in (None,) if facet == "in_stock" else getattr(query, facet):
        query = query.without(facet, value)
    return query


QUERIES = [
    "",
    "sao=4",
    "sao=4&sao=5",
    "tinh=68&sao=3",
    "nhom=2",
    "nhom=2&bo=3",
    "gia=2&con_hang=1",
    "con_hang=1",
    "q=mau&tinh=08&gia=1&gia=3",
    "q=1&sao=5",
    "nhom=11&tinh=08&sao=4&gia=2&con_hang=1",
]


@pytest.mark.parametrize("adult", [False, True])
def test_counts_equal_direct_queries_without_their_own_filter(market, subtests, adult):
    day, version = clock.today(), storefront()
    for typed in QUERIES:
        query = parsed(typed)

        found = facets(query, day=day, adult=adult, version=version)

        with subtests.test(typed):
            assert found.total == matching(query, day=day, adult=adult).count()
            for facet, column in COLUMNS.items():
                rest = matching(aside(query, facet), day=day, adult=adult)
                direct = Counter(rest.values_list(column, flat=True))
                assert {v: n for v, n in found.counts[facet].items() if n} == direct, facet


def test_the_page_shows_the_counts_of_its_query(client, market):
    response = client.get("/san-pham/?tinh=08&sao=4")

    assert counts(response, "sao") == {"5": "3", "4": "3", "3": "3"}
    assert counts(response, "tinh") == {"08": "3", "68": "3"}
    assert len(titles(response)) == 3
    assert "3 sản phẩm" in words_of(response)


def test_counts_are_of_today(market, stand_on):
    last = ProductCard.objects.latest("sells_until").sells_until
    query = parsed("")
    version = storefront()
    assert facets(query, day=clock.today(), adult=False, version=version).total == 18

    later = facets(query, day=last.replace(year=last.year + 1), adult=False, version=version)

    assert later.total == 0


def test_counts_are_read_once_for_a_version(market, django_assert_num_queries):
    version, day = storefront(), clock.today()
    with django_assert_num_queries(1):
        facets(parsed("sao=4"), day=day, adult=False, version=version)
    with django_assert_num_queries(0):
        facets(parsed("sao=4&trang=3&xep=ten"), day=day, adult=False, version=version)
        facets(parsed("tinh=08"), day=day, adult=False, version=version)


def test_counts_stay_while_prices_move_within_their_band(market, django_assert_num_queries):
    day, before = clock.today(), storefront()
    facets(parsed("sao=4"), day=day, adult=False, version=before)
    facets(parsed("q=mau"), day=day, adult=False, version=before)
    priced = StorefrontVersion(number=before.number + 1, counted=before.counted)

    with django_assert_num_queries(0):
        facets(parsed("sao=5"), day=day, adult=False, version=priced)
    with django_assert_num_queries(1):  # a name may have changed
        facets(parsed("q=mau"), day=day, adult=False, version=priced)


def test_without_an_age_answer_alcohol_is_named_but_not_counted(client, market):
    response = client.get("/san-pham/")

    assert counts(response, "nhom") == {"2": "12", "11": "6", "14": "từ 18 tuổi"}


def test_sets_of_alcohol_are_not_counted_either(client, spirits):
    ProductSetFactory(set_no=15, group_no=14, group_name="Đồ uống có cồn")
    on_sale(name="Rượu Mẫu", product_set=spirits)

    response = client.get("/san-pham/?nhom=14")

    assert counts(response, "bo") == {"14": "từ 18 tuổi", "15": "từ 18 tuổi"}
