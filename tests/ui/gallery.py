"""Every widget on one page, light and dark, as PNG: `python -m tests.ui.gallery DIR`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui import fonts
from app.ui.theme import THEME, Height, Mode
from app.ui.widgets.buttons import Button, IconButton, Kind, PrimaryButton, SecondaryButton
from app.ui.widgets.chart import BarChart
from app.ui.widgets.fields import FormGrid, MoneyEdit, Segmented
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.labels import Avatar, Chip, ElidedLabel, KeyHint, Label, Tone
from app.ui.widgets.omnibox import Omnibox
from app.ui.widgets.overlays import ProgressSheet, Sheet, Toast
from app.ui.widgets.panels import Banner, Card, Divider, EmptyState, Surface
from app.ui.widgets.suggestions import Suggestion
from app.ui.widgets.table import Column, Table

ROWS = (
    ("11-21 10:12", "消费", "燕麦拿铁 × 2，可颂，咖啡豆", "134.20", "+201", "1,486"),
    ("11-18 18:40", "消费", "冰美式", "19.80", "+29", "1,285"),
    (
        "11-09 15:20",
        "退货",
        "随行杯 350 ml（A0-001873）<b>not bold</b>",
        "−109.00",
        "−164",
        "1,251",
    ),
)


class Gallery(QWidget):
    """The page."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(1366, 900)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 16, 16, 16)
        grid.setSpacing(16)
        self.omnibox = Omnibox(name="Find")
        self.omnibox.set_placeholder("扫码，或输入手机号、姓名拼音、商品")
        self.omnibox.set_hints(["F2 会员", "F3 商品"])
        top = QHBoxLayout()
        top.addWidget(self.omnibox)
        top.addWidget(SecondaryButton("取单", hint="F5", height=Height.CASHIER))
        grid.addLayout(top, 0, 0)
        grid.addLayout(self._chips(), 1, 0)
        grid.addWidget(self._table(), 2, 0)
        grid.addWidget(self._form(), 3, 0)
        grid.addWidget(self._side(), 0, 1, 4, 1)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(2, 1)
        self.toast = Toast(self)

    def _chips(self) -> QVBoxLayout:
        column = QVBoxLayout()
        flow = FlowLayout()
        for text, tone, icon in (
            ("金卡", Tone.WARNING, "crown"),
            ("3 天后生日", Tone.DANGER, None),
            ("生日饮品券", Tone.SUCCESS, "ticket"),
            ("进行中", Tone.INFO, None),
            ("燕麦奶", Tone.MUTED, None),
            ("R&D <b>", Tone.PRIMARY, None),
        ):
            flow.addWidget(Chip(text, tone=tone, icon=icon))
        flow.addWidget(KeyHint("F9"))
        column.addLayout(flow)
        row = QHBoxLayout()
        row.addWidget(Segmented(("全部", "咖啡", "烘焙"), name="Category"))
        row.addWidget(Avatar("曾雨晴"))
        row.addWidget(ElidedLabel("一个非常长的名字 " * 8), 1)
        row.addWidget(IconButton("eye", "Show phone"))
        column.addLayout(row)
        column.addWidget(Banner("小票机没有响应，销售已保存。", tone=Tone.WARNING, action="重试"))
        column.addWidget(Banner("文件打不开。", tone=Tone.DANGER))
        column.addWidget(Banner("这是演示店。", tone=Tone.INFO, closable=False))
        return column

    def _table(self) -> QWidget:
        columns = [
            Column[tuple[str, ...]]("时间", lambda r: r[0], width=120, tone=Tone.MUTED),
            Column[tuple[str, ...]](
                "类型",
                lambda r: r[1],
                width=70,
                tone=lambda r: Tone.DANGER if r[1] == "退货" else Tone.NORMAL,
            ),
            Column[tuple[str, ...]]("内容", lambda r: r[2]),
            Column[tuple[str, ...]]("金额", lambda r: r[3], width=100, right=True),
            Column[tuple[str, ...]](
                "积分", lambda r: r[4], width=90, right=True, tone=Tone.SUCCESS
            ),
            Column[tuple[str, ...]]("余额", lambda r: r[5], width=90, right=True, strong=True),
        ]
        card = Card("往来")
        self.table = Table(columns, name="History")
        self.table.show_rows(ROWS)
        self.table.choose(1)
        card.body.addWidget(self.table)
        return card

    def _form(self) -> QWidget:
        from PySide6.QtWidgets import QLineEdit

        from app.ui.widgets.choices import CheckBox, DropDown, RadioButton

        card = Card("资料")
        grid = FormGrid(3)
        grid.add("姓名", QLineEdit("曾雨晴"))
        phone = grid.add("手机", QLineEdit("138"))
        phone.show_error("手机号太短。")
        money = MoneyEdit()
        money.set_value_minor(123450)
        grid.add("金额", money, help_text="含税")
        combo = DropDown()
        combo.addItems(["女", "男"])
        grid.add("性别", combo)
        off = QLineEdit("不可改")
        off.setEnabled(False)
        grid.add("会员号", off)
        tick = CheckBox("同意营销短信")
        tick.setChecked(True)
        grid.add("同意", tick)
        radio = RadioButton("公历")
        radio.setChecked(True)
        grid.add("历法", radio)
        card.body.addWidget(grid)
        return card

    def _side(self) -> QWidget:
        side = Surface()
        side.setFixedWidth(424)
        column = QVBoxLayout(side)
        chart = BarChart("每月消费")
        chart.show_bars(
            (20, 50, 36, 66, 60, 30, 86, 80, 50, 100, 73, 124),
            ("12", *map(str, range(1, 12))),
        )
        chart.setFixedHeight(96)
        column.addWidget(chart)
        column.addWidget(Divider())
        column.addWidget(Label("应收", size=fonts.CASHIER))
        total = Label("¥134.20", size=fonts.TOTAL, strong=True)
        total.setAlignment(Qt.AlignmentFlag.AlignRight)
        column.addWidget(total)
        row = QHBoxLayout()
        for text, key in (("挂单", "F4"), ("积分", "F6"), ("充值", "F8")):
            row.addWidget(SecondaryButton(text, hint=key, height=Height.CASHIER))
        column.addLayout(row)
        column.addWidget(PrimaryButton("收款", hint="F9", height=Height.PAY))
        self.focused = PrimaryButton("去收银", hint="Enter", icon="scan-barcode")
        column.addWidget(self.focused)
        row = QHBoxLayout()
        row.addWidget(Button("删除", kind=Kind.DANGER, icon="trash-2"))
        row.addWidget(Button("更多", kind=Kind.QUIET))
        off = SecondaryButton("不可用", hint="F7")
        off.setEnabled(False)
        row.addWidget(off)
        row.addWidget(SecondaryButton("小", height=Height.BACK_OFFICE, icon="plus"))
        column.addLayout(row)
        column.addWidget(EmptyState("users", "还没有会员。输入手机号即可建卡。", key="F2"), 1)
        return side


