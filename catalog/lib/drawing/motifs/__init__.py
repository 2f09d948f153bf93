"""One motif for each product set of Decision 26/2026/QĐ-TTg, in files by sector."""

from . import condiments, crafts, drinks, fresh, herbs, journeys, living, prepared, tea_coffee
from .motif import Motif

MOTIFS: dict[int, Motif] = {}
for part in (fresh, prepared, condiments, tea_coffee, drinks, herbs, crafts, living, journeys):
    MOTIFS |= part.MOTIFS

__all__ = ["MOTIFS", "Motif"]
