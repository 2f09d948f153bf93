"""What the worker does behind the first page."""

from io import StringIO

import pytest
from django.core.files.storage import default_storage
from django.core.management import call_command
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from catalog.places.models import OldUnit
from catalog.register.models import Product
from marketplace.demo import tasks
from marketplace.demo.loading import take_up_again
from tests.factories.register import ProductFactory

pytestmark = pytest.mark.django_db


def test_pictures_for_shared_links_are_made_but_not_for_measuring_products():
    product = ProductFactory(slug="che-de-chia-se")
    measuring = ProductFactory(slug="do-tai-000001-che", picture="products/do-tai-11-1")

    tasks.finish_pictures.call()

    product.refresh_from_db()
    measuring.refresh_from_db()
    assert default_storage.exists(f"{product.picture}-1200.jpg")
    assert measuring.picture == "products/do-tai-11-1"
    assert Product.objects.count() == 2


def test_old_units_are_loaded_once():
    call_command("load_places", stdout=StringIO())

    tasks.load_old_units.call()
    tasks.load_old_units.call()

    assert OldUnit.objects.count() == 10_602


def test_jobs_of_a_killed_worker_are_taken_up_again_once():
    tasks.finish_pictures.enqueue()
    DBTaskResult.objects.get().claim("killed")

    assert take_up_again() == 1
    assert take_up_again() == 0

    states = DBTaskResult.objects.order_by("enqueued_at").values_list("status", flat=True)
    assert list(states) == [TaskResultStatus.FAILED, TaskResultStatus.READY]
