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
