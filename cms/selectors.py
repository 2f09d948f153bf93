"""What the showcase's pages, and every page's head and foot, need to know."""

from dataclasses import dataclass, field, replace
from datetime import date

from django.conf import settings
from django.db.models import Count, Prefetch, QuerySet
from django.urls import reverse
from wagtail.models import Locale, Page

from catalog.lib import clock
from catalog.register.models import Certificate, ProductSet
from catalog.register.rules import ALCOHOL_SETS

from . import versions
from .models import NewsIndexPage, NewsPage, Picture, SiteSettings, StandardPage

IDENTITY = "identity"
FIGURES = "figures"
TREE = "tree"
LATEST = 3  # stories on the first page


@dataclass(frozen=True, slots=True)
class Link:
    """A page's title and address."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class SiteIdentity:
    """Who runs the site and how it looks; plain values, safe to hold in a process."""

    name: str = settings.SITE_NAME
    logo_url: str = ""
    logo_width: int = 0
    logo_height: int = 0
    accent: str = ""
    theme_url: str = ""  # the style sheet of the accent colour; empty without one
    owner_name: str = ""
    registration_no: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    zalo: str = ""
    pages: dict[str, list[Link]] = field(default_factory=dict)  # the foot's, by language
    stories: dict[str, Link] = field(default_factory=dict)  # the list of stories, by language


@dataclass(frozen=True, slots=True)
class StoryCard:
    """A story as lists show it."""

    title: str
    url: str
    date: date
    intro: str
    is_sample: bool
    picture_url: str  # empty without a picture


@dataclass(frozen=True, slots=True)
class Group:
    """A product group with goods in it today."""

    number: int
    name: str
    name_en: str
    products: int


@dataclass(frozen=True, slots=True)
class Figures:
    """The register in numbers, today."""

    products: int
    producers: int
    provinces: int
    groups: tuple[Group, ...]


def site_identity() -> SiteIdentity:
    """The operator's settings and the foot's links; no query while nothing changes."""
    return versions.held(IDENTITY, _read_identity)


def _read_identity() -> SiteIdentity:
    pages = _foot_pages()
    stories = _story_lists()
    row = SiteSettings.objects.filter(site__is_default_site=True).select_related("logo").first()
    if row is None:
        return SiteIdentity(pages=pages, stories=stories)
    logo = row.logo.size("logo") if row.logo else None
    return SiteIdentity(
        name=row.site_name,
        logo_url=logo.url if logo else "",
        logo_width=logo.width if logo else 0,
        logo_height=logo.height if logo else 0,
        accent=row.accent,
        theme_url=f"{reverse('theme')}?v={row.accent[1:]}" if row.accent else "",
        owner_name=row.owner_name,
        registration_no=row.registration_no,
        address=row.address,
        phone=row.phone,
        email=row.email,
        zalo=row.zalo,
        pages=pages,
        stories=stories,
    )


def _foot_pages() -> dict[str, list[Link]]:
    links: dict[str, list[Link]] = {}
    shown = StandardPage.objects.live().in_menu().select_related("locale").order_by("path")
    for page in shown:
        links.setdefault(page.locale.language_code, []).append(Link(page.title, page.get_url()))
    return links


def _story_lists() -> dict[str, Link]:
    indexes = NewsIndexPage.objects.live().select_related("locale").order_by("-path")
    return {one.locale.language_code: Link(one.title, one.get_url()) for one in indexes}


def figures() -> Figures:
    """Products recognised today, who makes them and where; no query until the register moves."""
    day = clock.today()
    return versions.held(FIGURES, lambda: _count_figures(day), variant=f"{day:%Y%m%d}")


def _count_figures(day: date) -> Figures:
    open_today = Certificate.objects.opening_the_gate_on(day).filter(
        product__is_active=True, product__producer__is_active=True
    )
    totals = open_today.aggregate(
        products=Count("pk"),
        producers=Count("product__producer", distinct=True),
        provinces=Count("product__producer__province", distinct=True),
    )
    return Figures(**totals, groups=_groups(open_today))


def _groups(certificates: QuerySet[Certificate]) -> tuple[Group, ...]:
    # Alcohol is not promoted before somebody said their age (Decree 24/2020/NĐ-CP, Article 6).
    promoted = certificates.exclude(product__product_set__in=ALCOHOL_SETS)
    in_sets = dict(promoted.values_list("product__product_set").annotate(Count("pk")))
    groups: dict[int, Group] = {}
    for one in ProductSet.objects.filter(pk__in=in_sets):  # in the order of their numbers
        products = in_sets[one.pk]
        if one.group_no in groups:
            held = groups[one.group_no]
            groups[one.group_no] = replace(held, products=held.products + products)
        else:
            groups[one.group_no] = Group(one.group_no, one.group_name, one.group_name_en, products)
    return tuple(groups.values())


def latest_stories(language: str) -> list[StoryCard]:
    """The newest few stories of a language; no query until a page changes."""
    return versions.held(TREE, lambda: _read_latest(language), variant=f"latest:{language}")


def _read_latest(language: str) -> list[StoryCard]:
    stories = _stories().filter(locale__language_code=language)[:LATEST]
    return [story_card(story) for story in stories]


def stories_below(index: NewsIndexPage) -> QuerySet[NewsPage]:
    """All stories of a list, newest first."""
    return _stories().child_of(index)


def story_card(story: NewsPage) -> StoryCard:
    """What a list shows of a story."""
    picture = story.picture.size("teaser") if story.picture else None
    return StoryCard(
        title=story.title,
        url=story.get_url(),
        date=story.date,
        intro=story.intro,
        is_sample=story.is_sample,
        picture_url=picture.url if picture else "",
    )


def _stories() -> QuerySet[NewsPage]:
    pictures = Picture.objects.prefetch_related("renditions")
    return (
        NewsPage.objects.live()
        .public()
        .defer_streamfields()
        .order_by("-date", "-pk")
        .prefetch_related(Prefetch("picture", pictures))
    )


def pages_below(page: StandardPage) -> list[tuple[Link, str]]:
    """The live pages below a page in the editors' order, each with its introduction."""
    return versions.held(TREE, lambda: _read_below(page), variant=f"below:{page.pk}")


def _read_below(page: StandardPage) -> list[tuple[Link, str]]:
    below = StandardPage.objects.live().public().child_of(page).defer_streamfields()
    return [(Link(one.title, one.get_url()), one.intro) for one in below]


def way_to(page: Page) -> list[tuple[str, str]]:
    """Title and address from the first page down to this one, which has no address."""
    return versions.held(TREE, lambda: _read_way(page), variant=f"way:{page.pk}")


def _read_way(page: Page) -> list[tuple[str, str]]:
    above = page.get_ancestors().filter(depth__gte=2)
    return [*((one.title, one.get_url()) for one in above), (page.title, "")]


def language_of(page: Page) -> str:
    """The code of a page's language."""
    codes = versions.held(TREE, lambda: dict(Locale.objects.values_list("pk", "language_code")))
    return codes[page.locale_id]


def other_languages(page: Page) -> list[tuple[str, str]]:
    """Language code and address of a page's live versions, its own included."""
    key = f"languages:{page.translation_key}"
    return versions.held(TREE, lambda: _read_languages(page), variant=key)


def _read_languages(page: Page) -> list[tuple[str, str]]:
    live = page.get_translations(inclusive=True).live().select_related("locale")
    return [(one.locale.language_code, one.get_url()) for one in live]
