"""Why a pack is not changed; nothing has changed then."""


class BelowOrdered(ValueError):
    """Fewer in stock than buyers have ordered already."""

    def __init__(self, *, ordered: int) -> None:
        super().__init__(ordered)
        self.ordered = ordered


class PackTwice(ValueError):
    """The product has a pack of this name."""
