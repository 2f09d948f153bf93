"""VietQR: the text of a bank-transfer code, written offline.

The layout is that of EMVCo's merchant-presented QR with NAPAS's account information
(tag 38) for transfers by account or card. The platform holds no money: the code leads from
the payer's bank to the payee's.
"""

import re
from decimal import Decimal

from .vietnamese import fold

NAPAS = "A000000727"
TO_ACCOUNT, TO_CARD = "QRIBFTTA", "QRIBFTTC"
DONG, COUNTRY = "704", "VN"
MOST_BILL, MOST_PURPOSE, MOST_AMOUNT = 25, 25, 13  # signs
_BIN = re.compile(r"[0-9]{6}")
_ACCOUNT = re.compile(r"[0-9A-Z]{6,19}")
_PLAIN = re.compile(r"[^A-Za-z0-9 .,/_-]+")


class NotPayable(ValueError):
    """The part named cannot be written into a code."""

    def __init__(self, part: str, value: object) -> None:
        super().__init__(part, value)
        self.part = part


def payload(
    *,
    bank_bin: str,
    account: str,
    amount: Decimal | int | None = None,
    bill: str = "",
    purpose: str = "",
    service: str = TO_ACCOUNT,
) -> str:
    """The code's text: static without an amount, dynamic (for one payment) with one.

    ``amount`` is whole dong; ``bill`` and ``purpose`` hold up to 25 signs, ASCII.
    Raises NotPayable, naming ``bank_bin``, ``account``, ``amount``, ``bill``, ``purpose``
    or ``service``.
    """
    _require("bank_bin", bank_bin, ok=bool(_BIN.fullmatch(bank_bin)))
    _require("account", account, ok=bool(_ACCOUNT.fullmatch(account)))
    _require("service", service, ok=service in {TO_ACCOUNT, TO_CARD})
    for part, text, most in (("bill", bill, MOST_BILL), ("purpose", purpose, MOST_PURPOSE)):
        _require(part, text, ok=len(text) <= most and not _PLAIN.search(text))
    payee = _field("00", bank_bin) + _field("01", account)
    told = _field("01", bill) + _field("08", purpose)
    body = "".join(
        (
            _field("00", "01"),
            _field("01", "11" if amount is None else "12"),
            _field("38", _field("00", NAPAS) + _field("01", payee) + _field("02", service)),
            _field("53", DONG),
            _field("54", _whole(amount)),
            _field("58", COUNTRY),
            _field("62", told),
            "6304",
        )
    )
    return body + f"{crc16(body.encode('ascii')):04X}"


def plain_purpose(text: str) -> str:
    """A purpose any bank's page takes: no marks, no odd signs, at most 25 signs."""
    return _PLAIN.sub("", fold(text).upper())[:MOST_PURPOSE].strip()


def crc16(data: bytes) -> int:
    """CRC-16/CCITT-FALSE: polynomial 0x1021, from 0xFFFF (EMVCo QR, tag 63)."""
    crc = 0xFFFF
    for byte in data:
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1) ^ 0x1021 if crc & 0x8000 else crc << 1
            crc &= 0xFFFF
    return crc


def _field(tag: str, value: str) -> str:
    return f"{tag}{len(value):02}{value}" if value else ""


def _whole(amount: Decimal | int | None) -> str:
    if amount is None:
        return ""
    whole = Decimal(amount)
    text = f"{whole:f}" if whole == whole.to_integral_value() else ""
    text = text.partition(".")[0]
    _require("amount", amount, ok=whole > 0 and 0 < len(text) <= MOST_AMOUNT)
    return text


def _require(part: str, value: object, *, ok: bool) -> None:
    if not ok:
        raise NotPayable(part, value)
