"""People and what they may do: the user, memberships, one-time links."""

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class UserManager(BaseUserManager):
    """Makes users known by e-mail or telephone."""

    def create_user(self, email: str | None = None, password: str | None = None, **fields):
        """Make a user; e-mail is stored in lower case, the phone in its national form."""
        user = self.model(email=(email or "").strip().lower() or None, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields):
        """Make the operator's user."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, key: str):
        """Look up by e-mail."""
        return self.get(email=key.lower())


class User(AbstractUser):
    """A person, known by e-mail or telephone.

    The whole name stands in ``first_name``: a Vietnamese name is one field, and Oscar and
    Wagtail both look for that column; ``last_name`` stays empty.
    """

    username = None
    first_name = models.CharField(_("họ và tên"), max_length=150, blank=True)
    email = models.EmailField(_("thư điện tử"), unique=True, null=True, blank=True)
    phone = models.CharField(_("điện thoại"), max_length=15, unique=True, null=True, blank=True)
    language = models.CharField(
        _("ngôn ngữ"), max_length=5, default="vi"
    )  # that of the last page for work they opened; letters to them are in it
    phone_verified_at = models.DateTimeField(null=True, blank=True)
    is_sample = models.BooleanField(_("dữ liệu mẫu"), default=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []
    objects = UserManager()

    class Meta:
        verbose_name = _("người dùng")
        verbose_name_plural = pgettext_lazy("plural", "người dùng")
        constraints = [
            models.CheckConstraint(
                condition=Q(email__isnull=False) | Q(phone__isnull=False),
                name="user_has_email_or_phone",
            ),
            models.CheckConstraint(
                condition=~Q(email="") & ~Q(phone=""), name="user_key_not_blank"
            ),
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.email or self.phone or ""

    def save(self, *args, **kwargs) -> None:
        """Save; a missing key is NULL, because the empty text would be somebody's key."""
        self.email = (self.email or "").strip().lower() or None
        self.phone = (self.phone or "").strip() or None
        super().save(*args, **kwargs)


class Membership(models.Model):
    """A role somebody holds from a day, perhaps to a day."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="%(class)ss")
    valid_from = models.DateField(_("từ ngày"))
    valid_to = models.DateField(_("đến hết ngày"), null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.user}: {self._meta.verbose_name}"


class ProducerMember(Membership):
    """Somebody who acts for a producer."""

    class Role(models.TextChoices):
        OWNER = "owner", _("Người đại diện")
        STAFF = "staff", _("Người giúp việc")
        PACKER = "packer", _("Người đóng gói")

    producer = models.ForeignKey(
        "register.Producer", on_delete=models.CASCADE, related_name="members"
    )
    role = models.CharField(_("vai trò"), max_length=10, choices=Role.choices, default=Role.OWNER)

    class Meta:
        verbose_name = _("thành viên chủ thể")
        verbose_name_plural = pgettext_lazy("plural", "thành viên chủ thể")
        constraints = [
            models.UniqueConstraint(fields=["user", "producer"], name="producer_member_once")
        ]


class MemberInvite(models.Model):
    """An owner asks somebody, known by e-mail or telephone, to act for the producer."""

    producer = models.ForeignKey(
        "register.Producer", on_delete=models.CASCADE, related_name="invites"
    )
    email = models.EmailField(_("thư điện tử"), blank=True)
    phone = models.CharField(_("điện thoại"), max_length=15, blank=True)
    role = models.CharField(_("vai trò"), max_length=10, choices=ProducerMember.Role.choices)
    invited_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)  # used or taken back
    used_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("lời mời")
        verbose_name_plural = pgettext_lazy("plural", "lời mời")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(email="") ^ Q(phone=""), name="invite_by_email_or_phone"
            )
        ]

    def __str__(self) -> str:
        return f"{self.producer}: {self.email or self.phone}"


class OfficerPost(Membership):
    """An officer of a province, or of one commune of it."""

    province = models.ForeignKey("places.Province", on_delete=models.PROTECT, related_name="+")
    commune = models.ForeignKey(
        "places.Commune", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    title = models.CharField(_("chức danh"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("cán bộ")
        verbose_name_plural = pgettext_lazy("plural", "cán bộ")


class OrganizerPost(Membership):
    """Somebody who organizes fairs and matching days for a body."""

    body = models.CharField(_("đơn vị tổ chức"), max_length=200)
    province = models.ForeignKey(
        "places.Province", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("người tổ chức")
        verbose_name_plural = pgettext_lazy("plural", "người tổ chức")


class BuyerOrganisation(models.Model):
    """A retailer, distributor or trade centre."""

    name = models.CharField(_("tên đơn vị"), max_length=200)
    tax_no = models.CharField(_("mã số thuế"), max_length=14, blank=True)
    province = models.ForeignKey(
        "places.Province", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    is_sample = models.BooleanField(_("dữ liệu mẫu"), default=False)

    class Meta:
        verbose_name = _("đơn vị mua")
        verbose_name_plural = pgettext_lazy("plural", "đơn vị mua")

    def __str__(self) -> str:
        return self.name


class BuyerMember(Membership):
    """Somebody who buys for an organisation."""

    organisation = models.ForeignKey(
        BuyerOrganisation, on_delete=models.CASCADE, related_name="members"
    )

    class Meta:
        verbose_name = _("người mua của đơn vị")
        verbose_name_plural = pgettext_lazy("plural", "người mua của đơn vị")
        constraints = [
            models.UniqueConstraint(fields=["user", "organisation"], name="buyer_member_once")
        ]


class EditorPost(Membership):
    """An editor of the showcase, for a province or one commune; Wagtail's groups follow it."""

    province = models.ForeignKey(
        "places.Province", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    commune = models.ForeignKey(
        "places.Commune", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("biên tập viên")
        verbose_name_plural = pgettext_lazy("plural", "biên tập viên")


class OneTimeLink(models.Model):
    """A link an officer hands over, on paper or as a QR, to open or recover a phone account."""

    class Purpose(models.TextChoices):
        OPEN = "open", _("Mở tài khoản")
        RECOVER = "recover", _("Lấy lại tài khoản")

    token_hash = models.CharField(max_length=64, unique=True)
    phone = models.CharField(_("điện thoại"), max_length=15)
    name = models.CharField(_("họ và tên"), max_length=150, blank=True)
    purpose = models.CharField(_("việc"), max_length=10, choices=Purpose.choices)
    producer = models.ForeignKey(
        "register.Producer", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    issued_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    issued_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("đường dẫn một lần")
        verbose_name_plural = pgettext_lazy("plural", "đường dẫn một lần")

    def __str__(self) -> str:
        return f"{self.get_purpose_display()} {self.phone}"
