"""The letter that says the order is placed: one, in both forms, in the buyer's language."""

import pytest
from django.core import mail
from django.utils.timezone import now

from catalog.journal import outbox
from catalog.journal.models import OutboxMessage

from .purchases import address, basket_with, goods_of, order, producer_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def basket(general_fees):
    """Two packs of tea at 33.335 ₫ and a fish of another producer."""
    tea = goods_of(producer_in("08", "HTX Mẫu A"), name="Chè Mẫu", price=33_335)
    fish = goods_of(producer_in("48", "HTX Mẫu B"), name="Cá khô Mẫu")
    return basket_with((tea, 2), fish)


def letter_for(basket, *, language="vi", **fields):
    """The letter of a new order."""
    group = order(basket, where=address(email="an@example.vn", **fields), language=language).group
    outbox.drain()
    (letter,) = mail.outbox
    return group, letter


def test_one_order_makes_one_letter_however_often_the_outbox_is_drained(basket):
    group, letter = letter_for(basket)

    outbox.drain()
    order(basket, seen_total=group.total)
    outbox.drain()

    assert mail.outbox == [letter]
    assert letter.to == ["an@example.vn"]
    assert OutboxMessage.objects.get(topic="order.placed").done_at is not None


def test_a_repetition_can_be_told_by_its_id(basket):
    group, _ = letter_for(basket)
    # As if the worker had died between the letter and the mark.
    OutboxMessage.objects.update(done_at=None, due_at=now())

    outbox.drain()

    first, second = mail.outbox
    assert first.extra_headers["Message-ID"] == second.extra_headers["Message-ID"]
    assert group.code in first.extra_headers["Message-ID"]


def test_the_letter_says_in_both_forms_what_was_ordered(basket):
    group, letter = letter_for(basket)

    html, kind = letter.alternatives[0]
    assert kind == "text/html"
    assert group.display_code in letter.subject
    for form in (letter.body, html):
        for said in (
            group.display_code,
            "HTX Mẫu A",
            "HTX Mẫu B",
            "Chè Mẫu (hộp 200 g)",
            "66.670\u00a0₫",
            "211.670\u00a0₫",
            "phường Phan Thiết",
            f"/don-hang/{group.code}/",
        ):
            assert said in form
        assert "http://" in form


def test_the_letter_is_in_the_language_of_the_order(basket):
    group, letter = letter_for(basket, language="en")

    assert f"/en/don-hang/{group.code}/" in letter.body
    assert "Đơn hàng" not in letter.subject


def test_html_in_the_buyers_words_stays_text(basket):
    _, letter = letter_for(basket, name="<script>x</script>", street="<b>đậm</b>")

    html = letter.alternatives[0][0]
    assert "<script>" not in html
    assert "<b>đậm" not in html
    assert "<script>x</script>" in letter.body  # plain text needs no escape


def test_a_line_break_in_a_name_makes_no_header(basket):
    _, letter = letter_for(basket, name="An\r\nBcc: kẻ gian")

    assert "Bcc" not in letter.message().as_string().partition("\n\n")[0]


def test_without_an_address_no_letter_waits(basket):
    order(basket)

    outbox.drain()

    assert mail.outbox == []
    assert OutboxMessage.objects.get(topic="order.placed").done_at is not None
