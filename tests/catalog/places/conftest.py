"""The real units, loaded once for all tests of a file that ask for them."""

import pytest
from django.core.management import call_command
from django.db import transaction


@pytest.fixture(scope="module")
def real_places(django_db_setup, django_db_blocker):
    """All provinces, communes and old units; gone again behind the last test of the file."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_places", verbosity=0)
        call_command("load_places", "--old-units", verbosity=0)
        yield
        transaction.set_rollback(True)
