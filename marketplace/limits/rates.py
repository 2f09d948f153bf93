"""What a rate is, in words as settings write it: ``60/m``, ``20/10m``, ``off``."""

import re
from dataclasses import dataclass

UNITS = {"s": 1, "m": 60, "h": 3600}
_RATE = re.compile(r"(\d+)/(\d*)([smh])")


class NotARate(ValueError):
    """A setting that cannot be read."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many in so many seconds."""

    amount: int
    seconds: int


def rate(text: str) -> Rate | None:
    """``60/m`` as 60 in a minute; ``off`` is no limit."""
    if text == "off":
        return None
    found = _RATE.fullmatch(text)
    if found is None or not int(found[1]):
        raise NotARate(f"{text!r}: write 60/m, 20/10m or off")
    return Rate(int(found[1]), int(found[2] or 1) * UNITS[found[3]])


def rates(defaults: dict[str, str], changed: str = "") -> dict[str, Rate | None]:
    """The limits by name; ``changed`` is ``off`` for all, or ``checkout=600/m,search=off``."""
    if changed == "off":
        return dict.fromkeys(defaults)
    told = dict(defaults)
    for part in filter(None, (part.strip() for part in changed.split(","))):
        name, _, text = part.partition("=")
        if name not in told:
            raise NotARate(f"{name!r} is no limit; there are {', '.join(sorted(told))}")
        told[name] = text
    return {name: rate(text) for name, text in told.items()}
