"""The words to translate, taken out of Python files and templates without gettext installed.

It stands beside the settings because it looks through all five packages: `manage.py strings`
writes what it finds into the English catalogue, and a test asks whether that is whole.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

PACKAGES = ("catalog", "traceability", "fairs", "cms", "marketplace")
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
WIDTH = 96
# Without dates and names, which would differ in every commit.
HEADER = """\
# English of the interface. The message ids are the Vietnamese of the source
# (docs/adr/0005); `make strings` brings new ones here.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Language: en\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""


def source_words(root: Path | None = None) -> Catalog:
    """Every message of the source, each with the files it stands in."""
    root = root or settings.BASE_DIR
    catalogue = Catalog()
    for path in _files(root):
        for _line, message, comments, context in extract("python", _as_python(path), KEYWORDS):
            catalogue.add(
                message,
                locations=[(path.relative_to(root).as_posix(), 1)],
                auto_comments=comments,
                context=context,
            )
    return catalogue


def read_catalogue(language: str) -> Catalog:
    """The catalogue as it lies in `locale/`; an empty one if there is none yet."""
    path = catalogue_path(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def write_catalogue(language: str, catalogue: Catalog) -> None:
    """By file and without line numbers, so that a change shows no more than what changed."""
    path = catalogue_path(language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(HEADER.encode())
        write_po(
            file,
            catalogue,
            width=WIDTH,
            sort_by_file=True,
            include_lineno=False,
            ignore_obsolete=True,
            omit_header=True,
        )


def catalogue_path(language: str) -> Path:
    """Where a language's catalogue lies."""
    return settings.BASE_DIR / "locale" / language / "LC_MESSAGES" / "django.po"


def _files(root: Path) -> Iterator[Path]:
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*")):
            is_template = path.suffix in {".html", ".txt"} and "templates" in path.parts
            if is_template or path.suffix == ".py":
                yield path


def _as_python(path: Path) -> BytesIO:
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        # Python's tokenizer stumbles over a template's indentation.
        text = "\n".join(line.lstrip() for line in templatize(text, str(path)).splitlines())
    return BytesIO(text.encode())
