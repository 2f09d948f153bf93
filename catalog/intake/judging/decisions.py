"""What a row of a decision says about a product's star."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from catalog.decisions.enums import ProposalKind
from catalog.decisions.models import Proposal
from catalog.journal.audit import plain
from catalog.lib import clock
from catalog.lib.vietnamese import fold
from catalog.register.checks import check_grant
from catalog.register.errors import RegisterError
from catalog.register.models import Certificate, Product

from . import values
from .cells import Cells
from .known import Known

_COLUMN_OF = {"issued_on": "decided_on"}


class DecisionJudge:
    """Compares decisions with the certificates and proposals that are there."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._certificates: dict[int, list[Certificate]] = {}
        self._waiting: dict[int, Proposal] = {}

    def load(self, products: Iterable[Product | None]) -> None:
        """Have the certificates and open proposals of these products at hand."""
        keys = {product.pk for product in products if product is not None}
        self._certificates = {key: [] for key in keys}
        issued = Certificate.objects.filter(product__in=keys).order_by("issued_on", "pk")
        for certificate in issued:
            self._certificates[certificate.product_id].append(certificate)
        waiting = Proposal.objects.waiting().filter(product__in=keys)
        self._waiting = {proposal.product_id: proposal for proposal in waiting}

    def proposal(
        self, cells: Cells, product: Product | None
    ) -> tuple[dict[str, Any] | None, list[str]]:
        """What is to be proposed, with its line for people; None when it is there already."""
        told = self._told(cells)
        if told is None:
            return None, []
        certificates = self._certificates.get(product.pk, []) if product else []
        if self._is_there(cells, told, certificates):
            return None, []
        standing = _standing(certificates)
        waiting = self._waiting.get(product.pk) if product else None
        if waiting is not None:
            if _same(waiting.decision_no, told) and waiting.star == told["star"]:
                return None, []
            cells.wrong(
                "decision_no",
                _("Sản phẩm đang có đề nghị khác chờ xác nhận: %s.") % waiting.decision_no,
            )
        if standing is not None and told["decided_on"] < standing.issued_on:
            cells.wrong(
                "decided_on",
                _("Quyết định này cũ hơn quyết định đang đứng %s.") % standing.decision_no,
            )
        told["kind"] = str(_kind(standing, told["star"]))
        before = (
            _("%(star)s sao, %(number)s")
            % {
                "star": standing.star,
                "number": standing.decision_no,
            }
            if standing
            else ""
        )
        after = _("%(star)s sao, %(number)s") % {
            "star": told["star"],
            "number": told["decision_no"],
        }
        return plain(told), [_("Hạng sao"), before, after]

    def _told(self, cells: Cells) -> dict[str, Any] | None:
        """The decision of the row; None, with its problems noted, when it cannot be one."""
        star, day = values.star_of(cells["star"]), values.day_of(cells["decided_on"])
        if star is None:
            cells.wrong("star", _("Hạng sao là một số từ 1 đến 5."))
        if day is None:
            cells.wrong("decided_on", _("Ghi ngày theo mẫu 05/08/2026."))
        for name in ("decision_no", "authority"):
            if not cells[name]:
                cells.wrong(name, _("Còn trống. Hãy ghi vào ô này."))
        expires = values.day_of(cells["expires_on"])
        if cells["expires_on"] and expires is None:
            cells.wrong("expires_on", _("Ghi ngày theo mẫu 05/08/2026."))
        if star is None or day is None:
            return None
        level = values.level_of(cells["authority_level"], star)
        if level is None:
            cells.wrong("authority_level", _("Ghi tỉnh, bộ hoặc huyện."))
            return None
        try:
            check_grant(
                level=level,
                star=star,
                issued_on=day,
                decision_no=cells["decision_no"] or "-",
                today=clock.today(),
            )
        except RegisterError as error:
            cells.wrong(_COLUMN_OF.get(error.field, error.field), error.message)
        return {
            "star": star,
            "decision_no": cells["decision_no"],
            "decided_on": day,
            "authority": cells["authority"],
            "authority_level": level,
            "expires_on": expires,
            "reason": cells["reason"] or _("Theo quyết định %s") % cells["decision_no"],
        }

    def _is_there(
        self, cells: Cells, told: dict[str, Any], certificates: list[Certificate]
    ) -> bool:
        """Whether the register has this decision; with other stars it is a contradiction."""
        for certificate in certificates:
            if (
                not _same(certificate.decision_no, told)
                or certificate.issued_on != told["decided_on"]
            ):
                continue
            if certificate.star == told["star"]:
                return True
            cells.wrong(
                "star",
                _("Sổ đăng ký ghi quyết định này với %s sao. Hãy xem lại văn bản.")
                % certificate.star,
            )
        return False


def _same(decision_no: str, told: dict[str, Any]) -> bool:
    return fold(decision_no).replace(" ", "") == fold(told["decision_no"]).replace(" ", "")


def _standing(certificates: list[Certificate]) -> Certificate | None:
    """The newest one unless it was revoked or replaced, as ``standing_certificate`` has it."""
    issued = [one for one in certificates if one.issued_on <= clock.today()]
    newest = issued[-1] if issued else None
    if newest is None or newest.revoked_on or newest.replaced_on:
        return None
    return newest


def _kind(standing: Certificate | None, star: int) -> ProposalKind:
    if standing is None:
        return ProposalKind.RECOGNISE
    return ProposalKind.DOWNGRADE if star < standing.star else ProposalKind.REPLACE
