"""A server on the internet: refuses to start while a secret or an address is missing."""

from django.core.exceptions import ImproperlyConfigured

from .base import *


def required(name: str, cure: str) -> str:
    """The environment variable ``name``, or a refusal that says how to set it."""
    value = os.environ.get(name, "").strip()
    if not value:
        msg = f"{name} is not set. {cure}"
        raise ImproperlyConfigured(msg)
    return value


SECRET_KEY = required("SECRET_KEY", "Give at least 50 random characters, kept out of the code.")
if len(SECRET_KEY) < 50:  # noqa: PLR2004 - as the message says
    msg = "SECRET_KEY is shorter than 50 characters. Make a longer random one."
    raise ImproperlyConfigured(msg)
if INSECURE_SECRET_KEY in SECRET_KEY:
    msg = "SECRET_KEY is the one of development. Make a random one."
    raise ImproperlyConfigured(msg)
names = required("ALLOWED_HOSTS", "Give the site's host names, comma between.")
ALLOWED_HOSTS = [name.strip() for name in names.split(",")]
if "*" in ALLOWED_HOSTS:
    msg = "ALLOWED_HOSTS cannot be '*': letters and redirects would follow any name."
    raise ImproperlyConfigured(msg)
BASE_URL = required("BASE_URL", "Give the public address, for example https://ocop.example.vn")
if not BASE_URL.startswith("https://"):
    msg = "BASE_URL must begin with https://: letters and labels carry it."
    raise ImproperlyConfigured(msg)
WAGTAILADMIN_BASE_URL = BASE_URL
CSRF_TRUSTED_ORIGINS = [BASE_URL]

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# How many proxies stand before us: the visitor's address for limits is read from behind them.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("TRUSTED_PROXIES", "1"))
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https"
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-sessionid"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrftoken"
LANGUAGE_COOKIE_SECURE = True
OSCAR_BASKET_COOKIE_SECURE = True

STORAGES["staticfiles"] = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
WHITENOISE_USE_FINDERS = False
# Collected when the image is built; VAR_DIR is a volume and would hide it.
STATIC_ROOT = BASE_DIR / "static-built"
LOGGING["handlers"]["console"]["formatter"] = "json"
