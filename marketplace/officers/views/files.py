"""The lists to take away, as they were filtered."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalog.lib.sheets import KINDS, Sheet, download
from marketplace.areas.desk import Desk
from marketplace.areas.officer import for_officers
from marketplace.officers.selectors import producers as read_producers
from marketplace.officers.selectors import products as read

from .products import MOST_WORDS, wanted_of


@for_officers
@require_safe
def products(request: HttpRequest, desk: Desk, kind: str) -> HttpResponse:
    """Products with their newest recognition."""
    _refuse_other(kind)
    found = read.found(desk.scope.products(), wanted_of(request))
    head = [
        _("Tên sản phẩm"),
        _("Mã sản phẩm"),
        _("Chủ thể"),
        _("Mã số thuế"),
        _("Xã, phường"),
        _("Tỉnh, thành phố"),
        _("Bộ sản phẩm"),
        _("Hạng sao"),
        _("Số quyết định"),
        _("Ngày quyết định"),
        _("Hiệu lực đến hết ngày"),
        _("Tình trạng"),
    ]
    rows = (_product_row(line) for line in read.all_lines(found))
    return download(kind, "san-pham", Sheet(_("Sản phẩm"), head, rows))


@for_officers
@require_safe
def producers(request: HttpRequest, desk: Desk, kind: str) -> HttpResponse:
    """Producers with their addresses."""
    _refuse_other(kind)
    found = read_producers.found(desk.scope.producers(), request.GET.get("q", "")[:MOST_WORDS])
    head = [
        _("Tên pháp lý"),
        _("Tên gọi ngắn"),
        _("Loại hình"),
        _("Mã số thuế"),
        _("Người đại diện"),
        _("Điện thoại"),
        _("Thư điện tử"),
        _("Số nhà, đường, thôn"),
        _("Xã, phường"),
        _("Tỉnh, thành phố"),
    ]
    rows = (
        [
            row.name,
            row.short_name,
            row.get_kind_display(),
            row.tax_no,
            row.representative,
            row.phone,
            row.email,
            row.street,
            row.commune.full_name if row.commune else "",
            row.province.name,
        ]
        for row in found.order_by("folded", "pk").iterator(chunk_size=read.AHEAD)
    )
    return download(kind, "chu-the", Sheet(_("Chủ thể"), head, rows))


def _refuse_other(kind: str) -> None:
    if kind not in KINDS:
        raise Http404(_("Không có trang này."))


def _product_row(line: read.Line) -> list:
    product, certificate = line.product, line.certificate
    producer = product.producer
    return [
        product.name,
        product.code or "",
        producer.name,
        producer.tax_no,
        producer.commune.full_name if producer.commune else "",
        producer.province.name,
        product.product_set_id,
        certificate.star if certificate else None,
        certificate.decision_no if certificate else "",
        certificate.issued_on if certificate else None,
        line.last_day,
        str(line.state.label),
    ]
