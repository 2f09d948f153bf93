"""Drawn pictures for products without a photograph: one motif for each of the 26 sets.

``draw_svg`` and ``draw_raster`` are pure: the same set and key give the same bytes. Nobody
calls them while answering a request; ``catalog.register.pictures`` writes files beforehand.
"""

from .scenes import SETS, draw_raster, draw_svg

__all__ = ["SETS", "draw_raster", "draw_svg"]
