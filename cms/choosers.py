"""Choosing a product of the register in the editor's forms."""

from datetime import date

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from catalog.lib import clock
from catalog.lib.vietnamese import fold
from catalog.register import rules
from catalog.register.models import Product


class FoldedSearchForm(BaseFilterForm):
    """Finds every word anywhere in the product's or the producer's name, marks or not."""

    q = forms.CharField(
        label=_("Tìm sản phẩm"),
        required=False,
        widget=forms.TextInput(attrs={"placeholder": _("Thử: ca phe")}),
    )

    def filter(self, objects: QuerySet) -> QuerySet:
        self.search_query = self.cleaned_data["q"].strip()
        self.is_searching = bool(self.search_query)
        for word in fold(self.search_query).split():
            objects = objects.filter(Q(folded__contains=word) | Q(producer__folded__contains=word))
        return objects


def standing(product: Product, day: date) -> rules.Recognition | None:
    """The newest recognition of a product whose certificates are at hand."""
    return rules.governing((c.recognition for c in product.certificates.all()), day)


def stars_of(product: Product) -> str:
    """The star of the newest recognition, in words."""
    recognition = standing(product, clock.today())
    return _("%(star)s sao") % {"star": recognition.star} if recognition else "–"


def validity_of(product: Product) -> str:
    """Whether the product shows on pages today, and until when or why not."""
    day = clock.today()
    recognition = standing(product, day)
    if recognition is None:
        return _("Chưa xác minh, không hiện")
    until = {"day": f"{rules.last_valid_day(recognition):%d/%m/%Y}"}
    if not rules.is_in_force(recognition, day):
        return _("Hết hiệu lực sau %(day)s, không hiện") % until
    if not rules.opens_the_gate(recognition.star):
        return _("Dưới 3 sao, không hiện")
    return _("Còn hiệu lực đến %(day)s") % until


class ProductColumns:
    """Producer, stars and validity beside the name."""

    filter_form_class = FoldedSearchForm
    per_page = 12

    def get_object_list(self) -> QuerySet:
        return (
            Product.objects.filter(is_active=True)
            .select_related("producer")
            .prefetch_related("certificates")
        )

    @property
    def columns(self) -> list[Column]:
        return [
            *super().columns,
            Column("producer", label=pgettext_lazy("singular", "Chủ thể"), accessor="producer"),
            Column("stars", label=_("Hạng sao"), accessor=stars_of),
            Column("validity", label=_("Hiệu lực"), accessor=validity_of),
        ]


class ProductChooseView(ProductColumns, ChooseView):
    """The whole modal."""


class ProductChooseResultsView(ProductColumns, ChooseResultsView):
    """Only its list."""


class ProductChooserViewSet(ChooserViewSet):
    """Choose a product; nobody makes or edits one here."""

    model = Product
    icon = "pick"
    choose_one_text = _("Chọn sản phẩm")
    choose_another_text = _("Chọn sản phẩm khác")
    edit_item_text = _("Xem sản phẩm này")
    choose_view_class = ProductChooseView
    choose_results_view_class = ProductChooseResultsView


product_chooser = ProductChooserViewSet("product_chooser")
