"""Closed lists of the register, named as the decisions name them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ProducerKind(models.TextChoices):
    """Who may apply: Decision 26/2026/QĐ-TTg, Article 2 clause 3."""

    ENTERPRISE = "enterprise", _("Doanh nghiệp nhỏ và vừa")
    COOPERATIVE = "cooperative", _("Hợp tác xã")
    COOPERATIVE_GROUP = "cooperative_group", _("Tổ hợp tác")
    FARM = "farm", _("Trang trại")
    HOUSEHOLD = "household", _("Hộ sản xuất, kinh doanh")
    ASSOCIATION = "association", _("Hội, hiệp hội (du lịch)")
    TOURISM_CENTRE = "tourism_centre", _("Trung tâm điều hành du lịch")


class AuthorityLevel(models.TextChoices):
    """Who granted the recognition; districts did until 30/6/2025."""

    DISTRICT = "district", _("Cấp huyện (đến 30/6/2025)")
    PROVINCE = "province", _("Cấp tỉnh")
    MINISTRY = "ministry", _("Bộ")


class RecognitionState(models.TextChoices):
    """What a recognition is worth on a day; the words of ``rules.state``."""

    VALID = "valid", _("Còn hiệu lực")
    EXTENDED = "extended", _("Được gia hạn")
    EXPIRED = "expired", _("Hết hiệu lực")
    REVOKED = "revoked", _("Đã bị thu hồi")
    REPLACED = "replaced", _("Đã được thay")
    BELOW = "below", _("Dưới 3 sao")
    UNVERIFIED = "unverified", _("Chưa xác minh")


class RevocationGround(models.TextChoices):
    """Decision 26/2026/QĐ-TTg, Article 8: the six grounds for taking a recognition back."""

    FALSE_DOSSIER = "false_dossier", _("Hồ sơ không trung thực")
    CRITERIA_LOST = "criteria_lost", _("Không còn đáp ứng tiêu chí")
    LAW_BROKEN = (
        "law_broken",
        _("Vi phạm chất lượng, an toàn thực phẩm, môi trường, SHTT, nhãn"),
    )
    MARK_MISUSED = "mark_misused", _("Sử dụng sai nhãn hiệu chứng nhận OCOP")
    STOPPED = "stopped", _("Ngừng sản xuất")
    AUTHORITY = "authority", _("Kết luận khác của cơ quan có thẩm quyền")


class PaperKind(models.TextChoices):
    """Papers a producer or a product carries beside its recognition."""

    BUSINESS = "business", _("Đăng ký kinh doanh")
    FOOD_SAFETY = "food_safety", _("Giấy chứng nhận cơ sở đủ điều kiện ATTP")
    SELF_DECLARATION = "self_declaration", _("Bản tự công bố sản phẩm")
    TEST_REPORT = "test_report", _("Phiếu kiểm nghiệm")
    TRADEMARK = "trademark", _("Nhãn hiệu, chỉ dẫn địa lý")
    QUALITY_SYSTEM = "quality_system", _("Chứng nhận hệ thống chất lượng")
    ALCOHOL_LICENCE = "alcohol_licence", _("Giấy phép sản xuất, kinh doanh rượu")
    OTHER = "other", _("Giấy tờ khác")
