"""Building the image: production's static files, before there are any secrets."""

from .base import *

STATIC_ROOT = BASE_DIR / "static-built"
STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
