"""What was promised when it was bought stays, whatever happens later."""

from datetime import timedelta

import pytest

from catalog.lib import clock
from catalog.register.models import Certificate
from catalog.register.services import certificates
from marketplace.shop.delivery.models import DeliveryRate
from marketplace.shop.ordering.models import LineTerms, OrderGroup, Parcel
from tests.factories.register import CertificateFactory

from .purchases import Order, OrderLine, StockRecord, basket_with, goods_of, order, producer_in

pytestmark = pytest.mark.django_db


def kept() -> list:
    """All that an order has written."""
    return [
        list(model.objects.order_by("pk").values())
        for model in (OrderGroup, Parcel, LineTerms, Order, OrderLine)
    ]


@pytest.fixture
def tea(general_fees):
    """Four stars, ordered once."""
    listing = goods_of(producer_in("08", "HTX Mẫu A"), name="Chè Mẫu")
    order(basket_with((listing, 2)))
    return listing


def test_a_later_price_leaves_the_order(tea):
    before = kept()

    StockRecord.objects.update(price=999_000)
    DeliveryRate.objects.update(first_fee=99_000)

    assert kept() == before


def test_a_later_star_leaves_the_order_and_marks_the_next(tea):
    old = tea.product.certificates.get()
    before = kept()

    CertificateFactory(product=tea.product, star=5, decision_no="5/QĐ-MỚI", issued_on=clock.today())

    assert kept() == before
    order(basket_with(tea))
    first, second = LineTerms.objects.order_by("pk")
    assert (first.star, first.certificate) == (4, old)
    assert (second.star, second.decision_no) == (5, "5/QĐ-MỚI")


def test_a_later_correction_of_the_decision_leaves_the_order(tea):
    before = kept()

    Certificate.objects.update(star=3, decision_no="sửa", expires_on=clock.today() - timedelta(1))

    assert kept() == before


def test_a_later_revocation_leaves_the_order(tea):
    before = kept()

    certificates.revoke_certificate(
        tea.product.certificates.get(), ground="law_broken", decision_no="9/QĐ-MẪU"
    )

    assert kept() == before


def test_later_names_of_pack_product_and_producer_leave_the_order(tea):
    before = kept()

    tea.pack, tea.weight_grams = "hộp 100 g", 150
    tea.save()
    tea.product.name = "Tên mới"
    tea.product.save()
    tea.product.producer.name = "HTX Tên Mới"
    tea.product.producer.save()

    assert kept() == before
    assert OrderLine.objects.get().title == "Chè Mẫu (hộp 200 g)"
    assert Parcel.objects.get().seller_name == "HTX Mẫu A"
