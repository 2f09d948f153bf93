"""An officer's desk: who sits there, and for which places."""

from dataclasses import dataclass

from marketplace.accounts.models import OfficerPost, User
from marketplace.accounts.scope import Scope


@dataclass(frozen=True, slots=True)
class Desk:
    """An officer with the posts in force today."""

    officer: User
    posts: tuple[OfficerPost, ...]
    scope: Scope

    @property
    def places(self) -> list[str]:
        """The names of the places, as the head of each page shows them."""
        return [str(post.commune or post.province) for post in self.posts]
