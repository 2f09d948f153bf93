"""Enter and change producers and products."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from catalog.register.models import Product
from catalog.register.services import keep_entry
from marketplace.areas.desk import Desk
from marketplace.areas.officer import for_officers
from marketplace.officers.forms.entries import EntryForm, ProducerForm, ProductForm

from .producers import found_producer
from .products import found_product

SHOWN_OR_SENT = ["GET", "HEAD", "POST"]


@for_officers
@require_http_methods(SHOWN_OR_SENT)
def add_producer(request: HttpRequest, desk: Desk) -> HttpResponse:
    """A new producer of the officer's places."""
    form = ProducerForm(request.POST or None, scope=desk.scope)
    if _kept(request, form):
        return redirect("desk:producer", form.instance.pk)
    return _shown(request, form, title=_("Thêm chủ thể"))


@for_officers
@require_http_methods(SHOWN_OR_SENT)
def change_producer(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    """Change what is known of a producer."""
    producer = found_producer(desk, pk)
    title = producer.name
    form = ProducerForm(request.POST or None, instance=producer, scope=desk.scope)
    if _kept(request, form):
        return redirect("desk:producer", pk)
    return _shown(request, form, title=title)


@for_officers
@require_http_methods(SHOWN_OR_SENT)
def add_product(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    """A new product of one producer; its star is proposed afterwards."""
    producer = found_producer(desk, pk)
    form = ProductForm(request.POST or None, instance=Product(producer=producer))
    if _kept(request, form):
        return redirect("desk:product", form.instance.pk)
    return _shown(request, form, title=_("Thêm sản phẩm của %s") % producer.display_name)


@for_officers
@require_http_methods(SHOWN_OR_SENT)
def change_product(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:
    """Change what is known of a product."""
    product = found_product(desk, pk)
    title = product.name
    form = ProductForm(request.POST or None, instance=product)
    if _kept(request, form):
        return redirect("desk:product", pk)
    return _shown(request, form, title=title)


def _kept(request: HttpRequest, form: EntryForm) -> bool:
    """Whether the form was sent and is now in the register."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        changed = keep_entry(form.instance, by=request.user)
    except ValidationError as refusal:
        for field, errors in refusal.error_dict.items():
            form.add_error(field if field in form.fields else None, errors)
        return False
    told = _("Đã lưu: %s.") if changed else _("Không có gì thay đổi: %s.")
    messages.success(request, told % form.instance)
    return True


def _shown(request: HttpRequest, form: EntryForm, *, title: str) -> HttpResponse:
    status = 422 if form.errors else 200
    context = {"form": form, "title": title}
    return render(request, "officers/entry_form.html", context, status=status)
