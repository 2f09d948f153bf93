"""Help and legal pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from cms.blocks import BODY_BLOCKS
from cms.fields import SlimStreamField

from .slugs import AsciiSlug


class StandardPage(AsciiSlug, Page):
    """A page of plain text; one that has pages below it lists them."""

    intro = models.CharField(_("lời dẫn"), max_length=300, blank=True)
    body = SlimStreamField(BODY_BLOCKS, verbose_name=_("nội dung"), blank=True)
    is_sample = models.BooleanField(
        _("bản mẫu"), default=False, help_text=_("Trang nói rõ đây là bản mẫu, chưa hoàn thiện.")
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("intro"),
        FieldPanel("body"),
        FieldPanel("is_sample"),
    ]
    search_fields = [*Page.search_fields, index.SearchField("intro"), index.SearchField("body")]
    parent_page_types = ["cms.HomePage", "cms.StandardPage"]
    subpage_types = ["cms.StandardPage"]
    template = "cms/standard_page.html"

    class Meta:
        verbose_name = _("trang thông tin")
        verbose_name_plural = pgettext_lazy("plural", "trang thông tin")

    def get_context(self, request, *args, **kwargs):
        """Add the pages below."""
        from cms import selectors

        context = super().get_context(request, *args, **kwargs)
        context["pages_below"] = selectors.pages_below(self)
        return context
