"""Reads the shop's pages as a visitor and a search engine do; the only file that knows markup."""

import json
import re
from html import unescape
from html.parser import HTMLParser

from django.http import HttpResponse

_CARD = re.compile(r'class="card__title"><a [^>]*>([^<]*)<')
_CHOICE = re.compile(
    r'<input type="checkbox" name="(\w+)" value="([^"]*)"[^>]*>'
    r'(?:(?!</label>).)*<span class="choice__count">([^<]*)</span>',
    re.DOTALL,
)
_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_TAGS = re.compile(r"<[^>]+>")


def html_of(response: HttpResponse) -> str:
    """The page's source."""
    return response.content.decode()


def titles(response: HttpResponse) -> list[str]:
    """Names on the cards, from the first to the last."""
    return [unescape(name) for name in _CARD.findall(html_of(response))]


def counts(response: HttpResponse, parameter: str) -> dict[str, str]:
    """What stands beside each choice of a filter, by the value it sends."""
    return {
        value: unescape(count)
        for name, value, count in _CHOICE.findall(html_of(response))
        if name == parameter
    }


def data_of(response: HttpResponse, kind: str) -> dict | None:
    """The structured data of a kind, or nothing."""
    found = [json.loads(text) for text in _DATA.findall(html_of(response))]
    return next((data for data in found if data["@type"] == kind), None)


def words_of(response: HttpResponse) -> str:
    """The main part as it is read, without marks of HTML."""
    main = re.search(r"<main[^>]*>(.*)</main>", html_of(response), re.DOTALL)[1]
    without_data = _DATA.sub("", main)
    return " ".join(unescape(_TAGS.sub(" ", without_data)).split())


class Elements(HTMLParser):
    """Every element of a page with its attributes, as a browser would see them."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str]]] = []
        self.feed(html_of(response))

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, {name: value or "" for name, value in attrs}))

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        """Attributes of the elements of a tag that carry these attributes."""
        return [
            attributes
            for name, attributes in self.found
            if name == tag and wanted.items() <= attributes.items()
        ]

    def meta(self, name: str) -> str:
        """The content of a ``meta`` by its name or property; empty without one."""
        found = [
            a["content"]
            for a in self.all("meta")
            if name in {a.get("name"), a.get("property")} and "content" in a
        ]
        return found[0] if found else ""
