"""Sample people, one for each kind of user. They exist only where sample data is shown."""

from collections.abc import Mapping
from dataclasses import dataclass

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import generate_totp_secret
from django.db import transaction

from catalog.lib import clock
from catalog.places.models import Commune, Province
from catalog.register.models import Producer
from marketplace.accounts.models import (
    BuyerMember,
    BuyerOrganisation,
    OfficerPost,
    OrganizerPost,
    ProducerMember,
    User,
)
from marketplace.accounts.services import enrol_totp, grant_editor

PASSWORD = "lang-sao-mau"  # noqa: S105 - printed for everybody; load_demo refuses real sites
PROVINCE, COMMUNE = "08", "00952"
BUYER = "Siêu thị Mẫu Chợ Phiên"
ORGANIZER = "Trung tâm Mẫu Xúc tiến Thương mại"


@dataclass(frozen=True, slots=True)
class Person:
    """Who they are; ``role`` is told in the terminal."""

    email: str
    name: str
    role: str
    phone: str | None = None
    is_operator: bool = False
    needs_code: bool = False
    producers: tuple[str, ...] = ()


PROVINCE_OFFICER = "can-bo-tinh@langsao.example"
PEOPLE = (
    Person(
        "quan-tri@langsao.example", "Quản trị Mẫu", "operator", is_operator=True, needs_code=True
    ),
    Person(PROVINCE_OFFICER, "Cán bộ tỉnh Mẫu", "province officer", needs_code=True),
    Person(
        "can-bo-tinh-2@langsao.example",
        "Cán bộ tỉnh Mẫu Hai",
        "second province officer",
        needs_code=True,
    ),
    Person("can-bo-xa@langsao.example", "Cán bộ xã Mẫu", "commune officer", needs_code=True),
    Person("bien-tap@langsao.example", "Biên tập Mẫu", "editor", needs_code=True),
    Person("to-chuc@langsao.example", "Người tổ chức Mẫu", "organizer"),
    Person(
        "chu-the@langsao.example",
        "Đặng Thị Mẫu",
        "producer",
        phone="0550000901",
        producers=("may-trang",),
    ),
    Person(
        "chu-the-2@langsao.example",
        "Cao Thị Mẫu",
        "producer of two",
        producers=("dat-do", "ca-cao"),
    ),
    Person("mua-si@langsao.example", "Người mua sỉ Mẫu", "buyer for a shop chain"),
    Person("khach@langsao.example", "Khách Mẫu", "shopper", phone="0550000902"),
)


def load_people(producers: Mapping[str, Producer]) -> int:
    """Make the people who are missing, with their roles; return how many."""
    there = set(User.objects.filter(is_sample=True).values_list("email", flat=True))
    new = [person for person in PEOPLE if person.email not in there]
    for person in new:
        with transaction.atomic():
            _make(person, producers)
    return len(new)


def _make(person: Person, producers: Mapping[str, Producer]) -> None:
    user = User.objects.create_user(
        person.email,
        PASSWORD,
        first_name=person.name,
        phone=person.phone,
        phone_verified_at=clock.now() if person.phone else None,
        is_staff=person.is_operator,
        is_superuser=person.is_operator,
        is_sample=True,
    )
    EmailAddress.objects.create(user=user, email=person.email, verified=True, primary=True)
    if person.needs_code:
        enrol_totp(user, generate_totp_secret())
    for key in person.producers:
        ProducerMember.objects.create(user=user, producer=producers[key], valid_from=clock.today())
    _give_post(user, person.role)


def _give_post(user: User, role: str) -> None:
    today = clock.today()
    province = Province.objects.get(pk=PROVINCE)
    if role in ("province officer", "second province officer"):
        OfficerPost.objects.create(
            user=user, province=province, title="Chuyên viên OCOP (mẫu)", valid_from=today
        )
    elif role == "commune officer":
        commune = Commune.objects.get(pk=COMMUNE)
        OfficerPost.objects.create(
            user=user,
            province=province,
            commune=commune,
            title="Công chức xã (mẫu)",
            valid_from=today,
        )
    elif role == "editor":
        grant_editor(user, province=province)
    elif role == "organizer":
        OrganizerPost.objects.create(user=user, body=ORGANIZER, province=province, valid_from=today)
    elif role == "buyer for a shop chain":
        shop_chain, _ = BuyerOrganisation.objects.get_or_create(
            name=BUYER, defaults={"province": province, "is_sample": True}
        )
        BuyerMember.objects.create(user=user, organisation=shop_chain, valid_from=today)
