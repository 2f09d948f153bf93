"""The six blocks of a page's body."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from .choosers import product_chooser

# Links open in the same window; pictures and embeds have their own blocks or none.
TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link"]

ProductChooserBlock = product_chooser.get_block_class(
    name="ProductChooserBlock", module_path="cms.blocks"
)


class QuoteBlock(blocks.StructBlock):
    """What somebody said."""

    text = blocks.TextBlock(label=_("Lời nói"), max_length=400)
    who = blocks.CharBlock(label=_("Người nói"), max_length=120, required=False)

    class Meta:
        icon = "openquote"
        label = _("Trích lời")
        template = "cms/blocks/quote.html"


class PictureBlock(blocks.StructBlock):
    """A picture; its words are not optional."""

    picture = ImageChooserBlock(label=_("Hình"))
    alt = blocks.CharBlock(
        label=_("Mô tả hình"),
        max_length=160,
        help_text=_("Cho người không nhìn thấy hình: trong hình có gì."),
    )
    caption = blocks.CharBlock(label=_("Chú thích"), max_length=200, required=False)

    class Meta:
        icon = "image"
        label = _("Hình ảnh")
        template = "cms/blocks/picture.html"


class CalloutBlock(blocks.StructBlock):
    """Something to notice."""

    title = blocks.CharBlock(label=_("Tiêu đề"), max_length=120, required=False)
    text = blocks.RichTextBlock(label=_("Nội dung"), features=TEXT_FEATURES)

    class Meta:
        icon = "info-circle"
        label = _("Lưu ý")
        template = "cms/blocks/callout.html"


class ProductsBlock(blocks.StructBlock):
    """A strip of chosen products; those that may not be promoted today stay away."""

    products = blocks.ListBlock(
        ProductChooserBlock(label=_("Sản phẩm")), label=_("Sản phẩm"), min_num=1, max_num=8
    )

    def get_context(self, value, parent_context=None):
        """Add the ids that the cards are drawn from."""
        context = super().get_context(value, parent_context)
        context["ids"] = [product.pk for product in value["products"] if product is not None]
        return context

    class Meta:
        icon = "pick"
        label = _("Dải sản phẩm")
        template = "cms/blocks/products.html"


BODY_BLOCKS = [
    ("text", blocks.RichTextBlock(label=_("Đoạn văn"), icon="pilcrow", features=TEXT_FEATURES)),
    (
        "heading",
        blocks.CharBlock(
            label=_("Tiêu đề nhỏ"), icon="title", max_length=120, template="cms/blocks/heading.html"
        ),
    ),
    ("quote", QuoteBlock()),
    ("picture", PictureBlock()),
    ("products", ProductsBlock()),
    ("callout", CalloutBlock()),
]
