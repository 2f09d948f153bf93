"""The cost of placing an order does not grow with its lines."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from .offers_of_oscar import offer
from .purchases import address, basket_with, goods_of, place_order, producer_in, total_of

pytestmark = pytest.mark.django_db

PER_PARCEL = 0  # every table is written once for all parcels


def queries_for(basket) -> list[str]:
    where, seen = address(), total_of(basket)
    with CaptureQueriesContext(connection) as caught:
        place_order(basket, address=where, seen_total=seen)
    return [query["sql"] for query in caught]


@pytest.fixture
def producers(general_fees):
    return [producer_in(code, f"HTX Mẫu {code}") for code in ("08", "48", "01", "79", "92")]


def test_twenty_lines_cost_as_many_queries_as_two(producers):
    hill = producers[0]
    two = basket_with(*[goods_of(hill) for _ in range(2)])
    twenty = basket_with(*[goods_of(hill) for _ in range(20)])

    assert len(queries_for(two)) == len(queries_for(twenty))


def test_five_parcels_cost_as_many_queries_as_one(producers):
    one = basket_with(goods_of(producers[0]), goods_of(producers[0]))
    five = basket_with(*[goods_of(producer) for producer in producers])

    assert len(queries_for(five)) == len(queries_for(one)) + 4 * PER_PARCEL


def test_twenty_lines_on_offer_cost_as_many_queries_as_two(producers):
    offer(7)
    hill = producers[0]
    two = basket_with(*[goods_of(hill) for _ in range(2)])
    twenty = basket_with(*[goods_of(hill) for _ in range(20)])

    assert len(queries_for(two)) == len(queries_for(twenty))


def test_a_purchase_of_one_line_costs_no_more_than_this(producers):
    assert len(queries_for(basket_with(goods_of(producers[0])))) <= 30
