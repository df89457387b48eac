"""Nothing the program can say is missing in a language."""

import ast
import inspect
import re
import shlex
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

import app
from app import errors, messages
from app.cli import VERBS
from app.cli.grammar import parsed
from app.cli.parser import UsageError
from app.config import TillConfig
from app.errors import CardNotActive, FieldInvalid, FileUnreadable, ShopError, TendersShort
from app.services.exchange.exports import EXPORT_KINDS
from app.services.exchange.fields import KINDS as IMPORT_KINDS
from app.services.rules.money import CURRENCIES
from app.services.rules.powers import Power
from app.services.rules.pricing import Reason
from app.services.rules.tenders import TenderKind
from app.services.settings import ShopSettings
from app.ui.keys import ACTIONS

CNY = CURRENCIES["CNY"]
SOURCE = Path(app.__file__).parent
ROOT = SOURCE.parent
ERRORS: list[type[ShopError]] = [
    found
    for _, found in inspect.getmembers(errors, inspect.isclass)
    if issubclass(found, ShopError) and found is not ShopError
]
EXAMPLES: dict[str, object] = {
    "field": "phone",
    "reason": "too_long",
    "kind": "cash",
    "state": "lost",
    "on": date(2026, 3, 8),
    "until": date(2026, 3, 8),
}


def example(kind: type[ShopError]) -> ShopError:
    """An error with a plausible fact in each field."""
    values = {
        f.name: EXAMPLES.get(f.name, 7 if f.type in (int, "int") else "{x} % <b>")
        for f in fields(kind)  # type: ignore[arg-type]
    }
    return kind(**values)


@pytest.mark.parametrize("language", messages.LANGUAGES)
@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_every_refusal_has_a_sentence_with_its_facts(kind: type[ShopError], language: str) -> None:
    template = messages.wording(language).sentences[kind.__name__]
    used = {name for _, name, _, _ in Formatter().parse(template) if name}
    assert used <= {f.name.removesuffix("_minor") for f in fields(kind)}  # type: ignore[arg-type]
    said = messages.sentence(example(kind), language, CNY)
    assert said == said.strip()
    assert "\n" not in said
    assert "  " not in said
    if language == "en":
        assert said.endswith(".")
        assert said[0] == said[0].upper()
    else:
        assert said.endswith("。")


@pytest.mark.parametrize(
    "section", ["reasons", "fields", "tenders", "card_states", "pricing", "powers"]
)
def test_the_languages_know_the_same_words(section: str) -> None:
    tables = [getattr(messages.wording(language), section) for language in messages.LANGUAGES]
    assert set(tables[0]) == set(tables[1]) == set(tables[2])
    for table in tables:
        assert all(text == text.strip() and text for text in table.values())


def test_no_sentence_is_left_from_a_refusal_that_is_gone() -> None:
    names = {kind.__name__ for kind in ERRORS}
    for language in messages.LANGUAGES:
        assert set(messages.wording(language).sentences) == names


@pytest.mark.parametrize(
    "name", ["FieldInvalid", "PartInvalid", "FileUnreadable", "TenderInvalid", "SchemeRefused"]
)
def test_every_reason_the_program_gives_has_words(name: str) -> None:
    unknown = set(_spoken(name, 1, "reason")) - messages.REASONS
    assert not unknown, f"messages.REASONS has no words for {unknown}"


def test_every_field_the_program_refuses_has_a_name() -> None:
    fields_refused = {
        *_spoken("FieldInvalid", 0, "field"),
        *_spoken("PartInvalid", 0, "field"),
        *_spoken("CareUnknown", 0, "field"),
        *(f.name for f in fields(ShopSettings)),
    }
    unknown = fields_refused - set(messages.wording("en").fields)
    assert not unknown, f"the messages have no name for the fields {unknown}"


def test_every_reason_of_a_price_has_words() -> None:
    unknown = set(_spoken("Reason", 0, "code")) - set(messages.wording("en").pricing)
    assert not unknown, f"the messages have no words for the reasons {unknown}"


def test_every_power_has_a_name() -> None:
    assert {power.value for power in Power} == set(messages.wording("en").powers)


def test_every_tender_has_a_name() -> None:
    assert {kind.value for kind in TenderKind} <= set(messages.wording("en").tenders)


@pytest.mark.parametrize("settings", [ShopSettings, TillConfig])
def test_every_setting_says_what_it_is(settings: type[ShopSettings] | type[TillConfig]) -> None:
    for setting in fields(settings):
        assert setting.metadata["doc"].endswith("."), setting.name


@pytest.mark.parametrize("half", ["English", "Chinese"])
def test_every_command_has_a_line_in_the_readme(half: str) -> None:
    missing = [verb for verb in VERBS if f"| `regulars {verb}" not in _readme(half)]
    assert not missing, f"the README does not show `regulars` {missing}"


@pytest.mark.parametrize("half", ["English", "Chinese"])
def test_no_command_in_the_readme_lacks_what_it_needs(half: str) -> None:
    lacking = []
    for line in re.findall(r"^\| `regulars (.+?)`", _readme(half), re.MULTILINE):
        try:
            # What is in brackets may be left out; N stands for a number, D for a date.
            bare = re.sub(r"\[.+?\]", "", line)
            parsed([{"N": "1", "D": "2026-01-01"}.get(each, each) for each in shlex.split(bare)])
        except UsageError as error:
            lacking += [f"{line}: {error}"] if "required" in str(error) else []
    assert not lacking


