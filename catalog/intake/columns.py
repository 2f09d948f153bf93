"""The columns of each table: their headings, and the other headings people give them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from openpyxl.utils import get_column_letter

from catalog.lib.vietnamese import fold

from .enums import Subject
from .errors import ColumnsMissing

_LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Column:
    """One column; ``aliases`` are folded."""

    name: str
    heading: Promise
    is_required: bool = False
    aliases: tuple[str, ...] = ()
    sample: str | Promise = ""

    @property
    def keys(self) -> set[str]:
        """Every heading it is known by, folded."""
        keys = set(self.aliases)
        for language in _LANGUAGES:
            with override(language):
                keys.add(_key(str(self.heading)))
        return keys


_PRODUCER_NAME = Column(
    "producer",
    _("Chủ thể"),
    is_required=True,
    aliases=("ten chu the", "don vi", "co so san xuat"),
    sample=_("HTX Mẫu Núi Xanh"),
)
_TAX_NO = Column("tax_no", _("Mã số thuế"), aliases=("mst",))
_KIND = Column("kind", _("Loại hình"), aliases=("loai hinh chu the",), sample=_("Hợp tác xã"))
_COMMUNE = Column(
    "commune", _("Xã, phường"), aliases=("xa", "phuong", "xa phuong", "xa phuong dac khu")
)
_PROVINCE = Column("province", _("Tỉnh, thành phố"), aliases=("tinh", "tinh thanh pho"))
_STREET = Column("street", _("Số nhà, đường, thôn"), aliases=("dia chi", "thon"))
_PHONE = Column("phone", _("Điện thoại"), aliases=("so dien thoai", "sdt"), sample="0912 345 678")
_PRODUCT_NAME = Column(
    "name", _("Tên sản phẩm"), is_required=True, aliases=("san pham",), sample=_("Chè Mẫu")
)
_CODE = Column("code", _("Mã sản phẩm"), aliases=("ma",))
_SET = Column(
    "product_set", _("Bộ sản phẩm"), aliases=("bo so", "bo", "nhom san pham"), sample="11"
)

COLUMNS: dict[str, tuple[Column, ...]] = {
    Subject.PRODUCERS: (
        Column(
            "name",
            _("Tên pháp lý"),
            is_required=True,
            aliases=("ten chu the", "chu the", "ten"),
            sample=_("HTX Mẫu Núi Xanh"),
        ),
        Column("short_name", _("Tên gọi ngắn")),
        Column("kind", _("Loại hình"), is_required=True, sample=_("Hợp tác xã")),
        _TAX_NO,
        Column("registration_no", _("Số đăng ký kinh doanh")),
        Column("representative", _("Người đại diện")),
        _PHONE,
        Column("email", _("Thư điện tử"), aliases=("email",)),
        _STREET,
        Column("commune", _("Xã, phường"), is_required=True, aliases=_COMMUNE.aliases),
        _PROVINCE,
        Column("story", _("Giới thiệu")),
    ),
    Subject.PRODUCTS: (
        _PRODUCT_NAME,
        _CODE,
        _PRODUCER_NAME,
        _TAX_NO,
        Column(
            "product_set",
            _("Bộ sản phẩm"),
            is_required=True,
            aliases=_SET.aliases,
            sample="11",
        ),
        Column("gtin", _("Mã GTIN"), aliases=("ma vach",)),
        Column("summary", _("Mô tả ngắn")),
        Column("ingredients", _("Thành phần")),
        Column("shelf_life", _("Hạn sử dụng")),
        Column("storage", _("Bảo quản")),
        Column("warnings", _("Cảnh báo")),
    ),
    Subject.DECISION: (
        _PRODUCT_NAME,
        _CODE,
        _PRODUCER_NAME,
        _TAX_NO,
        _KIND,
        _STREET,
        _COMMUNE,
        _PROVINCE,
        _SET,
        Column(
            "star", _("Hạng sao"), is_required=True, aliases=("sao", "so sao", "hang"), sample="4"
        ),
        Column(
            "decision_no",
            _("Số quyết định"),
            is_required=True,
            aliases=("quyet dinh", "so qd"),
            sample="12/QD-UBND",
        ),
        Column(
            "decided_on",
            _("Ngày quyết định"),
            is_required=True,
            aliases=("ngay", "ngay cong nhan", "ngay ky"),
            sample="05/08/2026",
        ),
        Column(
            "authority", _("Cơ quan ban hành"), is_required=True, aliases=("co quan cong nhan",)
        ),
        Column("authority_level", _("Cấp")),
        Column("expires_on", _("Hiệu lực đến hết ngày"), aliases=("het han", "hieu luc den")),
        Column("reason", _("Lý do"), aliases=("ghi chu",)),
    ),
}


def place_columns(subject: str, heading: Sequence[str]) -> dict[str, int]:
    """Where each known column stands, counted from 0; columns nobody knows are passed over.

    Raises ColumnsMissing.
    """
    found = {_key(text): at for at, text in reversed(list(enumerate(heading)))}
    places: dict[str, int] = {}
    for column in COLUMNS[subject]:
        at = [found[key] for key in column.keys if key in found]
        if at:
            places[column.name] = min(at)
    missing = [str(c.heading) for c in COLUMNS[subject] if c.is_required and c.name not in places]
    if missing:
        raise ColumnsMissing(missing)
    return places


def address(at: int, number: int) -> str:
    """The cell as the spreadsheet names it: column 3 of row 17 is ``D17``."""
    return f"{get_column_letter(at + 1)}{number}"


def heading_of(subject: str, name: str) -> str:
    """The heading of one column."""
    return next((str(c.heading) for c in COLUMNS[subject] if c.name == name), name)


def _key(text: str) -> str:
    bare = "".join(c if c.isalnum() else " " for c in fold(text))
    return " ".join(bare.split())
