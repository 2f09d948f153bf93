"""What may be typed as a quantity, and how much one order may cost. No clock, no database."""

import re
from decimal import Decimal

from catalog.lib.vietnamese import fold

from .errors import BadQuantity

MOST_OF_ONE = 999  # more than any household buys; larger lots are asked for by an enquiry
MOST_OF_ORDER = Decimal(1_000_000_000)  # whole dong; nobody pays more in cash at the door
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_WHOLE = re.compile(r"[0-9]{1,4}")


def quantity(typed: str) -> int:
    """The whole number from 1 to 999 that was typed; raises BadQuantity for all else."""
    typed = typed.strip()
    if not _WHOLE.fullmatch(typed) or not 1 <= int(typed) <= MOST_OF_ONE:
        raise BadQuantity(typed[:20])
    return int(typed)


def street_key(street: str) -> str:
    """The street in one spelling, so that marks, capitals and commas make no other address."""
    return _NOT_PLAIN.sub(" ", fold(street)).strip()
