"""The files that both sides send go when a test ends."""

from tests.catalog.approvals.conftest import _folders

__all__ = ["_folders"]
