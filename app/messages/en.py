"""The messages in English."""

from app.messages import campaigns_en as campaigns
from app.messages import care_en as care
from app.messages import cash_en as cash
from app.messages import goods_en as goods
from app.messages import insight_en as insight
from app.messages import loyalty_en as loyalty
from app.messages import merges_en as merges
from app.messages import printing_en as printing
from app.messages import returns_en as returns
from app.messages import staff_en as staff
from app.messages import tenders_en as tenders
from app.messages.plural_en import PLURAL
from app.messages.pricing.en import DAYS, PRICING
from app.messages.wording import Wording

WORDING = Wording(
    sentences=loyalty.SENTENCES
    | cash.SENTENCES
    | tenders.SENTENCES
    | merges.SENTENCES
    | insight.SENTENCES
    | campaigns.SENTENCES
    | care.SENTENCES
    | returns.SENTENCES
    | staff.SENTENCES
    | goods.SENTENCES
    | printing.SENTENCES
    | {
        "ShopMissing": (
            "there is no shop in {folder} yet; make one with `regulars init`"
            " or look at the demo shop with `regulars demo`."
        ),
        "ShopExists": "{folder} already holds a shop; choose another folder.",
        "ShopFileUnreadable": (
            "{path} is not a shop file this program can open: it is damaged, locked with another"
            " key, or no shop file at all; choose another file or restore a backup."
        ),
        "ShopFileTooNew": (
            "{path} was written by a newer version of Regulars; update this program first."
        ),
        "EngineTooOld": (
            "the database engine {version} is not safe for a shop's file; install Regulars again."
        ),
        "StorageFailed": (
            "the disk refused to read or write ({detail}) and nothing was half done; check that it"
            " is connected, not full and may be written to, then try again."
        ),
        "RecordRefused": (
            "the shop's file refused this ({rule}) and nothing was recorded; check the shop with"
            " `regulars doctor`, and restore a backup if a check fails."
        ),
        "StorageBusy": "another program is holding the shop's file; close it and try again.",
        "BackupUnsound": (
            "the backup {path} did not pass its checks ({failing}) and was not used;"
            " choose another backup."
        ),
        "FieldInvalid": "the {field}{text} {reason}{allowed}.",
        "PartInvalid": "in the {field},{text} {reason}{allowed}.",
        "FileUnreadable": "the file {path} {reason}{allowed}.",
        "RowsRefused": (
            "refused rows: {refused}, the first in line {line}: the {field} {reason};"
            " nothing was imported, so mend the file and import it again."
        ),
        "SchemeInvalid": "the scheme's field {path}{text} {reason}{allowed}.",
        "SchemeUnknown": "there is no scheme{text}; give a name or a file{allowed}.",
        "MemberUnknown": "no member answers to{text}; check it, or enrol them.",
        "MemberAmbiguous": "{hits} members answer to{text}; give the member number instead.",
        "PhoneTaken": "{phone} already belongs to {name} ({number}); open that member instead.",
        "MemberNumberTaken": (
            "the member number {number} is already taken; leave it empty to get the next one."
        ),
        "MemberFrozen": (
            "member {number} is frozen and can neither earn nor spend points;"
            " unfreeze the member first."
        ),
        "MemberArchived": "member {number} is archived; bring the member back first.",
        "CardForged": (
            "this looks like a member card, but this shop did not make it; ask for another card"
            " or for the phone number."
        ),
        "CardNotActive": (
            "this card was {state} on {on} and can no longer be used; find the member by phone"
            " and give them a new card."
        ),
        "CodeUnknown": "nothing in this shop answers to the code {code}; check it and scan again.",
        "PayCodeScanned": (
            "this is a {kind} payment code, not a card or a product;"
            " ring up the sale, press Pay and take it there."
        ),
        "SerialsExhausted": "all ten million card numbers of this shop are used; no card was made.",
        "ProductUnknown": (
            "no product has the barcode {barcode}; add the product, or sell it as an open item"
            " with a name and a price."
        ),
        "BarcodeTaken": "the barcode {barcode} already belongs to {name}; give another one.",
        "CartEmpty": "there is nothing to sell yet; add a product first.",
        "PriceChanged": (
            "the total is now {total} instead of {quoted};"
            " look at the sale again before taking payment."
        ),
        "TermsChanged": (
            "the points scheme or the cash rounding was changed meanwhile;"
            " press Pay again and look at the payment."
        ),
        "TendersShort": "{missing} is still to be paid; add a payment.",
        "TendersOver": (
            "the payments exceed the total by {over} and only cash gives change;"
            " lower one of the others."
        ),
        "TenderInvalid": "a payment by {kind} {reason}.",
        "NotEnoughPoints": (
            "this payment needs {needed} points and the member holds {held};"
            " pay less of it with points."
        ),
        "DiscountTooLarge": (
            "a discount of {discount} is more than the {base} it is taken from; lower it."
        ),
        "AmountTooLarge": "the sum is past {limit}, the most a till records; split the sale.",
        "SaleUnknown": "no sale has the receipt number {number}; check it and try again.",
        "SaleIdTaken": (
            "this id already belongs to sale {number}, which is a different one;"
            " use a new id for each sale."
        ),
        "HeldSaleUnknown": "this held sale was already recalled; look at the list again.",
        "AlreadyClaimed": "the points of sale {number} already belong to a member.",
        "ClaimTooLate": (
            "sale {number} is more than {days} days old, so its points can no longer be claimed."
        ),
        "Cancelled": "cancelled; nothing was changed.",
    },
    reasons=loyalty.REASONS
    | cash.REASONS
    | tenders.REASONS
    | merges.REASONS
    | insight.REASONS
    | campaigns.REASONS
    | care.REASONS
    | returns.REASONS
    | staff.REASONS
    | goods.REASONS
    | printing.REASONS
    | {
        "above_price": "is above the price; give the same or less",
        "ambiguous_date": (
            "may start with the day or the month; name the date format, like dd/MM/yyyy"
        ),
        "below_min": "is less than the least; give the same or more",
        "before_first": "lies before the first day; give the same or a later one",
        "binary_file": "is not text; save it as CSV or Excel and try again",
        "card_number": "looks like a bank-card number, which is never kept; leave it out",
        "cell_too_long": (
            "has a cell of more than 10,000 characters; shorten it or mend its quotation marks"
        ),
        "control_characters": "contains characters that cannot be shown; type it again",
        "differs": "is not what the shop has already; allow updates or leave it out",
        "duplicate": "is given twice; keep one of them",
        "empty_file": "is empty; choose another one",
        "ends_before": "lies before the day it begins on; give a later one",
        "first_tier": "is where every member starts, so it must be 0",
        "free_for_all": "gives everything away; take less off",
        "gate_closed": "lets nobody through; mend its conditions",
        "hours_empty": "begins and ends at the same minute; give hours such as 14:00-17:00",
        "in_the_future": "lies in the future; give an earlier one",
        "in_the_past": "lies in the past; give today or a later day",
        "too_far_ahead": "lies too far ahead; give a day of the next ten years",
        "in_use": "can no longer be changed, because sales or products use it",
        "is_a_folder": "is a folder; choose a file in it",
        "is_the_shop": "is the shop's own file; choose another one",
        "locked_file": "is locked with a password; save it without one",
        "loop": "leads back to itself; break the circle",
        "missing_file": "does not exist; check its name",
        "needs_member": "needs a member; scan the member's card first",
        "negative": "is below zero; give zero or more",
        "no_column": "has no column in this file; say which one holds it",
        "no_rows": "has no rows below its heading; choose another one",
        "no_such_column": "names a column the file does not have; choose one of its columns",
        "no_such_id": "names nothing that is in this scheme; correct the name or add what it names",
        "no_such_plan": "is no plan of this scheme; give the name of one it has",
        "not_a_barcode": "is not a barcode; give digits, letters and dashes only",
        "not_a_birthday": "is not a birthday; write it like 1990-03-08, --03-08 or lunar:08-15",
        "not_a_choice": "is not one of the choices; pick one of them",
        "not_a_code": "is not a code of this shop; check it and scan again",
        "not_a_colour": "is not a colour; write it like #0F6E63",
        "not_a_currency": "is not a currency this program knows; write it like CNY or USD",
        "not_a_date": "is not a date; write it like 2026-11-21",
        "not_a_date_format": "is not a date format; write it like dd/MM/yyyy",
        "not_a_factor": "is not a factor; write it like 2 or 1.5",
        "not_a_festival": "is not a festival; give a name, or a day like 12-25 or lunar:08-15",
        "not_a_flag": "must be true or false, without quotes",
        "not_a_hour": "is not an hour of the day; give 0 to 23",
        "not_a_language": "is not a language of this program; give zh_CN, zh_TW or en",
        "not_a_list": "must be a list in square brackets",
        "not_a_moment": "is not a date and time; write it like 2026-11-21T10:00",
        "not_a_name": "is not a short name; use small letters, digits and dashes",
        "not_a_number": "is not a number; give digits only",
        "not_a_pair": "is not a pair; write it like number=Member No",
        "not_a_percent": "is not a percentage from 0 to 100; write it like 13",
        "not_a_phone": "is not a phone number; give its country code too, like +86 138 0013 8000",
        "not_a_picture": "is not a PNG or JPEG picture; choose another one",
        "not_a_quantity": "is not a quantity; give a number above zero with at most three decimals",
        "not_a_range": "does not go with the first day; write both with the year or both without",
        "not_a_section": "must be a section with fields of its own",
        "not_a_table": "is not a CSV or Excel file this program can read; save it again as CSV",
        "not_a_text": "must be text in double quotes",
        "not_a_time_zone": "is not a time zone; write it like Asia/Shanghai",
        "not_a_whole_number": "is not a whole number; give digits only",
        "not_an_amount": "is not an amount of money; write it like 12.50",
        "not_an_email": "is not an e-mail address; write it like name@example.com",
        "not_an_id": "is not an id; give a UUID, or leave it out",
        "not_an_object": "must be an object in braces",
        "not_hours": "are not hours of the day; write them like 14:00-17:00",
        "not_json": "is not JSON; check its brackets, commas and quotation marks",
        "not_one_sale": (
            "differs from the other rows of its receipt; correct it or give it another receipt"
        ),
        "not_toml": "is not TOML; check its brackets, equals signs and quotation marks",
        "not_used_here": "has no use in this kind of benefit; leave it out",
        "not_with_barcode": "cannot stand beside a barcode; leave one of the two out",
        "not_words": "must be text in quotes, or one text for each language",
        "not_writable": "cannot be written; choose another folder or free the file",
        "on_the_label": "is printed on the label itself; leave it out",
        "out_of_range": "is outside what is allowed; give a value within its range",
        "output_type": "has an ending that cannot be written; give another one",
        "own_file": "belongs to the shop itself; choose another name",
        "percent_or_amount": "takes either a percentage or an amount; leave one of the two out",
        "points_pay_nothing": "pay for nothing under this scheme; choose another way to pay",
        "points_past_their_part": "may pay a part of the sale only; give less",
        "points_too_few_at_once": "are fewer than the scheme takes at once; give more",
        "points_without_end": "brings as many points as it costs; give fewer",
        "required": "is missing; fill it in",
        "reserved_code": (
            "has the shape of a member card, a receipt or a payment code; give another one"
        ),
        "sale_differs": (
            "was recorded before with other lines, and finished sales never change; leave it out"
        ),
        "sale_refused": "has another row that was refused; mend that one first",
        "taken": "is already taken; give another one",
        "tenders_differ": "does not add up to the total; check the amounts",
        "tiers_overlap": "is not above the tier below it; give each tier a higher one",
        "too_deep": "is nested too deep; put it more simply",
        "too_few_cells": "has fewer cells than the heading; fill the row up",
        "too_large": "is too large; give less",
        "too_long": "is too long; shorten it",
        "too_many": "holds too many entries; split it up",
        "too_many_cells": (
            "has more cells than the heading; put texts with separators in quotation marks"
        ),
        "too_many_columns": "has more than 200 columns; keep only those that are needed",
        "too_many_rows": "has too many rows; split it into several files",
        "unclosed_quote": "has a quotation mark that is never closed; mend it and try again",
        "unknown_encoding": "is written in an unknown character set; save it as UTF-8",
        "unknown_field": "is not known here; check its spelling",
        "unknown_member": "is no member's number; add the member first, or let the import do it",
        "unknown_value": "is not one of the known values; check its spelling",
        "unreadable": "cannot be read; check that it may be opened and is not in use",
        "wrong_check_digit": "has a wrong check digit; scan or type it again",
        "zero": "is zero; give more than zero",
    },
    fields=loyalty.FIELDS
    | cash.FIELDS
    | tenders.FIELDS
    | returns.FIELDS
    | staff.FIELDS
    | goods.FIELDS
    | printing.FIELDS
    | insight.FIELDS
    | campaigns.FIELDS
    | care.FIELDS
    | {
        "active_from": "first day in force",
        "until": "last day to do (until)",
        "address": "address",
        "adviser": "adviser",
        "amount": "amount",
        "assume_plan": "assumed plan",
        "at": "time of the sale (at)",
        "barcode": "barcode",
        "barcodes": "barcode",
        "birthday": "birthday",
        "brand_colour": "colour of the shop",
        "burn_points": "points for a payment",
        "burn_value_minor": "worth of the points",
        "card_terms": "text on the card's back",
        "cart": "sale",
        "cash_step_minor": "smallest coin",
        "category": "category",
        "claim_days": "days to claim points",
        "code": "code",
        "colour": "colour",
        "currency": "currency",
        "custom": "custom field",
        "date": "date",
        "date_format": "date format",
        "day_end_hour": "hour the day ends",
        "delimiter": "separator",
        "demo": "demo shop",
        "dependants": "dependants",
        "discount": "discount",
        "earn_points": "points earned",
        "earn_unit_minor": "amount that earns points",
        "email": "e-mail",
        "encoding": "character set",
        "field": "field",
        "from": "first day (--from)",
        "gender": "gender",
        "holder": "name on the card",
        "id": "id",
        "in_store_holds": "kind of in-store code",
        "in_store_item_digits": "item digits of in-store codes",
        "in_store_value_digits": "value digits of in-store codes",
        "joined_on": "date of joining",
        "kind": "kind of payment",
        "language": "language",
        "line": "line",
        "lines": "list of lines",
        "logo": "logo",
        "mapping": "column map",
        "member": "member",
        "member_price": "member price",
        "name": "name",
        "note": "note",
        "notice_version": "version of the consent notice",
        "number": "number",
        "occupation": "occupation",
        "out": "output file (--out)",
        "percent": "percentage",
        "phone": "phone",
        "points": "points",
        "preferences": "preferences",
        "price": "price",
        "prices_include_tax": "tax in prices",
        "quantity": "quantity",
        "reason": "reason",
        "receipt": "receipt number",
        "receipt_footer": "receipt footer",
        "reference": "payment reference",
        "region": "country",
        "relation": "relation",
        "return_days": "days for returns",
        "round_down_minor": "step of rounding down",
        "row": "row",
        "scanner_gap_ms": "pause of the scanner",
        "scanner_prefix": "what the scanner sends before a code",
        "scanner_suffix": "what the scanner sends after a code",
        "sheet": "sheet",
        "sold_at": "time of the sale",
        "source": "source",
        "subtitle": "second line of the name",
        "table": "kind of table",
        "tags": "tags",
        "tax_rate": "tax rate",
        "tax_rate_bp": "tax rate",
        "tender": "payment",
        "tenders": "list of payments",
        "text": "text",
        "time_zone": "time zone",
        "to": "last day (--to)",
        "total": "total",
        "unit_price": "unit price",
        "wechat": "WeChat id",
    },
    tenders=loyalty.TENDERS
    | tenders.TENDERS
    | {
        "cash": "cash",
        "bank_card": "bank card",
        "wechat": "WeChat Pay",
        "alipay": "Alipay",
        "points": "points",
        "other": "other means",
    },
    card_states={
        "active": "activated",
        "lost": "reported lost",
        "replaced": "replaced",
        "closed": "closed",
    },
    pricing=PRICING | returns.PRICING,
    days=DAYS,
    warnings={
        "phone_unparsed": "The phone was kept as it was typed, because it is not a phone number.",
    },
    quoted=" “{text}”",
    allowed=" (allowed: {text})",
    meant=" (did you mean {text}?)",
    known=" (there are: {text})",
    limit=" (limit {text})",
    powers=staff.POWERS,
    date_format="{day:%Y-%m-%d}",
    other_reason="cannot be taken; check it and try again",
    list_comma=", ",
    plural=PLURAL,
)
