"""Extract the window's sentences and compile their translations (developers only).

    python resources/build_translations.py             extract, then compile
    python resources/build_translations.py --missing   print what has no translation yet, as JSON
    python resources/build_translations.py --fill F    take translations from the JSON file F, then
                                                       extract and compile

The JSON is {context: {English: {"zh_CN": "…", "zh_TW": "…"}}}, as `--missing` prints it.
`resources/i18n/*.ts` are Qt Linguist files and the source of truth; `*.qm` are compiled from
them and committed beside them. After a merge conflict in either, take one side and run this.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import PySide6

ROOT = Path(__file__).resolve().parent.parent
I18N = ROOT / "resources" / "i18n"
LANGUAGES = ("zh_CN", "zh_TW")
Fill = dict[str, dict[str, dict[str, str]]]


def main(arguments: list[str]) -> int:
    """Run one of the three commands above; returns the exit code."""
    extract(I18N)
    if arguments[:1] == ["--missing"]:
        sys.stdout.write(json.dumps(missing(I18N), ensure_ascii=False, indent=1) + "\n")
        return 0
    if arguments[:1] == ["--fill"] and len(arguments) == 2:
        fill(I18N, json.loads(Path(arguments[1]).read_text("utf-8")))
        extract(I18N)
    elif arguments:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    compile_all(I18N, I18N)
    left = sum(len(sources) for sources in missing(I18N).values())
    if left:
        sys.stderr.write(f"{left} sentences have no translation yet: see --missing\n")
    return 0


def extract(folder: Path) -> None:
    """Bring the .ts files in `folder` up to date with the sources."""
    folder.mkdir(parents=True, exist_ok=True)
    listed = folder / "sources.lst"
    sources = sorted(path.as_posix() for path in (ROOT / "app" / "ui").rglob("*.py"))
    listed.write_text("\n".join(sources) + "\n", "utf-8")
    common = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "en"]
    try:
        for language in LANGUAGES:
            target = ["-target-language", language, "-ts", str(ts_file(folder, language))]
            _run("lupdate", [*common, f"@{listed}", *target])
        # English differs from its source only where a number asks for a plural.
        target = ["-target-language", "en", "-ts", str(ts_file(folder, "en"))]
        _run("lupdate", [*common, "-pluralonly", f"@{listed}", *target])
    finally:
        listed.unlink()


def compile_all(folder: Path, into: Path) -> None:
    """Compile the .ts files of `folder` to .qm files in `into`."""
    for language in (*LANGUAGES, "en"):
        target = into / f"regulars_{language}.qm"
        _run("lrelease", ["-silent", str(ts_file(folder, language)), "-qm", str(target)])


def missing(folder: Path) -> Fill:
    """Sentences without a finished translation in at least one language."""
    found: Fill = {}
    for language in LANGUAGES:
        for context, source, translation in messages(folder, language):
            if translation.get("type") == "unfinished" or not _text(translation):
                entry = found.setdefault(context, {}).setdefault(source, {})
                entry[language] = ""
    return found


def fill(folder: Path, given: Fill) -> None:
    """Write the translations of `given` into the .ts files of `folder`."""
    for language in LANGUAGES:
        path = ts_file(folder, language)
        tree = _tree(folder, language)
        for context in tree.iter("context"):
            sentences = given.get(context.findtext("name", ""), {})
            for message in context.iter("message"):
                _fill_one(message, sentences.get(message.findtext("source", ""), {}).get(language))
        body = ElementTree.tostring(tree.getroot(), encoding="unicode")
        head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
        path.write_text(f"{head}{body}\n", "utf-8")


def messages(folder: Path, language: str) -> list[tuple[str, str, ElementTree.Element]]:
    """(context, English, translation element) of every message of a language."""
    return [
        (context.findtext("name", ""), message.findtext("source", ""), translation)
        for context in _tree(folder, language).iter("context")
        for message in context.iter("message")
        for translation in message.findall("translation")
    ]


def _tree(folder: Path, language: str) -> ElementTree.ElementTree[ElementTree.Element]:
    return ElementTree.parse(ts_file(folder, language))  # noqa: S314 - our own file


def ts_file(folder: Path, language: str) -> Path:
    """The Linguist file of a language."""
    return folder / f"regulars_{language}.ts"


def _fill_one(message: ElementTree.Element, text: str | None) -> None:
    translation = message.find("translation")
    if not text or translation is None:
        return
    translation.attrib.pop("type", None)
    # Chinese has one form for every number.
    form = translation.find("numerusform")
    if form is not None:
        form.text = text
    else:
        translation.text = text


def _text(translation: ElementTree.Element) -> str:
    return "".join(translation.itertext()).strip()


def _run(tool: str, arguments: list[str]) -> None:
    folder = Path(PySide6.__file__).parent
    name = f"{tool}.exe" if sys.platform == "win32" else tool
    program = next(
        path for path in (folder / name, folder / "Qt" / "libexec" / name) if path.exists()
    )
    subprocess.run([str(program), *arguments], check=True, cwd=ROOT)  # noqa: S603 - Qt's tool


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
