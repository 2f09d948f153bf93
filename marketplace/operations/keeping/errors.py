"""Why a backup or a restore came to nothing."""


class KeepingRefused(Exception):
    """Nothing was changed; the text says why and what to do."""


class BackupBroken(KeepingRefused):
    """The archive is not what its manifest says."""


class PlaceTaken(KeepingRefused):
    """There is a site already where one was to be restored."""


class RestoredDiffers(KeepingRefused):
    """What came out of the archive is not what went in; the site at hand was left alone."""
