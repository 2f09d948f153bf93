"""Three complaints in three states, about sample products alone."""

from datetime import timedelta

from django.utils.timezone import now

from catalog.register.models import Product
from marketplace.accounts.models import User
from marketplace.shop.complaints import services
from marketplace.shop.complaints.enums import Ground
from marketplace.shop.complaints.models import Complaint

FILED = (
    (Ground.FALSE_WORDS, "Ảnh trên trang khác với gói tôi nhận được.", ""),
    (Ground.UNSAFE, "Hộp mua ở chợ phiên bị mốc ở nắp, hạn dùng còn dài.", "0550000902"),
    (Ground.FALSE_STAR, "Nhãn ghi số sao khác với trang này.", ""),
)


def load_complaints(producer, officer_email: str) -> int:
    """File them once; answers how many there are."""
    if Complaint.objects.exists():
        return Complaint.objects.count()
    officer = User.objects.get(email=officer_email)
    products = list(Product.objects.filter(producer=producer, listings__isnull=False).distinct())
    filed = [
        services.file_complaint(product, ground=ground, text=text, contact=contact)
        for product, (ground, text, contact) in zip(products, FILED, strict=False)
    ]
    for complaint in filed[1:2]:
        asked = now() - timedelta(hours=19)
        services.mark_authority(
            complaint, request="12/YC-QLTT (mẫu)", requested_at=asked, by=officer
        )
    for complaint in filed[2:3]:
        services.take_product_down(
            complaint, reason="Nhãn và giấy chứng nhận không khớp (mẫu)", by=officer
        )
    return len(filed)
