"""The messages about the drawer in English."""

SENTENCES = {
    "SessionNotOpen": "the drawer is not open; open it with its float first.",
    "SessionOpen": "the drawer is open since {since}; close that session first.",
    "SessionClosed": "this session was closed with Z report {number}; open the drawer again.",
    "ZReportUnknown": "there is no Z report{text}; look at the list of Z reports.",
    "CountWrong": (
        "the pieces counted come to {pieces} and the amount says {counted}; count again."
    ),
    "MovementIdTaken": (
        "this id already belongs to another movement of the drawer; use a new one."
    ),
}
REASONS = {
    "not_a_denomination": "is no note or coin of the shop's currency; count only those",
    "not_countable": "cannot be counted in the evening; leave it out",
}
FIELDS = {
    "count": "count",
    "count_cash": "counting of the drawer",
    "cash_float_minor": "float",
    "float": "float",
    "pieces": "notes and coins",
}
