"""Something on the officers' desk: a decision that waits, and a table to look through."""

import io

from django.db import transaction

from catalog.decisions.errors import ProposalWaits
from catalog.decisions.models import Proposal
from catalog.decisions.selectors import standing_certificate
from catalog.decisions.services import propose
from catalog.intake.models import Batch
from catalog.intake.services import send
from catalog.lib import clock
from catalog.register import rules
from catalog.register.models import Product
from marketplace.accounts.models import User

from .people import PROVINCE

DECISION = "215/QĐ-MẪU"
FIRST, SECOND = "can-bo-tinh@langsao.example", "can-bo-tinh-2@langsao.example"
UPGRADED = 5  # products that the decision raises to four stars
RAISED = frozenset({rules.MIN_STAR})  # from these stars
TABLE = "chu-the-thang-11.csv"
ROWS = (
    ("Tên pháp lý", "Loại hình", "Điện thoại", "Xã, phường"),
    ("HTX Mẫu Suối Khoáng", "Hợp tác xã", "0550000931", "Cao Bồ"),
    ("HTX Mẫu Đồi Mơ", "Hợp tác xã", "0550000932", "Hàm Yên"),
    ("Tổ hợp tác Mẫu Nậm Dịch", "Tổ hợp tác", "055 000 933", "Nà Hang"),
    ("Hộ Mẫu Bản Lìm", "Hộ sản xuất", "0550000934", "Xã Không Có"),
)


def fill_desk() -> int:
    """Propose and send what is missing; answers how much."""
    officers = {user.email: user for user in User.objects.filter(email__in=(FIRST, SECOND))}
    return _propose(officers[SECOND]) + _send(officers[FIRST])


def _propose(by: User) -> int:
    if Proposal.objects.filter(decision_no=DECISION).exists():
        return 0
    day, made = clock.today(), 0
    sample = Product.objects.sellable_on(day).filter(is_sample=True, producer__province=PROVINCE)
    for product in sample.order_by("pk"):
        standing = standing_certificate(product, day)
        if made == UPGRADED or standing is None or standing.star not in RAISED:
            continue
        try:
            with transaction.atomic():
                propose(
                    product,
                    kind="replace",
                    by=by,
                    star=4,
                    decision_no=DECISION,
                    decided_on=day,
                    authority="UBND tỉnh Mẫu",
                    authority_level="province",
                    reason="Hội đồng tỉnh đánh giá lại (dữ liệu mẫu)",
                )
        except ProposalWaits:
            continue
        made += 1
    return made


def _send(by: User) -> int:
    if Batch.objects.filter(file_name=TABLE).exists():
        return 0
    table = "\n".join(";".join(row) for row in ROWS)
    send(
        io.BytesIO(table.encode()),
        subject="producers",
        file_name=TABLE,
        by=by,
        provinces=[PROVINCE],
        communes=[],
    )
    return 1
