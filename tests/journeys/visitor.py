"""One visitor with a browser, and an ear for everything the browser complains about."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, Request

from .words import WORDS

HEIGHT = {360: 780, 1280: 900}
REFUSED = "Failed to load resource: the server responded with a status of "


@dataclass
class Visitor:
    """A page in a browser that nobody else uses."""

    context: BrowserContext
    page: Page
    base: str
    lang: str
    complaints: list[str] = field(default_factory=list)

    @property
    def words(self) -> dict[str, str]:
        """What things are called in the visitor's language."""
        return WORDS[self.lang]

    @property
    def path(self) -> str:
        """The address shown, without the host."""
        parts = urlsplit(self.page.url)
        return parts.path + (f"?{parts.query}" if parts.query else "")

    @property
    def heading(self) -> str:
        """What the page calls itself."""
        return self.page.locator("h1").inner_text()

    @property
    def basket_count(self) -> str:
        """The number beside the basket; nothing while it is hidden or scripts are off."""
        badge = self.page.locator("[data-basket-count]")
        return badge.inner_text() if badge.is_visible() else ""

    def goes_to(self, path: str) -> int:
        """Open an address of the site in the visitor's language; the status."""
        prefix = "/en" if self.lang == "en" else ""
        return self.page.goto(f"{self.base}{prefix}{path}").status

    def link(self, word: str) -> Locator:
        """A link by its whole name in the page's language."""
        return self.page.get_by_role("link", name=self.words.get(word, word), exact=True)

    def button(self, word: str) -> Locator:
        """A button by its whole name in the page's language."""
        return self.page.get_by_role("button", name=self.words.get(word, word), exact=True)

    def field(self, word: str) -> Locator:
        """A field by its label."""
        labelled = self.page.get_by_label(self.words.get(word, word))
        return labelled.and_(self.page.locator("input, textarea, select"))

    def leave(self) -> None:
        """Close the browser."""
        self.context.close()

    def watch(self, page: Page) -> None:
        """Write down errors, refusals of the content policy, and requests to other hosts."""
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.complaints.append(f"script: {error}"))
        page.on("request", self._asked)

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type not in {"error", "warning"}:
            return
        # A page that answers 403, 404 or 422 is meant to; a missing picture is not.
        if message.text.startswith(REFUSED) and message.location["url"] == message.page.url:
            return
        self.complaints.append(f"{message.page.url}: {message.text}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:")):
            self.complaints.append(f"asked another host: {request.url}")


def open_door(
    browser: Browser,
    base: str,
    *,
    width: int = 360,
    lang: str = "vi",
    scheme: str = "light",
    scripts: bool = True,
    state: dict | None = None,
) -> Visitor:
    """A fresh browser of that width and language, holding what ``state`` holds."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT[width]},
        locale="vi-VN" if lang == "vi" else "en-GB",
        color_scheme=scheme,
        reduced_motion="reduce",
        java_script_enabled=scripts,
        storage_state=state,
    )
    context.set_default_timeout(15_000)
    visitor = Visitor(context=context, page=context.new_page(), base=base, lang=lang)
    visitor.watch(visitor.page)
    return visitor
