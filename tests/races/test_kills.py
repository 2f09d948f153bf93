"""Workers are killed in the middle of placing orders; what was acknowledged is there, whole."""

import random
import threading
import time

import pytest

from .buyer import GONE, Buyer, Reply
from .market import market
from .server import Server, serving

pytestmark = pytest.mark.race

TRIES, PAUSE_SECONDS = 100, 0.1


def keep_trying(act) -> object:
    """As a person does whose page does not come: again, until it does."""
    for _ in range(TRIES):
        try:
            return act()
        except GONE:
            time.sleep(PAUSE_SECONDS)
    message = "the server did not come back"
    raise AssertionError(message)


def first_answer(buyer: Buyer, form: dict[str, str]) -> Reply | None:
    """The reply to one press; None when the connection broke before it came."""
    try:
        return buyer.submit(form)
    except GONE:
        return None


def usual_time(server: Server, listings: list[int]) -> float:
    """How long a placement takes when nobody is killed, in seconds."""
    taken = []
    for _ in range(5):
        buyer = Buyer(server.port)
        form = filled(buyer, listings)
        start = time.monotonic()
        assert buyer.submit(form).code
        taken.append(time.monotonic() - start)
    return sorted(taken)[2]


def filled(buyer: Buyer, listings: list[int]) -> dict[str, str]:
    """The form for a basket of both producers' goods."""
    for listing in listings:
        assert keep_trying(lambda listing=listing: buyer.put_in(listing)).location
    return keep_trying(buyer.checkout_form)


def placements(engine, folder, count: int) -> None:
    dice = random.Random(20_261_124)  # noqa: S311 - moments, not secrets
    with market(engine, folder, goods=0, stock=0) as place, serving(place) as server:
        usual = usual_time(server, place.plenty)
        known = place.ledger.codes()
        acknowledged, broken = [], 0
        for _ in range(count):
            # Each buyer is new: nobody's second basket hides what became of the first.
            buyer = Buyer(server.port)
            form = filled(buyer, place.plenty)
            killer = threading.Timer(dice.uniform(0, 1.5 * usual), server.kill_workers)
            killer.start()
            first = first_answer(buyer, form)
            killer.join()
            broken += first is None
            final = keep_trying(lambda buyer=buyer, form=form: buyer.submit(form))
            assert final.code, f"{final.status} {final.location}"
            assert first is None or first.code == final.code
            acknowledged.append(final.code)

        assert place.ledger.codes()[len(known) :] == acknowledged
        assert len(set(acknowledged)) == count
        assert place.ledger.faults() == {}
        assert broken >= count // 10, f"only {broken} of {count} kills hit a placement"


def test_fifty_placements_outlive_kills(engine, tmp_path):
    placements(engine, tmp_path, 50)


@pytest.mark.soak
def test_two_hundred_placements_outlive_kills(engine, tmp_path):
    placements(engine, tmp_path, 200)
