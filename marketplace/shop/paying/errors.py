"""Why an account is not taken; nothing has changed then."""


class BadAccount(ValueError):
    """The part named (``bank_bin``, ``number``, ``holder``) is nothing a bank would know."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


class ChangedMeanwhile(Exception):
    """Another member changed the account in this very moment."""
