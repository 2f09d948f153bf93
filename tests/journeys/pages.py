"""Every kind of page, in every state that looks different, and how to come to it."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from . import purchase
from .goods import ENDED
from .visitor import Visitor

LONG = "che-shan-tuyet-co-thu-hai-tay-mot-tom-hai-la-sao-cui-trong-ngay-phin-ho-mau"


@dataclass(frozen=True, slots=True)
class Kind:
    """A page: who sees it (a state's name), its address, what is done on it, its status."""

    name: str
    path: str
    state: str = "guest"
    act: Callable[[Visitor], None] | None = None
    status: int = 200
    is_main: bool = False  # also looked at in the dark

    def __str__(self) -> str:
        """For the names of tests."""
        return self.name


def _wrong_order(visitor: Visitor) -> None:
    visitor.field("phone").fill("0912")
    purchase.send(visitor)
    visitor.page.locator("[data-error-summary]").wait_for()


def _unclear_commune(visitor: Visitor) -> None:
    visitor.field("province").fill("Tây Ninh")
    visitor.field("commune").fill("tan thanh")
    purchase.send(visitor)
    visitor.page.locator("#chon-xa").wait_for()


def _wrong_code(visitor: Visitor) -> None:
    visitor.field("code").fill("7KQ4-M2ZP-9X")
    visitor.field("phone").fill("0912 000 123")
    visitor.button("see order").click()
    visitor.page.locator("[data-error-summary]").wait_for()


def _wrong_password(visitor: Visitor) -> None:
    visitor.page.locator("input[name=login]").fill("nobody@example.vn")
    visitor.page.locator("input[name=password]").fill("mat khau sai")
    visitor.button("sign in").click()
    visitor.page.locator("[data-error-summary]").wait_for()


def _open_menu(visitor: Visitor) -> None:
    menu = visitor.page.locator("details.menu summary")
    if menu.is_visible():
        menu.click()


def _open_filters(visitor: Visitor) -> None:
    panel = visitor.page.locator("details.filters summary")
    if panel.is_visible():
        panel.click()


def _wrong_number(visitor: Visitor) -> None:
    visitor.page.locator("input[type=number]").first.fill("0")
    visitor.page.locator("#gio-hang p.row button").click()
    visitor.page.locator("[data-error-summary]").wait_for()


def _refuse_without_reason(visitor: Visitor) -> None:
    visitor.page.locator("form:has(#ly-do) button").first.click()
    visitor.page.locator("#ly-do-loi").wait_for()


def _send_empty(visitor: Visitor) -> None:
    visitor.page.locator("main form[method=post] button[type=submit]").click()
    visitor.page.locator("[data-error-summary]").wait_for()


def _open_row(visitor: Visitor) -> None:
    visitor.page.locator("main tbody th a").first.click()
    visitor.page.locator("main h1 ~ *, main .area__columns").first.wait_for()


def _open_pack(visitor: Visitor) -> None:
    visitor.page.locator(".packs__one > a").first.click()
    visitor.page.locator("#id_price").wait_for()


def _open_texts(visitor: Visitor) -> None:
    visitor.page.locator(".packs__one a").last.click()
    visitor.page.locator("#id_name").wait_for()


def _open_waiting(visitor: Visitor) -> None:
    visitor.page.locator(".packs__one:has(.tag--wait) a").first.click()
    visitor.page.locator("#khac").wait_for()


def _empty_paper(visitor: Visitor) -> None:
    visitor.page.locator("main form button[type=submit]").click()
    visitor.page.locator("[data-error-summary]").wait_for()


def _invite_by_phone(visitor: Visitor) -> None:
    visitor.page.locator("#id_contact").fill("0912 000 456")
    visitor.page.locator("#moi ~ form button[type=submit]").click()
    visitor.page.locator("svg.qr").wait_for()


def _open_approval(visitor: Visitor) -> None:
    visitor.page.locator(".packs__one a").first.click()
    visitor.page.locator("#ly-do").wait_for()


def _open_money(visitor: Visitor) -> None:
    visitor.page.locator("main .parcel h2 a").first.click()
    visitor.page.locator("#ghi-tien").wait_for()


def _open_short(visitor: Visitor) -> None:
    _open_money(visitor)
    visitor.page.locator("a[href$='/tien/thieu/']").click()
    visitor.page.locator("#id_amount").wait_for()


def _wrong_amount(visitor: Visitor) -> None:
    _open_short(visitor)
    visitor.page.locator("#id_amount").fill("0")
    visitor.page.locator("main form button").last.click()
    visitor.page.locator("[data-error-summary]").wait_for()


def _measure_pack(visitor: Visitor) -> None:
    visitor.page.locator("a[href$='/co-goi/']").first.click()
    visitor.page.locator("#id_length_cm").fill("20")
    visitor.page.locator("main form[method=post] button[type=submit]").click()
    visitor.page.locator("[data-error-summary]").wait_for()


def _wrong_fee(visitor: Visitor) -> None:
    visitor.page.locator("#id_province_first").fill("mười nghìn")
    visitor.page.locator("main form[method=post] button[type=submit]").click()
    visitor.page.locator("[data-error-summary]").wait_for()


KINDS = [
    Kind("home", "/", is_main=True),
    Kind("menu", "/", act=_open_menu),
    Kind("list", "/san-pham/", is_main=True),
    Kind("list-filtered", "/san-pham/?sao=4&tinh=08&nhom=2&xep=gia-tang", act=_open_filters),
    Kind("list-empty", "/san-pham/?q=khong+co+gi+nhu+vay"),
    Kind("list-asks-age", "/san-pham/?bo=14"),
    Kind("list-of-adult", "/san-pham/?bo=14", "adult"),
    Kind("product", "/san-pham/mat-ong-bac-ha-mau/", is_main=True),
    Kind("product-long-name", f"/san-pham/{LONG}/"),
    Kind("product-two-packs", "/san-pham/ca-phe-arabica-mau/"),
    Kind("product-sold-out", "/san-pham/tieu-den-mau/"),
    *(Kind(f"product-{slug.removeprefix('che-')}", f"/san-pham/{slug}/") for slug in ENDED),
    Kind("age-question", "/san-pham/ruou-gao-mau/"),
    Kind("alcohol", "/san-pham/ruou-gao-mau/", "adult"),
    Kind("producers", "/chu-the/"),
    Kind("producers-empty", "/chu-the/?tinh=01"),
    Kind("producer", "/chu-the/mau-nui/"),
    Kind("basket-empty", "/gio-hang/"),
    Kind("basket", "/gio-hang/", "full", is_main=True),
    Kind("basket-unclear-province", "/gio-hang/?tinh=dau+do", "full"),
    Kind("basket-wrong-number", "/gio-hang/", "full", _wrong_number),
    Kind("basket-fetched", "/gio-hang/?tinh=08&nhan=1", "full"),
    Kind("basket-sold-out", "/gio-hang/", "short"),
    Kind("checkout", "/thanh-toan/", "full", is_main=True),
    Kind("checkout-wrong", "/thanh-toan/", "full", _wrong_order),
    Kind("checkout-unclear", "/thanh-toan/", "full", _unclear_commune),
    Kind("order", "{order}", "ordered"),
    Kind("order-to-transfer", "{transfer}", "transferring", is_main=True),
    Kind("order-said-transferred", "{said}", "said"),
    Kind("look-up", "/don-hang/"),
    Kind("look-up-wrong", "/don-hang/", act=_wrong_code),
    Kind("my-orders", "/don-hang/cua-toi/", "an"),
    Kind("my-orders-none", "/don-hang/cua-toi/", "dung"),
    Kind("cancel", "{order}huy/1/", "ordered"),
    Kind("counter", "/ban-hang/mau-nui/", "binh", is_main=True),
    Kind("counter-of-nobody", "/ban-hang/", "an", status=403),
    Kind("parcels", "/ban-hang/mau-nui/don/", "binh"),
    Kind("parcels-none", "/ban-hang/mau-nui/don/?muc=giao", "binh"),
    Kind("parcel", "{parcel}", "binh", is_main=True),
    Kind("parcel-refused-without-reason", "{parcel}", "binh", _refuse_without_reason),
    Kind("pay-account", "/ban-hang/mau-nui/nhan-tien/", "binh"),
    Kind("pay-account-form", "/ban-hang/mau-nui/nhan-tien/doi/", "binh"),
    Kind("pay-account-close", "/ban-hang/mau-nui/nhan-tien/dung/", "binh"),
    Kind("money", "/ban-hang/mau-nui/don/tien/", "binh"),
    Kind("money-none", "/ban-hang/mau-nui/don/tien/?muc=tra-lai", "binh"),
    Kind("money-of-parcel", "/ban-hang/mau-nui/don/tien/", "binh", _open_money),
    Kind("money-short", "/ban-hang/mau-nui/don/tien/", "binh", _open_short),
    Kind("money-short-wrong", "/ban-hang/mau-nui/don/tien/", "binh", _wrong_amount),
    Kind("picking", "/ban-hang/mau-nui/don/soan-hang/", "binh"),
    Kind("delivery-note", "{parcel}phieu/", "binh"),
    Kind("parcel-label", "{parcel}nhan/", "binh"),
    Kind("goods", "/ban-hang/mau-nui/hang/", "binh"),
    Kind("pack", "/ban-hang/mau-nui/hang/", "binh", _open_pack),
    Kind("inbox", "/ban-hang/mau-nui/hop-tin/", "binh"),
    Kind("texts-of-all", "/ban-hang/mau-nui/noi-dung/", "binh"),
    Kind("texts", "/ban-hang/mau-nui/noi-dung/", "binh", _open_texts, is_main=True),
    Kind("texts-wait", "/ban-hang/mau-nui/noi-dung/", "binh", _open_waiting),
    Kind("papers", "/ban-hang/mau-nui/giay-to/", "binh"),
    Kind("paper-wrong", "/ban-hang/mau-nui/giay-to/them/", "binh", _empty_paper),
    Kind("members", "/ban-hang/mau-nui/thanh-vien/", "binh"),
    Kind("invitation-to-hand-over", "/ban-hang/mau-nui/thanh-vien/", "binh", _invite_by_phone),
    Kind("approvals", "/can-bo/duyet/", "giang"),
    Kind("approval", "/can-bo/duyet/", "giang", _open_approval, is_main=True),
    Kind("claim-words", "/can-bo/duyet/tu-ngu/", "giang"),
    Kind("desk", "/can-bo/", "giang", is_main=True),
    Kind("desk-products", "/can-bo/san-pham/", "giang", is_main=True),
    Kind("desk-products-none", "/can-bo/san-pham/?q=khong+co&tinh-trang=cho", "giang"),
    Kind("desk-product", "/can-bo/san-pham/", "giang", _open_row),
    Kind("desk-producers", "/can-bo/chu-the/", "giang"),
    Kind("desk-producer", "/can-bo/chu-the/", "giang", _open_row),
    Kind("desk-producer-form-wrong", "/can-bo/chu-the/them/", "giang", _send_empty),
    Kind("desk-tables", "/can-bo/nhap/", "giang", is_main=True),
    Kind("desk-tables-wrong", "/can-bo/nhap/", "giang", _send_empty),
    Kind("desk-table", "/can-bo/nhap/", "giang", _open_row),
    Kind("desk-decisions", "/can-bo/quyet-dinh/", "giang"),
    Kind("desk-decision", "/can-bo/quyet-dinh/cho/?so=1/QĐ-MẪU-HẠ", "giang", is_main=True),
    Kind("desk-proposal", "/can-bo/quyet-dinh/cho/?so=1/QĐ-MẪU-HẠ", "giang", _open_row),
    Kind("pack-size", "/ban-hang/mau-nui/hang/", "binh", _measure_pack),
    Kind("delivery", "/ban-hang/mau-nui/giao-hang/", "binh"),
    Kind("delivery-table-wrong", "/ban-hang/mau-nui/giao-hang/bang-phi/", "binh", _wrong_fee),
    Kind("delivery-terms", "/ban-hang/mau-nui/giao-hang/cach-giao/", "binh"),
    Kind("handover-none", "/ban-hang/mau-nui/don/ban-giao/", "binh"),
    Kind("desk-delivery", "/can-bo/giao-hang/", "giang"),
    Kind("desk-rates", "/can-bo/giao-hang/bang-phi/68/", "giang"),
    Kind("desk-point-wrong", "/can-bo/giao-hang/diem/68/moi/", "giang", _send_empty),
    Kind("desk-handover-none", "/can-bo/giao-hang/diem/2/ban-giao/", "giang"),
    Kind("admission", "/ban-hang/mau-nui/dang-ky-ban/", "binh"),
    Kind("admission-desk", "/can-bo/nguoi-ban/", "giang"),
    Kind("checklist", "/can-bo/nguoi-ban/danh-muc/", "giang"),
    Kind("admission-case", "/can-bo/nguoi-ban/chu-the/mau-bien/", "giang"),
    Kind("due-list", "/can-bo/sap-het-han/", "giang"),
    Kind("sales", "/can-bo/doanh-so/", "giang"),
    Kind("complain", "/phan-anh/ve/mat-ong-bac-ha-mau/"),
    Kind("complaints-of-producer", "/ban-hang/mau-nui/phan-anh/", "binh"),
    Kind("complaints-desk", "/can-bo/phan-anh/", "giang"),
    Kind("sign-in", "/tai-khoan/login/"),
    Kind("sign-in-wrong", "/tai-khoan/login/", act=_wrong_password),
    Kind("sign-up", "/tai-khoan/signup/"),
    Kind("password-lost", "/tai-khoan/password/reset/"),
    Kind("account", "/tai-khoan/", "an"),
    Kind("account-address", "/tai-khoan/email/", "an"),
    Kind("account-two-steps", "/tai-khoan/2fa/", "an"),
    Kind("second-step", "/tai-khoan/2fa/authenticate/", "half"),
    Kind("second-step-wanted", "/tai-khoan/hai-buoc/", "dung"),
    Kind("account-of-officer", "/tai-khoan/", "dung"),
    Kind("jobs", "/tai-khoan/viec/", "giang"),
    Kind("jobs-none", "/tai-khoan/viec/", "an"),
    Kind("job-running", f"/tai-khoan/viec/{UUID(int=1)}/", "giang"),
    Kind("job-done", f"/tai-khoan/viec/{UUID(int=2)}/", "giang"),
    Kind("job-failed", f"/tai-khoan/viec/{UUID(int=3)}/", "giang"),
    Kind("parked-work", "/quan-tri/viec-ton/", "sau"),
    Kind("link-to-issue", "/tai-khoan/cap-duong-dan/", "giang"),
    Kind("stories", "/cau-chuyen/"),
    Kind("story", "/cau-chuyen/buoi-sang-o-doi-che/"),
    Kind("help", "/tro-giup/"),
    Kind("help-page", "/tro-giup/giao-hang/"),
    Kind("not-found", "/khong-co-trang-nay/", status=404),
    Kind("forbidden", "/tai-khoan/cap-duong-dan/", "an", status=403),
    Kind("parts", "/_parts/", "sau", is_main=True),
]
LOOKS = [(width, lang, "light") for lang in ("vi", "en") for width in (360, 1280)]
DARK = [(width, "vi", "dark") for width in (360, 1280)]
VISITS = [(kind, *look) for look in LOOKS for kind in KINDS]
VISITS += [(kind, *look) for look in DARK for kind in KINDS if kind.is_main]
