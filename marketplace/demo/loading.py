"""Load the demo in parts; each part is whole or not at all, and safe to run again."""

from collections.abc import Callable

from django.core.management import call_command
from django.db import transaction
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from catalog.lib import clock
from catalog.places.models import OldUnit
from catalog.register.models import Producer, Product
from catalog.register.pictures import SVG, make_renditions
from cms.demo import create_showcase
from marketplace.shop.listings.services.cards import gathered, refresh_cards

from . import rows, tasks
from .admission import load_admission
from .complaints import load_complaints
from .counter import liven_counter
from .delivery import load_delivery
from .desk import fill_desk
from .goods import admit_sellers, put_on_sale
from .payments import load_accounts, load_orders
from .people import PROVINCE_OFFICER, load_people
from .real import load_real
from .sales import load_sales
from .samples import load_papers, load_producers, load_products

Tell = Callable[[str], None]


def load_all(tell: Tell) -> None:
    """Load what the first page needs; leave the rest to the worker.

    ``tell`` gets one line after each part.
    """
    call_command("load_places", verbosity=0, stdout=_Lines(tell))
    call_command("load_register", verbosity=0, stdout=_Lines(tell))
    with gathered():
        with transaction.atomic():
            real = load_real(rows.real_products())
        tell(f"Real products: {len(real)}, {_verified(real)} of them with a certificate")
        with transaction.atomic():
            producers = load_producers(rows.sample_producers())
            samples = load_products(rows.sample_products(), producers)
            load_papers(producers)
        tell(f"Sample producers: {len(producers)}, with {len(samples)} products")
        products = {product.slug: product for product in real} | samples
        drawn = draw(list(products.values()))
        tell(f"Pictures drawn: {drawn}")
        with transaction.atomic():
            listed = stock_shop(products)
            refresh_cards(product.pk for product in products.values())
        tell(f"Goods put on sale: {listed} packs")
    tell("Cards written")
    call_command("load_delivery_rates", verbosity=0, stdout=_Lines(tell))
    tell(f"Showcase: {create_showcase()} pages")
    tell(f"Sample people: {load_people(producers)}")
    tell(f"Texts on their way: {liven_counter()}")
    tell(f"Admission: {load_admission(PROVINCE_OFFICER)} requirements")
    tell(f"Complaints: {load_complaints(producers['may-trang'], PROVINCE_OFFICER)}")
    tell(f"Collection points: {load_delivery(producers, PROVINCE_OFFICER)}")
    tell(f"On the officers' desk: {fill_desk()} things to decide")
    tell(f"Sample accounts: {load_accounts(producers.values())}")
    tell(f"Sample orders: {load_orders(producers['may-trang'])}")
    tell(f"Parcels delivered: {load_sales()}")
    tell(f"Left to the worker: {leave_behind(drawn=drawn)} jobs")


def draw(products: list[Product]) -> int:
    """Give each product without a picture its drawn one; return how many."""
    without = [product for product in products if not product.picture]
    for product in without:
        make_renditions(product, kinds=(SVG,))
    return len(without)


def stock_shop(products: dict[str, Product]) -> int:
    """Admit the sellers and list the packs of the file; return how many packs are new."""
    packs = {products[slug]: offered for slug, offered in rows.packs().items()}
    admit_sellers(Producer.objects.filter(products__in=packs).distinct().order_by("pk"))
    return put_on_sale(packs)


def leave_behind(*, drawn: int) -> int:
    """Queue what no first page needs: units of before 1/7/2025, pictures for shared links."""
    jobs = []
    if drawn:
        jobs.append(tasks.finish_pictures)
    if not OldUnit.objects.exists():
        jobs.append(tasks.load_old_units)
    waiting = set(DBTaskResult.objects.ready().values_list("task_path", flat=True))
    new = [job for job in jobs if job.module_path not in waiting]
    for job in new:
        job.enqueue()
    return len(new)


def take_up_again() -> int:
    """Queue anew what a killed worker left half done; return how many jobs.

    Asked before the demo's one worker starts, so nothing can be running. Each job may be done
    twice without harm.
    """
    cut_off = DBTaskResult.objects.running()
    begun = set(cut_off.values_list("task_path", flat=True))
    jobs = [
        job for job in (tasks.finish_pictures, tasks.load_old_units) if job.module_path in begun
    ]
    for job in jobs:
        cut_off.filter(task_path=job.module_path).update(
            status=TaskResultStatus.FAILED, finished_at=clock.now()
        )
        job.enqueue()
    return len(jobs)


def _verified(products: list[Product]) -> int:
    return Product.objects.filter(
        pk__in=[product.pk for product in products], certificates__isnull=False
    ).count()


class _Lines:
    """A stream that passes whole lines on."""

    def __init__(self, tell: Tell) -> None:
        self.tell = tell

    def write(self, text: str) -> None:
        """Pass on what is more than an end of line."""
        if text.strip():
            self.tell(text.strip())
