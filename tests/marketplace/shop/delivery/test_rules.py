"""What a parcel costs: weight or room, steps begun, the threshold, whose table."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from marketplace.shop.delivery import rules
from marketplace.shop.delivery.errors import RateUnknown, RegionUnknown

DAY = date(2026, 11, 24)
RATE = rules.Rate(
    zone=rules.PROVINCE,
    first_grams=500,
    first_fee=Decimal(20_000),
    step_grams=500,
    step_fee=Decimal(5_000),
    days_min=1,
    days_max=2,
    effective_from=DAY,
)


@pytest.mark.parametrize(
    ("grams", "cubic_cm", "divisor", "charged"),
    [
        (300, 0, 6_000, 300),  # never measured
        (300, 1_800, 6_000, 300),  # 20 x 15 x 6 takes exactly its weight
        (300, 1_801, 6_000, 301),
        (300, 6_000, 6_000, 1_000),
        (300, 6_000, 5_000, 1_200),
        (5_000, 6_000, 5_000, 5_000),  # heavier than it is large
    ],
)
def test_a_parcel_is_charged_by_its_weight_or_the_room_it_takes(grams, cubic_cm, divisor, charged):
    assert rules.charged_grams(grams, cubic_cm=cubic_cm, divisor=divisor) == charged


@given(st.integers(1, 10**6), st.integers(0, 10**9), st.sampled_from(rules.DIVISORS))
def test_no_parcel_is_charged_below_its_weight(grams, cubic_cm, divisor):
    charged = rules.charged_grams(grams, cubic_cm=cubic_cm, divisor=divisor)

    assert charged >= grams
    assert charged * divisor >= cubic_cm * 1_000


@pytest.mark.parametrize(
    ("grams", "fee"), [(1, 20_000), (500, 20_000), (501, 25_000), (1_000, 25_000), (1_001, 30_000)]
)
def test_each_half_kilogram_begun_is_paid(grams, fee):
    assert rules.fee(RATE, grams=grams, goods=Decimal(0)) == fee


def test_goods_worth_the_threshold_go_free_and_a_dong_less_does_not():
    rate = replace(RATE, free_from=Decimal(300_000))

    assert rules.fee(rate, grams=900, goods=Decimal(300_000)) == 0
    assert rules.fee(rate, grams=900, goods=Decimal(299_999)) == 25_000


def test_what_is_left_to_the_threshold_is_told_until_it_is_reached():
    rate = replace(RATE, free_from=Decimal(300_000))

    assert rules.left_to_free(rate, goods=Decimal(180_000)) == 120_000
    assert rules.left_to_free(rate, goods=Decimal(300_000)) is None
    assert rules.left_to_free(RATE, goods=Decimal(1)) is None


def test_the_sellers_table_goes_before_the_provinces_and_that_before_the_sites():
    site, province, seller = (replace(RATE, owner=owner) for owner in rules.Owner)

    def chosen(*rates):
        return rules.rate_of_the_day(rates, zone=rules.PROVINCE, day=DAY)

    assert chosen(site, province, seller) == seller
    assert chosen(province, site) == province
    assert chosen(site) == site


def test_of_two_tables_the_one_begun_last_counts_and_of_one_day_the_later_entered():
    old = replace(RATE, effective_from=DAY - timedelta(days=9), number=9)
    first, second = replace(RATE, number=10), replace(RATE, number=11)

    def chosen(*rates, day=DAY):
        return rules.rate_of_the_day(rates, zone=rules.PROVINCE, day=day)

    assert chosen(second, old, first) == second
    assert chosen(second, old, first, day=DAY - timedelta(days=1)) == old


def test_a_day_and_a_zone_without_a_rate_are_unknown_never_free():
    with pytest.raises(RateUnknown):
        rules.rate_of_the_day([RATE], zone=rules.REGION, day=DAY)
    with pytest.raises(RateUnknown):
        rules.rate_of_the_day([RATE], zone=rules.PROVINCE, day=DAY - timedelta(days=1))


def test_zones_follow_province_and_region_and_nothing_is_guessed():
    regions = {"08": "north", "04": "north", "68": "highlands"}

    assert rules.zone("08", "08", regions) == rules.PROVINCE
    assert rules.zone("08", "04", regions) == rules.REGION
    assert rules.zone("08", "68", regions) == rules.COUNTRY
    with pytest.raises(RegionUnknown):
        rules.zone("08", "99", regions)
