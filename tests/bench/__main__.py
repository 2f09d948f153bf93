"""``make bench``: build what is missing, measure, print the table, write var/bench.json.

make bench                          everything, about five minutes once the data is there
make bench BENCH=--quick            short runs, for a first look
make bench BENCH="--only lists"     one part: see PARTS
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from . import behind, databases, peers, report
from . import measures as of
from .report import Figure, say
from .server import VAR, Server, require_wrk
from .shopper import Shopper, product_paths

PRODUCTS = 10_000
FEW, MANY = 1_000, 100_000
RATIO = 1.3
HANDS = 4  # visitors at once
# The officer's pages; one province of the measured goods holds about a tenth of them.
DESK = {
    "products": "/can-bo/san-pham/",
    "products found by a word": "/can-bo/san-pham/?q=mau",
    "producers": "/can-bo/chu-the/",
}
PARTS = ("queries", "lists", "products", "basket", "trade", "cache", "scale", "desk")


def main() -> None:
    """Read the options, run the parts, tell."""
    parser = argparse.ArgumentParser(prog="make bench", description="Measure the shop's speed.")
    parser.add_argument("--quick", action="store_true", help="short runs: within a tenth or so")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="parts to run")
    options = parser.parse_args()
    require_wrk()
    effort = of.Effort.quick() if options.quick else of.Effort.whole()
    began = time.monotonic()
    var = databases.copy_of(databases.products(PRODUCTS))
    counted = _told("Counting queries", of.queries, var) if "queries" in options.only else {}
    figures = [*_query_figures(counted)]
    parts = {"lists": lists, "products": products, "basket": basket, "trade": trade, "cache": cache}
    with of.site(var) as server:
        paths = product_paths(Shopper(server), of.PAGES_OF_PRODUCTS)
        for name, part in parts.items():
            if name in options.only:
                figures += _told(f"Measuring: {name}", part, server, paths, var, effort)
        memory = server.memory_mb()
    figures.append(Figure("memory of master and two workers", memory, "MB", peers=peers.MEMORY_MB))
    if "scale" in options.only:
        figures += _told("Measuring: scale", scale, effort)
    if "desk" in options.only:
        figures += _told("Measuring: desk", desk, effort)
    report.write(VAR / "bench.json", figures, queries=counted, quick=options.quick)
    say(f"\n{PRODUCTS:,} products, SQLite, two gunicorn workers\n\n{report.table(figures)}\n")
    say(f"{time.monotonic() - began:.0f} s; the same in {VAR / 'bench.json'}")


def _told(what: str, part: Callable, *given: object) -> list[Figure] | dict[str, int]:
    say(what)
    return part(*given)


def _query_figures(counted: dict[str, int]) -> list[Figure]:
    most = {"list": 8, "filtered list": 8, "list after a change": 8, "product": 8}
    shown = (*most, "list from cache", "product from cache", "add to basket")
    return [
        Figure(f"queries: {name}", counted[name], "", most=most.get(name))
        for name in (*shown, "purchase", "purchase of three")
        if name in counted
    ]


def lists(server: Server, _paths: list[str], var: Path, effort: of.Effort) -> list[Figure]:
    """Lists that the page cache does not hold."""
    of.cost(server, of.filtered_list(4 * len(of.FILTERS)))  # names and counts are kept from here on
    database = var / "db.sqlite3"
    told = {
        "list, not in the cache": (of.whole_list(effort.requests), peers.CPU_MS["list"]),
        "list with one filter, not in the cache": (of.filtered_list(effort.requests), None),
        "list, pages 2 and on": (of.further_pages(effort.requests), None),
        "list, first after a price changed": (
            of.list_after_change(effort.requests // 4, database),
            None,
        ),
    }
    figures = [
        _cpu(name, of.cost(server, visits), 12, beside) for name, (visits, beside) in told.items()
    ]
    counted = of.list_after_change(effort.requests // 4, database, counts_changed=True)
    return [*figures, Figure("list, first after one sold out", of.cost(server, counted), "CPU ms")]


def products(server: Server, paths: list[str], _var: Path, effort: of.Effort) -> list[Figure]:
    """Product pages nobody asked for before."""
    of.cost(server, of.products_cold(paths[-8:], 16))  # templates are compiled from here on
    spent = of.cost(server, of.products_cold(paths[:-8], effort.requests))
    return [_cpu("product, not in the cache", spent, 8, peers.CPU_MS["product"])]


def basket(server: Server, paths: list[str], _var: Path, effort: of.Effort) -> list[Figure]:
    """From the product's page to the thank-you."""
    listings = of.listings_of(Shopper(server), paths[:40])
    adding = of.cost(server, of.additions(listings, effort.requests))
    one = of.cost(server, of.purchases(paths, effort.orders, each=1))
    three = of.cost(server, of.purchases(paths, effort.orders, each=3))
    return [
        _cpu("add to basket, a new one", adding, 12, peers.CPU_MS["add to basket"]),
        _cpu("whole guest purchase, one product", one, 150, None),
        _cpu("the same, three products", three, 150, peers.CPU_MS["purchase of three"]),
    ]


