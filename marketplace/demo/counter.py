"""Life behind a sample counter: texts on their way, an invitation, a paper that ends soon."""

from datetime import timedelta

from catalog.approvals.models import ProductEdit
from catalog.approvals.services import deciding, drafting
from catalog.lib import clock
from catalog.register.enums import PaperKind
from catalog.register.models import Paper, Product
from catalog.register.services import store_paper
from marketplace.accounts.models import ProducerMember, User
from marketplace.accounts.services import invites

OWNER, OFFICER = "chu-the@langsao.example", "can-bo-tinh@langsao.example"
INVITED = "nguoi-dong-goi@langsao.example"
CLAIM = "\n\nUống mỗi sáng, chữa khỏi mất ngủ."  # what an officer should notice
MORE = "\n\nMỗi mẻ được ghi ngày làm và tên người làm trên túi."
REASON = "Ghi rõ vùng nguyên liệu thuộc xã nào."
ENDS_IN = timedelta(days=21)


def liven_counter() -> int:
    """Write the rows where none are; return how many changes of texts there are now."""
    owner = User.objects.get(email=OWNER)
    producer = ProducerMember.objects.get(user=owner).producer
    products = Product.objects.filter(producer=producer, is_sample=True).order_by("pk")
    mine = ProductEdit.objects.filter(product__producer=producer)
    if mine.exists():
        return mine.count()
    for product, add in zip(products, (CLAIM, MORE, MORE), strict=False):
        edit = drafting.open_edit(product, by=owner)
        drafting.write_texts(edit, {"story": product.story + add}, by=owner)
    for edit in mine.order_by("pk")[:2]:
        drafting.submit(edit, by=owner)
    returned = mine.order_by("pk")[1:2]
    for edit in returned:
        deciding.send_back(edit, reason=REASON, by=User.objects.get(email=OFFICER))
    _renew_soon(producer, owner)
    invites.invite(producer, contact=INVITED, role=ProducerMember.Role.PACKER, by=owner)
    return mine.count()


def _renew_soon(producer, owner: User) -> None:
    if not Paper.objects.filter(producer=producer, kind=PaperKind.TEST_REPORT).exists():
        today = clock.today()
        store_paper(
            producer,
            kind=PaperKind.TEST_REPORT,
            number="021/KN-MẪU",
            valid_from=today - timedelta(days=344),
            valid_to=today + ENDS_IN,
            actor=owner,
        )
