"""What can be proposed about a star, and what becomes of a proposal."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ProposalKind(models.TextChoices):
    """Decision 26/2026/QĐ-TTg, Articles 4, 7, 8 and 12."""

    RECOGNISE = "recognise", _("Công nhận")
    REPLACE = "replace", _("Phân hạng lại, nâng hạng")
    DOWNGRADE = "downgrade", _("Hạ hạng")
    EXTEND = "extend", _("Gia hạn")
    REVOKE = "revoke", _("Thu hồi")


class ProposalState(models.TextChoices):
    """Waiting until a second person decides, or its own author takes it back."""

    WAITING = "waiting", _("Chờ người thứ hai")
    CONFIRMED = "confirmed", _("Đã xác nhận")
    REFUSED = "refused", _("Không đồng ý")
    WITHDRAWN = "withdrawn", _("Đã rút lại")


# What grants a star by a new certificate, and what needs a certificate that stands.
GRANTING = (ProposalKind.RECOGNISE, ProposalKind.REPLACE, ProposalKind.DOWNGRADE)
ON_STANDING = (
    ProposalKind.REPLACE,
    ProposalKind.DOWNGRADE,
    ProposalKind.EXTEND,
    ProposalKind.REVOKE,
)
