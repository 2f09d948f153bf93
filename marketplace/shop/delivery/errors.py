"""What can be wrong with a delivery quote."""


class RateUnknown(LookupError):
    """No rate of the day covers the way; never an excuse to deliver for nothing."""

    def __init__(self, *, zone: str) -> None:
        super().__init__(zone)
        self.zone = zone


class RegionUnknown(LookupError):
    """The province is in no region of the table."""

    def __init__(self, *, province_code: str) -> None:
        super().__init__(province_code)
        self.province_code = province_code


class BeginsInThePast(ValueError):
    """A table or terms would begin before today, and so rewrite what was promised."""


class OwnRatesMissing(ValueError):
    """A seller cannot deliver by an own table on a day that has none."""


class AlreadyBegun(LookupError):
    """Nothing that waits for this day can be taken back: it began, or never was."""


class NameTaken(ValueError):
    """The province has a point of this name."""


class NotOfThisProvince(ValueError):
    """A point's commune or seller lies in another province than the point."""
