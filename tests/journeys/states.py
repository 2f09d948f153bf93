"""What a browser holds after some walk, made once and then given to many visitors."""

import re
import time
from functools import cached_property

from allauth.mfa.totp.internal import auth as totp
from playwright.sync_api import Browser

from tests.cast import PASSWORD, SECRET

from . import purchase
from .visitor import Visitor, open_door

HONEY, SAUCE, CLOTH = "mat-ong-bac-ha-mau", "nuoc-mam-mau", "tho-cam-mau"
TOTP_SECONDS = 30


class States:
    """Each a Playwright storage state: cookies, and so basket, order or session."""

    guest = None

    def __init__(self, browser: Browser, base: str) -> None:
        """Walk only when somebody asks."""
        self._browser, self._base = browser, base
        self.order_path = ""
        self.transfer_path = self.said_path = ""
        self.parcel_path = ""  # the order that waited longest, as its seller opens it

    @cached_property
    def full(self) -> dict:
        """A basket with goods of two producers, on its way to Lâm Đồng."""
        visitor = self._visitor()
        purchase.take(visitor, HONEY, SAUCE)
        purchase.ask_fees(visitor, "lam dong")
        return _kept(visitor)

    @cached_property
    def short(self) -> dict:
        """A basket in which the cloth has sold out since."""
        slow, quick = self._visitor(), self._visitor()
        purchase.take(slow, CLOTH, HONEY)
        quick.goes_to(f"/san-pham/{CLOTH}/")
        purchase.add(quick, 3)
        _order(quick)
        quick.leave()
        return _kept(slow)

    @cached_property
    def ordered(self) -> dict:
        """An order just placed, which this browser may open without the number."""
        visitor = self._visitor()
        purchase.take(visitor, HONEY, SAUCE)
        _order(visitor)
        self.order_path = visitor.path
        return _kept(visitor)

    @cached_property
    def transferring(self) -> dict:
        """An order to be paid by transfer, which this browser may open."""
        visitor = self._visitor()
        purchase.take(visitor, HONEY)
        _order(visitor, transfer=True)
        self.transfer_path = visitor.path
        return _kept(visitor)

    @cached_property
    def said(self) -> dict:
        """The same, and the buyer says it is transferred."""
        visitor = self._visitor()
        purchase.take(visitor, HONEY)
        _order(visitor, transfer=True)
        visitor.page.locator("form[action*='/da-chuyen/'] button").click()
        visitor.page.locator(".pay__again").wait_for()
        self.said_path = visitor.path
        return _kept(visitor)

    @cached_property
    def adult(self) -> dict:
        """Somebody who declared to be of age."""
        visitor = self._visitor()
        visitor.goes_to("/san-pham/ruou-gao-mau/")
        visitor.button("yes of age").click()
        return _kept(visitor)

    @cached_property
    def an(self) -> dict:
        """An, signed in, with one order behind her."""
        visitor = self._signed_in("an")
        purchase.take(visitor, HONEY)
        _order(visitor)
        return _kept(visitor)

    @cached_property
    def binh(self) -> dict:
        """Bình, who sells, with one order answered and another that waits."""
        _ = self.ordered, self.an, self.said
        visitor = self._signed_in("binh")
        visitor.goes_to("/ban-hang/mau-nui/don/")
        waiting = visitor.page.locator("main h2 a[href*='/don/']").first
        self.parcel_path = waiting.get_attribute("href")
        visitor.goes_to(self.parcel_path)
        visitor.page.locator("form[action$='/buoc/'] button").first.click()
        visitor.page.locator("a[href^='tel:']").first.wait_for()
        return _kept(visitor)

    @cached_property
    def dung(self) -> dict:
        """Dung, an officer who has not set up the second step."""
        return _kept(self._signed_in("dung"))

    @cached_property
    def half(self) -> dict:
        """Sáu, whose password was right and whose code is still asked for."""
        return _kept(self._signed_in("sau"))

    @cached_property
    def sau(self) -> dict:
        """Sáu, the operator, signed in with both steps."""
        return self._both_steps("sau")

    @cached_property
    def giang(self) -> dict:
        """Giang, an officer of Lâm Đồng, signed in with both steps."""
        return self._both_steps("giang")

    def _both_steps(self, name: str) -> dict:
        visitor = self._signed_in(name)
        counter = int(time.time()) // TOTP_SECONDS
        code = totp.format_hotp_value(totp.hotp_value(SECRET, counter))
        visitor.page.locator("input[name=code]").fill(code)
        visitor.button("sign in").click()
        visitor.page.wait_for_url(re.compile(r"/(tai-khoan|can-bo)/$"))
        return _kept(visitor)

    def _visitor(self) -> Visitor:
        return open_door(self._browser, self._base, width=1280)

    def _signed_in(self, name: str) -> Visitor:
        visitor = self._visitor()
        visitor.goes_to("/tai-khoan/login/")
        visitor.page.locator("input[name=login]").fill(f"{name}@example.vn")
        visitor.page.locator("input[name=password]").fill(PASSWORD)
        visitor.button("sign in").click()
        visitor.page.wait_for_url(re.compile(r"/tai-khoan/(?!login)|/$"))
        return visitor


def _order(visitor: Visitor, *, transfer: bool = False) -> None:
    purchase.ask_fees(visitor, "lam dong")
    visitor.goes_to("/thanh-toan/")
    purchase.fill_in(visitor)
    if transfer:
        visitor.page.locator("input[name=payment][value=vietqr]").check()
    purchase.send(visitor)
    purchase.order_code(visitor)


def _kept(visitor: Visitor) -> dict:
    state = visitor.context.storage_state()
    visitor.leave()
    return state
