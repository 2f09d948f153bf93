"""The showcase of the demo, and of a new site: first pages in both languages."""

from django.conf import settings
from django.db import transaction
from django.utils import translation
from wagtail.models import Locale, Page, Site

from cms.groups import let_editors_into, prepare_groups
from cms.models import HomePage, NewsIndexPage, SiteSettings, StandardPage

from . import help_en, help_vi
from .home import HOME, featured_products
from .news import plant_stories
from .texts import Text
from .trees import found, plant

NEWS = {
    "vi": ("Câu chuyện", "Người làm ra sản vật, và những điều nên biết khi mua."),
    "en": ("Stories", "The people who make these goods, and what is good to know."),
}
HELP = {"vi": help_vi, "en": help_en}


@transaction.atomic
def create_showcase(*, stories: bool = True) -> int:
    """Make the pages that are missing, in both languages; return how many.

    A site of one's own begins without the sample ``stories``. What editors changed, moved or
    renamed since is left as it is, and so are their rights.
    """
    before = Page.objects.count()
    for code in HOME:  # the first is the default language
        locale, _ = Locale.objects.get_or_create(language_code=code)
        with translation.override(code):
            home = found(HomePage, "home", locale) or plant_home(code, locale)
            news = found(NewsIndexPage, "news", locale) or plant_news_index(home, code, locale)
            if stories:
                plant_stories(news, code, locale)
            _plant_help(home, code, locale)
    return Page.objects.count() - before


def plant_home(code: str, locale: Locale) -> HomePage:
    """Publish the first page of a language; the default one's becomes the site's."""
    page = HomePage(**HOME[code])
    page.featured_products = featured_products()
    home = plant(Page.get_first_root_node(), page, name="home", locale=locale)
    if code == settings.LANGUAGE_CODE:
        _point_site_at(home)
        prepare_groups()
    return home


def _point_site_at(home: HomePage) -> None:
    """Put our first page in the place of Wagtail's welcome page."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        site = Site(hostname="localhost", is_default_site=True)
    welcome = site.root_page if site.pk else None
    site.root_page = home
    site.site_name = settings.SITE_NAME
    site.save()
    SiteSettings.objects.get_or_create(site=site)
    if welcome is not None and welcome.slug == "home" and welcome.is_leaf():
        welcome.delete()


def plant_news_index(home: HomePage, code: str, locale: Locale) -> NewsIndexPage:
    """Publish the list of stories, and let editors into it."""
    title, intro = NEWS[code]
    page = NewsIndexPage(title=title, slug="cau-chuyen", intro=intro, show_in_menus=True)
    index = plant(home, page, name="news", locale=locale)
    let_editors_into(index)
    return index


def _plant_help(home: HomePage, code: str, locale: Locale) -> None:
    section = found(StandardPage, "tro-giup", locale)
    if section is None:
        section = plant(
            home, _standard("tro-giup", HELP[code].HELP), name="tro-giup", locale=locale
        )
        let_editors_into(section)
    for slug, text in HELP[code].PAGES.items():
        if found(StandardPage, slug, locale) is None:
            plant(section, _standard(slug, text), name=slug, locale=locale)


def _standard(slug: str, text: Text) -> StandardPage:
    return StandardPage(
        title=text.title,
        slug=slug,
        intro=text.intro,
        body=text.body,
        is_sample=True,
        show_in_menus=True,
    )
