"""docker-compose.yml and Dockerfile: valid, by official names, and set what the code reads."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import jsonschema
import pytest
import yaml
from django.core.management import get_commands

from catalog.journal.management.commands.worker import SIGN_OF_LIFE

ROOT = Path(__file__).resolve().parents[1]
# Debian's docker-compose package carries the specification's schema.
SCHEMA = Path("/usr/lib/python3/dist-packages/compose/config/compose_spec.json")


@pytest.fixture(scope="module")
def compose():
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))


def test_compose_file_is_valid(compose):
    if not SCHEMA.exists():
        pytest.skip("Debian's docker-compose package is not installed")

    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft201909Validator(schema).validate(compose)


def test_debians_compose_reads_the_file_and_asks_for_every_secret():
    if not shutil.which("docker-compose"):
        pytest.skip("Debian's docker-compose package is not installed")
    secrets = {"SECRET_KEY": "k", "ALLOWED_HOSTS": "h", "BASE_URL": "u", "POSTGRES_PASSWORD": "p"}

    def reading(environment):
        return subprocess.run(
            ["docker-compose", "-f", ROOT / "docker-compose.yml", "config", "--quiet"],
            env={"PATH": os.environ["PATH"], **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    assert reading(secrets).returncode == 0, reading(secrets).stderr
    for name in secrets:
        refused = reading({k: v for k, v in secrets.items() if k != name})
        assert refused.returncode != 0
        assert f"set {name} in .env" in refused.stderr


def test_every_command_that_compose_runs_exists(compose):
    run = [s["command"] for s in compose["services"].values() if "command" in s]
    ours = {command[2] for command in run if command[:2] == ["python", "manage.py"]}

    assert ours == {"setup_site", "worker"}
    assert ours <= set(get_commands())


def test_health_of_the_worker_is_read_where_it_leaves_its_sign_of_life(compose):
    worker = compose["services"]["worker"]

    sign = f"{worker['environment']['VAR_DIR']}/{SIGN_OF_LIFE}"
    assert sign in worker["healthcheck"]["test"][-1]


def test_compose_runs_the_site_and_its_engines(compose):
    images = {name: service["image"] for name, service in compose["services"].items()}

    assert set(images) == {"setup", "web", "worker", "db", "search", "redis"}
    assert images["db"].startswith("postgres:")
    assert images["search"].startswith("elasticsearch:8.19")
    assert images["redis"].startswith("redis:")
    assert not any("/" in image for image in images.values())


def test_every_lasting_service_has_a_health_check_and_its_data_a_volume(compose):
    lasting = {n: s for n, s in compose["services"].items() if n != "setup"}

    assert [n for n, s in lasting.items() if "healthcheck" not in s] == []
    assert [n for n, s in compose["services"].items() if not s.get("volumes")] == []
    named = {v.split(":")[0] for s in compose["services"].values() for v in s["volumes"]}
    assert named == set(compose["volumes"])


def test_environment_of_the_site_is_what_the_settings_read(compose):
    folder = ROOT / "marketplace" / "settings"
    code = "\n".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    read = set(re.findall(r'(?:environ\.get|environ|required)[\[(]"([A-Z0-9_]+)"', code))

    given = set(compose["services"]["web"]["environment"]) - {"DJANGO_SETTINGS_MODULE"}
    assert given <= read


def test_image_installs_by_hash_and_runs_as_nobody_special():
    text = (ROOT / "Dockerfile").read_text("utf-8")

    assert "--require-hashes" in text
    assert re.search(r"^USER langsao$", text, re.MULTILINE)
    assert "://" not in text
