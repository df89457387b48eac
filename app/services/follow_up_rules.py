"""The rules by which follow-ups make themselves: kept and switched on by the owner."""

from uuid import UUID

from app.errors import CareUnknown, FieldInvalid
from app.models import follow_ups as stored
from app.models import staff as people
from app.services.approvals import Approval
from app.services.as_written import reading
from app.services.care_types import FollowUpRule, RuleDraft, rule_of
from app.services.desk import Desk, audit
from app.services.ids import uuid7
from app.services.rules.care.follow_ups import DAYS_MOST, FollowUpKind
from app.services.rules.powers import Power
from app.services.texts import checked_text

WHAT_LENGTH = 120


class FollowUpRules:
    """What the shop wants to be reminded of."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @reading
    def listed(self) -> tuple[FollowUpRule, ...]:
        """All rules, switched on or not, as they came."""
        return tuple(rule_of(row) for row in stored.rules(self._desk.database))

    def save(
        self, draft: RuleDraft, rule_id: UUID | None = None, *, approval: Approval | None = None
    ) -> FollowUpRule:
        """Keep a rule; it looks at what happens from the day on which it is switched on.

        What it watches for stays what it was. Raises FieldInvalid, CareUnknown (`rule`),
        NeedsApproval.
        """
        desk = self._desk
        kept = self._checked_rule(draft)
        new_id = rule_id or uuid7()

        def work() -> FollowUpRule:
            before = stored.rule(desk.database, new_id.bytes)
            if before is not None and before[1] != kept.kind:
                raise FieldInvalid("kind", "in_use", before[1])
            approver = desk.require(Power.SETTINGS, 0, approval)
            check_adviser(desk, kept.adviser_id)
            went_on = before is not None and before[7] and kept.active
            since = before[8] if before is not None and went_on else desk.today().isoformat()
            staff_id = None if kept.adviser_id is None else kept.adviser_id.bytes
            stored.save_rule(
                desk.database,
                (new_id.bytes, kept.kind.value, kept.name, kept.days, kept.category, staff_id,
                 int(kept.active), since, desk.now_ms()),
            )  # fmt: skip
            switch = "on" if kept.active else "off"
            audit(desk, "follow_up.rule", new_id, approved_by=approver, after=switch)
            return self.get(new_id)

        return desk.transaction(work)

    @reading
    def get(self, rule_id: UUID) -> FollowUpRule:
        """One rule. Raises CareUnknown."""
        row = stored.rule(self._desk.database, rule_id.bytes)
        if row is None:
            raise CareUnknown("rule")
        return rule_of(row)

    def catch_up(self) -> int:
        """Make at once what the rules ask for today; how many were made."""
        from app.services.due_care import FollowUpJob

        today = self._desk.today()
        return FollowUpJob(self._desk).run(today, today)

    def _checked_rule(self, draft: RuleDraft) -> RuleDraft:
        name = checked_text("name", draft.name, WHAT_LENGTH, required=True)
        if not 0 <= draft.days <= DAYS_MOST:
            raise FieldInvalid("days", "out_of_range", str(draft.days))
        purchase = draft.kind is FollowUpKind.PURCHASE
        category = checked_text("category", draft.category, WHAT_LENGTH, required=purchase)
        return RuleDraft(
            draft.kind,
            name,
            draft.days,
            category if purchase else "",
            draft.adviser_id,
            draft.active,
        )


def check_adviser(desk: Desk, adviser_id: UUID | None) -> None:
    """Refuse to give anything to who does not work here. Raises FieldInvalid."""
    if adviser_id is None:
        return
    row = people.person(desk.database, adviser_id.bytes)
    if row is None or not row[3]:
        raise FieldInvalid("adviser", "unknown_value")
