"""The buyer's choice of how parcels come, as addresses, forms and the browser carry it."""

from django.http import QueryDict

from marketplace.shop.delivery.rules import Choice

POINT, PICKUPS = "nhan", "tu-lay"  # fields' names
MOST_PICKUPS = 50
_SEPARATOR, _LIST = "|", "."


def read_choice(fields: QueryDict) -> Choice:
    """What was chosen, as far as it can be read; whether it can be had is asked later."""
    return _choice(fields.get(POINT, ""), fields.getlist(PICKUPS))


def from_text(text: str) -> Choice:
    """A choice as ``to_text`` wrote it, or as anybody else did."""
    point, _, pickups = text.partition(_SEPARATOR)
    return _choice(point, pickups.split(_LIST))


def to_text(choice: Choice) -> str:
    """The choice in a few letters: ``12|3.5``."""
    pickups = _LIST.join(str(key) for key in sorted(choice.pickups)[:MOST_PICKUPS])
    return f"{choice.point_id or ''}{_SEPARATOR}{pickups}"


def hidden_fields(choice: Choice) -> list[tuple[str, str]]:
    """Names and values that a form repeats the choice by."""
    point = [(POINT, str(choice.point_id))] if choice.point_id else []
    return point + [(PICKUPS, str(key)) for key in sorted(choice.pickups)]


def _choice(point: str, pickups: list[str]) -> Choice:
    keys = [_key(typed) for typed in pickups[:MOST_PICKUPS]]
    return Choice(point_id=_key(point) or None, pickups=frozenset(filter(None, keys)))


def _key(typed: str) -> int:
    """A row's key, or 0 for anything else."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= 18 else 0  # noqa: PLR2004 - fits any key
