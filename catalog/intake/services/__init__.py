"""From a file to the register and back: send, read, apply, undo."""

from .sending import ask_to_apply, ask_to_undo, send

__all__ = ["ask_to_apply", "ask_to_undo", "send"]
