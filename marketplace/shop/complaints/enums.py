"""The words of complaints."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Ground(models.TextChoices):
    """What is wrong with a listing, as the person who says so sees it."""

    FALSE_STAR = "false_star", _("Sai hạng sao hoặc giấy chứng nhận")
    COUNTERFEIT = "counterfeit", _("Hàng giả, hàng nhái")
    UNSAFE = "unsafe", _("Không an toàn, hư hỏng")
    FALSE_WORDS = "false_words", _("Mô tả, hình ảnh sai sự thật")
    FORBIDDEN = "forbidden", _("Hàng cấm hoặc phải có giấy phép")
    OTHER = "other", _("Lý do khác")


class State(models.TextChoices):
    """Where a complaint stands."""

    OPEN = "open", _("Đang xem xét")
    TAKEN_DOWN = "taken_down", _("Sản phẩm đã được gỡ khỏi trang bán")
    RESTORED = "restored", _("Đã cho bán lại")
    REJECTED = "rejected", _("Không có cơ sở")


class Step(models.TextChoices):
    """What happened to a complaint."""

    RECEIVED = "received", _("Nhận phản ánh")
    AUTHORITY = "authority", _("Cơ quan có thẩm quyền yêu cầu")
    ANSWERED = "answered", _("Chủ thể trả lời")
    TAKEN_DOWN = "taken_down", _("Gỡ khỏi trang bán")
    RESTORED = "restored", _("Cho bán lại")
    REJECTED = "rejected", _("Kết luận không có cơ sở")
