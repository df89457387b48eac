"""A query is prepared once, and then only asked."""

import apsw

from tests.shop_builder import add_member


def test_a_query_is_not_prepared_anew_for_each_text_that_is_typed(shop):
    for at in range(60):
        add_member(shop, name=f"{'王李张刘'[at % 4]}{at}", number=f"{at:06d}")
    shop.desk.database.execute("ANALYZE")
    prepared: list[int] = []

    def asked(code: int, *_names: str | None) -> int:
        prepared.append(code)
        return apsw.SQLITE_OK

    # The engine asks what is allowed whenever it prepares a query.
    shop.desk.database.connection.authorizer = asked
    # One text for a hanzi, one for letters.
    assert shop.members.suggest("王1")
    assert shop.members.suggest("wang")
    assert prepared
    prepared.clear()
    for typed in ("李", "张2", "liu"):
        assert shop.members.suggest(typed)
    assert not prepared
