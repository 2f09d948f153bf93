"""Why a proposal is not taken, or not confirmed; each tells the cure."""

from django.utils.translation import gettext as _

from catalog.register.errors import RegisterError


class SecondPersonNeeded(RegisterError):
    """ASVS 2.3.5: nobody confirms their own proposal."""

    @property
    def message(self) -> str:
        """Ask a colleague."""
        return _("Người đề nghị không tự xác nhận. Hãy nhờ một cán bộ khác của tỉnh.")


class AlreadyDecided(RegisterError):
    """Somebody was quicker."""

    def __init__(self, *, state: str) -> None:
        self.state = state
        super().__init__(state)

    @property
    def message(self) -> str:
        """What it is now."""
        return _("Đề nghị này không còn chờ: %(state)s.") % {"state": self.state}


class ProposalWaits(RegisterError):
    """One proposal about a product at a time."""

    @property
    def message(self) -> str:
        """Decide the other one first."""
        return _("Sản phẩm này đang có một đề nghị chờ xác nhận. Hãy xử lý đề nghị đó trước.")


class ReasonMissing(RegisterError):
    """Nothing is proposed or refused without a reason."""

    field = "reason"

    @property
    def message(self) -> str:
        """Write it."""
        return _("Ghi lý do để người khác hiểu được.")


class NothingStands(RegisterError):
    """There is no recognition to extend, to revoke or to replace."""

    field = "kind"

    @property
    def message(self) -> str:
        """Propose a recognition."""
        return _("Sản phẩm không có công nhận nào còn đứng. Hãy chọn “Công nhận”.")


class StandsAlready(RegisterError):
    """A product with a recognition that stands is not recognised beside it."""

    field = "kind"

    def __init__(self, *, decision_no: str) -> None:
        self.decision_no = decision_no
        super().__init__(decision_no)

    @property
    def message(self) -> str:
        """Propose to replace it."""
        return _(
            "Sản phẩm đang có công nhận theo quyết định %(number)s."
            " Hãy chọn “Phân hạng lại, nâng hạng” hoặc “Hạ hạng”."
        ) % {"number": self.decision_no}


class RecognitionMoved(RegisterError):
    """The recognition is not the one the proposal was written about."""

    @property
    def message(self) -> str:
        """Look again and propose anew."""
        return _("Công nhận của sản phẩm đã đổi từ khi có đề nghị. Hãy rút lại và đề nghị lại.")


class StarMissing(RegisterError):
    """A recognition grants one to five stars."""

    field = "star"

    @property
    def message(self) -> str:
        """Choose."""
        return _("Chọn hạng sao, từ 1 đến 5.")


class NotLower(RegisterError):
    """To lower means fewer stars than before."""

    field = "star"

    def __init__(self, *, star: int) -> None:
        self.star = star
        super().__init__(star)

    @property
    def message(self) -> str:
        """Fewer, or another kind of proposal."""
        return _("Hạ hạng thì hạng sao phải dưới %(star)s sao.") % {"star": self.star}


class DayMissing(RegisterError):
    """A decision has a day, and so has the end of an extension."""

    def __init__(self, field: str) -> None:
        self.field = field
        super().__init__(field)

    @property
    def message(self) -> str:
        """Write the day."""
        return _("Ghi ngày, ví dụ 05/08/2026.")


class EndsBeforeItBegins(RegisterError):
    """A recognition ends after its decision."""

    field = "expires_on"

    @property
    def message(self) -> str:
        """Look at the year."""
        return _("Ngày hết hiệu lực phải sau ngày quyết định. Hãy xem lại năm.")


class NotYours(RegisterError):
    """Only its author takes a proposal back; others refuse it."""

    @property
    def message(self) -> str:
        """Refuse it instead."""
        return _("Chỉ người đề nghị mới rút lại được. Bạn có thể không đồng ý và ghi lý do.")
