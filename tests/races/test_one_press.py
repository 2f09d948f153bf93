"""One checkout form sent many times: at once, again later, and by the back button."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from .buyer import Buyer
from .market import market
from .server import serving

pytestmark = pytest.mark.race

PRESSES = 10


def test_ten_presses_at_once_make_one_order(engine, tmp_path):
    with market(engine, tmp_path, goods=0, stock=0) as place, serving(place) as server:
        for _ in range(3):
            before = len(place.ledger.codes())
            buyer = Buyer(server.port)
            for listing in place.plenty:
                buyer.put_in(listing, 2)
            form, start = buyer.checkout_form(), threading.Barrier(PRESSES)

            def press(tab: Buyer, form=form, start=start):
                start.wait(timeout=60)
                return tab.submit(form)

            with ThreadPoolExecutor(PRESSES) as fingers:
                replies = list(fingers.map(press, [buyer.again() for _ in range(PRESSES)]))

            (code,) = {reply.code for reply in replies}
            assert place.ledger.codes()[before:] == [code]

            # Once more, later; and the page of the checkout, by the back button.
            again = buyer.submit(form)
            assert again.code == code
            assert buyer.get("/thanh-toan/").code == code
            assert buyer.get(again.location).status == 200
        assert place.ledger.faults() == {}
