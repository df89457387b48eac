"""How hints are measured against the best-seller: on last baskets, without a look at them."""

from tests.benchmarks.hint_speed import hit_rates
from tests.shop_builder import add_member, add_product, cart_of, cash


def test_a_last_basket_is_guessed_from_what_lies_before_it_alone(shop, clock):
    """Ana's tea comes every week and then is missed once; bread sells best, and Ana buys it."""
    tea, bread = add_product(shop, "tea", 100), add_product(shop, "bread", 100)
    ana = add_member(shop)

    def buy(member, *items):
        cart = cart_of(*items, member=member)
        shop.checkout.complete(cart.lines[0].line_id, cart, None, (cash(100 * len(items)),))

    for week in range(5):
        for _ in range(3):
            buy(None, bread)
        buy(ana, *((tea,) if week < 4 else (tea, bread)))
        clock.forward(days=7)
    due = hit_rates(shop)["due_again"]
    assert (due.asked, due.hint, due.best) == (1, 1, 1)
    buy(ana, bread)
    due = hit_rates(shop)["due_again"]
    assert (due.asked, due.hint, due.best) == (1, 0, 1)
    for _ in range(50):
        buy(None, tea)  # what comes after it says nothing of it
    due = hit_rates(shop)["due_again"]
    assert (due.asked, due.hint, due.best) == (1, 0, 1)


def test_what_goes_together_is_learned_from_other_baskets_than_the_guessed_ones(shop, clock):
    tea, cake, soap = (add_product(shop, name, 100) for name in ("tea", "cake", "soap"))
    ana = add_member(shop)

    def buy(member, *items):
        cart = cart_of(*items, member=member)
        shop.checkout.complete(cart.lines[0].line_id, cart, None, (cash(100 * len(items)),))

    for _ in range(8):
        buy(None, tea, cake)
        buy(None, soap)
        buy(None, soap)
    buy(ana, tea, cake)
    together = hit_rates(shop)["together"]
    assert (together.asked, together.hint, together.best) == (2, 2, 0)
