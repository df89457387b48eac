"""Counted benefits (权益), partner cards, and who brought whom along."""

from uuid import UUID

from app.errors import NotInScheme, PerkUsedUp, ReferralRefused, RewardRefused
from app.models import standing as stored_standing
from app.models import value as stored
from app.models.ledgers import LedgerRows
from app.services.buyers import buyer
from app.services.desk import Desk, audit
from app.services.loyalty import Loyalty, perk_held
from app.services.rules.conditions import why_not_who
from app.services.rules.scheme.standing import Perk
from app.services.standing import PerkHeld
from app.services.takings import checked_reason, new_id, post, stamp
from app.services.texts import checked_text

CARD_LIMIT = 40


class Perks:
    """Counts the uses of benefits, and notes partner cards."""

    def __init__(self, desk: Desk, loyalty: Loyalty) -> None:
        self._desk = desk
        self._loyalty = loyalty

    def use(
        self, member_id: UUID, perk_id: str, reason: str = "", *, op_id: UUID | None = None
    ) -> PerkHeld:
        """Count one use; a repeated `op_id` counts once. What is left afterwards.

        Raises NotInScheme, PerkUsedUp, RewardRefused where the perk is not for this member,
        MemberUnknown, MemberFrozen, MemberArchived.
        """
        perk, why = self._perk(perk_id), checked_reason(reason, required=False)

        def work() -> PerkHeld:
            database = self._desk.database
            if op_id is not None and stored.perk_use(database, op_id.bytes) is not None:
                return self._held(member_id, perk)
            buyer(self._desk, member_id)
            facts, scheme = self._loyalty.facts(member_id), self._desk.scheme
            refusal = why_not_who(perk.who, facts, self._desk.moment(), scheme)
            if refusal is not None:
                raise RewardRefused(perk.name, refusal)
            held = self._held(member_id, perk)
            if held.left <= 0:
                raise PerkUsedUp(perk.name, held.until)
            self._post(member_id, perk, 1, why, op_id)
            return self._held(member_id, perk)

        return self._desk.transaction(work)

    def give_back(self, member_id: UUID, perk_id: str, reason: str) -> PerkHeld:
        """Take back a use counted by mistake in this period, if there is one.

        Raises NotInScheme, FieldInvalid.
        """
        perk, why = self._perk(perk_id), checked_reason(reason)

        def work() -> PerkHeld:
            if self._held(member_id, perk).left < perk.count:
                self._post(member_id, perk, -1, why, None)
            return self._held(member_id, perk)

        return self._desk.transaction(work)

    def put_card(self, member_id: UUID, card_id: str, number: str = "") -> None:
        """Note that a member has a partner's card. Raises NotInScheme, FieldInvalid."""
        known = self._desk.scheme.partner_cards
        if all(card.id != card_id for card in known):
            names = ", ".join(card.id for card in known)
            raise NotInScheme("partner_card", card_id[:CARD_LIMIT], names)
        kept = checked_text("number", number, CARD_LIMIT)
        desk = self._desk

        def work() -> None:
            buyer(desk, member_id)
            stored.put_partner_card(desk.database, member_id.bytes, card_id, kept, desk.now_ms())
            audit(desk, "partner_card_put", member_id, card=card_id)

        desk.transaction(work)

    def drop_card(self, member_id: UUID, card_id: str) -> None:
        """Note that a member has it no longer."""
        desk = self._desk

        def work() -> None:
            if stored.drop_partner_card(desk.database, member_id.bytes, card_id):
                audit(desk, "partner_card_dropped", member_id, card=card_id)

        desk.transaction(work)

    def refer(self, referee_id: UUID, referrer_id: UUID) -> None:
        """Note who brought a new member along; both are rewarded on the first purchase.

        A repeat changes nothing. Raises ReferralRefused, MemberUnknown, MemberFrozen,
        MemberArchived.
        """
        desk = self._desk

        def work() -> None:
            database = desk.database
            known = stored.referral(database, referee_id.bytes)
            if known == referrer_id.bytes:
                return
            referrer = buyer(self._desk, referrer_id)
            buyer(self._desk, referee_id)
            if referee_id == referrer_id:
                raise ReferralRefused(referrer.number, "refers_self")
            if known is not None:
                raise ReferralRefused(referrer.number, "already_referred")
            if stored_standing.purchases(database, referee_id.bytes):
                raise ReferralRefused(referrer.number, "bought_before")
            rows, at = LedgerRows(), stamp(desk)
            rows.add("referral", referee_id.bytes, referrer_id.bytes, at.staff_id, at.at_ms)
            post(desk, rows)

        desk.transaction(work)

    def referrer(self, member_id: UUID) -> tuple[str, str] | None:
        """(number, name) of who brought a member along; None where nobody is noted."""
        key = stored.referral(self._desk.database, member_id.bytes)
        row = None if key is None else stored_standing.person(self._desk.database, key)
        return None if row is None else (str(row[0]), str(row[1]))

    def _perk(self, perk_id: str) -> Perk:
        known = self._desk.scheme.perks
        for perk in known:
            if perk.id == perk_id:
                return perk
        raise NotInScheme("perk", perk_id[:CARD_LIMIT], ", ".join(each.id for each in known))

    def _held(self, member_id: UUID, perk: Perk) -> PerkHeld:
        return perk_held(self._desk, member_id, perk, self._desk.today())

    def _post(
        self, member_id: UUID, perk: Perk, uses: int, reason: str, op_id: UUID | None
    ) -> None:
        rows = LedgerRows()
        use_id = new_id() if op_id is None else op_id.bytes
        rows.add("perk_use", use_id, member_id.bytes, perk.id, uses, reason, *stamp(self._desk).row)
        post(self._desk, rows)
