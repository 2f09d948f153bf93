"""Why a complaint stays as it is; nothing has changed then."""

from django.utils.translation import gettext as _


class ComplaintRefused(Exception):
    """A rule would be broken; ``message`` tells the cure."""

    field = ""

    @property
    def message(self) -> str:
        """The cure, in words for the person at the form."""
        raise NotImplementedError

    def __str__(self) -> str:
        return self.message


class AlreadyDecided(ComplaintRefused):
    """Somebody else was quicker."""

    def __init__(self, stands: str) -> None:
        self.stands = stands
        super().__init__(stands)

    @property
    def message(self) -> str:
        """How it stands now."""
        return _("Phản ánh này đã có người xử lý. Hiện: %(state)s.") % {"state": self.stands}


class WordsNeeded(ComplaintRefused):
    """Who decides or answers says something."""

    def __init__(self, field: str) -> None:
        self.field = field
        super().__init__(field)

    @property
    def message(self) -> str:
        """Write it."""
        return _("Hãy viết nội dung.")


class InFuture(ComplaintRefused):
    """A request that has not come yet."""

    field = "requested_at"

    @property
    def message(self) -> str:
        """Look at day and hour."""
        return _("Giờ nhận yêu cầu chưa tới. Hãy xem lại ngày giờ.")
