"""Stories and news."""

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, MultipleChooserPanel
from wagtail.models import Orderable, Page
from wagtail.search import index

from catalog.lib import clock
from cms.blocks import BODY_BLOCKS
from cms.fields import SlimStreamField

from .picture import Picture
from .slugs import AsciiSlug


class NewsIndexPage(AsciiSlug, Page):
    """The list of stories, newest first."""

    PAGE_SIZE = 12

    intro = models.CharField(_("lời dẫn"), max_length=300, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.NewsPage"]
    template = "cms/news_index_page.html"

    class Meta:
        verbose_name = _("mục câu chuyện")
        verbose_name_plural = pgettext_lazy("plural", "mục câu chuyện")

    def get_context(self, request, *args, **kwargs):
        """Add one page of the list."""
        from cms import selectors

        context = super().get_context(request, *args, **kwargs)
        pages = Paginator(selectors.stories_below(self), self.PAGE_SIZE)
        context["page_obj"] = pages.get_page(request.GET.get("trang"))
        context["stories"] = [selectors.story_card(story) for story in context["page_obj"]]
        return context


class NewsPage(AsciiSlug, Page):
    """One story or piece of news."""

    date = models.DateField(_("ngày"), default=clock.today)
    intro = models.CharField(_("tóm tắt"), max_length=300)
    picture = models.ForeignKey(
        Picture, on_delete=models.SET_NULL, null=True, blank=True, related_name="+",
        verbose_name=_("hình đầu bài"),
    )  # fmt: skip
    picture_alt = models.CharField(_("mô tả hình"), max_length=160, blank=True)
    body = SlimStreamField(BODY_BLOCKS, verbose_name=_("nội dung"), blank=True)
    is_sample = models.BooleanField(_("bài mẫu"), default=False)

    content_panels = [
        *Page.content_panels,
        FieldPanel("date"),
        FieldPanel("intro"),
        MultiFieldPanel(
            [FieldPanel("picture"), FieldPanel("picture_alt")], heading=_("Hình đầu bài")
        ),
        FieldPanel("body"),
        MultipleChooserPanel(
            "related_products",
            chooser_field_name="product",
            heading=_("Sản phẩm trong bài"),
            label=pgettext_lazy("singular", "Sản phẩm"),
            max_num=8,
        ),
        FieldPanel("is_sample"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("intro"), index.SearchField("body")]
    parent_page_types = ["cms.NewsIndexPage"]
    subpage_types: list[str] = []
    template = "cms/news_page.html"

    class Meta:
        verbose_name = _("bài viết")
        verbose_name_plural = pgettext_lazy("plural", "bài viết")

    def clean(self) -> None:
        """A picture without words says nothing to who cannot see it."""
        super().clean()
        if self.picture_id and not self.picture_alt.strip():
            raise ValidationError({"picture_alt": _("Hãy mô tả hình cho người không nhìn thấy.")})

    @cached_property
    def related_ids(self) -> list[int]:
        """Related products in the editor's order, those that ended included."""
        return [row.product_id for row in self.related_products.all()]


class NewsProduct(Orderable):
    """A product a story speaks of."""

    page = ParentalKey(NewsPage, on_delete=models.CASCADE, related_name="related_products")
    product = models.ForeignKey(
        "register.Product", on_delete=models.CASCADE, related_name="+", verbose_name=_("sản phẩm")
    )

    panels = [FieldPanel("product")]

    class Meta(Orderable.Meta):
        verbose_name = _("sản phẩm trong bài")
        constraints = [
            models.UniqueConstraint(fields=["page", "product"], name="related_once_per_story")
        ]

    def __str__(self) -> str:
        return str(self.product)
