"""Jobs the demo leaves to the worker, so that its first page need not wait for them."""

import logging

from django.core.management import call_command
from django_tasks import task

from catalog.journal.tasks import LONG
from catalog.register.models import Product
from catalog.register.pictures import make_renditions

from .mass_words import PREFIX

log = logging.getLogger(__name__)
TELL_EVERY = 50


@task(queue_name=LONG)
def load_old_units() -> None:
    """The communes of before 1/7/2025, for addresses that people still write."""
    call_command("load_places", old_units=True)
    log.info("Demo: old units loaded")


@task(queue_name=LONG)
def finish_pictures() -> None:
    """The pictures that go with shared links; measuring products share theirs and need none."""
    products = Product.objects.exclude(slug__startswith=f"{PREFIX}-").order_by("pk")
    total = products.count()
    for done, product in enumerate(products, start=1):
        make_renditions(product)
        if done % TELL_EVERY == 0:
            log.info("Demo: pictures of %d of %d products", done, total)
    log.info("Demo: all pictures made")
