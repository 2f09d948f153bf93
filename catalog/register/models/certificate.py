"""Recognitions: what an authority granted, until when, and how it ended."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from catalog.register import rules
from catalog.register.checks import check_extension, check_revocation
from catalog.register.enums import AuthorityLevel, RevocationGround
from catalog.register.errors import RegisterError

from .product import Product


class RuleVersion(models.Model):
    """A decision of the Prime Minister that sets the criteria, with the days it ruled."""

    code = models.CharField(_("số quyết định"), max_length=40, primary_key=True)
    issued_on = models.DateField(_("ngày ban hành"))
    effective_from = models.DateField(_("hiệu lực từ"))
    effective_to = models.DateField(_("hết hiệu lực sau ngày"), null=True, blank=True)
    legal_ref = models.CharField(_("căn cứ"), max_length=200)

    class Meta:
        verbose_name = _("phiên bản bộ tiêu chí")
        verbose_name_plural = pgettext_lazy("plural", "phiên bản bộ tiêu chí")
        ordering = ["-effective_from"]

    def __str__(self) -> str:
        return self.code


class CertificateQuerySet(models.QuerySet):
    """The gate's twin in SQL; a property test holds the two together."""

    def in_force_on(self, day: date) -> "CertificateQuerySet":
        """Certificates with force on the day."""
        return self.filter(
            Q(extended_until__isnull=False, extended_until__gte=day)
            | Q(extended_until__isnull=True, expires_on__gte=day),
            Q(revoked_on__isnull=True) | Q(revoked_on__gt=day),
            Q(replaced_on__isnull=True) | Q(replaced_on__gt=day),
            issued_on__lte=day,
        )

    def governing_on(self, day: date) -> "CertificateQuerySet":
        """The newest certificate of each product issued by the day."""
        later = self.model.objects.filter(
            Q(issued_on__gt=models.OuterRef("issued_on"))
            | Q(issued_on=models.OuterRef("issued_on"), pk__gt=models.OuterRef("pk")),
            product=models.OuterRef("product"),
            issued_on__lte=day,
        )
        return self.filter(~models.Exists(later), issued_on__lte=day)

    def opening_the_gate_on(self, day: date) -> "CertificateQuerySet":
        """Certificates that let their product be sold and promoted on the day."""
        return self.governing_on(day).in_force_on(day).filter(star__gte=rules.MIN_STAR)


class Certificate(models.Model):
    """One decision about one product (Decision 26/2026/QĐ-TTg, Articles 4, 7, 8, 12)."""

    product = models.ForeignKey(
        Product, on_delete=models.PROTECT, related_name="certificates", verbose_name=_("sản phẩm")
    )
    star = models.PositiveSmallIntegerField(_("hạng sao"))
    decision_no = models.CharField(_("số quyết định"), max_length=60)
    authority = models.CharField(_("cơ quan công nhận"), max_length=200)
    authority_level = models.CharField(_("cấp"), max_length=10, choices=AuthorityLevel.choices)
    rule_version = models.ForeignKey(
        RuleVersion, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("bộ tiêu chí")
    )
    issued_on = models.DateField(_("ngày công nhận"))
    expires_on = models.DateField(_("hiệu lực đến hết ngày"))
    extended_until = models.DateField(_("gia hạn đến hết ngày"), null=True, blank=True)
    revoked_on = models.DateField(_("thu hồi từ ngày"), null=True, blank=True)
    revocation_ground = models.CharField(
        _("căn cứ thu hồi"), max_length=20, choices=RevocationGround.choices, blank=True
    )
    revocation_decision_no = models.CharField(_("quyết định thu hồi"), max_length=60, blank=True)
    replaced_on = models.DateField(_("được thay từ ngày"), null=True, blank=True)
    replaced_by = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="replaces",
        verbose_name=_("được thay bởi"),
    )
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)
    source = models.CharField(_("nguồn dữ liệu"), max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = _("giấy chứng nhận")
        verbose_name_plural = pgettext_lazy("plural", "giấy chứng nhận")
        ordering = ["-issued_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(star__gte=rules.LOWEST_STAR, star__lte=rules.MAX_STAR),
                name="certificate_star_is_1_to_5",
            ),
            models.CheckConstraint(
                condition=Q(expires_on__gte=F("issued_on")),
                name="certificate_expires_not_before_issue",
            ),
            models.CheckConstraint(
                condition=Q(extended_until__isnull=True) | Q(extended_until__gte=F("expires_on")),
                name="certificate_extension_not_before_expiry",
            ),
            models.CheckConstraint(
                condition=Q(revoked_on__isnull=True) | ~Q(revocation_ground=""),
                name="certificate_revocation_has_a_ground",
            ),
            models.CheckConstraint(
                condition=~Q(decision_no=""), name="certificate_has_a_decision_number"
            ),
            models.UniqueConstraint(
                fields=["product", "decision_no", "issued_on"],
                name="certificate_once_per_product_and_decision",
            ),
        ]
        indexes = [models.Index(fields=["product", "-issued_on"], name="certificate_newest_first")]

    def __str__(self) -> str:
        return f"{self.product}: {self.star} sao, {self.decision_no}"

    def clean(self) -> None:
        """Name the field and the cure of what contradicts the decisions."""
        if not (self.issued_on and self.expires_on):
            return  # said by the fields themselves
        if self.expires_on < self.issued_on:
            raise ValidationError(
                {"expires_on": _("Ngày hết hiệu lực phải sau ngày công nhận. Hãy xem lại năm.")}
            )
        try:
            if self.extended_until:
                check_extension(self.extended_until, expires_on=self.expires_on)
            if self.revoked_on:
                check_revocation(
                    self.revoked_on,
                    issued_on=self.issued_on,
                    ground=self.revocation_ground,
                    decision_no=self.revocation_decision_no,
                )
        except RegisterError as error:
            raise ValidationError({error.field: error.message}) from error

    @property
    def recognition(self) -> rules.Recognition:
        """What the gate needs of this row."""
        return rules.Recognition(
            star=self.star,
            issued_on=self.issued_on,
            expires_on=self.expires_on,
            extended_until=self.extended_until,
            revoked_on=self.revoked_on,
            replaced_on=self.replaced_on,
            serial=self.pk or 0,
        )
