"""Places are found in what people write, over the real units."""

import csv
import datetime as dt
import unicodedata

import pytest

from catalog.lib import clock
from catalog.lib.vietnamese import sort_key
from catalog.places import data_files
from catalog.places.models import Commune, Province
from catalog.places.selectors import (
    commune_choices,
    communes_of_old_place,
    find_communes,
    find_provinces,
    province_choices,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("real_places")]


def province(name):
    return Province.objects.get(name=name)


def names(units):
    return [unit.name for unit in units]


def test_the_country_is_whole():
    assert Province.objects.count() == 34
    kinds = [Commune.objects.filter(unit_type=kind).count() for kind in ("Phường", "Xã", "Đặc khu")]
    assert kinds == [697, 2611, 13]
    assert not Commune.objects.filter(latitude=None).exists()


def test_every_printed_name_finds_its_own_unit():
    every = list(Commune.objects.select_related("province"))

    lost = [c.full_name for c in every[::25] if find_communes(c.full_name, c.province) != [c]]

    assert lost == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lâm Đồng", ["Lâm Đồng"]),
        ("tỉnh lâm đồng", ["Lâm Đồng"]),
        ("LAM DONG", ["Lâm Đồng"]),
        (unicodedata.normalize("NFD", "Đắk Lắk"), ["Đắk Lắk"]),
        ("Thanh Hóa", ["Thanh Hoá"]),
        ("TP. Hồ Chí Minh", ["Hồ Chí Minh"]),
        ("TP.HCM", ["Hồ Chí Minh"]),
        ("TPHCM", ["Hồ Chí Minh"]),
        ("HCM", ["Hồ Chí Minh"]),
        ("Sài Gòn", ["Hồ Chí Minh"]),
        ("SG", ["Hồ Chí Minh"]),
        ("HN", ["Hà Nội"]),
        ("thành phố Huế", ["Huế"]),
        ("Thừa Thiên Huế", ["Huế"]),
        ("ĐN", ["Đà Nẵng", "Đồng Nai"]),
        ("Quảng", []),
        ("", []),
        ("  ", []),
        ("Atlantis", []),
    ],
)
def test_provinces_are_found_as_people_write_them(text, found):
    assert sorted(names(find_provinces(text)), key=sort_key) == found


@pytest.mark.parametrize(
    ("text", "in_province", "found"),
    [
        ("phường Phan Thiết", "Lâm Đồng", ["phường Phan Thiết"]),
        ("P. Phan Thiết", "Lâm Đồng", ["phường Phan Thiết"]),
        ("phan thiet", "Lâm Đồng", ["phường Phan Thiết"]),
        ("phường Phú Thủy", "Lâm Đồng", ["phường Phú Thuỷ"]),
        ("xã M'Drắk", "Đắk Lắk", ["xã M'Drắk"]),
        ("m drak", "Đắk Lắk", ["xã M'Drắk"]),
        ("Hội An", "Đà Nẵng", ["phường Hội An"]),
        ("Phú Quốc", "An Giang", ["đặc khu Phú Quốc"]),
        ("thị trấn Phú Quốc", "An Giang", ["đặc khu Phú Quốc"]),
        ("An Cư", "An Giang", ["xã An Cư"]),
        ("an cu", "An Giang", ["xã An Cư"]),
        ("phường Mĩ Tho", "Đồng Tháp", ["phường Mỹ Tho"]),
        ("không có nơi này", "An Giang", []),
        ("", "An Giang", []),
    ],
)
def test_communes_are_found_with_and_without_marks_and_kind(text, in_province, found):
    communes = find_communes(text, province(in_province))

    assert [commune.full_name for commune in communes] == found


def test_the_province_may_stand_behind_a_comma():
    commune = Commune.objects.get(name="Phan Thiết")

    assert find_communes("phường Phan Thiết, Lâm Đồng") == [commune]
    assert find_communes("thôn 3, P. Phan Thiết, tỉnh Lâm Đồng") == [commune]
    assert find_communes("phường Sài Gòn, TP. Hồ Chí Minh")[0].name == "Sài Gòn"


def test_pairs_that_fold_alike_are_asked_about_and_marks_tell_them_apart():
    pairs = {}
    for commune in Commune.objects.all():
        pairs.setdefault((commune.province_id, commune.folded), []).append(commune)
    alike = [pair for pair in pairs.values() if len(pair) > 1]
    same_kind = [pair for pair in alike if len({c.unit_type for c in pair}) == 1]
    assert (len(alike), len(same_kind)) == (10, 8)

    for pair in alike:
        asked = find_communes(pair[0].folded, pair[0].province)
        assert sorted(c.code for c in asked) == sorted(c.code for c in pair)
        for commune in pair:
            assert find_communes(commune.full_name, commune.province) == [commune]


