"""Every sentence in every language, changed while the program runs."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.services.ids import uuid7
from app.ui import fonts
from app.ui.languages import Languages
from app.ui.main_window import MainWindow
from app.ui.sections import SECTIONS
from app.ui.tasks import InlineTasks
from app.ui.widgets.buttons import Button
from app.ui.widgets.labels import Label
from resources import build_translations as i18n
from tests.shop_builder import add_member, sell, sentences

PLACEHOLDER = re.compile(r"\{[a-z_]*\}|%n|%L?\d")


@pytest.fixture
def languages(qapp: QApplication):
    made = Languages(qapp)
    yield made
    made.show("en")


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The committed files, brought up to date with the sources in a folder of their own."""
    folder = tmp_path_factory.mktemp("i18n")
    for path in i18n.I18N.glob("*.ts"):
        (folder / path.name).write_bytes(path.read_bytes())
    i18n.extract(folder)
    return folder


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_no_sentence_of_the_window_is_without_a_translation(extracted, language):
    left = [
        f"{context}: {source}"
        for context, source, translation in i18n.messages(extracted, language)
        if translation.get("type") == "unfinished" or not "".join(translation.itertext()).strip()
    ]
    assert left == [], "run resources/build_translations.py --missing, then --fill"


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_a_translation_keeps_every_placeholder(extracted, language):
    wrong = [
        source
        for _, source, translation in i18n.messages(extracted, language)
        if translation.get("type") != "unfinished"
        and sorted(PLACEHOLDER.findall(source))
        != sorted(PLACEHOLDER.findall("".join(translation.itertext())))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", [*i18n.LANGUAGES, "en"])
def test_the_compiled_file_is_made_of_the_committed_source(tmp_path, language):
    i18n.compile_all(i18n.I18N, tmp_path)
    name = f"regulars_{language}.qm"
    committed = (i18n.I18N / name).read_bytes()
    assert (tmp_path / name).read_bytes() == committed, "run resources/build_translations.py"


def test_chinese_of_taiwan_is_worded_as_in_taiwan(extracted):
    mainland = re.compile("设|设置|打印|搜索|保存|撤销|軟件|軟體件|程序|打印機|小票|默認|信息")
    found = [
        "".join(translation.itertext())
        for _, _, translation in i18n.messages(extracted, "zh_TW")
        if mainland.search("".join(translation.itertext()))
    ]
    assert found == []


def test_chinese_of_taiwan_has_one_word_for_one_thing(extracted):
    other = re.compile("會員號|手機號(?!碼)|來店")  # 會員編號, 手機號碼, 到店
    found = [
        "".join(translation.itertext())
        for _, _, translation in i18n.messages(extracted, "zh_TW")
        if other.search("".join(translation.itertext()))
    ]
    assert found == []


def test_the_language_changes_while_the_window_is_open(languages, main_window):
    titles = []
    for language in ("zh_CN", "zh_TW", "en"):
        languages.show(language)
        QApplication.processEvents()
        titles.append(main_window.windowTitle())
        keys = main_window.status.texts()[3]
        assert keys == QCoreApplication.translate("MainWindow", "{key} all keys").format(key="F1")
    assert titles == ["常客", "常客", "Regulars"]


def _on(shop, languages: Languages, shown) -> MainWindow:
    window = MainWindow(
        config=shop.config,
        tasks=InlineTasks(),
        sentence=sentences(shop),
        language=lambda: languages.language,
    )
    window.shop_opened(shop)
    shown(window)
    return window


def _said(window: MainWindow, section: str) -> list[str]:
    """What the rail and a section say, and what is read out of them."""
    window.go(section)
    QApplication.processEvents()
    return [
        words
        for root in (window._rail, window.current_screen())
        for each in root.findChildren(QWidget)
        if each.isVisible()
        for words in (
            each.accessibleName(),
            each.toolTip(),
            each.text() if isinstance(each, QLabel) else "",
            each.label() if isinstance(each, Button) else "",
        )
    ]


def test_what_is_shown_already_is_said_as_a_new_window_would_say_it(shop, languages, shown):
    """Every section, after it was shown in another language; times of day may differ."""
    member = add_member(shop)
    sell(shop, 5_000, member)
    shop.care.make(uuid7(), member, "call", shop.desk.today())
    sections = [section.id for section in SECTIONS]
    languages.show("en")
    window = _on(shop, languages, shown)
    for section in sections:
        window.go(section)
    languages.show("zh_CN")
    said = {section: _said(window, section) for section in sections}
    window.close()
    new = _on(shop, languages, shown)
    times = re.compile(r"\d\d:\d\d")
    for section in sections:
        wanted = [times.sub("", words) for words in _said(new, section)]
        assert [times.sub("", words) for words in said[section]] == wanted, section


@pytest.mark.parametrize("strong", [False, True])
def test_an_apostrophe_is_as_wide_as_its_ink_in_english_and_a_character_in_chinese(
    languages, shown, strong
):
    """In what is drawn from now on, and in what is shown already; in both weights."""
    label = Label("It’s “here”", strong=strong)
    shown(label)
    wide, tight = label.sizeHint().width(), {}
    for language in ("en", "zh_CN", "en"):
        languages.show(language)
        QApplication.processEvents()
        tight[language] = label.sizeHint().width()
        drawn = QFontMetrics(fonts.font(strong=strong)).horizontalAdvance(label.text())
        assert abs(drawn - tight[language]) <= 2
    assert tight["zh_CN"] - tight["en"] > fonts.BODY
    assert wide in tight.values()


def test_qts_own_words_follow_the_language(languages):
    languages.show("zh_CN")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "取消"
    languages.show("en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_an_unknown_language_is_the_desktops(languages):
    languages.show("xx")
    assert languages.language in ("zh_CN", "zh_TW", "en")


UI_FILES = sorted((Path(i18n.ROOT) / "app" / "ui").rglob("*.py"))


def _is_tr(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"tr", "translate"}
    )


@pytest.mark.parametrize("path", UI_FILES, ids=lambda path: path.stem)
def test_every_sentence_stands_where_the_extractor_sees_it(path):
    tree = ast.parse(path.read_text("utf-8"))
    hidden = [
        inner.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for inner in ast.walk(node)
        if _is_tr(inner) and isinstance(inner, ast.Call)
    ]
    assert hidden == [], "the extractor does not look into f-strings"
    computed = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "tr"
        and not all(isinstance(argument, ast.Constant) for argument in node.args[:1])
    ]
    assert computed == [], "tr() takes the sentence itself"


# After a number or what stands for one; a text may also begin so, behind a value put in.
APART = re.compile(r"(?:^|[0-9}]) %(?![a-z(])")


def _sentences(tree: ast.AST) -> list[str]:
    """All texts but those that document."""
    documents = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in documents
    ]


def test_a_percent_stands_at_its_number_everywhere():
    apart = [
        f"{path.name}: {text}"
        for path in (Path(i18n.ROOT) / "app").rglob("*.py")
        for text in _sentences(ast.parse(path.read_text("utf-8")))
        if APART.search(text)
    ]
    assert apart == []
