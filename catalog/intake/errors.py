"""Why a table cannot be taken further."""

from django.utils.translation import gettext as _


class IntakeError(Exception):
    """Nothing was written."""

    @property
    def message(self) -> str:
        """In words for the officer."""
        raise NotImplementedError

    def __str__(self) -> str:
        return self.message


class ColumnsMissing(IntakeError):
    """The heading lacks columns that each row needs."""

    def __init__(self, columns: list[str]) -> None:
        self.columns = columns
        super().__init__(columns)

    @property
    def message(self) -> str:
        """Which ones."""
        return _("Bảng thiếu cột: %(columns)s. Bạn tải mẫu về và giữ nguyên dòng tiêu đề.") % {
            "columns": ", ".join(self.columns)
        }


class NotAtThatStage(IntakeError):
    """The table is not where this step begins: already written, or still being read."""

    def __init__(self, *, stage: str) -> None:
        self.stage = stage
        super().__init__(stage)

    @property
    def message(self) -> str:
        """Where it is."""
        return _("Bảng này đang ở bước “%(stage)s”.") % {"stage": self.stage}
