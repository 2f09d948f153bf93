"""What needs doing today: each room registers its own cards, and no room knows another."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from catalog.register.models import Producer
from marketplace.accounts.models import User

from .desk import Desk

Question = Callable[[User, Producer], bool]


@dataclass(frozen=True, slots=True)
class TaskCard:
    """A number of things to do, what they are, and where they are done."""

    count: int
    title: str
    url: str
    note: str = ""
    needs: Question | None = None  # only for members of whom this is true; None: for everybody


@dataclass(frozen=True, slots=True)
class Way:
    """An entry of the area's menu."""

    label: str
    url: str
    place: int  # the smallest stands first
    needs: Question | None = None


Place = TypeVar("Place")  # where somebody works: a producer's counter, an officer's desk


@dataclass(slots=True)
class Board(Generic[Place]):
    """The cards and menu entries of one area."""

    _cards: dict[str, Callable[[Place], Iterable[TaskCard]]] = field(default_factory=dict)
    _ways: dict[str, Callable[[Place], Iterable[Way]]] = field(default_factory=dict)

    def register(
        self,
        room: str,
        *,
        cards: Callable[[Place], Iterable[TaskCard]],
        ways: Callable[[Place], Iterable[Way]],
    ) -> None:
        """Add what a room brings."""
        self._cards[room], self._ways[room] = cards, ways

    def cards(self, place: Place) -> list[TaskCard]:
        """All rooms' cards, those with something to do first."""
        cards = [card for room in self._cards.values() for card in room(place)]
        return sorted(cards, key=lambda card: not card.count)

    def ways(self, place: Place) -> list[Way]:
        """All rooms' menu entries, by their place."""
        ways = [way for room in self._ways.values() for way in room(place)]
        return sorted(ways, key=lambda way: way.place)


Thing = TypeVar("Thing", TaskCard, Way)


def for_this_member(things: Iterable[Thing], user: User, producer: Producer) -> list[Thing]:
    """Those that ``user`` may do; each question is asked once."""
    things = list(things)
    questions = {thing.needs for thing in things if thing.needs is not None}
    may = {question: question(user, producer) for question in questions}
    return [thing for thing in things if thing.needs is None or may[thing.needs]]


PRODUCERS: Board[Producer] = Board()
OFFICERS: Board[Desk] = Board()

# Called by each room in its ``ready``: for_producers("ordering", cards=..., ways=...).
for_producers = PRODUCERS.register
for_officers = OFFICERS.register
