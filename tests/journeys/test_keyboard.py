"""The whole purchase by keyboard alone: every stop can be seen, and nothing lies over it."""

import pytest

from .visitor import Visitor

pytestmark = pytest.mark.browser

MOST_STOPS = 120
# What is wrong with the element that has the focus: no sign of it, or hidden by another.
STOP = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return "";
  const told = `${one.tagName}#${one.id}.${one.className}[${one.name ?? ""}] ` +
    (one.innerText ?? "").slice(0, 40);
  const marked = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  const around = one.closest("label, .search, .chooser, .control");
  const seen = marked(getComputedStyle(one)) || marked(getComputedStyle(one, "::after"))
    || (around && marked(getComputedStyle(around)));
  if (!seen) return `no sign of focus: ${told}`;
  const box = one.getClientRects()[0];
  if (!box) return `has no place: ${told}`;
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = box.top + box.height / 2;
  if (y < 0 || y > innerHeight) return `outside the window: ${told}`;
  const top = document.elementFromPoint(x, y);
  const free = top && (one.contains(top) || top.contains(one) || around?.contains(top));
  return free ? "" : `hidden by ${top?.tagName}.${top?.className}: ${told}`;
}"""


class Keys:
    """Hands that only have a keyboard."""

    def __init__(self, visitor: Visitor) -> None:
        """Sit down before the visitor's page."""
        self.page = visitor.page
        self.stops: set[str] = set()

    def tab_to(self, target: str, *, back: bool = False) -> None:
        """Press Tab until the element has the focus, looking at each stop on the way."""
        for _ in range(MOST_STOPS):
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
            if wrong := self.page.evaluate(STOP):
                self.stops.add(f"{self.page.url}: {wrong}")
            if self.page.evaluate("(css) => document.activeElement.matches(css)", target):
                return
        raise AssertionError(f"{target} cannot be reached by Tab on {self.page.url}")

    def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def follow(self, target: str, address: str) -> None:
        """Go to the element, press Enter, and arrive."""
        self.tab_to(target)
        self.press("Enter")
        self.page.wait_for_url(address)

    def type_into(self, target: str, text: str) -> None:
        """Go to the field and type in place of what it holds."""
        self.tab_to(target)
        self.press("Control+A")
        self.page.keyboard.type(text)

    def choose(self, target: str, text: str) -> None:
        """Type into a chooser and take the first name with the arrow and Enter."""
        self.type_into(target, text)
        self.page.locator(f"{target}[aria-expanded=true]").wait_for()
        self.press("ArrowDown", "Enter")
        self.page.locator(f"{target}[aria-expanded=false]").wait_for()


@pytest.mark.parametrize("width", [360, 1280])
def test_guest_buys_by_keyboard_alone(visit, width):
    guest = visit(width=width)
    keys = Keys(guest)

    guest.goes_to("/")
    keys.follow("a.skip", "**/#noi-dung")
    assert guest.page.evaluate("document.activeElement.id") == "noi-dung"
    guest.goes_to("/")
    if width == 1280:
        keys.follow("nav.nav a[href='/san-pham/']", "**/san-pham/")
    else:
        keys.tab_to("details.menu summary")
        keys.press("Enter")
        keys.follow("details.menu a[href='/san-pham/']", "**/san-pham/")
    _narrow_the_list(keys, wide=width == 1280)
    keys.follow(".card a[href$='/nuoc-mam-mau/']", "**/nuoc-mam-mau/")
    keys.tab_to("form.offer input[name=quantity]")
    keys.press("ArrowUp")
    keys.follow("form.offer button[type=submit]", "**/gio-hang/")

    keys.choose("#tinh", "lam dong")
    keys.follow("form[data-auto-submit] button", "**/gio-hang/?tinh=*")
    keys.follow("[formaction='/thanh-toan/']", "**/thanh-toan/")

    keys.type_into("#id_name", "Nguyễn Thị Mẫu")
    keys.type_into("#id_phone", "0912000123")
    keys.choose("#id_province", "lam dong")
    keys.choose("#id_commune", "mui ne")
    keys.type_into("#id_street", "Số 1, thôn Mẫu")
    keys.follow("[form=dat-hang][type=submit], #dat-hang [type=submit]", "**/don-hang/*/")

    assert guest.heading == guest.words["thanks"]
    assert "2 × 210.000" in guest.page.locator(".basket__what").inner_text()
    assert keys.stops == set()


def test_guest_fetches_at_a_point_by_keyboard_alone(visit):
    guest = visit(width=360)
    keys = Keys(guest)
    guest.goes_to("/san-pham/nuoc-mam-mau/")
    keys.follow("form.offer button[type=submit]", "**/gio-hang/")

    keys.choose("#tinh", "lam dong")
    keys.follow("form[data-auto-submit] button", "**/gio-hang/?tinh=*")
    keys.tab_to("input[name=nhan]")
    keys.press("ArrowDown")
    keys.follow("[formaction='/thanh-toan/']", "**/thanh-toan/")

    keys.type_into("#id_name", "Nguyễn Thị Mẫu")
    keys.type_into("#id_phone", "0912000123")
    keys.follow("[form=dat-hang][type=submit], #dat-hang [type=submit]", "**/don-hang/*/")
    assert "Điểm gom chợ Mẫu" in guest.page.locator("main").inner_text()
    assert keys.stops == set()


def test_nothing_lies_over_a_stop_of_any_product_page(visit, states):
    guest = visit(width=360)
    keys = Keys(guest)

    for slug in ("ca-phe-arabica-mau", "che-gia-han", "che-het-han"):
        guest.goes_to(f"/san-pham/{slug}/")
        keys.tab_to("footer a:last-child, footer li:last-child a")
        keys.tab_to("a.skip, a.logo", back=True)

    assert keys.stops == set()


def test_stop_without_a_sign_or_under_the_bar_is_noticed(visit):
    """The control: the two faults that the journeys look for."""
    guest = visit(width=360)
    guest.goes_to("/san-pham/mat-ong-bac-ha-mau/")
    guest.page.evaluate(
        """() => {
            document.querySelector(".foot a").style.outline = "none";
            const lid = document.createElement("div");
            Object.assign(lid.style, { position: "fixed", inset: "0", zIndex: 99 });
            lid.className = "lid";
            document.querySelector(".foot a").addEventListener(
                "blur", () => document.body.append(lid));
        }"""
    )
    keys = Keys(guest)

    keys.tab_to(".foot a")
    keys.tab_to(".foot li:nth-child(3) a")

    faults = [stop.split(": ")[1].split(" ")[0] for stop in sorted(keys.stops)]
    assert set(faults) == {"no", "hidden"}


def _narrow_the_list(keys: Keys, *, wide: bool) -> None:
    if not wide:
        keys.tab_to("details.filters summary")
        keys.press("Enter")
    keys.tab_to("#bo-loc input[name=tinh][value='68']")
    keys.press("Space")
    if not wide:
        keys.tab_to("#bo-loc button[type=submit]")
        keys.press("Enter")
    keys.page.wait_for_url("**tinh=68*")
