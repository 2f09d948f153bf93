"""A province's checklist, sellers who fulfil it, and two fictional producers who apply."""

from catalog.lib import clock
from catalog.places.models import Commune, Province
from catalog.register.enums import ProducerKind
from catalog.register.models import Producer
from marketplace.accounts.models import User
from marketplace.shop.admission.enums import Check, Wanted
from marketplace.shop.admission.models import Evidence, Requirement
from marketplace.shop.admission.services.applying import open_application, submit
from marketplace.shop.admission.services.checklist import add_requirement, start_from_sample
from marketplace.shop.admission.services.giving import give
from marketplace.shop.listings.models import Seller

from .drawn_paper import paper

PROVINCE = "08"
APPLICANTS = (  # name, kind, commune, whether everything is sent in
    ("Hợp tác xã Mẫu Rau Sương Sớm", ProducerKind.COOPERATIVE, "00952", True),
    ("Hộ kinh doanh Mẫu Bánh Khảo", ProducerKind.HOUSEHOLD, "00721", False),
)
GIVEN = {
    "dinh-danh": "Hoàng Thị Mẫu, 12/03/1986, 008 186 000 123",
    "ma-so-thue": "0100109106",
    "tai-khoan": "Ngân hàng Mẫu, 0123456789, chủ tài khoản trùng tên chủ thể",
}


def load_admission(officer_email: str) -> int:
    """Write it once; answers how many lines the checklist has."""
    province = Province.objects.get(pk=PROVINCE)
    if Requirement.objects.filter(province=province).exists():
        return Requirement.objects.filter(province=province).count()
    officer = User.objects.get(email=officer_email)
    start_from_sample(province, by=officer)
    _fulfil(province, officer)
    for name, kind, commune, is_whole in APPLICANTS:
        _apply(name, kind, Commune.objects.get(pk=commune), is_whole=is_whole)
    # Asked for since: the sellers go on selling and are shown as lacking it.
    add_requirement(
        province,
        code="cam-ket-giao-hang",
        title="Cam kết giao hàng đúng hẹn",
        title_en="Pledge to deliver on time",
        help_text="Bản cam kết có chữ ký của người đại diện.",
        help_text_en="A pledge signed by the representative.",
        wanted=Wanted.FILE,
        valid_from=clock.today(),
        position=90,
        by=officer,
    )
    return Requirement.objects.filter(province=province).count()


def _fulfil(province: Province, officer: User) -> None:
    """What the sellers of the province gave was accepted long ago."""
    lines = list(Requirement.objects.filter(province=province, is_mandatory=True))
    producers = Producer.objects.filter(province=province, seller__in=Seller.objects.all())
    Evidence.objects.bulk_create(
        [
            Evidence(
                producer=producer,
                requirement=line,
                text=GIVEN.get(line.code, "") or "Đã nộp bản giấy",
                given_at=clock.now(),
                check_state=Check.ACCEPTED,
                checked_by=officer,
                checked_at=clock.now(),
            )
            for producer in producers
            for line in lines
        ],
        ignore_conflicts=True,
    )


def _apply(name: str, kind: str, commune: Commune, *, is_whole: bool) -> None:
    producer = Producer.objects.create(
        name=name,
        kind=kind,
        phone="0550000990",
        street="Thôn Mẫu",
        province=commune.province,
        commune=commune,
        is_sample=True,
    )
    application = open_application(producer)
    asked = Requirement.objects.filter(province=commune.province, is_mandatory=True)
    for line in asked if is_whole else asked[:2]:
        upload = paper(line.code) if line.wants_file else None
        give(producer, line, text=GIVEN.get(line.code, ""), upload=upload)
    if is_whole:
        submit(application)
