"""One journey with all engines, then the same pages with each of them stopped or slow.

A visitor waits three seconds at the most, sees no page of a fault, and buys.
"""

import re
import time
import urllib.request
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from tests.races.buyer import Buyer

pytestmark = [pytest.mark.slow, pytest.mark.postgresql]
PATIENCE_SECONDS = 3
REST_SECONDS = 5  # marketplace.cache: how long Redis is left alone after a failure
UPLOAD = """
from io import BytesIO
from PIL import Image
from catalog.register.models import Product
from catalog.register.pictures import make_photograph_renditions
product = Product.objects.get(listings__pk={listing})
picture = BytesIO()
Image.effect_noise((1300, 1300), 60).convert("RGB").save(picture, "JPEG")
picture.seek(0)
picture.name = "anh.jpg"
make_photograph_renditions(product, picture)
print(product.slug)
"""


def buys(site) -> None:
    """A guest buys one thing of each producer; each step is as quick as it must be."""
    buyer = Buyer(site.server.port)
    for listing in site.stall.plenty:
        assert quick(lambda listing=listing: buyer.put_in(listing)).status in {200, 302, 303}
    form = quick(buyer.checkout_form)
    reply = quick(lambda: buyer.submit(form))
    assert reply.code, reply.status
    assert quick(lambda: buyer.get(reply.location)).status == 200


def looks(site, slug: str) -> None:
    """A visitor looks around."""
    for path in ("/", "/san-pham/", "/san-pham/?q=che", f"/san-pham/{slug}/", "/tai-khoan/login/"):
        assert quick(lambda path=path: Buyer(site.server.port).get(path)).status == 200, path


def quick(ask):
    began = time.monotonic()
    answer = ask()
    assert time.monotonic() - began < PATIENCE_SECONDS
    return answer


@pytest.fixture(scope="module")
def slug(site) -> str:
    """A product whose picture lies in the bucket."""
    return site.python(UPLOAD.format(listing=site.stall.plenty[0])).strip()


def look_ups(site, count: int) -> Counter:
    buyer = Buyer(site.server.port)
    form = buyer.form("/don-hang/") | {"code": "7KQ4-M2ZP-9X", "phone": "0912000123"}
    with ThreadPoolExecutor(4) as crowd:
        statuses = crowd.map(lambda _: buyer.again().post("/don-hang/", form).status, range(count))
        return Counter(statuses)


def test_a_guest_buys(site):
    before = len(site.stall.ledger.codes())

    buys(site)

    assert len(site.stall.ledger.codes()) == before + 1
    assert site.stall.ledger.faults() == {}


def test_a_picture_goes_to_the_bucket_and_is_read_back(site, slug):
    reply = Buyer(site.server.port).get(f"/san-pham/{slug}/")
    address = re.search(r'src="(http://127\.0\.0\.1:\d+/[^"]+\.webp)"', reply.page)[1]

    with urllib.request.urlopen(address, timeout=5) as picture:  # noqa: S310
        content = picture.read()

    assert content[8:12] == b"WEBP"
    assert content in [body for body, _ in site.bucket.kept.values()]


def test_browsers_may_fetch_from_the_bucket_and_nowhere_else(site):
    with urllib.request.urlopen(f"http://127.0.0.1:{site.server.port}/", timeout=9) as page:
        policy = page.headers["Content-Security-Policy"]

    sources = re.search(r"img-src ([^;]+)", policy)[1].split()
    assert set(sources) == {"'self'", "data:", f"http://127.0.0.1:{site.bucket.port}"}


def test_workers_share_the_limits_in_redis(site):
    assert look_ups(site, 40) == {422: 20, 429: 20}
    assert [key for key in site.redis.keys() if key.startswith("limit:look_up")]  # noqa: SIM118


@contextmanager
def redis_stopped(site):
    site.redis.stop()
    yield
    site.redis.start()


@contextmanager
def redis_slow(site):
    site.redis.hang()
    yield
    site.redis.go_on()


@contextmanager
def bucket_stopped(site):
    site.bucket.stop()
    yield
    site.bucket.start()


@contextmanager
def bucket_slow(site):
    site.bucket.delay = 5
    yield
    site.bucket.delay = 0


@contextmanager
def post_stopped(site):
    yield


@contextmanager
def post_slow(site):
    site.post.hang()
    yield
    site.post.go_on()


TROUBLES = [redis_stopped, redis_slow, bucket_stopped, bucket_slow, post_stopped, post_slow]


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda t: t.__name__)
def test_shop_and_checkout_stay_up(site, slug, trouble):
    with trouble(site):
        looks(site, slug)
        buys(site)
        looks(site, slug)
    looks(site, slug)
    buys(site)
    assert site.stall.ledger.faults() == {}


@pytest.mark.parametrize("trouble", [redis_stopped, redis_slow])
def test_limits_hold_without_redis_and_come_back_to_it(site, trouble):
    with trouble(site):
        without = look_ups(site, 30)
        assert without[429] >= 8  # a first few may have been counted by Redis
    time.sleep(REST_SECONDS + 0.5)
    look_ups(site, 4)
    assert [key for key in site.redis.keys() if key.startswith("limit:look_up")]  # noqa: SIM118


@pytest.mark.parametrize("trouble", [post_stopped, post_slow])
def test_whoever_signs_up_sees_the_page_and_gets_the_letter_later(site, trouble):
    buyer = Buyer(site.server.port)
    address = f"{trouble.__name__}@example.vn".replace("_", "-")
    told = {"name": "Mới", "email": address, "password1": "mat-khau-rieng-9"}
    with trouble(site):
        form = buyer.form("/tai-khoan/signup/") | told
        reply = quick(lambda: buyer.post("/tai-khoan/signup/", form))

    assert reply.status == 302
    waiting = site.stall.ledger.column(
        "SELECT key FROM journal_outboxmessage WHERE topic = 'account.letter' AND done_at IS NULL"
    )
    assert waiting


def test_an_upload_without_the_bucket_changes_nothing_and_says_so(site, slug):
    """The page of such an upload is the site's own: see tests/marketplace/test_store_down.py."""
    kept = dict(site.bucket.kept)
    with bucket_stopped(site), pytest.raises(AssertionError, match="EndpointConnectionError"):
        site.python(UPLOAD.format(listing=site.stall.plenty[1]))

    assert site.bucket.kept == kept