def test_a_name_of_several_provinces_is_asked_about():
    assert len(find_communes("xã Tân Thành")) > 1
    assert {c.province.name for c in find_communes("xã Tân Thành", province("Tây Ninh"))} == {
        "Tây Ninh"
    }


def test_an_old_name_is_never_taken_for_the_namesake_of_today():
    vinh_long = province("Vĩnh Long")
    assert names(find_communes("xã Thạnh Phú", vinh_long)) == ["Thạnh Phú"]

    assert find_communes("xã Thạnh Phú (huyện Cầu Kè cũ)", vinh_long) == []
    (old,) = communes_of_old_place("xã Thạnh Phú (huyện Cầu Kè cũ)", vinh_long)

    assert old.is_sure
    assert old.through.old_district == "Huyện Cầu Kè"
    assert old.commune.name != "Thạnh Phú"


@pytest.mark.parametrize(
    ("text", "in_province", "code"),
    [
        ("xã Phú Cần (huyện Tiểu Cần cũ)", "Vĩnh Long", "29341"),
        ("thị trấn Dương Đông cũ (Phú Quốc)", "An Giang", "31078"),
        ("xã Phùng Xá (huyện Mỹ Đức cũ)", "Hà Nội", "10465"),
        ("xã Hồng Thái (huyện Na Hang cũ)", "Tuyên Quang", "02260"),
        ("xa Hong Thai (huyen Na Hang cu)", "Tuyên Quang", "02260"),
        ("xã Phú Cần, huyện Tiểu Cần, tỉnh Trà Vinh", None, "29341"),
    ],
)
def test_an_old_commune_leads_to_the_one_of_today(text, in_province, code):
    (old,) = communes_of_old_place(text, province(in_province) if in_province else None)

    assert (old.commune.code, old.is_sure) == (code, True)


def test_an_old_commune_of_many_districts_is_asked_about():
    found = communes_of_old_place("xã Phùng Xá cũ", province("Hà Nội"))

    assert len(found) == 2
    assert not any(old.is_sure for old in found)


def test_a_district_alone_proposes_its_communes():
    found = communes_of_old_place("huyện Gia Lâm cũ", province("Hà Nội"))

    assert "Bát Tràng" in names(old.commune for old in found)
    assert not any(old.is_sure for old in found)


def test_a_doubtful_link_is_asked_about():
    from catalog.places.models import OldUnit

    link = OldUnit.objects.filter(doubtful=True, share="whole").select_related("commune").first()
    text = f"{link.old_ward}, {link.old_district}, {link.old_province}"

    assert all(not old.is_sure for old in communes_of_old_place(text))


def test_choices_stand_in_vietnamese_order():
    provinces = names(province_choices())
    communes = names(commune_choices(province("An Giang")))

    assert len(provinces) == 34
    assert provinces[0] == "An Giang"
    assert provinces.index("Cần Thơ") > provinces.index("Cao Bằng")
    assert provinces.index("Đà Nẵng") > provinces.index("Cần Thơ")
    assert provinces.index("Gia Lai") > provinces.index("Đồng Tháp")
    assert communes == sorted(communes, key=sort_key)
    assert len(communes) == 102


def test_a_unit_that_ended_is_no_choice_and_is_not_found(monkeypatch):
    hue = province("Huế")
    Province.objects.filter(code=hue.code).update(valid_to=dt.date(2030, 12, 31))

    monkeypatch.setattr(clock, "today", lambda: dt.date(2030, 12, 31))
    assert hue in province_choices()
    monkeypatch.setattr(clock, "today", lambda: dt.date(2031, 1, 1))

    assert hue not in province_choices()
    assert find_provinces("Huế") == []


def test_finding_costs_a_fixed_number_of_queries(django_assert_max_num_queries):
    an_giang = province("An Giang")

    with django_assert_max_num_queries(1):
        find_communes("xã An Cư", an_giang)
    with django_assert_max_num_queries(1):
        province_choices()
    with django_assert_max_num_queries(4):
        communes_of_old_place("xã Phú Cần, huyện Tiểu Cần, tỉnh Trà Vinh")


def test_the_old_names_of_the_files_lead_somewhere():
    with (data_files.FOLDER / "old_units.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["share"] == "whole"][::400]

    lost = [
        row
        for row in rows
        if row["ward_code"]
        not in {
            old.commune.code
            for old in communes_of_old_place(
                f"{row['old_ward']}, {row['old_district']}, {row['old_province']}"
            )
        }
    ]

    assert lost == []
