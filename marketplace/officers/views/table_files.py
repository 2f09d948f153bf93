"""Files of tables: the empty form to fill in, and the rows to mend."""

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from catalog.intake.columns import COLUMNS
from catalog.intake.models import Row
from catalog.intake.selectors import rows_to_mend
from catalog.lib.sheets import Sheet, download
from catalog.register.enums import AuthorityLevel, ProducerKind
from catalog.register.models import ProductSet
from marketplace.areas.desk import Desk
from marketplace.areas.officer import for_officers

from .tables import found_batch, subjects


@for_officers
@require_safe
def form(request: HttpRequest, desk: Desk, subject: str) -> HttpResponse:  # noqa: ARG001
    """The empty table with its headings, one sample row, and what may be written where."""
    if subject not in subjects(desk):
        raise Http404(_("Không có trang này."))
    columns = COLUMNS[subject]
    head = [str(column.heading) for column in columns]
    sample = [str(column.sample) for column in columns]
    needs = [
        [str(column.heading), _("bắt buộc") if column.is_required else _("không bắt buộc")]
        for column in columns
    ]
    return download(
        "xlsx",
        f"mau-{subject}",
        Sheet(_("Bảng"), head, [sample]),
        Sheet(_("Cột"), [_("Cột"), _("Cần ghi")], needs),
        Sheet(_("Bộ sản phẩm"), [_("Số"), _("Tên bộ")], _sets()),
        Sheet(_("Từ dùng"), [_("Cột"), _("Ghi một trong")], _words()),
    )


@for_officers
@require_safe
def to_mend(request: HttpRequest, desk: Desk, pk: int) -> HttpResponse:  # noqa: ARG001
    """The rows that are not in the register, as they were sent, with cell and cure beside them."""
    batch = found_batch(desk, pk)
    columns = [column for column in COLUMNS[batch.subject] if column.name in batch.places]
    head = [*(str(column.heading) for column in columns), _("Ô"), _("Cần sửa")]
    rows = (
        [*(row.cells.get(column.name, "") for column in columns), *_cure(row)]
        for row in rows_to_mend(batch)
    )
    return download("xlsx", f"can-sua-{batch.pk}", Sheet(_("Cần sửa"), head, rows))


def _cure(row: Row) -> tuple[str, str]:
    if not row.problems:
        return str(row.number), row.told
    cells = ", ".join(problem["cell"] for problem in row.problems)
    texts = "\n".join(
        f"{problem['cell']} ({problem['column']}): {problem['text']}" for problem in row.problems
    )
    return cells, texts


def _sets() -> Iterator[list]:
    return ([one.set_no, one.name] for one in ProductSet.objects.all())


def _words() -> Iterator[list[str]]:
    for label in ProducerKind.labels:
        yield [_("Loại hình"), str(label)]
    for label in AuthorityLevel.labels:
        yield [_("Cấp"), str(label)]
