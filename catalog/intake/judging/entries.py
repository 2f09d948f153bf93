"""Producers and products of a row, compared with what the register says."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from catalog.intake.columns import heading_of
from catalog.lib import phones, tax_numbers
from catalog.lib.vietnamese import fold
from catalog.places.models import Commune
from catalog.register.models import Producer, Product

from . import values
from .cells import Cells
from .known import Known

LEADING_ZERO_LOST = 9  # digits of a telephone or tax number that a spreadsheet took for a number
PRODUCER_TEXTS = ("short_name", "registration_no", "representative", "email", "street", "story")
PRODUCT_TEXTS = ("code", "gtin", "summary", "ingredients", "shelf_life", "storage", "warnings")


def tax_no_of(cells: Cells) -> str:
    """The tax number in its stored form."""
    return tax_numbers.normal(_with_zero(cells["tax_no"]))


def producer_values(cells: Cells, name: str, commune: Commune | None) -> dict[str, Any]:
    """What the row says of a producer; empty cells say nothing."""
    told: dict[str, Any] = {"name": name, "tax_no": tax_no_of(cells)}
    told |= {field: cells[field] for field in PRODUCER_TEXTS}
    if cells["kind"]:
        told["kind"] = values.kind_of(cells["kind"])
        if told["kind"] is None:
            cells.wrong("kind", _("Không rõ loại hình. Ghi ví dụ: Hợp tác xã, Hộ sản xuất."))
    if cells["phone"]:
        try:
            told["phone"] = phones.normal(_with_zero(cells["phone"]))
        except phones.NotAPhone:
            cells.wrong("phone", _("Số điện thoại chưa đúng. Ghi 10 số, ví dụ 0912 345 678."))
    if commune is not None:
        told |= {"commune_id": commune.pk, "province_id": commune.province_id}
    return {field: value for field, value in told.items() if value not in ("", None)}


def product_values(cells: Cells, known: Known) -> dict[str, Any]:
    """What the row says of a product; empty cells say nothing."""
    told: dict[str, Any] = {"name": cells["name"]}
    told |= {field: cells[field] for field in PRODUCT_TEXTS}
    if cells["product_set"]:
        number = values.set_number_of(cells["product_set"])
        found = known.product_set(cells["product_set"], number)
        if found is None:
            cells.wrong("product_set", _("Không có bộ sản phẩm này. Ghi số từ 1 đến 26."))
        else:
            told["product_set_id"] = found.pk
    return {field: value for field, value in told.items() if value not in ("", None)}


def check_entry(cells: Cells, entry: Producer | Product, columns: dict[str, str]) -> None:
    """Note what the register's own checks find; asks no database.

    ``columns`` names the column of a field where the two differ.
    """
    known = set(cells.texts) | set(columns)
    others = [f.name for f in entry._meta.fields if f.name not in known or f.is_relation]  # noqa: SLF001
    problems: dict[str, list[str]] = {}
    for check in (lambda: entry.clean_fields(exclude=others), entry.clean):
        try:
            check()
        except ValidationError as error:
            problems |= error.message_dict
    for field, texts in problems.items():
        column = columns.get(field, field)
        if not any(p["column"] == heading_of(cells.subject, column) for p in cells.problems):
            cells.wrong(column, " ".join(texts))


def differences(entry: Producer | Product, told: dict[str, Any]) -> tuple[dict, dict]:
    """The fields whose value would change: as they are, and as they would be."""
    before = {
        name: getattr(entry, name) for name, value in told.items() if getattr(entry, name) != value
    }
    # A name that differs in marks alone found the row; it is not a wish to rename.
    if "name" in before and fold(before["name"]) == fold(told["name"]):
        del before["name"]
    return before, {name: told[name] for name in before}


def shown(subject: str, before: dict, after: dict) -> list[list[str]]:
    """Changes for people: heading, before, after."""
    return [
        [heading_of(subject, name.removesuffix("_id")), _word(before.get(name)), _word(value)]
        for name, value in after.items()
        if name != "province_id"
    ]


def _word(value: object) -> str:
    return "" if value is None else str(value)


def _with_zero(text: str) -> str:
    """A spreadsheet that took the number for a quantity dropped its first zero."""
    return f"0{text}" if text.isdecimal() and len(text) == LEADING_ZERO_LOST else text
