"""Stars are compared with a number in one file only."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[3]
PACKAGES = ("catalog", "marketplace", "cms", "fairs", "traceability")
HOME = ROOT / "catalog" / "register" / "rules.py"
COMPARISONS = re.compile(
    r"\b(?:\w+\.)*stars?\b\s*(?:[<>]=?|==|!=)\s*(?:\d|(?:\w+\.)*MIN_STAR)"  # certificate.star >= 3
    r"|(?:\d|MIN_STAR)\s*(?:[<>]=?|==|!=)\s*(?:\w+\.)*stars?\b"  # 3 <= star
    r"|stars?__(?:gte?|lte?|exact)\s*=\s*(?:\d|(?:\w+\.)*MIN_STAR)",  # star__gte=3
    re.IGNORECASE,
)
TWIN = ROOT / "catalog" / "register" / "models" / "certificate.py"  # the gate in SQL


def source_files():
    for package in PACKAGES:
        for pattern in ("*.py", "*.html", "*.txt", "*.xml"):
            for file in (ROOT / package).rglob(pattern):
                if "migrations" not in file.parts:
                    yield file


def test_no_other_file_compares_stars_with_a_number():
    offences = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()}"
        for file in source_files()
        if file not in (HOME, TWIN)
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if COMPARISONS.search(line)
    ]

    assert offences == []


def test_the_gates_twin_in_sql_takes_its_number_from_the_rules():
    text = TWIN.read_text(encoding="utf-8")

    assert re.findall(r"star__\w+=\s*\d", text) == []
    assert text.count("rules.MIN_STAR") == 1


def test_the_pattern_finds_what_it_should():
    for line in (
        "if certificate.star >= 3:",
        "{% if card.star < 3 %}",
        "filter(star__gte=3)",
        "if 3 <= star",
        "{% if stars == 5 %}",
        "if row.star >= rules.MIN_STAR",
        "filter(certificates__star__gte=rules.MIN_STAR)",
    ):
        assert COMPARISONS.search(line), line
    for line in ("for n in range(star):", "star=4", "star = 3", "{% if card.star %}"):
        assert not COMPARISONS.search(line), line
