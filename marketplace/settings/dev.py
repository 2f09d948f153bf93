"""One person's machine, and the demo: embedded engines, sample data said so on every page."""

from .base import *

DEBUG = os.environ.get("DEBUG", "") == "1"
SAMPLE_DATA = True
