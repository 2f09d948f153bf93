"""The house stands as drawn in docs/architecture.md: imports and foreign keys go down only."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("marketplace", "catalog", "traceability", "fairs", "cms")
STOREY = {"catalog": 0, "fairs": 1, "traceability": 1, "cms": 2, "marketplace": 3}
# Lowest first; a model of one room points at models of its own and of lower ones.
ROOMS = {
    "catalog.": (
        "lib",
        "journal",
        "places",
        "register",
        "reminders",
        "decisions",
        "approvals",
        "intake",
    ),
    "marketplace.": (
        "accounts",
        "shop.listings",
        "shop.admission",
        "shop.complaints",
        "shop.delivery",
        "shop.ordering",
    ),
}


def own_models():
    return [m for m in apps.get_models() if m.__module__.split(".")[0] in PACKAGES]


def arrows():
    """(from, to) of every foreign key between our own models, the user left out."""
    for model in own_models():
        for field in model._meta.get_fields():
            other = field.related_model if field.is_relation and not field.auto_created else None
            if other in (None, "self") or other._meta.label == settings.AUTH_USER_MODEL:
                continue
            if other.__module__.split(".")[0] in PACKAGES:
                yield model, other, field


def test_foreign_keys_between_packages_go_down():
    rising = [
        f"{model._meta.label}.{field.name} -> {other._meta.label}"
        for model, other, field in arrows()
        if (a := model.__module__.split(".")[0]) != (b := other.__module__.split(".")[0])
        and STOREY[a] <= STOREY[b]
    ]

    assert rising == []


def storey_in(package, model):
    """Which room of ``package`` the model lies in, counted from below; None in no room of it."""
    path = model.__module__.removeprefix(package)
    rooms = ROOMS[package]
    return next((n for n, room in enumerate(rooms) if path.startswith(f"{room}.")), None)


@pytest.mark.parametrize("package", ROOMS)
def test_foreign_keys_between_rooms_go_down(package):
    rising = [
        f"{model._meta.label}.{field.name} -> {other._meta.label}"
        for model, other, field in arrows()
        if None not in (a := storey_in(package, model), b := storey_in(package, other)) and a < b
    ]

    assert rising == []


def test_no_model_of_ours_lies_in_an_oscar_fork_with_own_columns():
    for label in ("catalogue", "partner", "basket", "order"):
        assert settings.MIGRATION_MODULES[label] == f"oscar.apps.{label}.migrations"
    for folder in (ROOT / "marketplace" / "shop").iterdir():
        if folder.name in {"catalogue", "partner", "basket", "order"}:
            assert not (folder / "migrations").exists(), folder


@pytest.mark.slow
def test_imports_go_down():
    linter = Path(sys.executable).with_name("lint-imports")

    result = subprocess.run([linter], cwd=ROOT, capture_output=True, text=True, check=False)

    assert result.returncode == 0, result.stdout


def tracked(*patterns):
    listing = subprocess.run(
        ["git", "ls-files", *patterns], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / line for line in listing.stdout.splitlines()]


def test_no_room_is_called_after_nothing():
    named = {part for path in tracked("*.py") for part in path.relative_to(ROOT).parts[:-1]}

    assert named.isdisjoint({"common", "utils", "core", "scripts", "helpers"})


def test_lock_files_carry_no_address():
    for path in tracked("*.lock", "package-lock.json"):
        assert "://" not in path.read_text(encoding="utf-8"), path


def test_only_engines_reads_addresses_of_engines():
    readers = [
        path.relative_to(ROOT).as_posix()
        for path in tracked(*(f"{package}/*.py" for package in PACKAGES), "manage.py")
        if re.search(
            r"(environ|getenv)[^\n]*(DATABASE|REDIS|ELASTICSEARCH|S3|EMAIL)_URL",
            path.read_text("utf-8"),
        )
    ]

    assert readers == ["marketplace/settings/engines.py"]
