"""Judge the rows of one table, a handful at a time, in a few questions to the database."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from catalog.intake.enums import Subject, Verdict
from catalog.intake.models import Batch, Row
from catalog.lib.sheets_read import Line
from catalog.lib.vietnamese import fold
from catalog.register.models import Producer, Product

from . import entries
from .cells import Cells
from .decisions import DecisionJudge
from .known import Known


class Judge:
    """Keeps what it has looked up from one handful of rows to the next."""

    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        self.known = Known(batch)
        self._decisions = DecisionJudge(self.known)
        staged = Row.objects.filter(batch=batch).exclude(verdict=Verdict.BAD)
        self._seen = dict(staged.values_list("key", "number"))

    def rows(self, lines: Iterable[Line]) -> list[Row]:
        """The lines as judged rows, not saved yet."""
        cells = [Cells(self.batch.subject, line, self.batch.places) for line in lines]
        if self.batch.subject == Subject.PRODUCERS:
            judged = [self._producer(row) for row in cells]
        else:
            judged = self._products(cells)
        for row in judged:
            row.batch = self.batch
        return judged

    def _producer(self, cells: Cells) -> Row:
        name = _required(cells, "name")
        commune = self.known.commune(cells) if _required(cells, "commune") else None
        told = entries.producer_values(cells, name, commune)
        _required(cells, "kind")
        entries.check_entry(cells, _draft(told, commune), {})
        found = self.known.producers(tax_no=told.get("tax_no", ""), name=name, commune=commune)
        if len(found) > 1:
            cells.wrong("name", _several(found))
        key = f"tax:{told['tax_no']}" if "tax_no" in told else f"{fold(name)}|{cells['commune']}"
        self._refuse_twice(cells, key, "name")
        if len(found) == 1:
            before, after = entries.differences(found[0], told)
            plan = {"producer": {"pk": found[0].pk, "before": before, "values": after}}
            verdict = Verdict.CHANGED if after else Verdict.SAME
            changes = entries.shown(cells.subject, before, after)
        else:
            plan = {"producer": {"pk": None, "values": told}}
            verdict, changes = Verdict.NEW, []
        return cells.row(key=key, verdict=verdict, plan=plan, changes=changes)

    def _products(self, rows: list[Cells]) -> list[Row]:
        """Products, or a decision about them: both begin with whose product it is."""
        owners = [self._owner(cells) for cells in rows]
        self.known.load_products(
            (producer for producer, _ in owners if producer), (cells["code"] for cells in rows)
        )
        if self.batch.subject == Subject.DECISION:
            self._decisions.load(
                self._existing(cells, producer)
                for cells, (producer, _) in zip(rows, owners, strict=True)
            )
        return [
            self._product(cells, producer, new_owner)
            for cells, (producer, new_owner) in zip(rows, owners, strict=True)
        ]

    def _owner(self, cells: Cells) -> tuple[Producer | None, dict | None]:
        """The producer the row names, or what a new one would be."""
        name = _required(cells, "producer")
        commune = self.known.commune(cells) if cells["commune"] else None
        tax_no = entries.tax_no_of(cells)
        found = self.known.producers(tax_no=tax_no, name=name, commune=commune)
        if len(found) == 1:
            return found[0], None
        if len(found) > 1:
            cells.wrong("producer", _several(found))
        elif name and self.batch.subject == Subject.DECISION and cells["kind"] and commune:
            told = entries.producer_values(cells, name, commune)
            entries.check_entry(cells, _draft(told, commune), {"name": "producer"})
            return None, told
        elif name and cells.is_sound:
            cells.wrong("producer", self._unknown(name))
        return None, None

    def _unknown(self, name: str) -> str:
        if self.batch.subject == Subject.DECISION:
            return _(
                "Chưa có chủ thể “%s”. Ghi thêm Loại hình và Xã, phường để tạo mới,"
                " hoặc nhập bảng chủ thể trước."
            ) % (name)
        return _("Chưa có chủ thể “%s” trong địa bàn. Hãy nhập bảng chủ thể trước.") % name

    def _existing(self, cells: Cells, producer: Producer | None) -> Product | None:
        if producer is None:
            return None
        coded = self.known.by_code.get(cells["code"]) if cells["code"] else None
        if coded is not None and coded.producer_id == producer.pk:
            return coded
        return self.known.product(producer, cells["name"])

    def _product(self, cells: Cells, producer: Producer | None, new_owner: dict | None) -> Row:
        name = _required(cells, "name")
        told = entries.product_values(cells, self.known)
        existing = self._existing(cells, producer)
        entries.check_entry(cells, Product(**told), {})
        coded = self.known.by_code.get(cells["code"]) if cells["code"] else None
        if coded is not None and coded != existing:
            cells.wrong("code", _("Mã này đã dùng cho sản phẩm “%s”.") % coded.name)
        if existing is None and "product_set_id" not in told:
            _required(cells, "product_set")
        owner_key = str(producer.pk) if producer else fold(cells["producer"])
        key = f"{owner_key}|{fold(name)}"
        self._refuse_twice(cells, key, "name")
        if existing is not None:
            before, after = entries.differences(existing, told)
            product = {"pk": existing.pk, "before": before, "values": after}
            verdict = Verdict.CHANGED if after else Verdict.SAME
        else:
            before, after, product = {}, {}, {"pk": None, "values": told}
            verdict = Verdict.NEW
        owner = {"pk": producer.pk} if producer else {"pk": None, "values": new_owner}
        plan = {"producer": owner, "product": product}
        changes = entries.shown(cells.subject, before, after)
        if self.batch.subject == Subject.DECISION:
            proposal, change = self._decisions.proposal(cells, existing)
            if proposal is not None:
                plan["proposal"] = proposal
                verdict = Verdict.CHANGED if existing else Verdict.NEW
                changes = [*changes, change]
        return cells.row(key=key, verdict=verdict, plan=plan, changes=changes)

    def _refuse_twice(self, cells: Cells, key: str, column: str) -> None:
        """Two rows of one table about the same thing: the first counts."""
        if not cells.is_sound:
            return
        first = self._seen.setdefault(key, cells.number)
        if first != cells.number:
            cells.wrong(column, _("Trùng với dòng %s. Chỉ giữ một dòng.") % first)


def _required(cells: Cells, name: str) -> str:
    if not cells[name]:
        cells.wrong(name, _("Còn trống. Hãy ghi vào ô này."))
    return cells[name]


def _draft(told: dict, commune: object) -> Producer:
    """The producer with its commune at hand, so that checking it asks no question."""
    draft = Producer(**told)
    if commune is not None:
        draft.commune = commune
    return draft


def _several(found: list[Producer]) -> str:
    return _("Có %s chủ thể cùng tên. Ghi mã số thuế hoặc xã, phường để phân biệt.") % len(found)
