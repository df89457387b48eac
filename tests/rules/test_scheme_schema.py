"""What describes scheme files is held against the code, and the presets against it."""

import json
import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.services.rules.scheme import Scheme
from app.services.rules.scheme_file.kinds import Kind, specs_of
from app.services.scheme_files import PRESETS, preset_path
from resources import build_schemes

FOLDER = Path(build_schemes.__file__).parent / "schemes"
SCHEMA: dict[str, Any] = json.loads((FOLDER / "scheme.schema.json").read_text("utf-8"))
TYPES = {"string": str, "integer": int, "number": int, "boolean": bool, "object": dict}


def faults(value: Any, rule: dict[str, Any], place: str = "") -> list[str]:
    """Where the value breaks the schema; knows the words that ours is written in."""
    if "$ref" in rule:
        return faults(value, SCHEMA["$defs"][rule["$ref"].rpartition("/")[2]], place)
    if "anyOf" in rule:
        tried = [faults(value, each, place) for each in rule["anyOf"]]
        return min(tried, key=len)
    if "enum" in rule:
        return [] if value in rule["enum"] else [f"{place}: {value} is no choice"]
    if rule["type"] == "array":
        if not isinstance(value, list) or len(value) > rule["maxItems"]:
            return [f"{place}: no such list"]
        return [
            f for i, each in enumerate(value) for f in faults(each, rule["items"], f"{place}{i}")
        ]
    if rule["type"] == "object":
        return object_faults(value, rule, place)
    return plain_faults(value, rule, place)


def object_faults(value: Any, rule: dict[str, Any], place: str) -> list[str]:
    if not isinstance(value, dict):
        return [f"{place}: no table"]
    known = rule.get("properties", {})
    others = rule["additionalProperties"]
    found = [f"{place}: lacks {name}" for name in rule.get("required", ()) if name not in value]
    for name, each in value.items():
        if name in known:
            found += faults(each, known[name], f"{place}.{name}")
        elif others is False:
            found.append(f"{place}: has {name}")
        else:
            found += faults(each, others, f"{place}.{name}")
    return found


def plain_faults(value: Any, rule: dict[str, Any], place: str) -> list[str]:
    wanted = rule["type"] if isinstance(rule["type"], list) else [rule["type"]]
    kinds = tuple(TYPES[name] for name in wanted)
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        return [f"{place}: {value!r} is no {wanted}"]
    if isinstance(value, str):
        fits = re.search(rule.get("pattern", ""), value) and len(value) <= rule.get("maxLength", 99)
        return [] if fits or "maxLength" in rule else [f"{place}: {value} has another form"]
    number: Any = value
    low, above = rule.get("minimum", number), rule.get("exclusiveMinimum", number - 1)
    fits = low <= number <= rule.get("maximum", number) and above < number
    return [] if fits else [f"{place}: {value} is out of range"]


def document(text: str) -> Any:
    """The file as JSON has it."""
    return json.loads(json.dumps(tomllib.loads(text), default=date.isoformat))


def test_the_page_and_the_schema_are_those_of_the_code():
    again = "run: python -m resources.build_schemes"
    assert (FOLDER / "README.md").read_text("utf-8") == build_schemes.readme(), again
    assert (FOLDER / "scheme.schema.json").read_text("utf-8") == build_schemes.schema_text(), again


def test_every_field_of_every_table_is_described():
    page = (FOLDER / "README.md").read_text("utf-8")
    waiting: list[type[Any]] = [Scheme]
    seen: set[type[Any]] = set()
    while waiting:
        cls = waiting.pop()
        if cls in seen:
            continue
        seen.add(cls)
        for spec in specs_of(cls):
            assert f"`{spec.name}`" in page
            assert SCHEMA["$defs"][cls.__name__]["properties"][spec.name]["description"]
            if spec.kind is Kind.TABLE:
                waiting.append(spec.inner)
    assert len(seen) == len(build_schemes.TABLES)


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_keeps_to_the_schema(name):
    assert not faults(document(preset_path(name).read_text("utf-8")), {"$ref": "#/$defs/Scheme"})


@pytest.mark.parametrize(
    "text",
    [
        'name = "x"\ncolour = 1',
        'title = "x"',
        'name = "My Shop"',
        'name = "x"\nplan_needed = "yes"',
        'name = "x"\ntitle = { fr = "thé" }',
        'name = "x"\n[burn]\npoints = 0\nvalue = "1"',
        'name = "x"\n[burn]\npoints = 1\nvalue = "-1"',
        'name = "x"\n[tiers]\nbasis = "money"\nwindow = "lifetime"\ntiers = []',
        'name = "x"\n[[earn]]\nid = "a"\nname = ""\npoints = 1\nwhen = { weekdays = [8] }',
    ],
)
def test_the_schema_refuses_what_the_program_refuses(text):
    assert faults(document(text), {"$ref": "#/$defs/Scheme"})
