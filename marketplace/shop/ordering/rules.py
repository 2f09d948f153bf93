"""What may be typed as a quantity. No clock and no database here."""

import re

from .errors import BadQuantity

MOST_OF_ONE = 999  # more than any household buys; larger lots are asked for by an enquiry
_WHOLE = re.compile(r"[0-9]{1,4}")


def quantity(typed: str) -> int:
    """The whole number from 1 to 999 that was typed; raises BadQuantity for all else."""
    typed = typed.strip()
    if not _WHOLE.fullmatch(typed) or not 1 <= int(typed) <= MOST_OF_ONE:
        raise BadQuantity(typed[:20])
    return int(typed)
