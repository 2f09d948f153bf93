"""One person's machine, and the demo: embedded engines, sample data said so on every page."""

from .base import *  # noqa: F403

DEBUG = os.environ.get("DEBUG", "") == "1"  # noqa: F405
SAMPLE_DATA = True
