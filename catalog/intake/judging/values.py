"""Single values as people write them: a kind, a star, a day, a set, a level."""

import re
from datetime import date, datetime

from catalog.lib.vietnamese import fold
from catalog.register.enums import AuthorityLevel, ProducerKind
from catalog.register.rules import LOWEST_STAR, MAX_STAR

_DAYS = ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y")
_STAR = re.compile(r"\s*([0-9])\s*(?:sao|stars?|\*|★)?\s*", re.IGNORECASE)
_SIGNS = re.compile(r"[*★]+")
_SET = re.compile(r"\s*(?:bo\s*(?:so)?\s*)?([0-9]{1,2})\s*(?:[.:-].*)?")
_EARLIEST = date(2018, 1, 1)  # the programme began in May of that year
# How the kinds are begun in public lists, folded.
_KINDS = {
    "hop tac xa": ProducerKind.COOPERATIVE,
    "htx": ProducerKind.COOPERATIVE,
    "to hop tac": ProducerKind.COOPERATIVE_GROUP,
    "tht": ProducerKind.COOPERATIVE_GROUP,
    "doanh nghiep": ProducerKind.ENTERPRISE,
    "cong ty": ProducerKind.ENTERPRISE,
    "dntn": ProducerKind.ENTERPRISE,
    "trang trai": ProducerKind.FARM,
    "ho": ProducerKind.HOUSEHOLD,
    "co so": ProducerKind.HOUSEHOLD,
    "hoi": ProducerKind.ASSOCIATION,
    "hiep hoi": ProducerKind.ASSOCIATION,
    "trung tam": ProducerKind.TOURISM_CENTRE,
}


def kind_of(text: str) -> str | None:
    """``HTX nông nghiệp`` as ``cooperative``."""
    folded = fold(text)
    if folded in ProducerKind.values:
        return folded
    return next(
        (str(kind) for start, kind in _KINDS.items() if re.match(rf"{start}\b", folded)), None
    )


def star_of(text: str) -> int | None:
    """``4``, ``4 sao`` and ``****`` as 4."""
    if _SIGNS.fullmatch(text.strip()):
        number = len(text.strip())
    elif match := _STAR.fullmatch(text):
        number = int(match[1])
    else:
        return None
    return number if number in range(LOWEST_STAR, MAX_STAR + 1) else None


def day_of(text: str) -> date | None:
    """A day as people and programs write it; never before the programme began."""
    for form in _DAYS:
        try:
            day = datetime.strptime(text.strip(), form).date()  # noqa: DTZ007 - a day alone
        except ValueError:
            continue
        return day if day >= _EARLIEST else None
    return None


def set_number_of(text: str) -> int | None:
    """``11``, ``Bộ 11`` and ``11. Chè`` as 11."""
    match = _SET.fullmatch(fold(text))
    return int(match[1]) if match else None


def level_of(text: str, star: int) -> str | None:
    """Who granted it; left empty, the province, or the ministry for the highest star."""
    folded = fold(text)
    if not folded:
        return str(AuthorityLevel.MINISTRY if star == MAX_STAR else AuthorityLevel.PROVINCE)
    words = {
        AuthorityLevel.PROVINCE: ("tinh", "thanh pho", "province"),
        AuthorityLevel.MINISTRY: ("bo", "trung uong", "ministry"),
        AuthorityLevel.DISTRICT: ("huyen", "thi xa", "quan", "district"),
    }
    for level, known in words.items():
        if any(re.search(rf"\b{word}\b", folded) for word in known):
            return str(level)
    return None
