"""A staff card: the shop's own card with a person's name, their role, and a code to scan."""

from collections.abc import Mapping
from dataclasses import replace

from app.services.rules.powers import Role
from app.services.rules.shop_facts import CardFacts, ShopFacts

_ROLES: Mapping[str, Mapping[Role, str]] = {
    "zh_CN": {Role.OWNER: "店主", Role.MANAGER: "店长", Role.CLERK: "店员"},
    "zh_TW": {Role.OWNER: "店主", Role.MANAGER: "店長", Role.CLERK: "店員"},
    "en": {Role.OWNER: "Owner", Role.MANAGER: "Manager", Role.CLERK: "Clerk"},
}
_STAFF: Mapping[str, str] = {"zh_CN": "员工卡", "zh_TW": "員工卡", "en": "Staff card"}
_TERMS: Mapping[str, str] = {
    "zh_CN": "本卡用于登录收银台，仅限本人使用。遗失请立即告知店主，旧卡随即作废；拾到请交还本店。",
    "zh_TW": "本卡用於登入收銀台，僅限本人使用。遺失請立即告知店主，舊卡隨即作廢；拾到請交還本店。",
    "en": (
        "Signs its bearer in at the till; never lend it. If it is lost, tell the owner at once and"
        " the card is dead. If found, please bring it back."
    ),
}


def staff_card(code: str, name: str, role: Role, shop: ShopFacts) -> tuple[CardFacts, ShopFacts]:
    """What the card prints, and the shop as it stands on it: its back has a card's own terms."""
    language = shop.language if shop.language in _ROLES else "en"
    told = f"{_STAFF[language]} · {_ROLES[language][role]}"
    facts = CardFacts(code=code, name=name, number="", joined_on="", tier=told)
    return facts, replace(shop, card_terms=_TERMS[language])
