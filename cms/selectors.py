"""What the showcase's pages, and every page's head and foot, need to know."""

from dataclasses import dataclass, field, replace
from datetime import date

from django.conf import settings
from django.db.models import Count, Prefetch, QuerySet
from django.urls import reverse
from wagtail.models import Page

from catalog.lib import clock
from catalog.register.models import Certificate, ProductSet
from catalog.register.rules import ALCOHOL_SETS

from . import versions
from .models import NewsIndexPage, NewsPage, Picture, SiteSettings, StandardPage
from .models.picture import LOGO, PHONE, SHARED, TEASER, WIDE

IDENTITY = "identity"
FIGURES = "figures"


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


@dataclass(frozen=True, slots=True)
class Group:
    """A product group with goods in it today."""

    number: int
    name: str
    name_en: str
    set_no: int  # its first set, for the picture
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
    row = SiteSettings.objects.filter(site__is_default_site=True).select_related("logo").first()
    if row is None:
        return SiteIdentity(pages=pages)
    logo = row.logo.get_rendition(LOGO) if row.logo else None
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
    )


def _foot_pages() -> dict[str, list[Link]]:
    links: dict[str, list[Link]] = {}
    shown = StandardPage.objects.live().in_menu().select_related("locale").order_by("path")
    for page in shown:
        links.setdefault(page.locale.language_code, []).append(Link(page.title, page.get_url()))
    return links


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
            groups[one.group_no] = Group(
                one.group_no, one.group_name, one.group_name_en, one.set_no, products
            )
    return tuple(groups.values())


def _stories() -> QuerySet[NewsPage]:
    pictures = Picture.objects.prefetch_renditions(TEASER, PHONE, WIDE, SHARED)
    return (
        NewsPage.objects.live()
        .public()
        .defer_streamfields()
        .order_by("-date", "-pk")
        .prefetch_related(Prefetch("picture", pictures))
    )


def news_index(locale_id: int) -> NewsIndexPage | None:
    """The list of stories in a language."""
    return NewsIndexPage.objects.live().filter(locale_id=locale_id).first()


def latest_news(locale_id: int, *, limit: int) -> list[NewsPage]:
    """The newest stories of a language, their pictures at hand."""
    return list(_stories().filter(locale_id=locale_id)[:limit])


def news_of(index: NewsIndexPage) -> QuerySet[NewsPage]:
    """All stories of a list, newest first."""
    return _stories().child_of(index)


def standard_pages_below(page: StandardPage) -> QuerySet[StandardPage]:
    """The live pages below a page, in the editors' order."""
    return StandardPage.objects.live().public().child_of(page).defer_streamfields()


def other_languages(page: Page) -> list[tuple[str, str]]:
    """Language code and address of a page's live versions, its own included.

    Head and header both ask, so the answer stays with the page of this request.
    """
    known = page.__dict__.get("_languages")
    if known is None:
        live = page.get_translations(inclusive=True).live().select_related("locale")
        known = [(one.locale.language_code, one.get_url()) for one in live]
        page.__dict__["_languages"] = known
    return known
