"""Lighthouse's judgement of the pages that most visitors see first, on a phone.

``npm ci`` brings Lighthouse; without it these are skipped, and say so.
"""

import json
import os
import subprocess
import urllib.request
from pathlib import Path

import pytest

from .conftest import CHROMIUM, FLAGS, ROOT

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LIGHTHOUSE = ROOT / "node_modules" / ".bin" / "lighthouse"
LEAST = 95
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TRIES = 4  # a busy machine measures itself: the best of them is the page's


@pytest.mark.parametrize(
    "path",
    ["/", "/san-pham/", "/san-pham/mat-ong-bac-ha-mau/", "/en/san-pham/"],
    ids=["home", "list", "product", "list-in-english"],
)
def test_lighthouse_gives_95_in_all_four(village, tmp_path, path):
    if not LIGHTHOUSE.exists():
        pytest.skip("Lighthouse is missing: npm ci")
    for _ in range(4):  # each worker keeps its own pages
        urllib.request.urlopen(village + path).read()  # noqa: S310

    best = dict.fromkeys(CATEGORIES, 0)
    for _ in range(TRIES):
        try:
            measured = _scores(village + path, tmp_path / "report.json")
        except subprocess.CalledProcessError:  # it lost its trace and asks to run again
            continue
        best = {name: max(best[name], measured[name]) for name in CATEGORIES}
        if min(best.values()) >= LEAST:
            break

    assert {name: score for name, score in best.items() if score < LEAST} == {}


def _scores(address: str, report: Path) -> dict[str, int]:
    """Lighthouse's marks of one run, 0 to 100."""
    flags = " ".join(["--headless=new", *FLAGS])
    subprocess.run(
        [
            str(LIGHTHOUSE),
            address,
            "--quiet",
            "--output=json",
            f"--output-path={report}",
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags={flags}",
        ],
        check=True,
        timeout=180,
        env={**os.environ, "CHROME_PATH": CHROMIUM},
    )
    told = json.loads(report.read_text())["categories"]
    return {name: round(100 * told[name]["score"]) for name in CATEGORIES}
