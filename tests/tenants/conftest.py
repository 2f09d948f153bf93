"""The files that both sides send go when a test ends; addresses are the Vietnamese ones."""

import pytest
from django.utils.translation import override

from tests.catalog.approvals.conftest import _folders

__all__ = ["_folders"]


@pytest.fixture(autouse=True)
def _vietnamese():
    with override("vi"):
        yield
