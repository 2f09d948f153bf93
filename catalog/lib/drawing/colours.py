"""The inks: rice paper, leaf, lacquer, gold, indigo and the earths, and how they mix."""

import colorsys
from dataclasses import dataclass

PAPER, CREAM, STRAW, SAND = "#fbf8f1", "#f6ead0", "#e8cf92", "#cfae72"
GOLD, HONEY, AMBER, OCHRE = "#f0c557", "#e0a93a", "#b9761a", "#8f5a14"
LEAF_PALE, LEAF_LIGHT, LEAF, LEAF_DEEP = "#a9c48f", "#6f9a57", "#3e6a45", "#234a33"
LACQUER_PALE, LACQUER, LACQUER_DEEP = "#d9614a", "#a3271c", "#74180f"
SKY, SEA, SEA_DEEP, INDIGO = "#a9c6d2", "#3d6b80", "#1f3f50", "#2b4a7f"
CLAY, BROWN, BARK, COFFEE = "#b5703f", "#7a4526", "#5a3520", "#43241a"
ROSE_PALE, ROSE, ROSE_DEEP = "#f3cfcb", "#d98a8e", "#a9506a"
INK = "#2b2620"


@dataclass(frozen=True, slots=True)
class Land:
    """The colours behind a motif, far to near."""

    sky: str
    sun: str
    far: str
    middle: str
    near: str


LEAFY = Land("#dee7d6", "#bcccb0", "#bcccb0", "#72926f", "#2e543a")
GOLDEN = Land("#f6e5be", "#eed190", "#eed190", "#ce9a48", "#7d5019")
EARTHEN = Land("#e9dbca", "#d5b99e", "#d5b99e", "#9e7256", "#513023")
SEASIDE = Land("#dae5e9", "#b8ced5", "#b8ced5", "#6e92a2", "#294b5b")
HARVEST = Land("#f3ebd2", "#e7d9ac", "#e7d9ac", "#baa564", "#6b602d")
CLOTH = Land("#ebe3db", "#d9c6b6", "#d9c6b6", "#a4806d", "#543f36")
LACQUERED = Land("#f4e0d3", "#e8bfa9", "#e8bfa9", "#bd7a60", "#6e2f22")
DYED = Land("#e1e5ee", "#bcc6dc", "#bcc6dc", "#7989ae", "#2f4166")
JADE = Land("#dcebe2", "#b3d0c2", "#b3d0c2", "#6c9a88", "#27524a")
LOTUS = Land("#f6e6e0", "#eec3b6", "#d3d8bf", "#8fa987", "#3a6048")
DUSK = Land("#f7e6cf", "#efb27a", "#d5bfa4", "#7f978a", "#2c4c45")
PLUM = Land("#ece2e8", "#d3bccb", "#d3bccb", "#9a7890", "#503449")


def mixed(colour: str, other: str, share: float) -> str:
    """``share`` (0 to 1) of the other colour stirred into the first."""
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return _hex(a + (b - a) * share for a, b in pairs)


def turned(colour: str, hue: float) -> str:
    """The colour moved along the wheel by ``hue`` (a share of the full turn)."""
    h, lightness, saturation = colorsys.rgb_to_hls(*(p / 255 for p in _parts(colour)))
    return _hex(p * 255 for p in colorsys.hls_to_rgb((h + hue) % 1, lightness, saturation))


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _hex(parts) -> str:
    return "#" + "".join(f"{round(p):02x}" for p in parts)
