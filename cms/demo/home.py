"""The first page's words, and the products it begins with."""

from catalog.lib import clock
from catalog.register.models import Certificate
from catalog.register.rules import ALCOHOL_SETS
from cms.models import FeaturedProduct

FEATURED = 4

HOME = {
    "vi": {
        "title": "Trang chủ",
        "slug": "trang-chu",
        "hero_title": "Mỗi làng một sản vật, mỗi ngôi sao có quyết định công nhận",
        "hero_text": "Chỉ bán sản phẩm OCOP đang được công nhận từ 3 sao. Mỗi sản phẩm ghi rõ "
        "ai làm ra, ai công nhận, còn hiệu lực đến ngày nào.",
        "first_label": "Xem sản phẩm",
        "first_way": "/san-pham/",
        "second_label": "Tra đơn hàng",
        "second_way": "/don-hang/",
        "featured_title": "Biên tập viên chọn",
    },
    "en": {
        "title": "Home",
        "slug": "trang-chu-en",
        "hero_title": "One village, one product, and a decision behind every star",
        "hero_text": "Only OCOP products recognised with 3 stars or more are sold here. Each says "
        "who made it, who recognised it, and until when.",
        "first_label": "See the products",
        "first_way": "/en/san-pham/",
        "second_label": "Find an order",
        "second_way": "/en/don-hang/",
        "featured_title": "Chosen by the editors",
    },
}


def featured_products() -> list[FeaturedProduct]:
    """A few of the highest stars that may be promoted today, each of another set."""
    open_today = (
        Certificate.objects.opening_the_gate_on(clock.today())
        .filter(product__is_active=True, product__producer__is_active=True)
        .exclude(product__product_set__in=ALCOHOL_SETS)
        .order_by("-star", "pk")
        .values_list("product__product_set", "product_id")
    )
    by_set: dict[int, int] = {}
    for set_no, product_id in open_today[:200]:
        by_set.setdefault(set_no, product_id)
    chosen = list(by_set.values())[:FEATURED]
    return [FeaturedProduct(product_id=pk, sort_order=n) for n, pk in enumerate(chosen)]
