"""Every word of the interface has its English, and no Vietnamese word is left unmarked."""

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.base import Lexer, TokenType

from marketplace import words

MARKED = re.compile("[ăâđêôơư\u00e0-\u00fd\u1ea0-\u1ef9]", re.IGNORECASE)
PLACES = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|</?\w+[^>]*>")
# Names of places and kinds of decisions, which English writes the same.
NAMES = re.compile(r"Lâm Đồng|Tuyên Quang|QĐ-UBND|NĐ-CP|lang=\"vi\"")
TRANSLATES = {"_", "gettext", "gettext_lazy", "ngettext", "pgettext", "pgettext_lazy"}


def texts(message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string)


def ids(message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else list(message.id)


def translated(catalogue):
    for message in catalogue:
        if message.id:
            yield from ((message, text) for text in texts(message) if text)


def shown(message) -> str:
    return f"{message.locations[0][0] if message.locations else ''}: {ids(message)[0]}"


@pytest.fixture(scope="module")
def english():
    return words.read_catalogue("en")


@pytest.fixture(scope="module")
def source():
    return words.source_words()


def test_every_string_of_the_source_has_its_english(source, english):
    missing = []
    for message in source:
        translation = message.id and english.get(message.id, message.context)
        if message.id and (not translation or translation.fuzzy or not all(texts(translation))):
            missing.append(shown(message))
    assert missing == [], "run `make strings` and translate"


@pytest.mark.parametrize("language", ["en", "vi"])
def test_translations_keep_placeholders_and_markup(language):
    broken = [
        shown(message)
        for message, text in translated(words.read_catalogue(language))
        if set(PLACES.findall(text)) != set(PLACES.findall(ids(message)[-1]))
    ]
    assert broken == []


def test_english_has_two_forms_where_the_source_counts(english):
    counted = [m for m in english if isinstance(m.id, tuple)]
    assert counted
    assert [shown(m) for m in counted if len(set(texts(m))) != 2] == []


def test_english_has_no_vietnamese_letters_but_in_names(english):
    left = [text for _, text in translated(english) if MARKED.search(NAMES.sub("", text))]
    assert left == []


def test_sentences_stay_sentences_and_labels_stay_labels(english):
    odd = [
        shown(message)
        for message, text in translated(english)
        if ids(message)[0].endswith(".") != text.endswith((".", "”.")) and text[-1] not in "?:!"
    ]
    assert odd == []


def test_words_for_the_packages_below_us_are_complete():
    vietnamese = [m for m in words.read_catalogue("vi") if m.id]
    assert vietnamese
    assert [shown(m) for m in vietnamese if m.fuzzy or not all(texts(m))] == []


# Both languages at once, samples of letters, and the names of languages in themselves.
SPEAKS_FOR_ITSELF = {"400.html", "500.html", "parts.html", "header.html"}


def test_no_template_has_vietnamese_outside_translation():
    bare = []
    for path in files("*.html", "*.txt"):
        if "templates" in path.parts and path.name not in SPEAKS_FOR_ITSELF:
            bare += [f"{path.relative_to(settings.BASE_DIR)}: {text}" for text in bare_texts(path)]
    assert bare == []


def files(*patterns):
    for package in words.PACKAGES:
        for pattern in patterns:
            yield from sorted((settings.BASE_DIR / package).rglob(pattern))


def bare_texts(path: Path) -> list[str]:
    found, inside = [], ""
    for token in Lexer(path.read_text(encoding="utf-8")).tokenize():
        text = token.contents.strip()
        if token.token_type == TokenType.BLOCK:
            name = text.split()[0]
            if name in {"comment", "blocktranslate"}:
                inside = name
            elif name == f"end{inside}":
                inside = ""
            said = "" if name == "translate" else re.sub(r"_\(\"[^\"]*\"\)", "", text)
        elif token.token_type == TokenType.COMMENT:
            continue
        else:
            said = text
        if not inside and MARKED.search(said):
            found.append(said[:80])
    return found


# Data, or sentences of commands that only a maintainer reads.
NOT_SHOWN = re.compile(
    r"/(migrations|demo|drawing|formats|settings|management)/"
    r"|marketplace/parts\.py|cms/groups\.py|places/(spelling|selectors)\.py|lib/vietnamese\.py"
    r"|shop/ordering/places\.py"
)


def test_no_python_file_has_vietnamese_outside_translation():
    bare = [
        f"{path.relative_to(settings.BASE_DIR)}:{line}: {text}"
        for path in files("*.py")
        if not NOT_SHOWN.search(path.as_posix())
        for line, text in bare_literals(path)
    ]
    assert bare == []


def bare_literals(path: Path) -> list[tuple[int, str]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    passed = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in TRANSLATES:
                passed.update(id(below) for below in ast.walk(node))
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(id(node.value))  # a docstring
    return [
        (node.lineno, node.value[:80])
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and MARKED.search(node.value)
        and id(node) not in passed
    ]
