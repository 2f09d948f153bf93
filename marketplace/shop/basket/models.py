"""Oscar's basket, merged without asking for more than there is."""

from oscar.apps.basket.abstract_models import AbstractBasket


class Basket(AbstractBasket):
    """One buyer's basket, of any number of producers."""


from oscar.apps.basket.models import *  # noqa: E402, F403
