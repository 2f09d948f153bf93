"""What is measured, one function for each kind of path."""

import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from sqlite3 import connect
from statistics import median

from .server import COUNTED, FLOOR, SITE, Server, gunicorn
from .shopper import Shopper, add, buy, commune, listing_on, product_paths

LIST = "/san-pham/"
# Filters of one kind each, that the measured goods have.
FILTERS = ("sao=4", "nhom=1", "nhom=4", "bo=6", "tinh=01", "tinh=68", "gia=2", "con_hang=1")
PAGES_OF_PRODUCTS = 20
MANY_PAGES = 100
_serial = count(1)


@dataclass(frozen=True, slots=True)
class Effort:
    """How long to measure; a quick look takes less."""

    requests: int  # for one figure of CPU time
    orders: int
    seconds: int  # of one run of wrk
    rounds: int  # of wrk, of which the middle one counts

    @classmethod
    def quick(cls) -> "Effort":
        """For a first look: figures within a tenth or so."""
        return cls(requests=60, orders=10, seconds=1, rounds=1)

    @classmethod
    def whole(cls) -> "Effort":
        """For figures that are worth writing down."""
        return cls(requests=240, orders=40, seconds=3, rounds=5)


@dataclass(frozen=True, slots=True)
class Rate:
    """Anonymous requests answered from the page cache, beside the floor of the same moment."""

    per_second: float
    cpu_ms: float
    floor: float

    @property
    def share(self) -> float:
        """Of the floor's rate."""
        return self.per_second / self.floor


def cost(server: Server, visits: Iterable[Callable[[Shopper], object]]) -> float:
    """CPU ms of the server for one visit, each by a new visitor."""
    before, done = server.cpu_seconds(), 0
    for visit in visits:
        visit(Shopper(server))
        done += 1
    return 1000 * (server.cpu_seconds() - before) / done


def whole_list(requests: int) -> list[Callable]:
    """Visits to the first page, none of whose addresses was asked for before.

    An order that does not exist is the usual one: the same page under a new address, so the
    page cache looks, does not find, renders and keeps.
    """
    return [_get(f"{LIST}?xep=la-{next(_serial)}") for _ in range(requests)]


def filtered_list(requests: int) -> list[Callable]:
    """The same with one filter."""
    return [
        _get(f"{LIST}?{FILTERS[number % len(FILTERS)]}&xep=la-{next(_serial)}")
        for number in range(requests)
    ]


def further_pages(requests: int) -> list[Callable]:
    """Pages 2 and on: other goods on each."""
    return [
        _get(f"{LIST}?trang={2 + number % MANY_PAGES}&xep=la-{next(_serial)}")
        for number in range(requests)
    ]


def list_after_change(
    requests: int, database: Path, *, counts_changed: bool = False
) -> list[Callable]:
    """The first visit after a price or text changed, or after a product came, went or sold out.

    Names and page are made anew; the filters' counts only after a change of the second kind.
    """
    step = int(counts_changed)

    def visit(shopper: Shopper) -> None:
        with closing(connect(database, timeout=20)) as link:
            link.execute(
                "UPDATE listings_storefrontversion SET number = number + 1, counted = counted + ?",
                [step],
            )
            link.commit()
        shopper.get(LIST)

    return [visit] * requests


def products_cold(paths: list[str], requests: int) -> list[Callable]:
    """Pages of different products in both languages, none asked for before."""
    cold = [prefix + path for path in paths for prefix in ("", "/en")]
    return [_get(path) for path in cold[:requests]]


def additions(listings: list[str], requests: int) -> list[Callable]:
    """A new visitor's first product goes into a new basket."""

    def adding(listing: str) -> Callable:
        return lambda shopper: add(shopper, listing)

    return [adding(listings[number % len(listings)]) for number in range(requests)]


def purchases(paths: list[str], orders: int, *, each: int) -> list[Callable]:
    """Whole purchases by guests, of so many products."""

    def buying(number: int) -> Callable:
        wanted = [paths[(number * each + place) % len(paths)] for place in range(each)]
        return lambda shopper: buy(shopper, wanted, commune_name=commune(shopper))

    return [buying(number) for number in range(orders)]


def queries(var: Path) -> dict[str, int]:
    """Statements for one request of each kind, and for the steps of a purchase of three."""
    found: dict[str, int] = {}
    with gunicorn(COUNTED, var=var, workers=1) as server:
        guest = Shopper(server)
        paths = product_paths(guest, 1)
        told = {
            "list": f"{LIST}?xep=la-{next(_serial)}",
            "filtered list": f"{LIST}?sao=4&xep=la-{next(_serial)}",
            "product": paths[0],
        }
        guest.get(LIST)  # the counts are kept from here on
        for name, path in told.items():
            guest.get(path)
            found[name] = guest.queries
            guest.get(path)
            found[f"{name} from cache"] = guest.queries
        change = list_after_change(1, var / "db.sqlite3", counts_changed=True)[0]
        change(guest)
        found["list after a change"] = guest.queries
        add(guest, listing_on(guest.get(paths[0])))
        found["add to basket"] = guest.queries
        place = commune(guest)
        steps = buy(Shopper(server), paths[1:4], commune_name=place)
        found["purchase of three"] = sum(steps.values())
        found["purchase"] = sum(buy(Shopper(server), paths[4:5], commune_name=place).values())
        found |= {f"purchase of three: {step}": number for step, number in steps.items()}
    return found


def cached_rates(site: Server, paths: dict[str, str], *, var: Path, effort: Effort) -> dict:
    """Rates of pages from the cache; each round asks the floor for as many bytes right before."""
    sizes = {name: len(Shopper(site).get(path).encode()) for name, path in paths.items()}
    rounds: dict[str, list[Rate]] = {name: [] for name in paths}
    with gunicorn(FLOOR, var=var) as floor:
        for path in paths.values():
            site.load(path, seconds=1)  # both workers keep it from here on
        for _ in range(effort.rounds):
            for name, path in paths.items():
                bare = floor.load(f"/{sizes[name]}/", seconds=effort.seconds)
                ours = site.load(path, seconds=effort.seconds)
                if ours.errors:
                    raise SystemExit(f"{path}: {ours.errors} answers were not 200")
                rounds[name].append(Rate(ours.per_second, ours.cpu_ms, bare.per_second))
    return {name: _middle(rates) for name, rates in rounds.items()}


def per_second(server: Server, visits: list[Callable[[Shopper], object]], *, hands: int) -> float:
    """Visits done a second by so many visitors at once, the load generator's own work included."""
    began = time.monotonic()
    with ThreadPoolExecutor(hands) as pool:
        list(pool.map(lambda visit: visit(Shopper(server)), visits))
    return len(visits) / (time.monotonic() - began)


def again(path: str, session: str, requests: int) -> list[Callable]:
    """One page, asked for by somebody who is signed in."""

    def visit(shopper: Shopper) -> None:
        shopper.cookies["sessionid"] = session
        shopper.get(path)

    return [visit] * requests


def listings_of(shopper: Shopper, paths: list[str]) -> list[str]:
    """The first pack of each product."""
    return [listing_on(shopper.get(path)) for path in paths]


def site(var: Path):
    """The site as it is, over a folder's database."""
    return gunicorn(SITE, var=var)


def _get(path: str) -> Callable:
    return lambda shopper: shopper.get(path)


def _middle(rates: list[Rate]) -> Rate:
    """The round whose share of the floor is the middle one."""
    share = median(rate.share for rate in rates)
    return min(rates, key=lambda rate: abs(rate.share - share))
