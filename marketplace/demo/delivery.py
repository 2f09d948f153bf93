"""Ways of delivery of the sample producers: an own table, doors to knock at, two points."""

from datetime import timedelta

from catalog.lib import clock
from catalog.places.models import Commune
from marketplace.accounts.models import User
from marketplace.shop.delivery.enums import RatesInUse, Zone
from marketplace.shop.delivery.models import ConsolidationPoint, SellerTerms
from marketplace.shop.delivery.services.points import PointDetails, open_point
from marketplace.shop.delivery.services.tables import Table, ZoneRate, set_sellers_table
from marketplace.shop.delivery.services.terms import Offered, set_terms
from marketplace.shop.listings.models import Listing

# Zone, first half kilogram, each further one, days.
OWN_TABLE = (
    ZoneRate(Zone.PROVINCE, 12_000, 3_000, 1, 2),
    ZoneRate(Zone.REGION, 22_000, 5_000, 2, 3),
    ZoneRate(Zone.COUNTRY, 32_000, 8_000, 3, 5),
)
DOORS = (
    ("may-trang", "Xưởng chè của hợp tác xã, thôn Tham Vè (mẫu)", "7–17 giờ, trừ chủ nhật"),
    ("bac-ha", "Nhà trưng bày mật ong, tổ 4 (mẫu)", "8–18 giờ hằng ngày"),
)
POINTS = (
    ("Điểm gom mẫu chợ phiên", "00691", "Nhà văn hóa, cạnh chợ (mẫu)", "6–18 giờ", 10_000, 1, 2),
    ("Điểm gom mẫu bưu điện", "02374", "Bưu điện trung tâm (mẫu)", "7–17 giờ", 0, 2, 3),
)
SIDES = {"length_cm": 24, "width_cm": 16, "height_cm": 12}


def load_delivery(producers, officer_email: str) -> int:
    """Write them once; answers how many points there are."""
    if ConsolidationPoint.objects.exists() or SellerTerms.objects.exists():
        return ConsolidationPoint.objects.count()
    officer = User.objects.get(email=officer_email)
    today = clock.today()
    first = producers[DOORS[0][0]].seller
    table = Table(OWN_TABLE, divisor=5_000, free_from=500_000)
    set_sellers_table(first, table, effective_from=today, by=None)
    dearer = tuple(
        ZoneRate(z.zone, z.first_fee + 2_000, z.step_fee, z.days_min, z.days_max) for z in OWN_TABLE
    )
    coming = Table(dearer, divisor=5_000, free_from=600_000)
    set_sellers_table(first, coming, effective_from=today + timedelta(days=30), by=None)
    for key, where, hours in DOORS:
        seller = producers[key].seller
        rates = RatesInUse.OWN if seller == first else RatesInUse.HOUSE
        offered = Offered(rates, True, where, hours)  # noqa: FBT003 - a buyer may come
        set_terms(seller, offered, effective_from=today, by=None)
        Listing.objects.filter(product__producer=producers[key], weight_grams__gte=300).update(
            **SIDES
        )
    return sum(_open(point, officer) for point in POINTS)


def _open(point: tuple, officer) -> int:
    name, code, street, hours, fee, days_min, days_max = point
    commune = Commune.objects.filter(pk=code).select_related("province").first()
    if commune is None:
        return 0
    details = PointDetails(
        name=name,
        commune=commune,
        street=street,
        hours=hours,
        fee=fee,
        days_min=days_min,
        days_max=days_max,
        valid_from=clock.today(),
    )
    made = open_point(commune.province, details, by=officer)
    ConsolidationPoint.objects.filter(pk=made.pk).update(is_sample=True)
    return 1
