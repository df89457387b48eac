"""What the help of `sale` and `quote` says of their files."""

SALE = """\
CART.json holds one sale ("-" reads it from standard input):

  {"id": "0193…",                     a UUID; the same one again gives the first receipt
   "member": "138 0013 8000",         card code, member number or phone
   "lines": [
     {"barcode": "6901234567892", "quantity": "2"},
     {"name": "Latte"},                a stored product by its whole name, at its own price
     {"name": "Repair", "category": "Service", "unit_price": "12.50", "quantity": "1",
      "discount": {"percent": "10", "reason": "regular"}}],
   "discount": {"amount": "5.00", "reason": "wet box"},
   "coupons": ["82…"],                 codes laid on the sale
   "rewards": ["free-drink"],         rewards of the scheme, for points
   "vouchers": ["MILES-4711"],         codes handed out for rewards that are had elsewhere
   "passes": ["ten-classes"],          one use each of the member's passes, by id or by pass
   "tip": "5.00",                      no revenue, no tax, no points
   "tenders": [{"kind": "points", "amount": "1.00"}, {"kind": "cash", "amount": "100.00"}],
   "at": "2026-11-21T10:00"}          shop time; left out: now

A line may say who served it: "served_by" is a name of the staff.
Only lines are needed, and tenders where something is to be paid. Amounts, quantities and
percentages are text in quotes; a whole number may stand without them. Tenders are cash,
bank_card, wechat, alipay, points (its amount is money), stored_value, store_credit,
gift_card (its code is the reference), on_account, deposit (its number is the reference) and
other; "reference" keeps a terminal's slip number, of a pay code its last four digits.
The receipt is printed as JSON; "receipt" is its number."""

QUOTE = """\
CART.json is the cart of `sale`, tenders aside; it sells nothing. It may carry more:

  {"member": {"tier": "gold", "points": 1200, "birthday": "1990-03-08",
              "joined_on": "2024-01-05", "plan": "executive", "qualifying_spend": "820.00"},
   "lines": [{"name": "Latte", "category": "Coffee", "unit_price": "30.00",
              "member_price": "28.00", "tax_rate": "6", "quantity": "2"}],
   "coupons": ["birthday-drink"], "rewards": ["medium-drink"]}

A member may be told by facts instead of a number: also qualifying_points, tags, partner_cards,
dependants (birthdays), purchases, bought (name: units), uses (offer: today, year, ever) and
frozen. Without "tier" they are in the tier that the spend or the points reach. A line with a
price may have a barcode, and be "weighed". A coupon code that is the
id of one of the scheme's coupons stands for one of those, else for the shop's own of that code.

A cart that names no stored member and no stored product needs no shop: it is priced at a new
shop's settings, in "currency" (CNY), "prices_include_tax" (true), under --scheme, else simple.
--at, else the cart's "at", else now, is shop time; a day alone is noon."""
