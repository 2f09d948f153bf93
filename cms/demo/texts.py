"""The shape of a demo page's words."""

from dataclasses import dataclass, field

Block = tuple[str, object]


@dataclass(frozen=True, slots=True)
class Text:
    """A page in one language, its body block by block."""

    title: str
    intro: str
    body: list[Block] = field(default_factory=list)


def paragraphs(*sentences: str) -> Block:
    """A text block, a paragraph for each argument."""
    return "text", "".join(f"<p>{one}</p>" for one in sentences)


def points(*items: str) -> Block:
    """A text block that is a list."""
    return "text", "<ul>" + "".join(f"<li>{one}</li>" for one in items) + "</ul>"


def steps(*items: str) -> Block:
    """A text block that is a numbered list."""
    return "text", "<ol>" + "".join(f"<li>{one}</li>" for one in items) + "</ol>"


def heading(words: str) -> Block:
    """A heading block."""
    return "heading", words


def callout(title: str, text: str) -> Block:
    """A callout block."""
    return "callout", {"title": title, "text": f"<p>{text}</p>"}
