"""HTML written by people: what may stay, and everything else gone."""

import nh3
from django.utils.safestring import SafeString, mark_safe

TAGS = frozenset(
    {"p", "br", "strong", "b", "em", "i", "ul", "ol", "li", "h3", "h4", "blockquote", "a"}
)
ATTRIBUTES = {"a": {"href", "title"}}
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
# People's links carry no weight of ours and no way back to this window.
LINK_REL = "noopener noreferrer nofollow ugc"


def clean(text: str) -> SafeString:
    """The text with the small allow-list of tags, safe to show as HTML."""
    cleaned = nh3.clean(
        text, tags=set(TAGS), attributes=ATTRIBUTES, url_schemes=set(SCHEMES), link_rel=LINK_REL
    )
    return mark_safe(cleaned)  # noqa: S308 - nh3 has just made it so
