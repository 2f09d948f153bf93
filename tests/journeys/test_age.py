"""Alcohol: hidden before the age question, shown after a yes, and never to be ordered here."""

import pytest

pytestmark = pytest.mark.browser

RICE_SPIRIT = "Rượu gạo Mẫu"
PATH = "/san-pham/ruou-gao-mau/"


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no-scripts"])
def test_alcohol_is_hidden_until_somebody_says_yes(visit, scripts):
    visitor = visit(scripts=scripts)

    visitor.goes_to(PATH)
    assert RICE_SPIRIT not in visitor.page.content()
    visitor.goes_to("/san-pham/")
    assert RICE_SPIRIT not in visitor.page.content()
    visitor.goes_to(PATH)
    visitor.button("yes of age").click()

    assert visitor.path == PATH
    assert visitor.heading == RICE_SPIRIT
    visitor.goes_to("/san-pham/?bo=14")
    assert visitor.page.locator("article h3").all_inner_texts() == [RICE_SPIRIT]


def test_alcohol_is_shown_but_cannot_be_ordered_and_says_why(visit, states):
    adult = visit(state=states.adult)

    adult.goes_to(PATH)

    assert adult.page.locator("form.offer").count() == 0
    assert adult.button("add").count() == 0
    assert adult.page.get_by_text("Chưa đặt mua được trên trang này").is_visible()


def test_no_leads_to_the_other_goods(visit):
    visitor = visit()

    visitor.goes_to(PATH)
    visitor.button("not of age").click()

    assert visitor.path == "/san-pham/"
    assert RICE_SPIRIT not in visitor.page.content()
    visitor.goes_to(PATH)
    assert visitor.button("yes of age").is_visible()


def test_answer_belongs_to_one_browser_and_its_visit(visit):
    adult, other = visit(), visit()
    adult.goes_to(PATH)
    adult.button("yes of age").click()

    other.goes_to(PATH)

    assert RICE_SPIRIT not in other.page.content()
    kept = [cookie for cookie in adult.context.cookies() if cookie["name"] == "du_tuoi"]
    assert [(cookie["expires"], cookie["httpOnly"]) for cookie in kept] == [(-1, True)]
