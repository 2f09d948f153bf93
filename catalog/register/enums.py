"""Closed lists of the register, named as the decisions name them."""

from django.db import models


class ProducerKind(models.TextChoices):
    """Who may apply: Decision 26/2026/QĐ-TTg, Article 2 clause 3."""

    ENTERPRISE = "enterprise", "Doanh nghiệp nhỏ và vừa"
    COOPERATIVE = "cooperative", "Hợp tác xã"
    COOPERATIVE_GROUP = "cooperative_group", "Tổ hợp tác"
    FARM = "farm", "Trang trại"
    HOUSEHOLD = "household", "Hộ sản xuất, kinh doanh"
    ASSOCIATION = "association", "Hội, hiệp hội (du lịch)"
    TOURISM_CENTRE = "tourism_centre", "Trung tâm điều hành du lịch"


class AuthorityLevel(models.TextChoices):
    """Who granted the recognition; districts did until 30/6/2025."""

    DISTRICT = "district", "Cấp huyện (đến 30/6/2025)"
    PROVINCE = "province", "Cấp tỉnh"
    MINISTRY = "ministry", "Bộ"


class RevocationGround(models.TextChoices):
    """Decision 26/2026/QĐ-TTg, Article 8: the six grounds for taking a recognition back."""

    FALSE_DOSSIER = "false_dossier", "Hồ sơ không trung thực"
    CRITERIA_LOST = "criteria_lost", "Không còn đáp ứng tiêu chí"
    LAW_BROKEN = "law_broken", "Vi phạm chất lượng, an toàn thực phẩm, môi trường, SHTT, nhãn"
    MARK_MISUSED = "mark_misused", "Sử dụng sai nhãn hiệu chứng nhận OCOP"
    STOPPED = "stopped", "Ngừng sản xuất"
    AUTHORITY = "authority", "Kết luận khác của cơ quan có thẩm quyền"


class PaperKind(models.TextChoices):
    """Papers a producer or a product carries beside its recognition."""

    BUSINESS = "business", "Đăng ký kinh doanh"
    FOOD_SAFETY = "food_safety", "Giấy chứng nhận cơ sở đủ điều kiện ATTP"
    SELF_DECLARATION = "self_declaration", "Bản tự công bố sản phẩm"
    TEST_REPORT = "test_report", "Phiếu kiểm nghiệm"
    TRADEMARK = "trademark", "Nhãn hiệu, chỉ dẫn địa lý"
    QUALITY_SYSTEM = "quality_system", "Chứng nhận hệ thống chất lượng"
    ALCOHOL_LICENCE = "alcohol_licence", "Giấy phép sản xuất, kinh doanh rượu"
    OTHER = "other", "Giấy tờ khác"
