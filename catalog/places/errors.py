"""What can be wrong with a file of units."""

from pathlib import Path


class UnitFileBroken(ValueError):
    """The file cannot be a list of units; nothing of it was written."""

    def __init__(self, file: Path, row: int, problem: str) -> None:
        self.file, self.row, self.problem = file, row, problem
        super().__init__(f"{file.name}, row {row}: {problem}")


class TooManyClosures(ValueError):
    """So many units would close that the file is more likely cut short than right."""

    def __init__(self, *, closing: int, of: int) -> None:
        self.closing, self.of = closing, of
        super().__init__(f"{closing} of {of} units are missing from the file")
