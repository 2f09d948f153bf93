"""Whether a colour can be read: contrast as WCAG 2.2 defines it, and shades of an accent."""

import re

PAPER = "#fbf8f1"  # --paper of tokens.css
WHITE = "#ffffff"
MIN_CONTRAST = 4.5  # WCAG 2.2, criterion 1.4.3, text of normal size
_LINEAR_BELOW = 0.04045  # where the sRGB curve begins to bend
_HEX = re.compile(r"#[0-9a-f]{6}")


def is_hex_colour(text: str) -> bool:
    """Whether the text is a colour written ``#rrggbb`` in lower case."""
    return _HEX.fullmatch(text) is not None


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def is_legible_accent(colour: str) -> bool:
    """Whether the colour can be text on paper, and carry white text itself."""
    return min(contrast(colour, PAPER), contrast(colour, WHITE)) >= MIN_CONTRAST


def mixed(colour: str, other: str, share: float) -> str:
    """The colour with ``share`` of the other (0 to 1) mixed in."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def lightened_until_legible(colour: str, background: str) -> str:
    """The colour, lightened as little as lets it be read on a dark background."""
    for step in range(21):
        candidate = mixed(colour, WHITE, step / 20)
        if contrast(candidate, background) >= MIN_CONTRAST:
            return candidate
    return WHITE


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    linear = [
        c / 12.92 if c <= _LINEAR_BELOW else ((c + 0.055) / 1.055) ** 2.4
        for c in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
