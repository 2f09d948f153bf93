"""Thirty-two buyers press at once for the last five pieces."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from .buyer import Buyer, Reply
from .market import market
from .server import serving

pytestmark = pytest.mark.race

BUYERS, STOCK = 32, 5
CONTROL_ROUNDS = 10  # each oversells nearly always; that ten do not cannot be


def sells_out(buyers: list[Buyer], listing: int) -> list[Reply]:
    """Each has one piece in the basket and the form filled in; then all press at once."""
    start = threading.Barrier(BUYERS)

    def press(buyer: Buyer) -> Reply:
        buyer.put_in(listing)
        form = buyer.checkout_form()
        start.wait(timeout=120)
        return buyer.submit(form)

    with ThreadPoolExecutor(BUYERS) as crowd:
        return list(crowd.map(press, buyers))


def is_told_why(buyer: Buyer, reply: Reply) -> bool:
    """The page, or the basket it leads to, says that the goods are sold out."""
    if reply.location:
        reply = buyer.get(reply.location)
    return reply.status in {200, 409} and "hết hàng" in reply.page


def rounds(engine, folder, count: int) -> None:
    with market(engine, folder, goods=count, stock=STOCK) as place, serving(place) as server:
        buyers = [Buyer(server.port) for _ in range(BUYERS)]
        for listing in place.scarce:
            replies = sells_out(buyers, listing)

            won = sorted(reply.code for reply in replies if reply.code)
            lost = [(b, r) for b, r in zip(buyers, replies, strict=True) if not r.code]
            assert len(set(won)) == STOCK
            assert len(lost) == BUYERS - STOCK
            assert all(is_told_why(buyer, reply) for buyer, reply in lost)
            assert sorted(place.ledger.codes_with(listing)) == won
            assert place.ledger.free(listing) == 0
        assert place.ledger.faults() == {}


def test_five_of_thirty_two_get_the_last_five_in_twenty_rounds(engine, tmp_path):
    rounds(engine, tmp_path, 20)


@pytest.mark.soak
def test_five_of_thirty_two_get_the_last_five_in_two_hundred_rounds(engine, tmp_path):
    rounds(engine, tmp_path, 200)


def test_without_the_guard_the_same_race_oversells(engine, tmp_path):
    with market(engine, tmp_path, goods=CONTROL_ROUNDS, stock=STOCK) as place:
        place.ledger.drop_the_stock_rule()
        with serving(place, "tests.races.unguarded") as server:
            buyers = [Buyer(server.port) for _ in range(BUYERS)]
            for listing in place.scarce:
                sells_out(buyers, listing)
                if place.ledger.free(listing) < 0:
                    break

        assert place.ledger.free(listing) < 0
        assert len(place.ledger.codes_with(listing)) > STOCK
