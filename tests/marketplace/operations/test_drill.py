"""The drill: a backup taken while people buy is restored on an empty machine, and all is there.

On SQLite and on PostgreSQL, over HTTP, with the commands an operator types.
"""

import os
import threading
import time
from contextlib import contextmanager, suppress

import pytest

from tests.races.buyer import GONE, Buyer
from tests.races.ledger import Ledger
from tests.races.market import market
from tests.races.server import serving

from .drill import empty_database, environment, manage

pytestmark = pytest.mark.slow
BUYERS = 3


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def engine(request):
    if request.param == "postgresql" and not os.environ.get("TEST_POSTGRESQL_URL"):
        pytest.skip("no PostgreSQL: TEST_POSTGRESQL_URL is not set")
    return request.param


@contextmanager
def buying(server, stall):
    """People who place one order after another until the block ends."""
    over = threading.Event()

    def buy() -> None:
        while not over.is_set():
            with suppress(*GONE, AssertionError):
                buyer = Buyer(server.port)
                for listing in stall.plenty:
                    buyer.put_in(listing)
                buyer.submit(buyer.checkout_form())

    crowd = [threading.Thread(target=buy) for _ in range(BUYERS)]
    for buyer in crowd:
        buyer.start()
    try:
        yield
    finally:
        over.set()
        for buyer in crowd:
            buyer.join()


def until_sold(ledger, count):
    deadline = time.monotonic() + 90
    while len(ledger.codes()) < count:
        assert time.monotonic() < deadline
        time.sleep(0.1)


def file_contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for kind in ("media", "private")
        for path in (folder / kind).rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def kept(engine, tmp_path_factory):
    """A market under load, its backup, and what was known of it before and after."""
    folder = tmp_path_factory.mktemp("site")
    with market(engine, folder, goods=1, stock=5) as stall:
        for name in ("media/products/anh.webp", "media/images/a/b.jpg", "private/giay.pdf"):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(os.urandom(200_000))
        with serving(stall) as server, buying(server, stall):
            until_sold(stall.ledger, 5)
            manage(stall.environment, "worker", "--once")  # seals some of the log
            before = stall.ledger.codes()
            made = manage(stall.environment, "backup", "--to", folder / "kept")
            assert made.returncode == 0, made.stderr
            until_sold(stall.ledger, len(before) + 3)  # the shop went on meanwhile
        (archive,) = (folder / "kept").iterdir()
        yield archive, before, stall.ledger.codes(), file_contents(folder), stall.environment


def test_the_restored_site_is_whole(engine, kept, tmp_path):
    archive, before, after, contents, _ = kept
    with empty_database(engine, tmp_path) as url:
        where = environment(tmp_path / "var", url)

        restored = manage(where, "restore", archive)

        assert restored.returncode == 0, restored.stderr
        assert "The audit log is whole" in restored.stdout
        ledger = Ledger(url)
        assert ledger.faults() == {}
        codes = ledger.codes()
        assert codes[: len(before)] == before
        assert after[: len(codes)] == codes
        assert file_contents(tmp_path / "var") == contents
        assert manage(where, "verify_log").returncode == 0
        assert manage(where, "migrate", "--check").returncode == 0
        assert manage(where, "check").returncode == 0


def test_a_site_that_is_there_is_replaced_only_when_told(engine, kept, tmp_path):
    archive, *_ = kept
    with empty_database(engine, tmp_path) as url:
        where = environment(tmp_path / "var", url)
        assert manage(where, "restore", archive).returncode == 0
        ledger = Ledger(url)
        ledger.command("UPDATE ordering_ordergroup SET note = 'later'")
        (tmp_path / "var/media/products/new.webp").write_bytes(b"later")

        refused = manage(where, "restore", archive)

        assert refused.returncode != 0
        assert "--yes-replace" in refused.stderr
        assert set(ledger.column("SELECT note FROM ordering_ordergroup")) == {"later"}

        replaced = manage(where, "restore", archive, "--yes-replace")

        assert replaced.returncode == 0, replaced.stderr
        assert "later" not in ledger.column("SELECT note FROM ordering_ordergroup")
        assert not (tmp_path / "var/media/products/new.webp").exists()
        # The old is kept beside, until somebody deletes it.
        assert list((tmp_path / "var").glob("media.replaced-*/products/new.webp"))


def test_a_damaged_archive_changes_nothing(engine, kept, tmp_path):
    archive, *_ = kept
    damaged = tmp_path / archive.name
    content = bytearray(archive.read_bytes())
    content[len(content) // 2] ^= 1
    damaged.write_bytes(content)
    with empty_database(engine, tmp_path) as url:
        where = environment(tmp_path / "var", url)

        refused = manage(where, "restore", damaged)

        assert refused.returncode != 0
        assert "is not what was kept" in refused.stderr or "cannot be read" in refused.stderr
        assert "Nothing was changed" in refused.stderr
        assert not (tmp_path / "site.sqlite3").exists()
        assert file_contents(tmp_path / "var") == {}


def test_no_secret_is_in_the_archive(kept):
    archive, *_, where = kept
    content = archive.read_bytes()

    from marketplace.settings.base import INSECURE_SECRET_KEY

    assert INSECURE_SECRET_KEY.encode() not in content
    assert b'"secrets_needed"' in content
    assert where["DATABASE_URL"].encode() not in content
    assert archive.stat().st_mode & 0o077 == 0


def test_only_the_newest_archives_are_kept(kept, tmp_path):
    *_, where = kept
    old = [tmp_path / f"langsao-20200101-00000{n}.tar" for n in range(3)]
    for path in old:
        path.touch()
    (tmp_path / "notes.txt").touch()

    made = manage(where, "backup", "--to", tmp_path, "--keep", 2)

    assert made.returncode == 0, made.stderr
    left = sorted(path.name for path in tmp_path.iterdir())
    assert len(left) == 3
    assert left[0] == old[2].name
    assert "notes.txt" in left
