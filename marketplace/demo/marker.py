"""Remembers that the demo is loaded, so that starting it again costs no look at the schema."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from marketplace.accounts.models import User

FILE = "demo-loaded"


def is_loaded() -> bool:
    """Whether this code's demo was loaded wholly into the database at hand, and is still there."""
    marker = settings.VAR_DIR / FILE
    if not marker.exists() or marker.read_text() != fingerprint():
        return False
    try:
        return User.objects.filter(is_sample=True).exists()
    except DatabaseError:
        return False


def note_loaded() -> None:
    """Write the marker."""
    (settings.VAR_DIR / FILE).write_text(fingerprint())


def fingerprint() -> str:
    """Changes with the database's address, the migrations, the loader and its files."""
    address = [str(connection.settings_dict[part]) for part in ("ENGINE", "HOST", "PORT", "NAME")]
    digest = hashlib.sha256(" ".join(address).encode())
    for path in _watched(settings.BASE_DIR):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _watched(root: Path) -> list[Path]:
    packages = ("catalog", "cms", "fairs", "traceability", "marketplace")
    migrations = [p for name in packages for p in (root / name).glob("**/migrations/*.py")]
    ours = [*(root / "marketplace/demo").glob("*.py"), *(root / "marketplace/demo/data").glob("*")]
    lock = root / "requirements.lock"
    return sorted([*migrations, *ours, lock])
