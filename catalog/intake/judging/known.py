"""What the register knows already, loaded once per table or per handful of rows."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext as _

from catalog.intake.models import Batch
from catalog.lib import tax_numbers
from catalog.lib.vietnamese import fold
from catalog.places.models import Commune, Province
from catalog.places.selectors import communes_of_old_place, find_communes, find_provinces
from catalog.register.models import Producer, Product, ProductSet

from .cells import Cells

SHOWN = 4  # as many choices as a message names
MOST_KEPT = 20_000  # products at hand at a time


class Known:
    """Places, producers and products within the reach of the table's sender."""

    def __init__(self, batch: Batch) -> None:
        self.provinces, self.communes = set(batch.provinces), set(batch.communes)
        self.sets = {one.set_no: one for one in ProductSet.objects.all()}
        self._set_names = {fold(one.name): one for one in self.sets.values()}
        self._found: dict[tuple[str, str], list[Commune] | str] = {}
        self._by_tax: dict[str, list[Producer]] = defaultdict(list)
        self._by_name: dict[str, list[Producer]] = defaultdict(list)
        self._products: dict[tuple[int, str], list[Product]] = defaultdict(list)
        self._loaded: set[int] = set()  # producers whose products are at hand
        self.by_code: dict[str, Product] = {}
        for producer in Producer.objects.filter(self._reach()).iterator(chunk_size=2000):
            if producer.tax_no:
                self._by_tax[producer.tax_no].append(producer)
            self._by_name[fold(producer.name)].append(producer)

    def _reach(self, prefix: str = "") -> Q:
        return Q(**{f"{prefix}province__in": self.provinces}) | Q(
            **{f"{prefix}commune__in": self.communes}
        )

    def covers(self, commune: Commune) -> bool:
        """Whether the sender answers for the commune."""
        return commune.province_id in self.provinces or commune.pk in self.communes

    def product_set(self, text: str, number: int | None) -> ProductSet | None:
        """A set by its number or its name."""
        return self.sets.get(number) if number else self._set_names.get(fold(text))

    def commune(self, cells: Cells) -> Commune | None:
        """The one commune the row speaks of; what is unclear is noted on the row."""
        text, province = cells["commune"], cells["province"]
        if (text, province) not in self._found:
            self._found[text, province] = self._look_up(text, province)
        found = self._found[text, province]
        if isinstance(found, str):
            cells.wrong("province", found)
            return None
        inside = [commune for commune in found if self.covers(commune)]
        if len(inside) == 1:
            return inside[0]
        if inside:
            cells.wrong(
                "commune",
                _("Có %(count)s nơi có thể là “%(text)s”: %(names)s. Ghi rõ một nơi.")
                % {"count": len(inside), "text": text, "names": _names(inside)},
            )
        elif found:
            cells.wrong("commune", _("“%s” không thuộc địa bàn của bạn.") % text)
        else:
            cells.wrong(
                "commune",
                _("Không có xã, phường nào tên “%s”. Ghi tên theo đơn vị từ 1/7/2025.") % text,
            )
        return None

    def _look_up(self, text: str, province_text: str) -> list[Commune] | str:
        province: Province | None = None
        if province_text:
            provinces = find_provinces(province_text)
            if len(provinces) != 1:
                return _("Không có tỉnh, thành phố nào tên “%s”.") % province_text
            province = provinces[0]
        elif len(self.provinces) == 1 and not self.communes:
            province = Province.objects.get(pk=next(iter(self.provinces)))
        found = find_communes(text, province)
        return found or [place.commune for place in communes_of_old_place(text, province)]

    def producers(self, *, tax_no: str, name: str, commune: Commune | None) -> list[Producer]:
        """Those the row can mean: by tax number, else by name, in the commune if one is told."""
        if tax_no and (found := self._by_tax.get(tax_numbers.normal(tax_no))):
            return found
        named = self._by_name.get(fold(name), [])
        if tax_no:  # a known number that differs tells two of one name apart
            named = [producer for producer in named if not producer.tax_no]
        if commune is None:
            return named
        return [p for p in named if p.commune_id in (commune.pk, None)]

    def load_products(self, producers: Iterable[Producer], codes: Iterable[str]) -> None:
        """Have the products of these producers at hand, and those of these codes."""
        if len(self._products) > MOST_KEPT:
            self._products.clear()
            self.by_code.clear()
            self._loaded.clear()
        new = {producer.pk for producer in producers} - self._loaded
        unknown = {code for code in codes if code} - set(self.by_code)
        self._loaded |= new
        for product in Product.objects.filter(Q(producer__in=new) | Q(code__in=unknown)):
            if product.producer_id in new:
                self._products[product.producer_id, fold(product.name)].append(product)
            if product.code:
                self.by_code[product.code] = product

    def product(self, producer: Producer, name: str) -> Product | None:
        """The producer's product of the name."""
        found = self._products.get((producer.pk, fold(name)), [])
        return found[0] if found else None


def _names(communes: list[Commune]) -> str:
    names = ", ".join(commune.full_name for commune in communes[:SHOWN])
    return f"{names}…" if len(communes) > SHOWN else names
