"""Sample stories with drawn pictures."""

from datetime import timedelta
from io import BytesIO

from django.core.files.base import ContentFile
from wagtail.models import Locale

from catalog.lib import clock
from catalog.lib.drawing import draw_raster
from catalog.register.models import Certificate
from cms.models import NewsIndexPage, NewsPage, NewsProduct, Picture

from .stories import STORIES, Story
from .trees import found, plant

SIZE = (1280, 800)
RELATED = 4


def plant_stories(index: NewsIndexPage, code: str, locale: Locale) -> None:
    """Publish those of the sample stories that are missing, a week apart."""
    for weeks, (slug, story) in enumerate(STORIES.items()):
        if found(NewsPage, slug, locale) is None:
            page = _page(slug, story, code)
            page.date = clock.today() - timedelta(weeks=weeks)
            plant(index, page, name=slug, locale=locale)


def _page(slug: str, story: Story, code: str) -> NewsPage:
    text = story.vi if code == "vi" else story.en
    page = NewsPage(
        title=text.title,
        slug=slug,
        intro=text.intro,
        body=text.body,
        picture=_picture(slug, story),
        picture_alt=story.picture_alt_vi if code == "vi" else story.picture_alt_en,
        is_sample=True,
    )
    page.related_products = _products_of(story.set_no)
    return page


def _picture(slug: str, story: Story) -> Picture:
    """The story's drawn picture, drawn once for both languages."""
    held = Picture.objects.filter(title=slug).first()
    if held is not None:
        return held
    out = BytesIO()
    draw_raster(story.set_no, slug, SIZE).convert("RGB").save(out, "JPEG", quality=92)
    picture = Picture(title=slug, description=story.picture_alt_vi)
    picture.file = ContentFile(out.getvalue(), name=f"{slug}.jpg")
    picture.save()
    return picture


def _products_of(set_no: int) -> list[NewsProduct]:
    open_today = Certificate.objects.opening_the_gate_on(clock.today()).filter(
        product__product_set=set_no, product__is_active=True, product__producer__is_active=True
    )
    ids = open_today.order_by("-star", "pk").values_list("product_id", flat=True)[:RELATED]
    return [NewsProduct(product_id=pk, sort_order=n) for n, pk in enumerate(ids)]
