"""The test run: own database, own folders, letters in memory, cheap passwords."""

import atexit
import shutil
import tempfile
from pathlib import Path

from .base import *

VAR_DIR = Path(tempfile.mkdtemp(prefix="langsao-test-"))
atexit.register(shutil.rmtree, VAR_DIR, ignore_errors=True)
MEDIA_ROOT = VAR_DIR / "media"
STATIC_ROOT = VAR_DIR / "static"
STATIC_ROOT.mkdir()  # WhiteNoise warns of a folder that is not there
# What the machine at hand calls itself is no matter of the tests.
BASE_URL = WAGTAILADMIN_BASE_URL = "http://localhost:8000"
STORAGES["private"] = engines.private_storage(VAR_DIR)
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
LIMITS = engines.limits(VAR_DIR)
RATE_LIMITS_CHANGED = "off"  # all tests come from one address
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "default"},
    "pages": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "pages"},
}
# A file, because races are tested with several connections at once.
if "sqlite" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["TEST"] = {"NAME": VAR_DIR / "test.sqlite3"}
LOGGING["root"]["level"] = "ERROR"
