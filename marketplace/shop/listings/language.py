"""Words of the register in the reader's language; Vietnamese where no English was written."""

from dataclasses import dataclass

from django.utils.translation import get_language


@dataclass(frozen=True, slots=True)
class Text:
    """A text and the language it is in, for the ``lang`` of its place on the page."""

    words: str
    lang: str

    def __str__(self) -> str:
        return self.words

    def __bool__(self) -> bool:
        return bool(self.words)

    @property
    def is_foreign(self) -> bool:
        """Whether the page around it is in another language."""
        return bool(self.words) and self.lang != reader_language()


def reader_language() -> str:
    """``vi`` or ``en``."""
    return "en" if (get_language() or "").startswith("en") else "vi"


def shown(vietnamese: str, english: str) -> str:
    """The words for the reader."""
    return english if english and reader_language() == "en" else vietnamese


def grouped(number: int) -> str:
    """``1.284`` for Vietnamese readers, ``1,284`` for English ones."""
    text = f"{number:,}"
    return text if reader_language() == "en" else text.replace(",", ".")


def text(row: object, field: str) -> Text:
    """``row.field`` for the reader, from ``field`` and ``field_en``."""
    english = getattr(row, f"{field}_en")
    if english and reader_language() == "en":
        return Text(english, "en")
    return Text(getattr(row, field), "vi")
