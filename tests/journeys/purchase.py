"""The steps of a purchase by mouse or finger, in either language, with scripts or without."""

from dataclasses import dataclass

from .visitor import Visitor


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who gets the parcels, as they type it."""

    name: str = "Nguyễn Thị Mẫu"
    phone: str = "0912 000 123"
    province: str = "Lâm Đồng"
    commune: str = "phường Mũi Né"
    street: str = "Số 1, thôn Mẫu"


RECEIVER = Receiver()


def open_list(visitor: Visitor) -> None:
    """From the home page to all products, the way the window's width offers."""
    visitor.goes_to("/")
    menu = visitor.page.locator("details.menu summary")
    if menu.is_visible():
        menu.click()
    visitor.page.locator("header.site").get_by_role(
        "link", name=visitor.words["products"], exact=True
    ).locator("visible=true").click()


def open_product(visitor: Visitor, name: str) -> None:
    """Follow a card of the list."""
    visitor.page.get_by_role("article").get_by_role("link", name=name).click()


def search(visitor: Visitor, words: str) -> None:
    """Ask the box in the header."""
    box = visitor.page.get_by_role("searchbox", name=visitor.words["search"])
    box.fill(words)
    box.press("Enter")
    visitor.page.wait_for_url("**/san-pham/?q=**")


def add(visitor: Visitor, quantity: int = 1) -> None:
    """Put the product on the page into the basket."""
    visitor.field("quantity").fill(str(quantity))
    visitor.button("add").click()
    visitor.page.wait_for_url("**/gio-hang/")


def take(visitor: Visitor, *slugs: str) -> None:
    """Put one of each into the basket, straight from its page."""
    for slug in slugs:
        visitor.goes_to(f"/san-pham/{slug}/")
        add(visitor)


def ask_fees(visitor: Visitor, province: str) -> None:
    """Say in the basket where the parcels go."""
    choose(visitor, "where to", province)
    visitor.button("show fee").click()
    visitor.page.wait_for_url("**/gio-hang/?tinh=**")


def choose(visitor: Visitor, word: str, text: str) -> None:
    """Type a place and take the first one offered; without scripts it is text alone."""
    place = visitor.field(word)
    place.fill(text)
    if place.get_attribute("role") == "combobox":
        chosen = place.get_attribute("aria-controls")
        visitor.page.locator(f"#{chosen} [role=option]:not([aria-disabled])").first.click()


def fill_in(visitor: Visitor, receiver: Receiver = RECEIVER) -> None:
    """Answer the questions of the checkout."""
    visitor.field("name").fill(receiver.name)
    visitor.field("phone").fill(receiver.phone)
    choose(visitor, "province", receiver.province)
    if receiver.commune:
        choose(visitor, "commune", receiver.commune)
    visitor.field("street").fill(receiver.street)


def send(visitor: Visitor) -> None:
    """Press the button below the form, once."""
    visitor.button("order").click()


def order_code(visitor: Visitor) -> str:
    """The code on the thank-you page."""
    visitor.page.wait_for_url("**/don-hang/*/")
    return visitor.page.locator(".order__code").inner_text()


def look_up(visitor: Visitor, code: str, phone: str) -> None:
    """Find an order again by its code and telephone number."""
    visitor.goes_to("/don-hang/")
    visitor.field("code").fill(code)
    visitor.field("phone").fill(phone)
    visitor.button("see order").click()
