"""Whatever buyers, sellers and the operator do in whatever order, the sums add up."""

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from marketplace.shop.ordering.enums import ParcelState
from marketplace.shop.ordering.services import moving

from .ledger_money import PayingShop

pytestmark = pytest.mark.django_db


def run(examples: int, *, steps: int = 20) -> None:
    """Let hypothesis look for a sequence that breaks a sum."""
    run_state_machine_as_test(
        PayingShop,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            # A sequence that breaks a sum is told as it is: to shorten it takes longer than CI has.
            phases=[Phase.reuse, Phase.generate],
        ),
    )


def test_sums_add_up_after_a_few_sequences():
    run(4)


@pytest.mark.slow
def test_sums_add_up_after_a_thousand_sequences():
    run(1_000, steps=12)


@pytest.mark.soak
def test_sums_add_up_after_five_thousand_sequences():
    run(5_000)


@pytest.mark.slow
@pytest.mark.parametrize("forgotten", [ParcelState.REFUSED, ParcelState.RETURNED])
def test_a_shop_that_forgets_to_give_pieces_back_is_found(monkeypatch, forgotten):
    """The control: without the giving back, some sequence breaks the sums."""
    monkeypatch.setitem(moving._STOCK, forgotten, (0, 0))

    with pytest.raises(AssertionError):
        run(200)
