"""Amounts, quantities and ways to pay as other programs write them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from app.errors import FieldInvalid
from app.services.exchange.cells import folded
from app.services.rules.money import (
    AMOUNT_LIMIT_MINOR,
    MILLI,
    Currency,
    parse_milli,
    parse_minor,
    parse_scaled,
)
from app.services.rules.tenders import TenderKind
from app.services.texts import checked_text

PRICE_DIGITS = 6
"""Decimals kept of a unit price, which may be derived and inexact."""

_SIGN = re.compile(
    r"^(?:NT\$|HK\$|MOP\$|RM|Rp|KD|S\$|C\$|A\$|NZ\$|[¥$€£₩฿₫₱₹]|RMB|CNY)\s*|\s*[元圓円]$"
)
# A comma that groups no thousands is a decimal comma, or a typing error: never read over.
_PLAIN = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?|[+-]?\.\d+")
_REFERENCE_LENGTH = 60
_PART = re.compile(r"(.*?)[\s:：]*([+-]?\d[\d,]*(?:\.\d+)?)?")

_KINDS = {
    TenderKind.CASH: "cash 现金 現金",
    TenderKind.BANK_CARD: (
        "bank_card bankcard card credit creditcard debit debitcard 银行卡 刷卡 信用卡 銀行卡 卡"
    ),
    TenderKind.WECHAT: "wechat wechatpay weixin 微信 微信支付",
    TenderKind.ALIPAY: "alipay 支付宝 支付寶",
}
_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words.split()}
# Paid with what was earned or given before, so it earns nothing again (rule 9).
_UNEARNED = frozenset(
    ["points", "积分", "積分", "點數", "gift_card", "giftcard", "礼品卡", "禮品卡", "禮物卡"]
)


@dataclass(frozen=True, slots=True)
class PaidBy:
    """One way to pay, read off a cell; `amount_minor` is None where the cell names only the way."""

    kind: TenderKind
    amount_minor: int | None
    reference: str = ""
    earns: bool = True


def amount_text(field: str, text: str) -> str:
    """An amount without its currency sign, commas only between thousands. Raises FieldInvalid."""
    plain = _SIGN.sub("", folded(text)).strip()
    if plain and not _PLAIN.fullmatch(plain):
        raise FieldInvalid(field, "not_an_amount", text)
    return plain


@lru_cache(maxsize=1 << 14)
def amount_minor(field: str, text: str, currency: Currency) -> int:
    """An amount of zero or more in minor units. Raises FieldInvalid."""
    minor = parse_minor(amount_text(field, text), currency)
    if minor is None:
        raise FieldInvalid(field, "not_an_amount", text)
    if minor < 0:
        raise FieldInvalid(field, "negative", text)
    return minor


@lru_cache(maxsize=1 << 14)
def unit_price_micro(field: str, text: str) -> int:
    """A unit price in millionths of the currency's unit, zero or more. Raises FieldInvalid."""
    plain = amount_text(field, text)
    whole, dot, decimals = plain.partition(".")
    limit = AMOUNT_LIMIT_MINOR * 10**PRICE_DIGITS
    micro = parse_scaled(whole + dot + decimals[:PRICE_DIGITS], PRICE_DIGITS, limit)
    if micro is None:
        raise FieldInvalid(field, "not_an_amount", text)
    if micro < 0:
        raise FieldInvalid(field, "negative", text)
    return micro


def quantity_milli(text: str) -> int:
    """A quantity above zero in thousandths; blank is one. Raises FieldInvalid."""
    plain = folded(text)
    if not plain:
        return MILLI
    milli = parse_milli(plain) if _PLAIN.fullmatch(plain) else None
    if milli is None:
        raise FieldInvalid("quantity", "not_a_quantity", text)
    if milli <= 0:
        raise FieldInvalid("quantity", "zero" if milli == 0 else "negative", text)
    return milli


@lru_cache(maxsize=1 << 12)
def paid_by(text: str, currency: Currency) -> tuple[PaidBy, ...]:
    """`cash`, `微信`, or `cash 50.00; wechat 20.00`; a way that is not known is `other`, with the
    text as its reference. Raises FieldInvalid."""
    parts = (part.strip() for part in re.split(r"[;+|\n；、]", text))
    return tuple(_part(part, currency) for part in parts if part)


def _part(text: str, currency: Currency) -> PaidBy:
    found = _PART.fullmatch(text)
    name, amount = (text, None) if found is None else found.groups()
    minor = None
    if amount is not None and name.strip():
        minor = amount_minor("tender", amount, currency)
    else:
        name = text
    key = folded(name).casefold().replace(" ", "")
    kind = _KIND_OF.get(key, TenderKind.OTHER)
    reference = ""
    if kind is TenderKind.OTHER and key != TenderKind.OTHER.value:
        reference = checked_text("tender", name, _REFERENCE_LENGTH)
    return PaidBy(kind, minor, reference, key not in _UNEARNED)
