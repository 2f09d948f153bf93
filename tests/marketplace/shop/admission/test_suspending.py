"""Stopping a seller: announced, waited for, in force, lifted."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import now

from catalog.journal.models import AuditEvent
from marketplace.shop.admission.errors import (
    AlreadySuspended,
    NoticeTooShort,
    NotSuspended,
    ReasonNeeded,
)
from marketplace.shop.admission.models import Suspension
from marketplace.shop.admission.services.suspending import apply_due, lift, suspend
from marketplace.shop.listings.models import ProductCard
from tests.cast import Cast
from tests.factories.shop import on_sale, seller_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    people = Cast()
    people.listing = on_sale(producer=people.producer_a)
    people.seller = seller_of(people.producer_a)
    return people


def is_sold(people) -> bool:
    page = people.browser().get(f"/san-pham/{people.listing.product.slug}/").content.decode()
    return "Thêm vào giỏ" in page


def days_pass(suspension, days: int) -> None:
    Suspension.objects.filter(pk=suspension.pk).update(effective_at=now() - timedelta(seconds=1))


def test_a_seller_sells_until_the_notice_has_run_out(people):
    suspension = suspend(people.seller, reason="Giao hàng sai", by=people.giang)

    assert apply_due() == 0
    assert is_sold(people)
    assert suspension.effective_at - suspension.announced_at == timedelta(days=5)

    days_pass(suspension, 5)
    assert apply_due() == 1
    assert not is_sold(people)
    assert not ProductCard.objects.exists()


def test_the_worker_stops_a_seller_once(people):
    suspension = suspend(people.seller, reason="Giao hàng sai", by=people.giang)
    days_pass(suspension, 5)

    assert [apply_due(), apply_due()] == [1, 0]
    assert AuditEvent.objects.filter(verb="seller.suspended").count() == 1


def test_less_than_five_days_are_refused(people):
    with pytest.raises(NoticeTooShort):
        suspend(people.seller, reason="Giao hàng sai", notice_days=4, by=people.giang)

    assert not Suspension.objects.exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        Suspension.objects.create(
            seller=people.seller,
            reason="x",
            notice_days=4,
            announced_at=now(),
            announced_by=people.giang,
            effective_at=now(),
        )


def test_an_authority_has_a_seller_stopped_at_once(people):
    suspend(
        people.seller,
        reason="Hàng giả",
        notice_days=0,
        authority_request="12/QLTT",
        by=people.giang,
    )

    assert not is_sold(people)
    announced = AuditEvent.objects.get(verb="suspension.announced")
    assert announced.after["authority_request"] == "12/QLTT"


def test_a_suspension_says_why(people):
    with pytest.raises(ReasonNeeded):
        suspend(people.seller, reason=" ", by=people.giang)

    assert not Suspension.objects.exists()


def test_a_seller_is_stopped_by_one_decision_at_a_time(people):
    suspend(people.seller, reason="Một", by=people.giang)

    with pytest.raises(AlreadySuspended):
        suspend(people.seller, reason="Hai", by=people.giang)

    assert Suspension.objects.get().reason == "Một"


def test_lifted_the_seller_sells_again(people):
    suspension = suspend(
        people.seller, reason="x", notice_days=0, authority_request="1/QĐ", by=people.giang
    )

    lift(suspension, reason="Đã khắc phục", by=people.giang)

    assert is_sold(people)
    assert ProductCard.objects.count() == 1
    assert AuditEvent.objects.get(verb="suspension.lifted").reason == "Đã khắc phục"


def test_lifted_before_its_day_it_never_comes_into_force(people):
    suspension = suspend(people.seller, reason="x", by=people.giang)
    lift(suspension, reason="Nhầm", by=people.giang)
    days_pass(suspension, 5)

    assert apply_due() == 0
    assert is_sold(people)


def test_it_is_lifted_once(people):
    suspension = suspend(people.seller, reason="x", by=people.giang)
    lift(suspension, reason="Nhầm", by=people.giang)

    with pytest.raises(NotSuspended):
        lift(suspension, reason="Nữa", by=people.giang)

    assert Suspension.objects.get().lift_reason == "Nhầm"


def test_the_producer_finds_it_in_the_inbox(people):
    people.binh
    suspension = suspend(people.seller, reason="Giao hàng sai", by=people.giang)
    lift(suspension, reason="Đã khắc phục", by=people.giang)

    page = people.browser("binh").get("/ban-hang/htx-mau-a/hop-tin/").content.decode()

    assert "Gian hàng ngừng bán từ" in page
    assert "Giao hàng sai" in page
    assert "Gian hàng được bán lại" in page
