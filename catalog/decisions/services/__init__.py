"""From a proposal to its end: propose, withdraw, refuse, confirm."""

from .deciding import Outcome, confirm, confirm_many, refuse
from .proposing import propose, withdraw

__all__ = ["Outcome", "confirm", "confirm_many", "propose", "refuse", "withdraw"]
