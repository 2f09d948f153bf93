"""What a service of this room refuses, named after the rule."""


class AccountError(Exception):
    """Any refusal of this room."""


class NotAnOfficer(AccountError):
    """Somebody who is no officer today tried an officer's work."""


class OutsideYourPlace(AccountError):
    """The producer or the account belongs to a place the officer does not answer for."""


class PhoneTaken(AccountError):
    """There is an account with this telephone number already."""

    def __init__(self, phone: str) -> None:
        """Carry the number in its national form."""
        super().__init__(phone)
        self.phone = phone


class NoSuchAccount(AccountError):
    """There is no account with this telephone number to recover."""


class LinkSpent(AccountError):
    """The one-time link is unknown, used or expired; which of these is nobody's business."""


class SampleOnly(AccountError):
    """A help for the demo was asked for somebody who is not part of its data."""


class StaffExists(Exception):
    """Somebody keeps this site already."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


class AlreadyMember(AccountError):
    """They act for this producer already."""


class TooManyInvites(AccountError):
    """So many letters to strangers would be a nuisance."""


class InviteForAnother(AccountError):
    """The invitation names another e-mail address or number than this account's."""


class LastOwner(AccountError):
    """Somebody must stay who can invite others."""


class NotAMember(AccountError):
    """The membership has ended already."""
