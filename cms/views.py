"""The one page of the showcase that is no Wagtail page."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

from . import colours, selectors

BLACK = "#000000"
DARK_PAPER = "#191813"  # --paper of tokens.css in the dark scheme


def theme(request: HttpRequest) -> HttpResponse:
    """The operator's accent colour as a style sheet; empty without one."""
    accent = selectors.site_identity().accent
    response = HttpResponse(theme_css(accent) if accent else "", content_type="text/css")
    # The address carries the colour, so an address with this colour never changes.
    lasting = bool(accent) and request.GET.get("v") == accent[1:]
    patch_cache_control(response, public=True, max_age=31_536_000 if lasting else 300)
    return response


def theme_css(accent: str) -> str:
    """The tokens of tokens.css drawn from a colour that the settings' check let through."""
    deep = colours.mixed(accent, BLACK, 0.28)
    bright = {
        "leaf": accent,
        "leaf-deep": deep,
        "leaf-tint": colours.mixed(accent, colours.WHITE, 0.9),
        "action": accent,
        "action-hover": deep,
        "forest": deep,
    }
    on_dark = colours.lightened_until_legible(accent, DARK_PAPER)
    dark = {
        "leaf": on_dark,
        "leaf-deep": colours.mixed(on_dark, colours.WHITE, 0.35),
        "leaf-tint": colours.mixed(accent, DARK_PAPER, 0.7),
        "forest": colours.mixed(accent, BLACK, 0.5),
    }
    return (
        f"@media screen{{:root{{{_declared(bright)}}}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{_declared(dark)}}}}}\n"
    )


def _declared(tokens: dict[str, str]) -> str:
    return ";".join(f"--{name}:{colour}" for name, colour in tokens.items())
