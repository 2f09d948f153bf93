"""What a service of this room refuses, named after the rule."""

from django.utils.translation import gettext as _

from catalog.lib.uploads import UploadRefused


class ApprovalError(Exception):
    """Any refusal of this room."""


class EditClosed(ApprovalError):
    """The change is with an officer, or decided: its producer cannot write it now."""


class NameMissing(ApprovalError):
    """A product without a name cannot be shown to anybody."""


class NothingChanged(ApprovalError):
    """The draft says what the public page says already."""


class PictureNotReady(ApprovalError):
    """The picture is not cut yet: nobody has seen how it will look."""


class EditDecided(ApprovalError):
    """Somebody decided first, or the producer took it back."""


class SeenIsOld(ApprovalError):
    """What the officer saw is not what stands there now."""


class OwnEdit(ApprovalError):
    """Nobody approves what they handed in themselves."""


class ReasonMissing(ApprovalError):
    """Returned without a reason, the producer would not know what to change."""


class NotAPicture(UploadRefused):
    """A PDF is fine for a paper, not for a picture."""

    @property
    def message(self) -> str:
        """Which kinds are taken."""
        return _("Ảnh sản phẩm phải là tệp JPEG, PNG hoặc WebP. Bạn chọn lại ảnh rồi gửi.")


class PictureTooSmall(UploadRefused):
    """It would look coarse on the product's page."""

    def __init__(self, *, width: int, height: int, least: int) -> None:
        self.width, self.height, self.least = width, height, least
        super().__init__(width, height, least)

    @property
    def message(self) -> str:
        """How large it is and has to be."""
        told = {"width": self.width, "height": self.height, "least": self.least}
        return (
            _(
                "Ảnh này %(width)s × %(height)s điểm, nhỏ quá. Bạn chọn ảnh mỗi cạnh từ "
                "%(least)s điểm."
            )
            % told
        )
