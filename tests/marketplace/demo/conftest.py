"""The demo loaded once for all tests of a file; they only read."""

import pytest
from django.db import transaction

from marketplace.demo.loading import load_all


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The lines that loading told; what it wrote is gone after the file."""
    lines = []
    around = transaction.atomic()
    around._from_testcase = True
    with django_db_blocker.unblock(), around:
        load_all(lines.append)
        yield lines
        transaction.set_rollback(True)
