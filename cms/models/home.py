"""The first page."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, MultipleChooserPanel
from wagtail.models import Orderable, Page

from .slugs import AsciiSlug


def check_way(value: str) -> None:
    """Let a button lead within the site, or to another over https, and nowhere else."""
    if not value.startswith(("/", "https://")) or value.startswith("//"):
        raise ValidationError(_("Hãy bắt đầu bằng / hoặc https://"))


class HomePage(AsciiSlug, Page):
    """Hero, figures of the register, products, news; one for each language."""

    hero_title = models.CharField(_("câu mở đầu"), max_length=120)
    hero_text = models.CharField(_("lời dẫn"), max_length=300, blank=True)
    first_label = models.CharField(_("nút thứ nhất"), max_length=40, blank=True)
    first_way = models.CharField(_("dẫn đến"), max_length=200, blank=True, validators=[check_way])
    second_label = models.CharField(_("nút thứ hai"), max_length=40, blank=True)
    second_way = models.CharField(_("dẫn đến"), max_length=200, blank=True, validators=[check_way])
    featured_title = models.CharField(_("tên dải sản phẩm chọn"), max_length=80, blank=True)

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel([FieldPanel("hero_title"), FieldPanel("hero_text")], heading=_("Mở đầu")),
        MultiFieldPanel(
            [
                FieldPanel("first_label"),
                FieldPanel("first_way"),
                FieldPanel("second_label"),
                FieldPanel("second_way"),
            ],
            heading=_("Hai nút"),
        ),
        FieldPanel("featured_title"),
        MultipleChooserPanel(
            "featured_products",
            chooser_field_name="product",
            heading=_("Sản phẩm chọn"),
            label=pgettext_lazy("singular", "Sản phẩm"),
            max_num=12,
        ),
    ]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["cms.NewsIndexPage", "cms.StandardPage"]
    template = "cms/home_page.html"

    class Meta:
        verbose_name = _("trang chủ")
        verbose_name_plural = pgettext_lazy("plural", "trang chủ")

    @cached_property
    def featured_ids(self) -> list[int]:
        """Chosen products in the editor's order, those that ended included."""
        return [row.product_id for row in self.featured_products.all()]

    def get_context(self, request, *args, **kwargs):
        """Add the register's figures and the newest stories."""
        from cms import selectors

        context = super().get_context(request, *args, **kwargs)
        context["figures"] = selectors.figures()
        language = selectors.language_of(self)
        context["stories"] = selectors.latest_stories(language)
        context["all_stories"] = selectors.site_identity().stories.get(language)
        return context


class FeaturedProduct(Orderable):
    """A product the editors put on the first page."""

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="featured_products")
    product = models.ForeignKey(
        "register.Product", on_delete=models.CASCADE, related_name="+", verbose_name=_("sản phẩm")
    )

    panels = [FieldPanel("product")]

    class Meta(Orderable.Meta):
        verbose_name = _("sản phẩm chọn")
        constraints = [
            models.UniqueConstraint(fields=["page", "product"], name="featured_once_per_page")
        ]

    def __str__(self) -> str:
        return str(self.product)
