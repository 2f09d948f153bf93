"""Write the producers or the products of a handful of rows, in a few statements for all."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from catalog.intake.models import Row
from catalog.journal import audit
from catalog.lib.vietnamese import fold, slug
from catalog.register.models import Producer, Product
from catalog.register.services.entries import told
from catalog.register.signals import tell

Entry = Producer | Product


class RowRefused(Exception):
    """The register has moved since the row was judged."""

    @property
    def message(self) -> str:
        """Look at it again."""
        return _("Sổ đăng ký đã đổi từ lúc xem trước. Bạn gửi lại dòng này.")


def write_entries(
    model: type[Entry], rows: list[Row], *, by: AbstractBaseUser, source: str
) -> None:
    """Make the new entries of the rows and change the others; notes on each row what it did.

    Raises RowRefused when an entry no longer says what the preview showed as "before".
    """
    noun = model._meta.model_name  # noqa: SLF001 - Django documents it
    planned = [(row, row.plan[noun]) for row in rows if row.plan.get(noun)]
    _change([(row, plan) for row, plan in planned if plan["pk"]], model, by, source)
    _make([(row, plan) for row, plan in planned if not plan["pk"]], model, by, source)


def _change(
    planned: list[tuple[Row, dict]], model: type[Entry], by: AbstractBaseUser, source: str
) -> None:
    noun = model._meta.model_name  # noqa: SLF001
    changing = [(row, plan) for row, plan in planned if plan.get("values")]
    entries = model.objects.in_bulk({plan["pk"] for _row, plan in changing})
    fields: set[str] = set()
    for row, plan in changing:
        entry = entries.get(plan["pk"])
        if entry is None or any(getattr(entry, f) != v for f, v in plan["before"].items()):
            raise RowRefused
        for field, value in plan["values"].items():
            setattr(entry, field, value)
            fields.add(model._meta.get_field(field.removesuffix("_id")).name)  # noqa: SLF001
        entry.fold_names()
        entry.updated_at = timezone.now()
        row.made[noun] = {
            "pk": entry.pk, "before": plan["before"], "after": plan["values"]
        }  # fmt: skip
    for row, plan in planned:
        row.made.setdefault(noun, {"pk": plan["pk"]})
    if not changing:
        return
    changed = list(entries.values())
    model.objects.bulk_update(changed, [*fields, "folded", "updated_at"], batch_size=100)
    audit.record_many(
        f"{noun}.changed",
        [(entries[plan["pk"]], plan["before"], plan["values"]) for _row, plan in changing],
        actor=by,
        reason=source,
    )
    _tell(model, changed)


def _make(
    planned: list[tuple[Row, dict]], model: type[Entry], by: AbstractBaseUser, source: str
) -> None:
    noun = model._meta.model_name  # noqa: SLF001
    wanted: dict[tuple, dict[str, Any]] = {}
    keys = []
    for row, plan in planned:
        values = dict(plan["values"])
        if model is Product:
            values |= {"producer_id": row.made["producer"]["pk"], "source": source}
        key = _identity(model, values)
        wanted.setdefault(key, values)
        keys.append(key)
    there = _there(model, wanted)
    new = {key: model(**values) for key, values in wanted.items() if key not in there}
    _give_slugs(model, new.values())
    model.objects.bulk_create(new.values())
    audit.record_many(
        f"{noun}.entered",
        [(entry, None, _filled(entry)) for entry in new.values()],
        actor=by,
        reason=source,
    )
    _tell(model, new.values())
    makers = set()
    for (row, _plan), key in zip(planned, keys, strict=True):
        entry = new.get(key) or there[key]
        row.made[noun] = {"pk": entry.pk}
        if key in new and key not in makers:  # the first row of a new producer has made it
            makers.add(key)
            row.made[noun] |= {"is_new": True, "after": _plain(entry)}


def _identity(model: type[Entry], values: dict[str, Any]) -> tuple:
    """Two rows, or two runs, that mean the same entry have the same identity."""
    if model is Product:
        return values["producer_id"], fold(values["name"])
    if values.get("tax_no"):
        return ("tax", values["tax_no"])
    return fold(values["name"]), values["commune_id"]


def _there(model: type[Entry], wanted: dict[tuple, dict]) -> dict[tuple, Entry]:
    """Entries that somebody else has made since the rows were judged."""
    if not wanted:
        return {}
    asked = Q(pk__in=[])
    if model is Product:
        asked |= Q(producer__in={values["producer_id"] for values in wanted.values()})
    else:
        asked |= Q(tax_no__in={v["tax_no"] for v in wanted.values() if v.get("tax_no")})
        asked |= Q(
            name__in={v["name"] for v in wanted.values()},
            commune__in={v["commune_id"] for v in wanted.values()},
        )
    there = {}
    for entry in model.objects.filter(asked):
        values = {name: getattr(entry, name) for name in ("name", *_KEYED[model])}
        there.setdefault(_identity(model, values), entry)
    return {key: entry for key, entry in there.items() if key in wanted}


_KEYED = {Product: ("producer_id",), Producer: ("tax_no", "commune_id")}


def _give_slugs(model: type[Entry], entries: Iterable[Entry]) -> None:
    """A free slug for each, by one question for all."""
    size = model._meta.get_field("slug").max_length - len("-9999999")  # noqa: SLF001
    bases = {
        id(entry): slug(entry.name)[:size].strip("-") or model.SLUG_WHEN_EMPTY for entry in entries
    }
    taken = set(model.objects.filter(slug__in=set(bases.values())).values_list("slug", flat=True))
    last = model.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    for number, entry in enumerate(entries, start=last + 1):
        base = bases[id(entry)]
        # Behind the number no earlier row has: a guess that only a person could have taken.
        entry.slug = f"{base}-{number}" if base in taken else base
        taken.add(entry.slug)
        entry.fold_names()


def _filled(entry: Entry) -> dict[str, Any]:
    return {name: value for name, value in told(entry).items() if value not in ("", None)}


def _plain(entry: Entry) -> dict[str, Any]:
    return audit.plain(told(entry)) or {}


def _tell(model: type[Entry], entries: Iterable[Entry]) -> None:
    keys = [entry.pk for entry in entries]
    if model is Producer:
        keys = list(Product.objects.filter(producer__in=keys).values_list("pk", flat=True))
    tell(model, keys)
