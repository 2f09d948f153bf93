"""What needs doing today: each room registers its own cards, and no room knows another."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from catalog.register.models import Producer


@dataclass(frozen=True, slots=True)
class TaskCard:
    """A number of things to do, what they are, and where they are done."""

    count: int
    title: str
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """An entry of the area's menu."""

    label: str
    url: str
    place: int  # the smallest stands first


Cards = Callable[[Producer], Iterable[TaskCard]]
Ways = Callable[[Producer], Iterable[Way]]
_cards: dict[str, Cards] = {}
_ways: dict[str, Ways] = {}


def for_producers(room: str, *, cards: Cards, ways: Ways) -> None:
    """Add a room's cards and menu entries to the producers' area; called in its ``ready``."""
    _cards[room], _ways[room] = cards, ways


def producer_cards(producer: Producer) -> list[TaskCard]:
    """All rooms' cards, those with something to do first."""
    cards = [card for room in _cards.values() for card in room(producer)]
    return sorted(cards, key=lambda card: not card.count)


def producer_ways(producer: Producer) -> list[Way]:
    """All rooms' menu entries, by their place."""
    ways = [way for room in _ways.values() for way in room(producer)]
    return sorted(ways, key=lambda way: way.place)
