"""The services of money kept for members and owed by them, each loaded when first asked for."""

from functools import cached_property
from typing import TYPE_CHECKING

from app.services.checkout import Checkout
from app.services.desk import Desk

if TYPE_CHECKING:
    from app.services.accounts import Accounts
    from app.services.deposits import Deposits
    from app.services.gift_cards import GiftCards
    from app.services.passes import Passes
    from app.services.plans import Plans
    from app.services.wallets import Wallets


class ValueServices:
    """The part of the shop that holds wallets, cards, passes, plans, accounts and deposits."""

    desk: Desk
    checkout: Checkout

    @cached_property
    def accounts(self) -> "Accounts":
        """What members owe on account."""
        from app.services.accounts import Accounts
        from app.services.takings import Takings

        return Accounts(self.desk, Takings(self.desk))

    @cached_property
    def deposits(self) -> "Deposits":
        """Money taken for a sale to come."""
        from app.services.deposits import Deposits
        from app.services.takings import Takings

        return Deposits(self.desk, Takings(self.desk), self.checkout)

    @cached_property
    def gift_cards(self) -> "GiftCards":
        """Gift cards: sold, looked up, paid back."""
        from app.services.gift_cards import GiftCards
        from app.services.takings import Takings

        return GiftCards(self.desk, Takings(self.desk))

    @cached_property
    def passes(self) -> "Passes":
        """Session passes: sold and used."""
        from app.services.passes import Passes
        from app.services.takings import Takings

        return Passes(self.desk, Takings(self.desk))

    @cached_property
    def plans(self) -> "Plans":
        """Paid memberships."""
        from app.services.plans import Plans
        from app.services.takings import Takings

        return Plans(self.desk, Takings(self.desk))

    @cached_property
    def wallets(self) -> "Wallets":
        """Money kept for members."""
        from app.services.takings import Takings
        from app.services.wallets import Wallets

        return Wallets(self.desk, Takings(self.desk))
