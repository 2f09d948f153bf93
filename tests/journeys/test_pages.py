"""Every kind of page, loaded once for each width and language, and asked everything:
does it answer, does it scroll sideways, what does axe find, what did the browser say."""

from pathlib import Path

import pytest

from .pages import VISITS
from .visitor import HEIGHT

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parents[1] / "vendor" / "axe.min.js").read_text(encoding="utf-8")
PHONE, NARROWEST = 360, 320
RUN_AXE = """async () => {
  const found = await axe.run(document, { resultTypes: ["violations"] });
  return found.violations.flatMap((rule) =>
    rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")} (${node.failureSummary})`));
}"""
SIDEWAYS = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > width + 1)
    .map((one) => `${one.tagName}.${one.className}`).slice(0, 5);
}"""


def _name(visit) -> str:
    kind, width, lang, scheme = visit
    return f"{kind}-{width}-{lang}" + ("-dark" if scheme == "dark" else "")


@pytest.mark.parametrize("page_kind", VISITS, ids=_name)
def test_page_is_sound(visit, states, page_kind):
    kind, width, lang, scheme = page_kind
    state = getattr(states, kind.state)
    visitor = visit(width=width, lang=lang, scheme=scheme, state=state)

    paths = {
        "order": states.order_path,
        "parcel": states.parcel_path,
        "transfer": states.transfer_path,
        "said": states.said_path,
    }
    status = visitor.goes_to(kind.path.format(**paths))
    if kind.act:
        kind.act(visitor)
    visitor.page.evaluate(AXE)
    found = {"status": status, "axe": visitor.page.evaluate(RUN_AXE), "sideways": []}
    for narrow in (width, NARROWEST) if width == PHONE else (width,):
        visitor.page.set_viewport_size({"width": narrow, "height": HEIGHT[width]})
        found["sideways"] += visitor.page.evaluate(SIDEWAYS)

    assert found == {"status": kind.status, "axe": [], "sideways": []}
    assert visitor.page.locator("html").get_attribute("lang") == lang


def test_axe_notices_what_is_wrong(visit):
    """The control: a tool that finds nothing anywhere proves nothing."""
    visitor = visit()
    visitor.goes_to("/")
    visitor.page.evaluate(
        """() => {
            const picture = document.createElement("img");
            picture.src = "/static/img/logo.svg";
            document.querySelector("main").append(picture);
        }"""
    )

    visitor.page.evaluate(AXE)
    found = visitor.page.evaluate(RUN_AXE)

    assert [line.split(":")[0] for line in found] == ["image-alt"]
