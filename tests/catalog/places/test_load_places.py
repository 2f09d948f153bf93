"""Units are loaded once, changed when files change, closed and never deleted."""

import csv
import datetime as dt
import shutil
import time

import pytest
from django.core.management import CommandError, call_command

from catalog.lib import clock
from catalog.places import data_files
from catalog.places.models import Commune, OldUnit, Province
from catalog.places.services import TWO_LEVELS_SINCE

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_places")]


@pytest.fixture
def newer(tmp_path):
    """A copy of the files that a test may edit."""
    folder = tmp_path / "newer"
    shutil.copytree(data_files.FOLDER, folder)
    return folder


def edit(folder, name, change):
    """Write the rows of a file again after ``change`` has seen each; None drops the row."""
    with (folder / name).open(encoding="utf-8", newline="") as file:
        rows = [kept for row in csv.DictReader(file) if (kept := change(row)) is not None]
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def load(*arguments, folder=data_files.FOLDER):
    call_command("load_places", *arguments, folder=folder, verbosity=0)


def state():
    return list(Commune.objects.values_list()), list(Province.objects.values_list())


def test_loading_again_changes_nothing_and_is_quick(django_assert_max_num_queries):
    before = state()

    started = time.process_time()
    with django_assert_max_num_queries(12):
        load()

    assert time.process_time() - started < 2
    assert state() == before


def test_the_first_load_takes_less_than_two_seconds():
    OldUnit.objects.all().delete()
    Commune.objects.all().delete()
    Province.objects.all().delete()

    started = time.process_time()
    load()

    assert time.process_time() - started < 2
    assert (Province.objects.count(), Commune.objects.count()) == (34, 3321)
    assert Commune.objects.filter(valid_from=TWO_LEVELS_SINCE, valid_to=None).count() == 3321


def test_the_old_units_are_loaded_apart_and_once():
    load("--old-units")

    assert OldUnit.objects.count() == 10_602
    assert OldUnit.objects.filter(doubtful=True).count() == 59


def test_a_newer_file_closes_what_it_no_longer_names(newer):
    edit(newer, "wards.csv", lambda row: None if row["code"] == "22918" else row)

    load("--from", "2027-01-01", folder=newer)

    closed = Commune.objects.get(code="22918")
    assert closed.valid_to == dt.date(2026, 12, 31)
    assert Commune.objects.count() == 3321
    assert closed in Commune.objects.current_on(dt.date(2026, 12, 31))
    assert closed not in Commune.objects.current_on(dt.date(2027, 1, 1))


def test_a_unit_that_comes_back_is_open_again(newer):
    edit(newer, "wards.csv", lambda row: None if row["code"] == "22918" else row)
    load("--from", "2027-01-01", folder=newer)

    load()

    assert Commune.objects.get(code="22918").valid_to is None


def test_a_newer_file_renames_and_begins_units(newer):
    def change(row):
        if row["code"] == "22918":
            return row | {"name": "Phan Thiết Mới", "unit_type": "Đặc khu"}
        return row

    edit(newer, "wards.csv", change)
    with (newer / "wards.csv").open("a", encoding="utf-8") as file:
        file.write("99999,Mẫu,Xã,68\n")

    load("--from", "2027-01-01", folder=newer)

    renamed, new = Commune.objects.get(code="22918"), Commune.objects.get(code="99999")
    assert (renamed.full_name, renamed.folded) == ("đặc khu Phan Thiết Mới", "phan thiet moi")
    assert (renamed.valid_from, new.valid_from) == (TWO_LEVELS_SINCE, dt.date(2027, 1, 1))


def test_closing_takes_effect_today_unless_told(newer, monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: dt.date(2026, 11, 24))
    edit(newer, "wards.csv", lambda row: None if row["code"] == "22918" else row)

    load(folder=newer)

    assert Commune.objects.get(code="22918").valid_to == dt.date(2026, 11, 23)


def test_a_file_cut_short_is_refused_and_changes_nothing(newer):
    before = state()
    edit(newer, "wards.csv", lambda row: row if row["province_code"] < "30" else None)

    with pytest.raises(CommandError, match="are missing"):
        load(folder=newer)

    assert state() == before
    load("--close-many", folder=newer)
    assert Commune.objects.filter(valid_to=None).count() < 1500


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("00004,Ba Đình,Phường,01", "comes twice"),
        ("4,Ba Đình,Phường,01", "no code of 5 digits"),
        ("99999,Mẫu,Xã,99", "no province has the code 99"),
        ("99999, ,Xã,01", "has no name"),
    ],
)
def test_a_broken_file_is_refused_and_changes_nothing(newer, line, problem):
    before = state()
    with (newer / "wards.csv").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")

    with pytest.raises(CommandError, match=problem):
        load(folder=newer)

    assert state() == before


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(CommandError, match="Nothing was changed"):
        load(folder=tmp_path)
