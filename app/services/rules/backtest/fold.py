"""The fold: sales in, oldest first; each is priced and earned on by the one pricing authority."""

from dataclasses import replace
from datetime import date

from app.services.rules.backtest.account import Account
from app.services.rules.backtest.costs import RewardCosts
from app.services.rules.backtest.figures import (
    MemberFigures,
    Months,
    Outcome,
    TierFigures,
    month_figures,
)
from app.services.rules.backtest.offers import OffersInTime
from app.services.rules.backtest.past import Assumed, PastSale, assumed_plan, minds_history
from app.services.rules.backtest.spending import spent_points
from app.services.rules.cart import Cart, MemberFacts
from app.services.rules.conditions import takes
from app.services.rules.days import Moment
from app.services.rules.earning import EarnBase, Earned, earned_by, visits_counted
from app.services.rules.money import share
from app.services.rules.pricing import PriceTerms, Quote, price
from app.services.rules.scheme import Scheme
from app.services.rules.scheme.standing import TierBasis


class Backtest:
    """One scheme tried on past sales: `add` each, oldest first, then ask for the `outcome`.

    What falls due between the sales (points lapsing, reviews, renewals) is put into its own
    month when its member is next met, or at the end.
    """

    def __init__(self, scheme: Scheme, terms: PriceTerms, assumed: Assumed) -> None:
        self._scheme = scheme
        self._terms = terms
        self._assumed = assumed
        self._plan = assumed_plan(scheme, assumed)
        self._minds_history = minds_history(scheme)
        self._costs = RewardCosts(scheme)
        self._offers = OffersInTime(scheme)
        self._months = Months()
        self._accounts: dict[bytes, Account] = {}
        self._moves: dict[str, list[int]] = {}
        if scheme.tiers is not None:
            self._moves = {tier.id: [0, 0] for tier in scheme.tiers.tiers}

    def add(self, sale: PastSale) -> None:
        """The next sale. Its day is never before that of an earlier one."""
        month = self._months.of(sale.day)
        month.sales += 1
        month.revenue_minor += sale.paid_minor
        account = facts = None
        if sale.member is not None:
            account = self._account(sale.member, sale.day)
            self._bring_to(account, sale.day)
            facts = account.facts(sale.member, sale.day)
        quote = self._priced(sale, facts)
        if quote is not None:
            month.discount_minor += quote.discount_minor
        if account is not None and facts is not None:
            self._credit(account, facts, sale, quote)

    def outcome(self, last_day: date) -> Outcome:
        """What it all comes to on the evening of `last_day`; nothing can be added after."""
        if self._accounts:
            self._months.of(last_day)
        for account in self._accounts.values():
            self._bring_to(account, last_day)
            if account.tier is not None:
                account.tier.end(last_day)
        months = month_figures(self._months, self._moves, self._costs.points_worth_minor)
        members = dict(months[-1].tiers) if months else dict.fromkeys(self._moves, 0)
        return Outcome(
            scheme=self._scheme.name,
            plan="" if self._plan is None else self._plan.id,
            months=months,
            tiers=tuple(
                TierFigures(tier, members[tier], up, down)
                for tier, (up, down) in self._moves.items()
            ),
            members=len(self._accounts),
        )

    def member(self, member_id: bytes) -> MemberFigures | None:
        """One member at the end; None where no sale was theirs."""
        account = self._accounts.get(member_id)
        if account is None:
            return None
        tier = account.tier
        return MemberFigures(
            spent_minor=account.spent_minor,
            points=account.points.balance,
            tier="" if tier is None else tier.standing.tier,
            tier_by_year=() if tier is None else tuple(tier.years),
        )

    # --- one member -----------------------------------------------------------

    def _account(self, member: MemberFacts, day: date) -> Account:
        account = self._accounts.get(member.member_id.bytes)
        if account is None:
            account = Account(self._scheme, self._plan, day)
            self._accounts[member.member_id.bytes] = account
            if account.tier is not None:
                self._months.of(day).move("", account.tier.standing.tier)
        return account

    def _bring_to(self, account: Account, today: date) -> None:
        """What has fallen due by `today`, each in the month of its own day."""
        for day, points in account.points.lapse(today):
            self._months.of(day).points_expired += points
        if account.tier is not None:
            for day, before, after in account.tier.review(today):
                self._move(day, before, after)
        if account.plan is not None:
            for day, fee_minor, reward_minor in account.plan.renew(today):
                month = self._months.of(day)
                month.fees_minor += fee_minor
                month.reward_cost_minor += reward_minor
                month.owed_minor -= reward_minor

    def _priced(self, sale: PastSale, facts: MemberFacts | None) -> Quote | None:
        """The sale at the scheme's prices; None where no promotion takes anything off then."""
        for line in sale.lines:
            self._costs.note(line)
        moment = Moment(sale.day, sale.minute)
        scheme = self._offers.at(moment)
        if not scheme.promotions:
            return None
        return price(Cart(lines=sale.lines, member=facts), scheme, self._terms, moment)

    def _earned(self, sale: PastSale, facts: MemberFacts, quote: Quote | None) -> Earned:
        """The points on what was really paid."""
        if quote is None:
            return earned_by(self._scheme, facts, sale.base, Moment(sale.day, sale.minute))
        if _same_paid(quote, sale.base):
            by_rule = quote.points_by_rule
            return Earned(quote.points_earned, quote.qualifying_points, (), by_rule)
        given = replace(sale.base, given=quote.given)
        return earned_by(self._scheme, facts, given, quote.moment)

    def _credit(
        self, account: Account, facts: MemberFacts, sale: PastSale, quote: Quote | None
    ) -> None:
        """What the sale brings its member, the tier that it lifts them to last."""
        month = self._months.of(sale.day)
        account.points.visit(sale.day)
        if self._assumed.redeeming:
            spent = spent_points(self._scheme, self._costs, facts, sale)
            account.points.burn(spent.points, sale.day)
            account.use(spent.uses, sale.day)
            month.points_burned += spent.points
            month.reward_cost_minor += spent.cost_minor
        earned = self._earned(sale, facts, quote)
        account.points.earn(earned.points, sale.day)
        month.points_earned += earned.points
        account.spent_minor += sale.paid_minor
        account.purchases += 1
        uses = visits_counted(self._scheme, earned) if quote is None else quote.uses
        account.use(uses, sale.day)
        if self._minds_history:
            account.buy(sale.lines, sale.day)
        if account.plan is not None:
            month.owed_minor += account.plan.spend(self._eligible_minor(sale))
        if account.tier is not None:
            self._lift(account, sale, earned.qualifying_points)

    def _lift(self, account: Account, sale: PastSale, qualifying_points: int) -> None:
        terms, tier = self._scheme.tiers, account.tier
        assert terms is not None
        assert tier is not None
        by_spend = terms.basis is TierBasis.SPEND
        moved = tier.count(sale.qualifying_minor if by_spend else qualifying_points, sale.day)
        if moved is not None:
            self._move(sale.day, *moved)

    def _move(self, day: date, before: str, after: str) -> None:
        self._months.of(day).move(before, after)
        order = list(self._moves)
        if order.index(after) > order.index(before):
            self._moves[after][0] += 1
        else:
            self._moves[before][1] += 1

    def _eligible_minor(self, sale: PastSale) -> int:
        """What earns the plan's cash reward: really paid for the goods, net of tax."""
        reward = None if self._plan is None else self._plan.cash_reward
        if reward is None:
            return 0
        unearned = share(sale.base.unearned_minor, [line.paid_minor for line in sale.base.lines])
        return sum(
            line.paid_minor - line.tax_minor - part
            for line, part in zip(sale.base.lines, unearned, strict=True)
            if takes(reward.goods, line.item, self._scheme)
        )


def _same_paid(quote: Quote, base: EarnBase) -> bool:
    """Whether the scheme asks for each line just what was paid, so that the quote's points hold."""
    return (
        not quote.discount_minor
        and not base.unearned_minor
        and quote.total_minor == base.paid_minor
        and all(
            line.tax_minor == paid.tax_minor
            and paid.paid_minor in (line.total_minor, line.total_minor + line.tax_minor)
            for line, paid in zip(quote.lines, base.lines, strict=True)
        )
    )
