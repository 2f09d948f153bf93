"""Two sides that have nothing to do with each other, each with something of every kind."""

from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import Model

from catalog.approvals.services.drafting import open_edit
from catalog.approvals.services.pictures import cut_picture, put_picture
from catalog.intake.enums import Subject
from catalog.journal import jobs, notices
from catalog.register.services import store_paper
from marketplace.accounts.models import OfficerPost, User
from marketplace.shop.complaints.services import file_complaint
from marketplace.shop.delivery.models import ConsolidationPoint
from marketplace.shop.ordering.enums import ParcelState, PaymentKind, PaymentMethod
from marketplace.shop.ordering.services.moving import move_parcel
from marketplace.shop.ordering.services.paying import record_payment
from marketplace.shop.paying.services import set_account
from tests.cast import Cast
from tests.catalog.approvals.conftest import handed_in, photo
from tests.catalog.decisions.papers import proposed
from tests.catalog.intake.tables import PRODUCERS, sent
from tests.factories.register import ProductFactory
from tests.factories.shop import seller_of
from tests.marketplace.shop.admission.people import asks, picture, sent_in
from tests.marketplace.shop.ordering.purchases import address, basket_with, fees, goods_of, order

OF_EDITS = ("texts", "texts_picture", "texts_preview", "texts_step")
OF_PRODUCERS = ("producer", "change_producer", "add_product", "papers")
OF_PROPOSALS = ("proposal", "confirm", "refuse", "withdraw")
OF_APPROVALS = ("approval", "approval_picture", "approve", "send_back")
OF_TABLES = ("table", "table_to_mend", "apply_table", "undo_table")
NOTICE = notices.Kind("tenants.test", "Thử", "Tin riêng của bên A")
SECRETS = ("Ngô Thị Kín", "0987 111 222", "0987111222", "9704000111", "Ngõ Kín 9")
BUYER = {"name": "Ngô Thị Kín", "phone": "0987111222", "street": "Ngõ Kín 9"}


@dataclass
class Side:
    """What belongs to one producer, its buyer and its province."""

    producer: Model
    values: dict[str, object] = field(default_factory=dict)


class Sides(Cast):
    """The cast with two sides; everybody of ``addresses.EVERYBODY`` can be asked for."""

    def __init__(self) -> None:
        """Side B may be anybody's; side A carries the secrets."""
        fees()
        _register_once()
        self.a = self._side(self.producer_a, self.binh, self.an, account="9704000111")
        self.b = self._side(self.producer_b, self.chi, self.buyer_b, account="1234567890")

    @property
    def buyer_b(self) -> User:
        """Whoever ordered on side B."""
        return User.objects.filter(email="buyer_b@example.vn").first() or self.person("buyer_b")

    @property
    def giang_b(self) -> User:
        """An officer of side B's province."""
        found = User.objects.filter(email="giang_b@example.vn").first()
        if found is None:
            found = self.person("giang_b")
            province = self.commune_b.province
            OfficerPost.objects.create(user=found, province=province, valid_from=self.day)
        return found

    def _side(self, producer, member, buyer, *, account: str) -> Side:
        requirement = asks(producer.province)
        sent_in(producer, requirement, by=member)
        listing = goods_of(producer, name=f"Chè của {producer}", stock=20)
        seller = seller_of(producer)
        set_account(
            seller, bank_bin="970436", number=account, holder="HTX MAU", seen=None, by=member
        )
        where = address(**BUYER) if producer == self.producer_a else address()
        group = order(
            basket_with((listing, 2), owner=buyer),
            user=buyer,
            where=where,
            payment_method=PaymentMethod.TRANSFER,
        ).group
        parcel = group.parcels.get()
        money = record_payment(parcel, kind=PaymentKind.SHORT, amount=Decimal(1), seen=0, by=member)
        move_parcel(parcel, to=ParcelState.CONFIRMED, by=member)
        paper = store_paper(producer, kind="other", number="1", upload=picture(), actor=member)
        point = ConsolidationPoint.objects.create(
            name="Điểm",
            province=producer.province,
            commune=producer.commune,
            street="1",
            hours="8-17",
            fee=0,
            days_min=1,
            days_max=2,
            valid_from=self.day,
        )
        unrated, waiting = (ProductFactory(producer=producer) for _ in range(2))
        proposal = proposed(waiting, member)
        notices.notify(producer, NOTICE.name, key=1, link=("selling:parcels", producer.slug))
        notice = notices.inbox_of(producer).get(kind=NOTICE.name)
        draft = open_edit(unrated, by=member)
        put_picture(draft, photo(), by=member)
        cut_picture({"edit": draft.pk, "file": draft.picture_file.name}, key="")
        edit = handed_in(unrated, member)
        complaint = file_complaint(
            listing.product, ground="unsafe", text="Kín", contact=SECRETS[0], upload=picture()
        )
        officer = self.giang if producer == self.producer_a else self.giang_b
        batch = sent(
            Subject.PRODUCERS, PRODUCERS, [SECRETS[0]], by=officer, provinces=[producer.province_id]
        )
        job = jobs.start("tenants.test", title="Việc riêng", by=member)
        return Side(
            producer,
            {
                "producer": producer.slug,
                "number": parcel.order.number,
                "selling:inbox_follow number": notice.pk,
                "listing": listing.pk,
                "product": listing.product_id,
                **{f"selling:{name} product": unrated.pk for name in OF_EDITS},
                "paper": paper.pk,
                "desk:paper_file pk": paper.pk,
                "record": money.number,
                "mark": "du",
                "point": point.pk,
                "code": group.code,
                "position": 1,
                "requirement": requirement.pk,
                "selling:complaint code": complaint.code,
                "selling:complaint_photo code": complaint.code,
                "desk: code": complaint.code,
                **{f"desk:{name} pk": producer.pk for name in OF_PRODUCERS},
                **{f"desk:{name} pk": proposal.pk for name in OF_PROPOSALS},
                **{f"desk:{name} pk": edit.pk for name in OF_APPROVALS},
                **{f"desk:{name} pk": batch.pk for name in OF_TABLES},
                "desk: pk": unrated.pk,
                "desk:propose kind": "recognise",
                "kind": "csv",
                "subject": Subject.PRODUCERS.value,
                "jobs: pk": job.pk,
                "province": producer.province_id,
            },
        )


def _register_once() -> None:
    notices.register(NOTICE)
    jobs.kind("tenants.test")(_nothing)


def _nothing(job) -> None:
    """A job that does nothing."""
