"""What a first visit costs on a slow line: everything a page brings, as it comes over the wire."""

import pytest

pytestmark = pytest.mark.browser

MOST_BYTES = 150_000


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["/", "/san-pham/", "/san-pham/mat-ong-bac-ha-mau/"])
def test_first_visit_is_light(visit, path, width):
    visitor = visit(width=width)
    line = visitor.context.new_cdp_session(visitor.page)
    line.send("Network.enable")
    brought: list[float] = []
    line.on("Network.loadingFinished", lambda told: brought.append(told["encodedDataLength"]))

    visitor.goes_to(path)
    visitor.page.wait_for_load_state("networkidle")

    assert len(brought) > 3
    assert sum(brought) <= MOST_BYTES
