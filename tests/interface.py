"""What a page shows, says aloud or tells search engines, apart from what is in another language."""

import re
from html.parser import HTMLParser

from django.test import Client

SAID = ("alt", "aria-label", "placeholder", "title", "label")
TOLD = {"description", "og:title", "og:description"}
UNSEEN = {"script", "style", "template", "code"}
WITHOUT_END = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Words(HTMLParser):
    """Collects the words of one language; ``lang`` on an element counts for all below it."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.found: list[str] = []
        self._open: list[tuple[str, str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        given = dict(attrs)
        _, language, unseen = self._open[-1] if self._open else ("", self.language, False)
        language = given.get("lang") or language
        unseen = unseen or tag in UNSEEN
        if language == self.language and not unseen:
            self.found += self._said(tag, given)
        if tag not in WITHOUT_END:
            self._open.append((tag, language, unseen))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        _, language, unseen = self._open[-1] if self._open else ("", self.language, False)
        if data.strip() and language == self.language and not unseen:
            self.found.append(" ".join(data.split()))

    def _said(self, tag: str, given: dict) -> list[str]:
        said = [given[name] for name in SAID if given.get(name)]
        # Words for scripts: data-none, data-less ...; what names a kind or an address is no word.
        said += [v for k, v in given.items() if k.startswith("data-") and v and " " in v]
        if tag == "meta" and (
            given.get("name") == "description"
            or given.get("property") in {"og:title", "og:description"}
        ):
            said.append(given.get("content") or "")
        if tag == "input" and given.get("type") in {"submit", "button"}:
            said.append(given.get("value") or "")
        return said


def words_of(html: str, language: str) -> list[str]:
    """The pieces of text of the page that are in its language."""
    reader = Words(language)
    reader.feed(html)
    return [re.sub(r"\S+@\S+|https?://\S+", " ", piece) for piece in reader.found]


def language_of(html: str) -> str:
    """What the page says it is in."""
    return re.search(r'<html[^>]* lang="(\w+)"', html)[1]


def read(client: Client, path: str, language: str, **data) -> tuple[int, list[str]]:
    """Fetch a page, or post ``data`` to it: its status and its words."""
    headers = {"sec-fetch-site": "same-origin"}
    response = client.post(path, data, headers=headers) if data else client.get(path)
    html = response.content.decode()
    assert language_of(html) == language, path
    return response.status_code, words_of(html, language)
