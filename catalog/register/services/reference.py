"""Reference rows of the register: the 26 sets and the decisions that set the criteria."""

import csv
from datetime import date
from pathlib import Path

from django.db import transaction

from catalog.register.models import ProductSet, RuleVersion

FOLDER = Path(__file__).parents[1] / "data"


@transaction.atomic
def load_reference(folder: Path = FOLDER) -> tuple[int, int]:
    """Bring sets and rule versions to what the files say; answers how many of each."""
    sets = _product_sets(_rows(folder / "ocop_product_sets_qd26_2026.csv"))
    versions = [_rule_version(row) for row in _rows(folder / "rule_versions.csv")]
    _bring(sets)
    _bring(versions)
    return len(sets), len(versions)


def _product_sets(rows: list[dict[str, str]]) -> list[ProductSet]:
    """Groups carry no number in the decision: they are counted as they appear."""
    groups: dict[tuple[str, str], int] = {}
    return [
        ProductSet(
            set_no=int(row["set_no"]),
            name=row["set_vi"],
            name_en=row["set_en"],
            group_no=groups.setdefault((row["sector_code"], row["group_vi"]), len(groups) + 1),
            group_name=row["group_vi"],
            group_name_en=row["group_en"],
            sector_code=row["sector_code"],
            sector_name=row["sector_vi"],
            sector_name_en=row["sector_en"],
            ministry=row["managing_ministry"],
        )
        for row in rows
    ]


def _rule_version(row: dict[str, str]) -> RuleVersion:
    return RuleVersion(
        code=row["code"],
        issued_on=date.fromisoformat(row["issued_on"]),
        effective_from=date.fromisoformat(row["effective_from"]),
        effective_to=date.fromisoformat(row["effective_to"]) if row["effective_to"] else None,
        legal_ref=row["legal_ref"],
    )


def _bring(rows: list) -> None:
    model = type(rows[0])
    key = model._meta.pk.name  # noqa: SLF001 - Django documents it
    fields = [f.name for f in model._meta.concrete_fields if f.name != key]  # noqa: SLF001
    model.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=[key], update_fields=fields
    )


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))
