"""A limit counts across workers: two of them together let no more through than one would."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from .buyer import Buyer
from .market import market
from .server import serving

pytestmark = [pytest.mark.slow, pytest.mark.race]
FORM = {"code": "7KQ4-M2ZP-9X", "phone": "0912000123"}


def test_two_workers_share_the_limit_and_other_pages_go_on(tmp_path):
    with market("sqlite", tmp_path, goods=0, stock=1) as stall:
        limited = {**stall.environment, "RATE_LIMITS": "look_up=20/10m"}
        with serving(replace(stall, environment=limited)) as server:
            buyer = Buyer(server.port)
            form = buyer.form("/don-hang/") | FORM
            with ThreadPoolExecutor(8) as crowd:
                tries = range(60)
                got = Counter(
                    crowd.map(lambda _: buyer.again().post("/don-hang/", form).status, tries)
                )

            assert got == {422: 20, 429: 40}
            assert len(server.workers()) == 2
            assert buyer.get("/san-pham/").status == 200
            buyer.put_in(stall.plenty[0])
            assert buyer.checkout_form()["tong"]
