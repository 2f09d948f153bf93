"""Every named address of the site, and whom it is for.

An address that is missing here fails ``test_sealed.py``: whoever adds a page says whose it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

# Nguyễn An and buyer B ordered on their sides; the rest is the cast of ``tests/cast.py``.
EVERYBODY = frozenset({"guest", "an", "buyer_b", "binh", "goi", "chi", "dung", "giang"}) | {
    *("giang_b", "hanh", "khanh", "lan", "sau"),
}
SIGNED_IN = EVERYBODY - {"guest"}
BUYER = frozenset({"an"})  # who placed side A's order
OWNERS = frozenset({"binh"})
MEMBERS = OWNERS | {"goi"}
ANY_MEMBER = MEMBERS | {"chi"}
OFFICERS = frozenset({"dung", "giang"})  # of side A's commune, of its province
ANY_OFFICER = OFFICERS | {"giang_b"}
PROVINCE = frozenset({"giang"})
ANY_PROVINCE = PROVINCE | {"giang_b"}
STAFF = frozenset({"sau"})

# Arguments that name a kind of thing, not a thing of somebody's.
WORDS = frozenset({"kind", "subject", "mark"})

# Whole areas that one door closes, whatever stands behind it.
AREAS = {
    "cms/": frozenset({"lan", "sau"}),
    "quan-tri/": STAFF,
}
# Names that lead to a page of ours and show nothing themselves.
SIGNPOSTS = ("oscar/", "_util/", "cms/login/", "cms/logout/", "cms/password_reset/")


@dataclass(frozen=True, slots=True)
class Address:
    """A named address: its name, its route, the arguments it takes, and whom it is for."""

    name: str
    route: str
    arguments: tuple[str, ...]


def addresses() -> Iterator[Address]:
    """All of them, each once."""
    seen = set()
    for address in _walk(get_resolver()):
        key = (address.name, address.route)
        if key not in seen:
            seen.add(key)
            yield address


def _walk(resolver, route="", spaces=()) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        here = (route + str(entry.pattern)).replace("^", "")
        if isinstance(entry, URLResolver):
            inner = (*spaces, entry.namespace) if entry.namespace else spaces
            yield from _walk(entry, here, inner)
        elif isinstance(entry, URLPattern) and entry.name:
            arguments = tuple(entry.pattern.converters) or tuple(entry.pattern.regex.groupindex)
            arguments = tuple(dict.fromkeys((*_arguments_of(here), *arguments)))
            yield Address(":".join([*spaces, entry.name]), here, arguments)


def _arguments_of(route: str) -> list[str]:
    """Arguments of the prefixes: ``ban-hang/<slug:producer>/``."""
    parts = [part.split(">")[0] for part in route.split("<")[1:]]
    return [part.rpartition(":")[2].removeprefix("P") for part in parts]


# Name -> whom it is for on side A. ``namespace:`` stands for all names below it that are not
# listed themselves.
FOR_WHOM = {
    # What everybody may see.
    "stylesheet": EVERYBODY,
    "theme": EVERYBODY,
    "robots": EVERYBODY,
    "sitemap_index": EVERYBODY,
    "sitemap": EVERYBODY,
    "parts": EVERYBODY,
    "media": EVERYBODY,
    "wagtaildocs_serve": EVERYBODY,
    "wagtaildocs_authenticate_with_password": EVERYBODY,
    "wagtail_serve": EVERYBODY,
    "catalogue:": EVERYBODY,
    "producers:": EVERYBODY,
    "basket:": EVERYBODY,
    "checkout:": EVERYBODY,
    "orders:index": EVERYBODY,
    "complaints:": EVERYBODY,
    # A person's own.
    "orders:mine": SIGNED_IN,
    "orders:": BUYER,
    "account_home": SIGNED_IN,
    "account_second_step": SIGNED_IN,
    "account_end_sessions": SIGNED_IN,
    "account_issue_link": ANY_OFFICER,
    "account_": EVERYBODY,
    "mfa_": EVERYBODY,
    "usersessions_list": SIGNED_IN,
    "jobs:mine": SIGNED_IN,
    "jobs:": OWNERS | STAFF,
    # The producers' area. What a packer may do there is tested beside each page.
    "selling:index": ANY_MEMBER,
    "selling:account": OWNERS,
    "selling:change_account": OWNERS,
    "selling:close_account": OWNERS,
    "selling:": MEMBERS,
    # The officers' desk.
    "desk:claim_word_end": ANY_OFFICER,  # one list of words for the whole site
    "desk:": OFFICERS,
}


def for_whom(address: Address) -> frozenset[str] | None:
    """The people an address of side A is for; None if nobody has said."""
    if address.route.startswith(SIGNPOSTS):
        return EVERYBODY
    for prefix, people in AREAS.items():
        if address.route.startswith(prefix):
            return people
    if address.name.startswith("desk:") and not set(address.arguments) - WORDS:
        return ANY_OFFICER  # each finds what is of their places
    if address.name in FOR_WHOM:
        return FOR_WHOM[address.name]
    prefixes = [name for name in FOR_WHOM if name.endswith((":", "_"))]
    return next((FOR_WHOM[p] for p in prefixes if address.name.startswith(p)), None)
