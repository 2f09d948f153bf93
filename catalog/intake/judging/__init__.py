"""What each row of a table means for the register: new, changed, the same, or to be mended."""

from .judge import Judge

__all__ = ["Judge"]
