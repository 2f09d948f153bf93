"""Days and goods that several files need."""

from datetime import timedelta

import pytest

from catalog.lib import clock
from tests.factories.register import ProductSetFactory
from tests.factories.shop import on_sale


@pytest.fixture
def stand_on(monkeypatch):
    """Let Viet Nam's calendar show a day."""
    return lambda day: monkeypatch.setattr(clock, "today", lambda: day)


@pytest.fixture
def tomorrow():
    """The day after this one."""
    return clock.today() + timedelta(days=1)


@pytest.fixture
def spirits(db):
    """Set 14, which the law on alcohol rules."""
    return ProductSetFactory(set_no=14, group_name="Đồ uống có cồn", name="Rượu trắng")


@pytest.fixture
def spirit(spirits):
    """A rice spirit on sale."""
    return on_sale(name="Rượu gạo Mẫu", slug="ruou-gao-mau", price=150_000, product_set=spirits)
