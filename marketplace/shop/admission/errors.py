"""Why an application, an item or a suspension stays as it is; nothing has changed then."""

from collections.abc import Sequence

from django.utils.translation import gettext as _


class AdmissionRefused(Exception):
    """A rule of admission would be broken; ``message`` tells the cure."""

    field = ""

    @property
    def message(self) -> str:
        """The cure, in words for the person at the form."""
        raise NotImplementedError

    def __str__(self) -> str:
        return self.message


class ChecklistEmpty(AdmissionRefused):
    """Nobody is admitted where nothing is asked: sellers must be identified (Decree 248/2026)."""

    @property
    def message(self) -> str:
        """Fill the checklist first."""
        return _("Tỉnh chưa có danh mục yêu cầu nào. Hãy lập danh mục rồi duyệt.")


class MandatoryMissing(AdmissionRefused):
    """A mandatory item is neither accepted nor waived."""

    def __init__(self, titles: Sequence[str]) -> None:
        self.titles = list(titles)
        super().__init__(self.titles)

    @property
    def message(self) -> str:
        """Which."""
        return _("Còn mục bắt buộc chưa đạt: %(titles)s.") % {"titles": "; ".join(self.titles)}


class AlreadyDecided(AdmissionRefused):
    """Somebody else has decided, or it is not there to decide."""

    def __init__(self, stands: str = "") -> None:
        self.stands = stands
        super().__init__(stands)

    @property
    def message(self) -> str:
        """How it stands now."""
        return _("Hồ sơ đã có người xử lý. Hiện: %(state)s.") % {"state": self.stands}


class AlreadySeller(AdmissionRefused):
    """The producer sells already."""

    @property
    def message(self) -> str:
        """Nothing to apply for."""
        return _("Chủ thể đã được bán hàng, không cần đăng ký nữa.")


class NotEditable(AdmissionRefused):
    """What was sent in is not changed while somebody looks at it."""

    @property
    def message(self) -> str:
        """Take it back first."""
        return _("Hồ sơ đang chờ cán bộ xem nên chưa sửa được. Bạn lấy hồ sơ về rồi sửa.")


class NothingGiven(AdmissionRefused):
    """An item asks for a text, a file or both, and it is not there."""

    def __init__(self, field: str) -> None:
        self.field = field
        super().__init__(field)

    @property
    def message(self) -> str:
        """What to give."""
        if self.field == "file":
            return _("Hãy chọn tệp của mục này.")
        return _("Hãy ghi nội dung của mục này.")


class ItemChanged(AdmissionRefused):
    """The item is not what the officer saw when they decided."""

    @property
    def message(self) -> str:
        """Look again."""
        return _("Mục này vừa thay đổi sau khi bạn mở trang. Hãy xem lại rồi quyết định.")


class ReasonNeeded(AdmissionRefused):
    """Who is refused, waived or stopped is told why."""

    field = "reason"

    @property
    def message(self) -> str:
        """Write it."""
        return _("Hãy ghi lý do.")


class NoticeTooShort(AdmissionRefused):
    """A seller is told five days before, unless an authority asks."""

    field = "notice_days"

    def __init__(self, *, least: int) -> None:
        self.least = least
        super().__init__(least)

    @property
    def message(self) -> str:
        """How many days at least, and the way around."""
        return _(
            "Báo trước ít nhất %(days)s ngày. Chỉ được ngừng ngay khi có văn bản của cơ quan có"
            " thẩm quyền: hãy ghi số văn bản."
        ) % {"days": self.least}


class AlreadySuspended(AdmissionRefused):
    """One suspension at a time."""

    @property
    def message(self) -> str:
        """It stands already."""
        return _("Người bán này đã có quyết định tạm ngừng.")


class NotSuspended(AdmissionRefused):
    """Nothing to lift."""

    @property
    def message(self) -> str:
        """It has been lifted."""
        return _("Quyết định tạm ngừng này đã được gỡ.")


class RequirementTwice(AdmissionRefused):
    """A code that is asked for on the same days already."""

    field = "code"

    @property
    def message(self) -> str:
        """End the other first."""
        return _("Mã này đang dùng cho một yêu cầu khác. Hãy cho yêu cầu cũ hết hạn trước.")
