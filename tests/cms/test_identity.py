"""Name and foot of every page cost nothing until somebody changes them."""

import pytest
from wagtail.models import Site

from cms import selectors
from cms.models import SiteSettings, StandardPage


def test_it_stands_before_there_is_any_page(db):
    SiteSettings.objects.all().delete()

    assert selectors.site_identity() == selectors.SiteIdentity(name="Làng Sao")


def test_a_second_look_asks_no_database(home, django_assert_num_queries):
    selectors.site_identity()

    with django_assert_num_queries(0):
        selectors.site_identity()


def test_a_change_shows_at_once(home, django_capture_on_commit_callbacks):
    assert selectors.site_identity().phone == ""

    with django_capture_on_commit_callbacks(execute=True):
        setting = SiteSettings.objects.get(site=Site.objects.get(is_default_site=True))
        setting.phone = "1900 0000"
        setting.save()

    assert selectors.site_identity().phone == "1900 0000"


def test_the_foot_names_help_and_legal_pages_in_each_language(showcase):
    pages = selectors.site_identity().pages

    assert pages["vi"][0] == selectors.Link("Trợ giúp và quy định", "/tro-giup/")
    assert selectors.Link("Terms of use", "/en/tro-giup/dieu-khoan/") in pages["en"]
    assert len(pages["vi"]) == len(pages["en"]) == 11


def test_a_withdrawn_page_leaves_the_foot(showcase, django_capture_on_commit_callbacks):
    selectors.site_identity()

    with django_capture_on_commit_callbacks(execute=True):
        StandardPage.objects.get(slug="dieu-khoan", locale=showcase.locale).unpublish()

    titles = [link.title for link in selectors.site_identity().pages["vi"]]
    assert "Điều khoản sử dụng" not in titles


def test_a_zalo_number_is_stored_in_one_form_and_nonsense_refused(home):
    setting = SiteSettings.objects.get()
    setting.zalo = "+84 912.345.678"
    setting.full_clean()
    assert setting.zalo == "0912345678"

    setting.zalo = "gọi cho tôi"
    with pytest.raises(Exception, match="số điện thoại"):
        setting.full_clean()
