"""Production starts only with its secrets, and then has nothing for `check --deploy` to say."""

import os
import subprocess
import sys

import pytest

COMPLETE = {
    "DJANGO_SETTINGS_MODULE": "marketplace.settings.production",
    "SECRET_KEY": "k7$Qz" * 12 + "3vLm!pX0",
    "ALLOWED_HOSTS": "ocop.example.vn",
    "BASE_URL": "https://ocop.example.vn",
}
PROBE = """
import json
from django.conf import settings as s
print(json.dumps({name: getattr(s, name) for name in (
    "DEBUG", "SESSION_COOKIE_NAME", "SESSION_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY",
    "SESSION_COOKIE_SAMESITE", "SESSION_COOKIE_PATH", "SESSION_COOKIE_DOMAIN",
    "CSRF_COOKIE_NAME", "CSRF_COOKIE_SECURE", "CSRF_COOKIE_HTTPONLY", "LANGUAGE_COOKIE_SECURE",
    "SECURE_HSTS_SECONDS", "SECURE_SSL_REDIRECT", "SAMPLE_DATA", "PASSWORD_HASHERS")}))
"""


def run(tmp_path, *arguments, **changes) -> subprocess.CompletedProcess:
    environment = {
        **{k: v for k, v in os.environ.items() if k in {"PATH", "HOME", "LANG"}},
        **COMPLETE,
        "VAR_DIR": str(tmp_path),
        **changes,
    }
    return subprocess.run(
        [sys.executable, *arguments],
        env={k: v for k, v in environment.items() if v is not None},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", None),
        ("SECRET_KEY", ""),
        ("SECRET_KEY", "short"),
        ("SECRET_KEY", "not-a-secret-development-only" * 2),
        ("ALLOWED_HOSTS", None),
        ("ALLOWED_HOSTS", "*"),
        ("BASE_URL", None),
        ("BASE_URL", "http://ocop.example.vn"),
    ],
)
def test_production_refuses_to_start_without(tmp_path, name, value):
    result = run(
        tmp_path, "-c", "from django.conf import settings; settings.DEBUG", **{name: value}
    )
    assert result.returncode != 0
    assert "ImproperlyConfigured" in result.stderr
    assert name in result.stderr.splitlines()[-1]


def test_production_cookies_and_transport(tmp_path):
    import json

    result = run(tmp_path, "-c", PROBE)
    assert result.returncode == 0, result.stderr
    told = json.loads(result.stdout)
    assert told.pop("PASSWORD_HASHERS")[0].endswith("Argon2PasswordHasher")
    assert told == {
        "DEBUG": False,
        "SESSION_COOKIE_NAME": "__Host-sessionid",
        "SESSION_COOKIE_SECURE": True,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_PATH": "/",
        "SESSION_COOKIE_DOMAIN": None,
        "CSRF_COOKIE_NAME": "__Host-csrftoken",
        "CSRF_COOKIE_SECURE": True,
        "CSRF_COOKIE_HTTPONLY": True,
        "LANGUAGE_COOKIE_SECURE": True,
        "SECURE_HSTS_SECONDS": 31_536_000,
        "SECURE_SSL_REDIRECT": True,
        "SAMPLE_DATA": False,
    }


@pytest.mark.slow
def test_check_deploy_has_nothing_to_say(tmp_path):
    result = run(tmp_path, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert result.returncode == 0, result.stderr
    assert "no issues" in result.stdout
