"""The shop's forms as a browser sends them."""

from .purchases import Basket

OURS = {"sec-fetch-site": "same-origin"}
ANSWERS = {
    "name": "Nguyễn Văn An",
    "phone": "0912345678",
    "province": "Lâm Đồng",
    "commune": "phường Phan Thiết",
    "street": "12 Trần Phú",
    "email": "",
    "note": "",
}


def add(browser, listing, quantity="1", **more):
    """Press "Thêm vào giỏ" on a product page."""
    key = getattr(listing, "pk", listing)
    fields = {"listing": key, "quantity": quantity, **more}
    return browser.post("/gio-hang/them/", fields, headers=OURS)


def checkout_form(browser, **answers) -> dict:
    """The form as the page gives it, filled in; the province was chosen in the basket."""
    browser.get("/gio-hang/", {"tinh": "68"})
    shown = browser.get("/thanh-toan/").context
    hidden = {"gio": shown["signed_basket"], "tong": f"{shown['quote'].total}"}
    return {**hidden, **ANSWERS, **answers}


def submit(browser, form):
    """Press "Đặt hàng"."""
    return browser.post("/thanh-toan/", form)


def quantities() -> list[int]:
    """What lies in open baskets."""
    lines = Basket.open.order_by("lines__pk").values_list("lines__quantity", flat=True)
    return [quantity for quantity in lines if quantity is not None]