def shoot(folder: Path) -> list[Path]:
    """Render the page in every state; returns the pictures' paths."""
    made: list[Path] = []

    def save(widget: QWidget, name: str) -> None:
        QApplication.processEvents()
        path = folder / f"{name}.png"
        widget.grab().save(str(path))
        made.append(path)

    for mode in (Mode.LIGHT, Mode.DARK):
        THEME.set_mode(mode)
        page = Gallery()
        page.show()
        page.activateWindow()
        page.focused.setFocus()
        page.toast.say("已删除 热可可 × 1", lambda: None)
        save(page, f"widgets-{mode.value}")
        page.omnibox.setFocus()
        page.omnibox.set_text("zyq")
        page.omnibox.suggest(
            "zyq",
            [
                Suggestion("曾雨晴", "138****8000 · No. 000128", "1,285 分"),
                Suggestion("张艳琼", "139****2211 · No. 000342", "20 分"),
                Suggestion("燕麦拿铁", "", "¥28.00", icon="package"),
            ],
        )
        save(page, f"omnibox-{mode.value}")
        page.omnibox.close_list()
        sheet = Sheet(page, title="收款", width=800)
        sheet.set_title("收款", "曾雨晴 · 金卡 · 4 件")
        amount = MoneyEdit(size=fonts.AMOUNT)
        amount.set_value_minor(20000)
        sheet.body.addWidget(Label("收到现金", size=fonts.CAPTION, tone=Tone.MUTED))
        sheet.body.addWidget(amount)
        sheet.body.addWidget(PrimaryButton("完成", hint="Enter", height=Height.PAY))
        sheet.open(amount)
        save(page, f"sheet-{mode.value}")
        sheet.close_sheet()
        progress = ProgressSheet(page, title="正在导入")
        progress.progress(1200, 5000)
        progress.open()
        save(page, f"progress-{mode.value}")
        page.close()
    return made


def main() -> None:
    """Write the pictures into the folder named."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv)
    fonts.load_fonts()
    app.setFont(fonts.font())
    THEME.install(app, Mode.LIGHT)
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for path in shoot(folder):
        print(path)


if __name__ == "__main__":
    main()
