"""Texts and pictures: written here, handed in, and public only once an officer approves."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from catalog.approvals import errors, selectors
from catalog.approvals.models import TEXTS, ProductEdit
from catalog.approvals.services import drafting, pictures
from catalog.approvals.services.files import PREVIEW, private_name
from catalog.lib import clock
from catalog.lib.uploads import UploadRefused
from catalog.register.models import Producer, Product
from catalog.register.models.paper import private_files
from marketplace.accounts.permissions import may_edit_goods
from marketplace.areas.producer import only_who
from marketplace.private_files import image_response
from marketplace.producers.forms.texts import PictureForm, TextsForm

HISTORY = 30


@only_who(may_edit_goods)
@require_safe
def index(request: HttpRequest, producer: Producer) -> HttpResponse:
    """All own products, each with the state of its change."""
    edits = {
        edit.product_id: edit
        for edit in ProductEdit.objects.open().filter(product__producer=producer)
    }
    products = producer.products.order_by("folded", "pk")
    rows = [(product, edits.get(product.pk)) for product in products]
    return render(request, "producers/texts_index.html", {"rows": rows})


@only_who(may_edit_goods)
@require_http_methods(["GET", "HEAD", "POST"])
def texts(request: HttpRequest, producer: Producer, product: int) -> HttpResponse:
    """Write, save as a draft, hand in."""
    found = _own(producer, product)
    edit = selectors.open_edit_of(found)
    if request.method != "POST":
        return _shown(request, found, edit)
    form = TextsForm(request.POST)
    if not form.is_valid():
        return _shown(request, found, edit, form=form, status=422)
    try:
        edit = drafting.open_edit(found, by=request.user)
        drafting.write_texts(edit, form.cleaned_data, by=request.user)
        if "gui" in request.POST:
            drafting.submit(edit, by=request.user)
            messages.success(request, _("Đã gửi cho cán bộ duyệt. Trang công khai chưa đổi."))
        else:
            messages.success(request, _("Đã lưu bản nháp. Chỉ người của chủ thể thấy bản này."))
    except errors.NameMissing:
        form.add_error("name", _("Ghi tên sản phẩm trước khi gửi duyệt. Bản nháp đã được lưu."))
    except errors.NothingChanged:
        form.add_error(None, _("Bản này giống hệt trang công khai, chưa có gì để duyệt."))
    except errors.EditClosed:
        messages.warning(request, _("Bản này đang chờ duyệt nên chưa sửa được."))
    if form.errors:
        return _shown(request, found, edit, form=form, status=422)
    return redirect("selling:texts", producer=producer.slug, product=found.pk)


@only_who(may_edit_goods)
@require_POST
def picture(request: HttpRequest, producer: Producer, product: int) -> HttpResponse:
    """Take a photograph; it is cut square by the worker."""
    found = _own(producer, product)
    form = PictureForm(request.POST, request.FILES)
    if form.is_valid():
        edit = drafting.open_edit(found, by=request.user)
        try:
            pictures.put_picture(
                edit,
                form.cleaned_data["picture"],
                focus=form.cleaned_data["focus"],
                by=request.user,
            )
            messages.success(request, _("Đã nhận ảnh. Gửi duyệt khi bạn thấy ảnh đã đẹp."))
        except UploadRefused as refused:
            form.add_error("picture", str(refused))
        except errors.EditClosed:
            messages.warning(request, _("Bản này đang chờ duyệt nên chưa sửa được."))
    if form.errors:
        edit = selectors.open_edit_of(found)
        return _shown(request, found, edit, picture_form=form, status=422)
    return redirect("selling:texts", producer=producer.slug, product=found.pk)


@only_who(may_edit_goods)
@require_safe
def preview(request: HttpRequest, producer: Producer, product: int) -> HttpResponse:  # noqa: ARG001
    """The picture of the change as it would look; for members alone."""
    edit = selectors.open_edit_of(_own(producer, product))
    if edit is None or not edit.picture:
        raise Http404(_("Không có ảnh này."))
    return image_response(private_files(), private_name(edit, PREVIEW))


@only_who(may_edit_goods)
@require_POST
def step(request: HttpRequest, producer: Producer, product: int) -> HttpResponse:
    """Take the change back, throw it away, or leave the picture as it is."""
    edit = selectors.open_edit_of(_own(producer, product))
    steps = {
        "rut": (drafting.withdraw, _("Đã lấy lại để sửa tiếp.")),
        "bo": (drafting.discard, _("Đã bỏ bản sửa. Trang công khai giữ nguyên.")),
        "bo-anh": (pictures.drop_picture, _("Đã bỏ ảnh mới. Ảnh trên trang công khai giữ nguyên.")),
    }
    take, told = steps.get(request.POST.get("viec", ""), (None, ""))
    if edit is None or take is None:
        raise Http404(_("Không có bản sửa này."))
    try:
        take(edit, by=request.user)
        messages.success(request, told)
    except errors.EditClosed:
        messages.warning(request, _("Không làm được: bản sửa này vừa đổi tình trạng."))
    return redirect("selling:texts", producer=producer.slug, product=product)


def _own(producer: Producer, pk: int) -> Product:
    found = producer.products.filter(pk=pk).first()
    if found is None:
        raise Http404(_("Không có sản phẩm này."))
    return found


def _shown(
    request: HttpRequest,
    product: Product,
    edit: ProductEdit | None,
    *,
    form: TextsForm | None = None,
    picture_form: PictureForm | None = None,
    status: int = 200,
) -> HttpResponse:
    source = edit or product
    now = {name: getattr(source, name) for name in TEXTS}
    typed = form.cleaned_data if form is not None else now
    context = {
        "product": product,
        "edit": edit,
        "form": form or TextsForm(initial=now),
        "picture_form": picture_form or PictureForm(),
        "claims": selectors.claims_on({name: typed.get(name, "") for name in TEXTS}, clock.today()),
        "differences": selectors.differences(edit) if edit else [],
        "history": selectors.edit_history(product)[:HISTORY],
        "may_write": edit is None or edit.is_writable,
    }
    return render(request, "producers/texts.html", context, status=status)