def trade(server: Server, paths: list[str], var: Path, effort: of.Effort) -> list[Figure]:
    """How fast baskets fill and orders come in, and what the producer then reads."""
    listings = of.listings_of(Shopper(server), paths[:40])
    adds = of.additions(listings, 4 * effort.requests)
    orders = of.purchases(paths, 4 * effort.orders, each=1)
    figures = [
        Figure("adds to new baskets", of.per_second(server, adds, hands=HANDS), "/s",
               least=45, peers=peers.ADDS),
        Figure("whole guest purchases", of.per_second(server, orders, hands=HANDS), "/s",
               least=8.5, peers=peers.ORDERS),
    ]  # fmt: skip
    told = behind.people(var)
    for name in ("order", "orders"):
        visits = of.again(told[name], told["member"], effort.requests // 2)
        figures.append(_cpu(f"producer's page: {name}", of.cost(server, visits), 25, None))
    return figures


def desk(effort: of.Effort) -> list[Figure]:
    """The officer's lists over many products, and a table of new ones."""
    var = databases.copy_of(databases.products(MANY))
    figures = []
    with of.site(var) as server:
        paths = product_paths(Shopper(server), 1)
        for purchase in of.purchases(paths, 1, each=1):
            purchase(Shopper(server))
        officer = behind.people(var)["officer"]
        for name, path in DESK.items():
            visits = of.again(path, officer, effort.requests // 4)
            visits[0](Shopper(server))
            figures.append(_cpu(f"officer's {name}", of.cost(server, visits), 50, None))
    table = behind.table_of_products(var)
    if table["rows"] != behind.ROWS:
        raise SystemExit(f"only {table['rows']} rows of the table were written")
    return [
        *figures,
        Figure(f"table of {behind.ROWS:,} products, read", table["read"], "CPU s"),
        Figure("  and written", table["written"], "CPU s"),
    ]


def cache(server: Server, paths: list[str], var: Path, effort: of.Effort) -> list[Figure]:
    """Anonymous pages from the cache, beside the floor."""
    rates = of.cached_rates(server, {"list": of.LIST, "product": paths[0]}, var=var, effort=effort)
    figures = []
    for name, rate in rates.items():
        figures += [
            Figure(f"{name} from cache", rate.per_second, "req/s", least=1600,
                   peers=peers.RATE[name]),
            Figure("  of a bare Django view's rate", 100 * rate.share, "%", least=50,
                   note=f"floor {rate.floor:,.0f} req/s"),
            Figure("  CPU", rate.cpu_ms, "CPU ms"),
        ]  # fmt: skip
    return figures


def scale(effort: of.Effort) -> list[Figure]:
    """Lists of many products beside lists of few."""
    kinds = {"list": of.whole_list, "list with one filter": of.filtered_list}
    spent: dict[int, dict[str, float]] = {}
    for number in (FEW, MANY):
        var = databases.copy_of(databases.products(number))
        with of.site(var) as server:
            of.cost(server, of.filtered_list(4 * len(of.FILTERS)))
            spent[number] = {
                name: median(of.cost(server, visits(effort.requests)) for _ in range(effort.rounds))
                for name, visits in kinds.items()
            }
            changed = of.list_after_change(
                effort.requests // 8, var / "db.sqlite3", counts_changed=True
            )
            spent[number]["list, first after one sold out"] = of.cost(server, changed)
    return [
        Figure(
            f"{name}: {MANY:,} to {FEW:,} products",
            spent[MANY][name] / spent[FEW][name],
            "x",
            most=RATIO if name in kinds else None,
            note=f"{spent[FEW][name]:.1f} to {spent[MANY][name]:.1f} CPU ms",
        )
        for name in spent[MANY]
    ]


def _cpu(name: str, spent: float, most: float, beside: tuple[str, ...] | None) -> Figure:
    return Figure(name, spent, "CPU ms", most=most, peers=beside or report.NO_PEERS)


if __name__ == "__main__":
    main()
