"""Broken rules of the register; each knows the field it is about and tells the cure."""

from datetime import date

from django.utils.translation import gettext as _

DAY = "%d/%m/%Y"


class RegisterError(Exception):
    """A rule of the register would be broken; nothing was written."""

    field = ""

    @property
    def message(self) -> str:
        """The cure, in words for the person at the form."""
        raise NotImplementedError

    def __str__(self) -> str:
        return self.message


class ExtensionTooLong(RegisterError):
    """Decision 26/2026/QĐ-TTg, Art. 12 cl. 3: at most 180 days behind the end."""

    field = "extended_until"

    def __init__(self, *, days: int, limit: date) -> None:
        self.days, self.limit = days, limit
        super().__init__(days, limit)

    @property
    def message(self) -> str:
        """The last day that may be chosen."""
        return _(
            "Gia hạn %(days)s ngày là quá dài: chỉ được tối đa 180 ngày sau ngày hết hiệu lực."
            " Chọn ngày không sau %(limit)s."
        ) % {"days": self.days, "limit": f"{self.limit:{DAY}}"}


class ExtensionTooShort(RegisterError):
    """An extension that ends by the end of the certificate extends nothing."""

    field = "extended_until"

    def __init__(self, *, expires_on: date) -> None:
        self.expires_on = expires_on
        super().__init__(expires_on)

    @property
    def message(self) -> str:
        """The day behind which to choose."""
        return _("Ngày gia hạn phải sau ngày hết hiệu lực %(day)s.") % {
            "day": f"{self.expires_on:{DAY}}"
        }


class CertificateEnded(RegisterError):
    """A revoked or replaced certificate is not extended, revoked or replaced again."""

    def __init__(self, *, state: str, day: date) -> None:
        self.state, self.day = state, day
        super().__init__(state, day)

    @property
    def message(self) -> str:
        """How it ended, and what to do instead."""
        day = f"{self.day:{DAY}}"
        if self.state == "revoked":
            return _(
                "Giấy chứng nhận đã bị thu hồi từ %(day)s. Hãy ghi một quyết định công nhận mới."
            ) % {"day": day}
        return _("Giấy chứng nhận đã được thay từ %(day)s. Hãy mở giấy thay nó.") % {"day": day}


class GroundMissing(RegisterError):
    """Decision 26/2026/QĐ-TTg, Art. 8: revocation is for one of six grounds."""

    field = "revocation_ground"

    @property
    def message(self) -> str:
        """Choose one."""
        return _("Chọn một trong sáu căn cứ thu hồi (Điều 8).")


class DecisionMissing(RegisterError):
    """Nothing is granted or revoked without a decision that can be looked up."""

    def __init__(self, field: str = "decision_no") -> None:
        self.field = field
        super().__init__(field)

    @property
    def message(self) -> str:
        """Write its number."""
        return _("Ghi số quyết định như trên văn bản, ví dụ 3981/QĐ-UBND.")


class RevokedBeforeIssue(RegisterError):
    """A certificate cannot lose its force before it had any."""

    field = "revoked_on"

    def __init__(self, *, issued_on: date) -> None:
        self.issued_on = issued_on
        super().__init__(issued_on)

    @property
    def message(self) -> str:
        """The first day that may be chosen."""
        return _("Ngày thu hồi không được trước ngày công nhận %(day)s.") % {
            "day": f"{self.issued_on:{DAY}}"
        }


class IssuedInFuture(RegisterError):
    """A decision of a day to come has not been signed."""

    field = "issued_on"

    def __init__(self, *, issued_on: date) -> None:
        self.issued_on = issued_on
        super().__init__(issued_on)

    @property
    def message(self) -> str:
        """Look at the year."""
        return _("Ngày công nhận %(day)s chưa tới. Hãy xem lại năm trên quyết định.") % {
            "day": f"{self.issued_on:{DAY}}"
        }


class AuthorityCannotGrant(RegisterError):
    """Decision 26/2026/QĐ-TTg, Art. 4 and 7: each level has its stars."""

    field = "authority_level"

    def __init__(self, *, level: str, star: int, issued_on: date) -> None:
        self.level, self.star, self.issued_on = level, star, issued_on
        super().__init__(level, star, issued_on)

    @property
    def message(self) -> str:
        """Who grants what."""
        return _(
            "Cấp này không công nhận %(star)s sao vào ngày %(day)s: 5 sao do Bộ, 3 và 4 sao do"
            " tỉnh, cấp huyện chỉ 3 sao và đến 30/6/2025. Hãy xem lại hạng sao hoặc cơ quan."
        ) % {"star": self.star, "day": f"{self.issued_on:{DAY}}"}


class CertificateKnown(RegisterError):
    """One decision recognises one product once."""

    field = "decision_no"

    def __init__(self, *, decision_no: str) -> None:
        self.decision_no = decision_no
        super().__init__(decision_no)

    @property
    def message(self) -> str:
        """It is there already."""
        return _("Quyết định %(number)s đã được ghi cho sản phẩm này.") % {
            "number": self.decision_no
        }


class ReplacementOlder(RegisterError):
    """What replaces a certificate was decided after it."""

    field = "issued_on"

    def __init__(self, *, issued_on: date) -> None:
        self.issued_on = issued_on
        super().__init__(issued_on)

    @property
    def message(self) -> str:
        """The day behind which to choose."""
        return _("Quyết định thay thế phải sau ngày công nhận cũ %(day)s.") % {
            "day": f"{self.issued_on:{DAY}}"
        }


class ProductOfAnother(RegisterError):
    """A paper of one producer cannot be about another's product."""

    field = "product"

    @property
    def message(self) -> str:
        """Choose one of the producer's own."""
        return _("Sản phẩm này của chủ thể khác. Hãy chọn sản phẩm của đúng chủ thể.")


class PaperReplaced(RegisterError):
    """Another paper took its place already."""

    field = "number"

    @property
    def message(self) -> str:
        """Look at the list again."""
        return _("Giấy này đã có bản khác thay. Hãy xem lại danh sách giấy tờ.")
