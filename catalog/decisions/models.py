"""Proposals: one officer writes down what a decision says, another confirms it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.register import rules
from catalog.register.enums import AuthorityLevel, RevocationGround
from catalog.register.models import Certificate, Product

from .enums import GRANTING, ProposalKind, ProposalState

STARS = (rules.LOWEST_STAR, rules.MAX_STAR)


class ProposalQuerySet(models.QuerySet):
    """Proposals by what has become of them."""

    def waiting(self) -> "ProposalQuerySet":
        """Those that nobody has decided."""
        return self.filter(state=ProposalState.WAITING)


class Proposal(models.Model):
    """A change of one product's star that takes effect when a second person confirms it."""

    kind = models.CharField(_("việc"), max_length=10, choices=ProposalKind.choices)
    product = models.ForeignKey(
        Product, on_delete=models.PROTECT, related_name="proposals", verbose_name=_("sản phẩm")
    )
    certificate = models.ForeignKey(
        Certificate,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("công nhận bị đổi"),
    )
    decision_no = models.CharField(_("số quyết định"), max_length=60)
    decided_on = models.DateField(_("ngày quyết định"))
    authority = models.CharField(_("cơ quan ban hành"), max_length=200)
    authority_level = models.CharField(_("cấp"), max_length=10, choices=AuthorityLevel.choices)
    star = models.PositiveSmallIntegerField(_("hạng sao"), null=True, blank=True)
    expires_on = models.DateField(_("hiệu lực đến hết ngày"), null=True, blank=True)
    extended_until = models.DateField(_("gia hạn đến hết ngày"), null=True, blank=True)
    revoked_on = models.DateField(_("thu hồi từ ngày"), null=True, blank=True)
    ground = models.CharField(
        _("căn cứ thu hồi"), max_length=20, choices=RevocationGround.choices, blank=True
    )
    reason = models.TextField(_("lý do"), max_length=1000)
    source = models.CharField(_("nguồn dữ liệu"), max_length=300, blank=True)
    before = models.JSONField(_("trước khi đề nghị"), default=dict, blank=True)
    state = models.CharField(
        _("trạng thái"),
        max_length=10,
        choices=ProposalState.choices,
        default=ProposalState.WAITING,
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("người đề nghị"),
    )
    proposed_at = models.DateTimeField(_("đề nghị lúc"), auto_now_add=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("người xác nhận"),
    )
    decided_at = models.DateTimeField(_("xác nhận lúc"), null=True, blank=True)
    answer = models.TextField(_("trả lời"), max_length=1000, blank=True)
    # Why the last try to confirm did not succeed; the proposal still waits.
    obstacle = models.TextField(_("chưa xác nhận được vì"), blank=True)
    result = models.ForeignKey(
        Certificate, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("đề nghị")
        verbose_name_plural = pgettext_lazy("plural", "đề nghị")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["product"],
                condition=Q(state=ProposalState.WAITING),
                name="proposal_one_waits_per_product",
            ),
            models.CheckConstraint(
                condition=~Q(state=ProposalState.CONFIRMED)
                | Q(decided_by__isnull=False) & ~Q(decided_by=F("proposed_by")),
                name="proposal_confirmed_by_a_second_person",
            ),
            models.CheckConstraint(
                condition=Q(state=ProposalState.WAITING) | Q(decided_at__isnull=False),
                name="proposal_decided_at_some_time",
            ),
            models.CheckConstraint(
                condition=~Q(kind__in=GRANTING) | Q(star__isnull=False, star__range=STARS),
                name="proposal_that_grants_has_a_star",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="proposal_has_a_reason"),
            models.CheckConstraint(
                condition=~Q(decision_no=""), name="proposal_has_a_decision_number"
            ),
        ]
        indexes = [
            models.Index(
                fields=["decision_no", "product"],
                condition=Q(state=ProposalState.WAITING),
                name="proposal_waiting",
            ),
            models.Index(fields=["product", "-id"], name="proposal_by_product"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.product}, {self.decision_no}"

    @property
    def is_waiting(self) -> bool:
        """Whether somebody may still decide it."""
        return self.state == ProposalState.WAITING
