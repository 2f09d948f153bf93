"""Random codes that people read aloud and type: no letter looks like a digit."""

import re
import secrets

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # 30 signs: no 0 O 1 I L U
_NOISE = re.compile(r"[^0-9A-Z]+")


def random_code(length: int) -> str:
    """``length`` signs, 4.9 random bits each."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def typed(text: str) -> str:
    """What somebody typed or pasted, as the code is stored: upper case, no blanks or dashes."""
    return _NOISE.sub("", text.upper())


def grouped(code: str, size: int = 4) -> str:
    """``7KQ4M2ZP9X`` as ``7KQ4-M2ZP-9X``."""
    return "-".join(code[i : i + size] for i in range(0, len(code), size))