@pytest.mark.parametrize("half", ["English", "Chinese"])
def test_every_key_has_a_line_in_the_readme(half: str) -> None:
    # The sections stand there as one line, from the first key to the last.
    keys = {key for action in ACTIONS if action.group != "Sections" for key in action.keys}
    rows = [line.split("|")[1] for line in _readme(half).splitlines() if line.startswith("| ")]
    shown = set(re.split(r"[ `]+", " ".join(rows)))
    assert not keys - shown, f"the README does not show the keys {keys - shown}"


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_whatever_a_document_points_to_is_there(document: str) -> None:
    text = (ROOT / document).read_text("utf-8")
    links = re.findall(r"\]\(([^)#:]+)\)|src=\"(.+?)\"", text)
    files = re.findall(r"`()((?:app|tests|resources|installer)/[\w./-]+)`", text)
    missing = [a or b for a, b in [*links, *files] if not (ROOT / (a or b)).exists()]
    assert not missing, f"{document} points to {missing}"


def test_a_text_with_markup_and_line_breaks_is_shown_as_one_plain_line() -> None:
    refused = FieldInvalid("name", "too_long", "a\r\nb\u2028{c} <b>" + "x" * 500)
    said = messages.sentence(refused, "en", CNY)
    assert "a b {c} <b>xxx" in said
    assert len(said) < 150
    assert said.isprintable()


def test_a_refused_bank_card_number_is_not_repeated() -> None:
    refused = FieldInvalid("note", "card_number", "4111 1111 1111 1111")
    assert "4111" not in messages.sentence(refused, "en", CNY)


def test_facts_are_spoken_in_the_readers_words() -> None:
    lost = CardNotActive("lost", date(2026, 3, 8))
    assert "reported lost on 2026-03-08" in messages.sentence(lost, "en", CNY)
    assert "2026 年 3 月 8 日挂失" in messages.sentence(lost, "zh_CN", CNY)
    assert "¥12.50" in messages.sentence(TendersShort(1250), "zh_TW", CNY)
    assert "手机号“12”不是电话号码" in messages.sentence(
        FieldInvalid("phone", "not_a_phone", "12"), "zh_CN", CNY
    )
    assert messages.sentence(FileUnreadable("a.csv", "empty_file"), "en", CNY) == (
        "The file a.csv is empty; choose another one."
    )


def test_a_reason_of_a_price_tells_its_facts() -> None:
    tea = Reason("hand_discount", (("reason", "torn {box}"), ("percent_bp", 1000)))
    assert messages.reason_text(tea, "en", CNY) == "10% off: torn {box}"
    assert messages.reason_text(Reason("hand_discount"), "zh_CN", CNY) == "优惠"
    earned = Reason("points_by_money", (("points", 12), ("paid_minor", 1250)))
    assert messages.reason_text(earned, "en", CNY) == "12 points for ¥12.50 paid"


def _readme(half: str) -> str:
    """One language's half of the README."""
    english, _, chinese = (ROOT / "README.md").read_text("utf-8").partition("\n---\n")
    return english if half == "English" else chinese


@cache
def _calls() -> dict[str, list[ast.Call]]:
    """Every call in the source, by the name that is called; read once."""
    found: dict[str, list[ast.Call]] = {}
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                found.setdefault(getattr(node.func, "id", ""), []).append(node)
    return found


def _spoken(name: str, place: int, key: str) -> Iterator[str]:
    """Every constant that the source gives a `name(...)` as its argument `place`, or `key`."""
    for node in _calls().get(name, ()):
        given = [word.value for word in node.keywords if word.arg == key]
        for argument in (*node.args[place : place + 1], *given):
            yield from _constants(argument)


def _constants(node: ast.expr | None) -> list[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*_constants(node.body), *_constants(node.orelse)]
    return []


WRITTEN_MANY = {
    "card.": ("lost", "replaced", "closed"),
    "cash_": ("pay_in", "pay_out", "drop", "no_sale"),
    "export.": EXPORT_KINDS,
    "import.": IMPORT_KINDS,
    "member.": ("active", "frozen", "archived", "merge", "unmerge"),
    "product.": ("archived", "restored"),
    "sale.": ("voided", "refunded", "discount", "open_item"),
    "stock.": ("delivery", "count", "loss"),
}
"""What the audit trail's actions with a changing part may end in."""


def audited() -> Iterator[str]:
    """Every action that a service writes into the audit trail by name."""
    for path in (SOURCE / "services").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            if node.func.id != "audit" or len(node.args) < 2:
                continue
            action = node.args[1]
            if isinstance(action, ast.Constant):
                yield str(action.value)
            elif isinstance(action, ast.JoinedStr):
                start = action.values[0]
                assert isinstance(start, ast.Constant)
                beginning = str(start.value)
                yield from (beginning + end for end in WRITTEN_MANY[beginning])


def test_every_action_of_the_audit_trail_has_words() -> None:
    from app.ui.settings.audit_words import action_name

    written = {*audited(), "granted", "grant_taken_back", "staff.pin_set", "staff.pin_removed"}
    assert len(written) > 50
    bare = {name for name in written if action_name(name) == plain_action(name)}
    assert not bare, sorted(bare)


def plain_action(action: str) -> str:
    """How an action without words is shown."""
    return action.replace(".", ": ").replace("_", " ")
