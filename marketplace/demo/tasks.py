"""Jobs the demo leaves to the worker, so that its first page need not wait for them."""

import logging

from django.core.management import call_command
from django_tasks import task

from catalog.register.pictures import make_missing_renditions

log = logging.getLogger(__name__)
TELL_EVERY = 50


@task()
def load_old_units() -> None:
    """The communes of before 1/7/2025, for addresses that people still write."""
    call_command("load_places", old_units=True)
    log.info("Demo: old units loaded")


@task()
def finish_pictures() -> None:
    """What the pictures lack yet: the ones that go with shared links."""
    make_missing_renditions(_tell)
    log.info("Demo: all pictures made")


def _tell(done: int, total: int) -> None:
    if done % TELL_EVERY == 0:
        log.info("Demo: pictures of %d of %d products", done, total)
