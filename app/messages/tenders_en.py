"""The messages about tenders, accounts and deposits in English."""

SENTENCES = {
    "AccountNotOffered": (
        "member {number} may not buy on account; give them a limit on their page first."
    ),
    "OwesLess": "member {number} owes {owed}; take no more than that.",
    "DepositUnknown": "no deposit has the number{text}; look at the list of open deposits.",
    "DepositClosed": "nothing is left of deposit {number}; look at the list of open deposits.",
    "DepositHeld": (
        "deposit {number} belongs to a basket on hold{text}; recall that basket, or throw it away"
        " to set the deposit free."
    ),
    "StillOpen": (
        "member {number} owes {owed}, and {deposits} of their deposits are held here;"
        " settle both first."
    ),
}
REASONS = {
    "code_of_another": "cannot be taken with the code of another app; scan it again",
    "needs_deposit": "needs the number of the deposit as its reference; choose it in the list",
    "of_another_member": "belongs to another member; take it off",
    "only_with_return": "stands only on a sale made for goods brought back; take another way",
}
FIELDS = {
    "deposit": "deposit",
    "limit": "limit",
    "tip": "tip",
    "tips": "tips",
    "tips_to": "who gets the tip",
    "account_limit_minor": "limit on account",
}
TENDERS = {
    "on_account": "on account",
    "deposit": "deposit",
    "exchange": "exchange",
}
