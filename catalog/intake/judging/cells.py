"""One row under judgement: its texts, and what is wrong with them."""

from catalog.intake.columns import address, heading_of
from catalog.intake.enums import Verdict
from catalog.intake.models import Row
from catalog.lib.sheets_read import Line
from catalog.lib.vietnamese import tidy

_KEY_LENGTH = Row._meta.get_field("key").max_length  # noqa: SLF001


class Cells:
    """The texts of one row by column, with the problems found so far."""

    def __init__(self, subject: str, line: Line, places: dict[str, int]) -> None:
        self.subject, self.number, self._places = subject, line.number, places
        self.texts = {
            name: tidy(line.cells[at]) if at < len(line.cells) else ""
            for name, at in places.items()
        }
        self.problems: list[dict[str, str]] = []

    def __getitem__(self, name: str) -> str:
        """The text of a column; nothing where the table has no such column."""
        return self.texts.get(name, "")

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong so far."""
        return not self.problems

    def wrong(self, name: str, text: str) -> None:
        """Note what is wrong with a cell, and the cure."""
        at = self._places.get(name)
        self.problems.append(
            {
                "column": heading_of(self.subject, name),
                "cell": address(at, self.number) if at is not None else str(self.number),
                "text": str(text),
            }
        )

    def row(self, *, key: str, verdict: str, plan: dict, changes: list) -> Row:
        """The judged row; a wrong one plans nothing."""
        wrong = not self.is_sound
        return Row(
            number=self.number,
            cells=self.texts,
            key=key[:_KEY_LENGTH],
            verdict=Verdict.BAD if wrong else verdict,
            problems=self.problems,
            plan={} if wrong else plan,
            changes=[] if wrong else changes,
        )
