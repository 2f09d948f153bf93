"""What the documents say is there: links, files, commands and names of the code."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def tracked(*patterns: str) -> list[Path]:
    listing = subprocess.run(
        ["git", "ls-files", *patterns], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / line for line in listing.stdout.splitlines()]


DOCUMENTS = tracked("*.md")


@pytest.fixture(scope="module")
def code() -> str:
    return "\n".join(
        path.read_text("utf-8") for path in tracked("*.py") if "tests" not in path.parts
    )


def named(document: Path) -> str:
    return document.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_links_lead_to_files(document):
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text("utf-8"))

    assert [link for link in links if not (document.parent / link).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_files_named_in_code_marks_exist(document):
    paths = re.findall(
        r"`([\w./-]+/[\w.-]+\.(?:py|csv|md|sql|svg|js|css))`", document.read_text("utf-8")
    )

    assert [p for p in paths if not ((ROOT / p).exists() or (document.parent / p).exists())] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=named)
def test_make_targets_named_exist_and_help_tells_of_them(document):
    targets = set(
        re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    )
    said = set(re.findall(r"`make ([a-z]+)", document.read_text("utf-8")))

    assert said <= targets


def test_commands_named_exist(code):
    text = "\n".join(document.read_text("utf-8") for document in DOCUMENTS)
    said = set(re.findall(r"manage\.py ([a-z_]+)", text))
    from django.core.management import get_commands

    assert said <= set(get_commands())


def test_words_of_the_glossary_are_words_of_the_code(code):
    rows = re.findall(
        r"^\|.*\|.*\|(.*)\|$", (ROOT / "docs/glossary.md").read_text("utf-8"), re.MULTILINE
    )
    names = {name.rpartition(".")[2] for row in rows for name in re.findall(r"`([\w.]+)`", row)}

    assert len(names) > 30
    assert [name for name in sorted(names) if not re.search(rf"\b{name}\b", code)] == []


def test_documents_are_short_enough_to_be_read():
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) < 150
    for record in (ROOT / "docs" / "adr").glob("*.md"):
        assert len(record.read_text("utf-8").splitlines()) < 40, record.name
