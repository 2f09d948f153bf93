"""Fees are there before anybody orders."""

import pytest

from .purchases import fees


@pytest.fixture
def general_fees(db):
    """20.000 ₫ for the first 500 g and 5.000 ₫ for each 500 g begun, whatever the way."""
    fees()
