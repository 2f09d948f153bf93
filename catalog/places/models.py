"""Administrative units of Viet Nam: two levels since 1/7/2025, and the old three for look-up.

Codes are those of Decision 19/2025/QĐ-TTg; they are the keys. A unit that ceases keeps its
row with ``valid_to``, so what was written with it stays readable.
"""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class UnitQuerySet(models.QuerySet):
    """Units by the days they are valid."""

    def current_on(self, day: date) -> "UnitQuerySet":
        """Units valid on the day."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=day), valid_from__lte=day)


class Unit(models.Model):
    """What provinces and communes share."""

    name = models.CharField(_("tên"), max_length=80)
    unit_type = models.CharField(_("loại"), max_length=20)
    folded = models.CharField(max_length=80, db_index=True, editable=False)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    valid_from = models.DateField(_("từ ngày"))
    valid_to = models.DateField(_("đến hết ngày"), null=True, blank=True)

    objects = UnitQuerySet.as_manager()

    class Meta:
        abstract = True


class Province(Unit):
    """One of the 34 provinces and centrally run cities."""

    code = models.CharField(_("mã"), max_length=2, primary_key=True)
    full_name = models.CharField(_("tên đầy đủ"), max_length=80)
    name_en = models.CharField(_("tên tiếng Anh"), max_length=80)

    class Meta:
        verbose_name = _("tỉnh, thành phố")
        verbose_name_plural = pgettext_lazy("plural", "tỉnh, thành phố")
        ordering = ["code"]

    def __str__(self) -> str:
        return self.name


class Commune(Unit):
    """A ward, commune or special zone (phường, xã, đặc khu)."""

    code = models.CharField(_("mã"), max_length=5, primary_key=True)
    province = models.ForeignKey(
        Province,
        on_delete=models.PROTECT,
        related_name="communes",
        verbose_name=_("tỉnh, thành phố"),
    )

    class Meta:
        verbose_name = _("xã, phường")
        verbose_name_plural = pgettext_lazy("plural", "xã, phường")
        ordering = ["province_id", "folded"]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """The name with its kind: ``phường Phan Thiết``."""
        return f"{self.unit_type.lower()} {self.name}"


class OldUnit(models.Model):
    """A commune of the three-level days before 1/7/2025, linked to a commune of today."""

    class Share(models.TextChoices):
        WHOLE = "whole", _("toàn bộ")
        MOST = "most", _("phần lớn")
        PART = "part", _("một phần")

    old_province = models.CharField(max_length=80)
    old_district_code = models.CharField(max_length=3)
    old_district = models.CharField(max_length=80)
    old_ward_code = models.CharField(max_length=5, db_index=True)
    old_ward = models.CharField(max_length=80)
    folded_ward = models.CharField(max_length=80, db_index=True, editable=False)
    folded_district = models.CharField(max_length=80, editable=False)
    commune = models.ForeignKey(Commune, on_delete=models.PROTECT, related_name="old_units")
    share = models.CharField(max_length=5, choices=Share.choices)
    doubtful = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("đơn vị cũ")
        verbose_name_plural = pgettext_lazy("plural", "đơn vị cũ")
        constraints = [
            models.UniqueConstraint(
                fields=["old_ward_code", "commune"], name="old_unit_linked_once_to_a_commune"
            )
        ]

    def __str__(self) -> str:
        return f"{self.old_ward}, {self.old_district}, {self.old_province}"
