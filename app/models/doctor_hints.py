"""What must hold of hints: each query yields faults, (what, number of the member or product).

What could be said is of members as they are now, and no more of it than is ever reckoned. What it
counts is there: what was bought since only adds to that. Of what was said, an answer has its
hint, and the outcome is what the basket says.
"""

from collections.abc import Iterator

from app.models.database import Database, Row
from app.models.merges import MINE

_MOST_OF_A_KIND = 3

_MINE = MINE.replace("?", "member.id")
_WITH = "EXISTS (SELECT 1 FROM sale_line WHERE sale_id = sale.id AND product_id = hint.product_id)"
_SHOWN = "member.number FROM hint_shown JOIN member ON member.id = hint_shown.member_id WHERE "
_SOLD = (
    "EXISTS (SELECT 1 FROM sale_line WHERE sale_line.sale_id = hint_shown.sale_id"
    " AND sale_line.product_id = hint_shown.product_id)"
)

HINT_FAULTS: dict[str, tuple[str, ...]] = {
    "hints": (
        "SELECT 'hint of who was merged', member.number FROM member_alias"
        " CROSS JOIN member ON member.id = gone_id"
        " WHERE EXISTS (SELECT 1 FROM hint WHERE hint.seq = member.seq)",
        "SELECT 'hints', member.number FROM hint CROSS JOIN member ON member.seq = hint.seq"
        " GROUP BY hint.seq HAVING max(rank) <> count(*)"
        f" OR sum(kind = 'due_again') > {_MOST_OF_A_KIND}"
        f" OR sum(kind = 'lapsing') > {_MOST_OF_A_KIND}"
        " OR NOT EXISTS (SELECT 1 FROM hint_made WHERE hint_made.seq = hint.seq)",
        # Due again after so many days with it: they are in the sales of the member.
        "SELECT 'due again', member.number FROM hint CROSS JOIN member ON member.seq = hint.seq"
        " WHERE kind = 'due_again' AND coalesce(json_extract(facts, '$.times'), 0) NOT BETWEEN 1"
        f" AND (SELECT count(DISTINCT business_date) FROM sale WHERE member_id {_MINE} AND {_WITH})"
        " + (SELECT count(DISTINCT sale.business_date) FROM claim"
        " CROSS JOIN sale ON sale.id = claim.sale_id"
        f" WHERE claim.member_id {_MINE} AND {_WITH})",
        # What was said: the second after the first, no kind twice, the outcome by the basket.
        f"SELECT 'hint without the first', {_SHOWN}position > 1 AND NOT EXISTS (SELECT 1"
        " FROM hint_shown AS first WHERE first.visit_id = hint_shown.visit_id"
        " AND first.member_id = hint_shown.member_id AND first.position = 1)",
        f"SELECT 'hint said twice', {_SHOWN}position > 1 AND EXISTS (SELECT 1"
        " FROM hint_shown AS first WHERE first.visit_id = hint_shown.visit_id"
        " AND first.member_id = hint_shown.member_id AND first.position < hint_shown.position"
        " AND first.kind = hint_shown.kind)",
        f"SELECT 'hint bought', {_SHOWN}outcome = 'bought' AND NOT {_SOLD}",
        f"SELECT 'hint not bought', {_SHOWN}outcome IN ('none', 'refused') AND {_SOLD}",
        f"SELECT 'hint beside the best-seller', {_SHOWN}best_seller IS NOT NULL"
        " AND sale_id IS NULL",
    ),
}

_HELD = (
    "SELECT count(*) FROM (SELECT DISTINCT sale_id FROM sale_line AS one WHERE product_id = ?"
    "{beside} ORDER BY sale_id DESC LIMIT ?)"
)
_ALONE = _HELD.format(beside="")
_BOTH = _HELD.format(
    beside=" AND EXISTS (SELECT 1 FROM sale_line AS other WHERE other.sale_id = one.sale_id"
    " AND other.product_id = ?)"
)


def short_counts(database: Database) -> Iterator[Row]:
    """(what, product) where fewer baskets hold a product, or two of them, than is said.

    Looked for from the newest basket on, and no further than needed.
    """
    for name, product, other, said in database.rows(
        "SELECT name, product_id, other_id, baskets FROM hint_pair"
        " CROSS JOIN product ON product.id = product_id"
    ):
        if database.value(_BOTH, (product, other, said)) < said:
            yield "bought together", name
    for name, product, said in database.rows(
        "SELECT name, product_id, baskets FROM hint_best"
        " CROSS JOIN product ON product.id = product_id"
    ):
        if database.value(_ALONE, (product, said)) < said:
            yield "best-seller", name
