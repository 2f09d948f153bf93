"""Article numbers of GS1 (GTIN-8, -12, -13 and -14)."""

_LENGTHS = {8, 12, 13, 14}


def is_gtin(text: str) -> bool:
    """Whether the length and the check digit are right.

    From the right, the digits before the check digit count 3, 1, 3, 1 ...
    """
    if len(text) not in _LENGTHS or not (text.isascii() and text.isdigit()):
        return False
    return check_digit(text[:-1]) == int(text[-1])


def check_digit(body: str) -> int:
    """The digit that completes the body."""
    total = sum(int(digit) * (3, 1)[place % 2] for place, digit in enumerate(reversed(body)))
    return -total % 10
