"""The demo's files, read into rows with types. ``data/README.md`` says what each column means."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

FOLDER = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class RealProduct:
    """A product of a public list, as it was published."""

    name: str
    producer: str
    producer_kind: str
    commune: str
    province: str
    stars: str
    set_no: int
    decision_no: str
    issued_on: date | None
    expires_on: date | None
    authority: str
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class SampleProducer:
    """A producer that nobody is."""

    key: str
    name: str
    name_en: str
    short_name: str
    kind: str
    tax_no: str
    registration_no: str
    representative: str
    phone: str
    email: str
    province: str
    commune: str
    street: str
    story: str
    story_en: str


@dataclass(frozen=True, slots=True)
class SampleProduct:
    """A product of a sample producer, with its recognition told in days before loading."""

    slug: str
    producer: str
    name: str
    name_en: str
    set_no: int
    serial: int
    gtin: str
    star: int
    state: str
    decision_no: str
    authority: str
    authority_level: str
    issued_days_ago: int
    ended_days_ago: int | None
    summary: str
    summary_en: str
    story: str
    story_en: str
    ingredients: str
    shelf_life: str
    storage: str
    warnings: str


@dataclass(frozen=True, slots=True)
class Pack:
    """One pack for sale; price and stock are sample data, for real products too."""

    product: str
    pack: str
    unit: str
    net_amount: Decimal | None
    net_unit: str
    weight_grams: int
    price: int
    stock: int


def real_products() -> list[RealProduct]:
    """The 61 real products, in the file's order."""
    return [
        RealProduct(
            **{
                **_without(row, "set_no_guess"),
                "set_no": int(row["set_no_guess"]),
                "issued_on": _day(row["issued_on"]),
                "expires_on": _day(row["expires_on"]),
            }
        )
        for row in _rows("real_products.csv")
    ]


def sample_producers() -> list[SampleProducer]:
    """The fictional producers."""
    return [SampleProducer(**row) for row in _rows("sample_producers.csv")]


def sample_products() -> list[SampleProduct]:
    """The fictional producers' products."""
    return [
        SampleProduct(
            **{
                **row,
                "set_no": int(row["set_no"]),
                "serial": int(row["serial"]),
                "star": int(row["star"] or 0),
                "issued_days_ago": int(row["issued_days_ago"] or 0),
                "ended_days_ago": int(row["ended_days_ago"]) if row["ended_days_ago"] else None,
            }
        )
        for row in _rows("sample_products.csv")
    ]


def packs() -> dict[str, list[Pack]]:
    """Packs by the slug of their product, cheapest shelf first as the file has them."""
    by_product: dict[str, list[Pack]] = defaultdict(list)
    for row in _rows("sample_packs.csv"):
        by_product[row["product"]].append(
            Pack(
                **{
                    **row,
                    "net_amount": Decimal(row["net_amount"]) if row["net_amount"] else None,
                    "weight_grams": int(row["weight_grams"]),
                    "price": int(row["price"]),
                    "stock": int(row["stock"]),
                }
            )
        )
    return by_product


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _without(row: dict[str, str], column: str) -> dict[str, str]:
    return {key: value for key, value in row.items() if key != column}


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
