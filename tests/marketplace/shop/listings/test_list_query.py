"""What anybody may type into a list's address."""

import unicodedata
from urllib.parse import urlencode

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from marketplace.shop.listings.list_query import MAX_PAGE, MAX_TEXT, PARAMETERS, ListQuery
from tests.factories.register import ProducerFactory
from tests.factories.shop import on_sale

from .reading import Elements, html_of, titles

EXISTING = {"provinces": ("08", "68"), "groups": (2, 4), "sets": (3, 9)}


def parsed(query):
    return ListQuery.parse(QueryDict(query), **EXISTING)


def test_the_whole_list_is_asked_by_an_empty_address():
    assert parsed("") == ListQuery()
    assert ListQuery().encode() == ""


def test_choices_stand_in_one_order_whoever_typed_them():
    one = parsed("tinh=68&sao=3&tinh=08&sao=5&tinh=68&xep=ten&trang=2&q= Mật  ong ")

    assert one.encode() == "q=M%E1%BA%ADt+ong&sao=5&sao=3&tinh=08&tinh=68&xep=ten&trang=2"
    assert parsed(one.encode()) == one


@pytest.mark.parametrize(
    "nonsense",
    [
        "sao=2", "sao=6", "sao=-4", "sao=4.0", "sao=٤", "tinh=99", "tinh=8", "nhom=x", "bo=999",
        "gia=0", "gia=5", "con_hang=2", "con_hang=true", "xep=gia", "xep=-price", "trang=0",
        "trang=-3", "trang=1.5", "trang=NaN", "trang=٣", "trang=99999", "trang=+2", "la=1",
    ],
)  # fmt: skip
def test_values_that_mean_nothing_are_left_out(nonsense):
    assert parsed(nonsense) == ListQuery()


def test_text_is_short_in_one_normal_form_and_without_signs_of_control():
    typed = unicodedata.normalize("NFD", "Cà phê\x00\u202e  Đà Lạt") + "x" * 10_000

    query = parsed(urlencode({"q": typed}))

    assert query.text.startswith("Cà phê Đà Lạtxx")
    assert len(query.text) == MAX_TEXT
    assert query.words[:2] == ("ca", "phe")


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.dictionaries(
        st.sampled_from(list(PARAMETERS.values())),
        st.lists(st.text(max_size=20) | st.integers(-9, 10**6).map(str), max_size=3),
    )
)
def test_what_is_read_can_be_written_and_read_again(typed):
    query = parsed(urlencode(typed, doseq=True, errors="replace"))

    assert parsed(query.encode()) == query
    assert 1 <= query.page <= MAX_PAGE


BAD = [
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(1)>",
    "\x00",
    "a\x00b",
    "x" * 10_000,
    "-1",
    "999999999999999999999999",
    "%",
    "_",
    "\\",
    "' OR 1=1 --",
    "{{ 7|add:7 }}",
    unicodedata.normalize("NFD", "Chè Mẫu"),
    "\ud800",
    "\u202egnp.exe",
    "🍵",
]


@pytest.mark.django_db
@pytest.mark.parametrize("name", [*PARAMETERS.values(), "loai", "la"])
@pytest.mark.parametrize("path", ["/san-pham/", "/en/san-pham/", "/chu-the/"])
def test_bad_input_is_answered_and_escaped(client, path, name):
    on_sale(name="Chè Mẫu", producer=ProducerFactory())
    for typed in BAD:
        query = urlencode({name: typed}, errors="surrogatepass")

        response = client.get(f"{path}?{query}")

        assert response.status_code == 200, typed[:40]
        page = Elements(response)
        assert "<script>alert" not in html_of(response)
        assert not page.all("img", src="x")
        assert not [a for _, a in page.found if any(key.startswith("on") for key in a)]


@pytest.mark.django_db
def test_every_parameter_may_come_many_times(client):
    on_sale(name="Chè Mẫu")
    query = "&".join(f"{name}=68&{name}=4&{name}=" for name in PARAMETERS.values())

    assert client.get(f"/san-pham/?{query}").status_code == 200


@pytest.mark.django_db
def test_a_name_typed_without_a_normal_form_is_found(client):
    on_sale(name="Chè Mẫu")
    decomposed = urlencode({"q": unicodedata.normalize("NFD", "Chè Mẫu")})

    assert titles(client.get(f"/san-pham/?{decomposed}")) == ["Chè Mẫu"]
