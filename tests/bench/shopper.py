"""A visitor without a browser: follows the pages' own forms from a product to the thank-you."""

import json
from html.parser import HTMLParser
from http.client import HTTPConnection, HTTPResponse
from http.cookies import SimpleCookie
from secrets import randbelow
from urllib.parse import urlencode

from .server import QUERIES_HEADER, Server

PROVINCE = "01"
FOUND = frozenset({200, 302, 303})


class UnexpectedAnswer(RuntimeError):
    """A page answered with another status, or lacks the form that the next step needs."""


class Shopper:
    """One visitor with their cookies; each request on a connection of its own."""

    def __init__(self, server: Server, cookies: dict[str, str] | None = None) -> None:
        self.server = server
        self.cookies = dict(cookies or {})
        self.queries = 0  # of the last request, from a counting server

    def get(self, path: str) -> str:
        """The page's text."""
        return self._ask("GET", path)[1]

    def post(self, path: str, fields: dict[str, str]) -> str:
        """The address that the site leads on to."""
        origin = self.server.url("")
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": origin,
            "Referer": origin + path,
        }
        response, _ = self._ask("POST", path, urlencode(fields), headers)
        target = response.headers.get("Location", "")
        if not target:
            raise UnexpectedAnswer(f"POST {path} led nowhere ({response.status})")
        return target

    def _ask(
        self, method: str, path: str, body: str = "", headers: dict[str, str] | None = None
    ) -> tuple[HTTPResponse, str]:
        told = {"Accept-Encoding": "identity", **(headers or {})}
        if self.cookies:
            told["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection = HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        connection.request(method, path, body or None, told)
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        self.queries = int(response.headers.get(QUERIES_HEADER, 0))
        self._keep(response.headers.get_all("Set-Cookie", []))
        if response.status not in FOUND:
            raise UnexpectedAnswer(f"{method} {path}: {response.status}")
        return response, text

    def _keep(self, lines: list[str]) -> None:
        for line in lines:
            for name, morsel in SimpleCookie(line).items():
                if morsel["max-age"] == "0" or not morsel.value:
                    self.cookies.pop(name, None)
                else:
                    self.cookies[name] = morsel.coded_value


class Page(HTMLParser):
    """What a page holds for the next step: values of its fields, and its links."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a field's first value; of radio buttons the one that is chosen."""
        told = dict(attrs)
        if tag == "a" and told.get("href"):
            self.links.append(told["href"])
        if tag != "input" or not told.get("name"):
            return
        if told.get("type") in {"radio", "checkbox"} and "checked" not in told:
            return
        self.fields.setdefault(told["name"], told.get("value") or "")

    def field(self, name: str) -> str:
        """A field that must be there."""
        if name not in self.fields:
            raise UnexpectedAnswer(f"the page has no field {name}")
        return self.fields[name]


def product_paths(shopper: Shopper, pages: int) -> list[str]:
    """Addresses of products in stock, off the pages of the list."""
    found: dict[str, None] = {}
    for number in range(1, pages + 1):
        page = Page(shopper.get(f"/san-pham/?con_hang=1&trang={number}"))
        found |= dict.fromkeys(
            link
            for link in page.links
            if link.startswith("/san-pham/") and link.count("/") == 3 and "?" not in link
        )
    return list(found)


def listing_on(text: str) -> str:
    """The pack that a product's page offers first."""
    return Page(text).field("listing")


def add(shopper: Shopper, listing: str) -> None:
    """Put one of it into the basket."""
    shopper.post("/gio-hang/them/", {"listing": listing, "quantity": "1"})


def commune(shopper: Shopper) -> str:
    """A commune of the province that all parcels go to."""
    return json.loads(shopper.get(f"/thanh-toan/xa-phuong/{PROVINCE}/"))[0]["name"]


def buy(shopper: Shopper, products: list[str], *, commune_name: str) -> dict[str, int]:
    """A whole guest purchase; returns the queries of each step, from a counting server."""
    steps: dict[str, int] = {}

    def note(step: str) -> None:
        steps[step] = steps.get(step, 0) + shopper.queries

    for path in products:
        text = shopper.get(path)
        note("product")
        add(shopper, listing_on(text))
        note("add")
    shopper.get(f"/gio-hang/?tinh={PROVINCE}")
    note("basket")
    form = Page(shopper.get("/thanh-toan/"))
    note("checkout page")
    thanks = shopper.post(
        "/thanh-toan/",
        {
            "csrfmiddlewaretoken": form.field("csrfmiddlewaretoken"),
            "gio": form.field("gio"),
            "tong": form.field("tong"),
            "name": "Nguyễn Thị Mẫu",
            "phone": f"0912 {randbelow(10**6):06}",  # a household has few orders open
            "province": PROVINCE,
            "commune": commune_name,
            "street": f"Số {randbelow(10**6)}, thôn Mẫu",
            "email": "",
            "note": "",
        },
    )
    note("place order")
    if "/don-hang/" not in thanks:
        raise UnexpectedAnswer(f"the order was not taken: led to {thanks}")
    shopper.get(thanks)
    note("thank-you")
    return steps
