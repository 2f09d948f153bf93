"""Writes of the register, one file per noun."""

from .certificates import (
    extend_certificate,
    grant_certificate,
    replace_certificate,
    revoke_certificate,
)
from .entries import keep_entry
from .papers import replace_paper, store_paper

__all__ = [
    "extend_certificate",
    "grant_certificate",
    "keep_entry",
    "replace_certificate",
    "replace_paper",
    "revoke_certificate",
    "store_paper",
]
