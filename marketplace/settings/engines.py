"""Engine addresses: the only place that reads them from the environment.

Every engine has an embedded default, so an empty environment runs on SQLite,
process memory and local files. One address each switches to a real engine:

=================== ============================================== ==================
variable            example                                        default
=================== ============================================== ==================
DATABASE_URL        postgresql://user:secret@db:5432/langsao       var/db.sqlite3
REDIS_URL           redis://redis:6379/0                           files below var/
ELASTICSEARCH_URL   http://search:9200                             embedded search
S3_URL              s3://key:secret@endpoint/bucket?region=…       var/media
EMAIL_URL           smtp://user:secret@mail:587?tls=1              files below var/
=================== ============================================== ==================
"""

import os
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL;"
    "PRAGMA mmap_size=134217728;"
    "PRAGMA cache_size=-16000;"
    "PRAGMA journal_size_limit=67108864;"
)


def database(var: Path) -> dict:
    """Settings of the default database, from DATABASE_URL or SQLite in ``var``."""
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        return sqlite(var / "db.sqlite3")
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return sqlite(Path(unquote(parts.path)))
    if parts.scheme not in {"postgres", "postgresql"}:
        msg = f"DATABASE_URL: '{parts.scheme}' is not known; use postgresql:// or sqlite:///"
        raise ImproperlyConfigured(msg)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or parse_qs(parts.query).get("host", [""])[0],
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"options": "-c lock_timeout=10000"},
    }


def sqlite(path: Path) -> dict:
    """SQLite that keeps an acknowledged commit and lets readers read while one writes."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": SQLITE_PRAGMAS,
        },
    }


def caches(var: Path) -> dict:
    """``default`` is shared by all processes (limits live there); ``pages`` is each one's own."""
    url = os.environ.get("REDIS_URL", "")
    if url:
        shared = {
            "BACKEND": "marketplace.cache.ShelteredRedisCache",
            "LOCATION": url,
            "OPTIONS": {"fallback": str(var / "cache")},
        }
    else:
        shared = {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": var / "cache",
            "OPTIONS": {"MAX_ENTRIES": 20_000},
        }
    pages = {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "TIMEOUT": 3600,
        "OPTIONS": {"MAX_ENTRIES": 2_000},
    }
    return {"default": shared, "pages": pages}


def limits(var: Path) -> dict:
    """Where it is counted how often somebody asks: Redis for several machines, else a file."""
    return {"redis": os.environ.get("REDIS_URL", ""), "file": var / "limits.sqlite3"}


def media_storage() -> dict:
    """Where uploads and renditions lie: the local disk, or a bucket."""
    if not os.environ.get("S3_URL", ""):
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {**_bucket(), "querystring_auth": False},
    }


def private_storage(var: Path) -> dict:
    """Where papers lie: never below MEDIA_ROOT, which anybody may read."""
    if not os.environ.get("S3_URL", ""):
        return {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": var / "private"},
        }
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            **_bucket(),
            "location": "private",
            "default_acl": "private",
            "querystring_auth": True,
            "querystring_expire": 60,
        },
    }


def media_origin() -> str:
    """Where browsers fetch uploads from, for the content security policy; empty if from us."""
    if not os.environ.get("S3_URL", ""):
        return ""
    bucket = _bucket()
    domain = bucket["custom_domain"]
    return f"https://{domain}" if domain else bucket["endpoint_url"]


def _bucket() -> dict:
    """The bucket: nobody waits long for it, and no upload takes another's name.

    ``?public=`` names the host that browsers fetch from, ``?region=`` the region, and
    ``?http=1`` asks without TLS, on a network of one's own.
    """
    from botocore.config import Config

    parts = urlsplit(os.environ["S3_URL"])
    told = {name: values[0] for name, values in parse_qs(parts.query).items()}
    port = f":{parts.port}" if parts.port else ""
    scheme = "http" if told.get("http") == "1" else "https"
    return {
        "access_key": unquote(parts.username or ""),
        "secret_key": unquote(parts.password or ""),
        "endpoint_url": f"{scheme}://{parts.hostname}{port}",
        "bucket_name": parts.path.strip("/"),
        "region_name": told.get("region", "us-east-1"),
        "custom_domain": told.get("public"),
        "file_overwrite": False,
        "client_config": Config(
            connect_timeout=1,
            read_timeout=2,
            retries={"total_max_attempts": 1},
            signature_version="s3v4",
            s3={"addressing_style": "path"},
            # Servers other than Amazon's know no trailing checksums.
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
        ),
    }


def email(var: Path) -> dict:
    """E-mail settings by name; without an address the letters are files below ``var``."""
    url = os.environ.get("EMAIL_URL", "")
    if not url:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": var / "mail",
        }
    parts = urlsplit(url)
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "",
        "EMAIL_PORT": parts.port or 25,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parse_qs(parts.query).get("tls", ["0"])[0] == "1",
        "EMAIL_TIMEOUT": 10,
    }


def elasticsearch() -> str:
    """The address of Elasticsearch, or an empty string for the embedded engine."""
    return os.environ.get("ELASTICSEARCH_URL", "")
