"""A buyer with a browser of the plainest kind: cookies, forms, and the headers browsers send."""

import http.client
from dataclasses import dataclass
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from urllib.parse import urlencode

TIMEOUT = 60
GONE = (ConnectionError, http.client.HTTPException, TimeoutError)  # the server died meanwhile
ANSWERS = {
    "name": "Nguyễn Văn An",
    "phone": "0912 345 678",
    "province": "Lâm Đồng",
    "commune": "phường Phan Thiết",
    "street": "12 Trần Phú",
    "email": "",
    "note": "",
}


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    location: str
    page: str

    @property
    def code(self) -> str:
        """The code of the order that the reply leads to, or nothing."""
        head, _, rest = self.location.partition("/don-hang/")
        return rest.strip("/") if self.status in {302, 303} and not head else ""


class _Hidden(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        field = dict(attrs)
        if tag == "input" and field.get("type") == "hidden" and field.get("name"):
            self.fields[field["name"]] = field.get("value") or ""


class Buyer:
    """Somebody without an account; each request is a connection of its own."""

    def __init__(self, port: int, cookies: dict[str, str] | None = None) -> None:
        self.port = port
        self.cookies = dict(cookies or {})

    def again(self) -> "Buyer":
        """The same browser in another tab."""
        return Buyer(self.port, self.cookies)

    def get(self, path: str) -> Reply:
        """Open a page."""
        return self._ask("GET", path)

    def post(self, path: str, fields: dict[str, object]) -> Reply:
        """Send a form."""
        return self._ask("POST", path, urlencode(fields))

    def put_in(self, listing: int, quantity: int = 1) -> Reply:
        """Put a pack in the basket, as from its product page."""
        return self.post("/gio-hang/them/", {"listing": listing, "quantity": quantity})

    def form(self, path: str) -> dict[str, str]:
        """The hidden fields of a page's form."""
        return _Hidden(self.get(path).page).fields

    def checkout_form(self) -> dict[str, str]:
        """The filled-in form of the checkout, ready to be sent, with fees and total shown."""
        if "tinh" not in self.cookies:
            self.get("/gio-hang/?tinh=68")
        shown = self.get("/thanh-toan/")
        hidden = _Hidden(shown.page).fields
        if shown.status != http.client.OK or not hidden.get("tong"):
            message = f"no checkout with a total: {shown.status} {shown.location}"
            raise AssertionError(message)
        return {**hidden, **ANSWERS}

    def submit(self, form: dict[str, str]) -> Reply:
        """Press "Đặt hàng"."""
        return self.post("/thanh-toan/", form)

    def _ask(self, method: str, path: str, body: str | None = None) -> Reply:
        origin = f"http://127.0.0.1:{self.port}"
        headers = {
            "Accept-Language": "vi",
            "Connection": "close",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "Sec-Fetch-Site": "same-origin",
        }
        if body is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": origin}
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT)
        try:
            link.request(method, path, body, headers)
            response = link.getresponse()
            page = response.read().decode()
        finally:
            link.close()
        for line in response.headers.get_all("Set-Cookie") or []:
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
        return Reply(response.status, response.headers.get("Location") or "", page)
