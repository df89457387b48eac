"""A page to try a printer with: the same line in three ways, a frame as wide as the paper, codes.

Every line has a number, so that a person can say which looks right.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.services.documents.drawing import Anchor, Page, Rect, Text, Weight
from app.services.documents.layout import Flow, Type
from app.services.documents.symbols import qr
from app.services.printing.escpos import EscPos
from app.services.printing.raster import page_rows
from app.services.printing.setup import DOTS_PER_MM, PrinterSetup

TRIAL_CODE = "3141592653"
"""What the codes of the trial say: no product, member or receipt has it."""

SAMPLE = "会员 會員 ¥88.00"
BIG5_SAMPLE = "會員 折扣 ￥88.00"
_CODE_MM = 16.0


@dataclass(frozen=True, slots=True)
class TrialWords:
    """What the page says, in the reader's language."""

    title: str
    ask: str
    picture: str
    frame: str
    code: str
    own_code: str


WORDS = {
    "en": TrialWords(
        "Printer test",
        "Which of the lines 1 to 3 looks right?",
        "picture",
        "This frame is whole on {width} mm paper.",
        "4  Code as a picture",
        "5  Code by the printer",
    ),
    "zh_CN": TrialWords(
        "打印测试",
        "第 1 至 3 行，哪一行看起来正确？",
        "图像",
        "{width} 毫米纸上，此框应完整。",
        "4  二维码（图像）",
        "5  二维码（打印机生成）",
    ),
    "zh_TW": TrialWords(
        "列印測試",
        "第 1 至 3 行，哪一行看起來正確？",
        "圖像",
        "{width} 公釐紙上，此框應完整。",
        "4  QR 碼（圖像）",
        "5  QR 碼（印表機產生）",
    ),
}


def trial_bytes(setup: PrinterSetup, language: str) -> bytes:
    """The test page for a printer, whatever encoding it is set to; cut as it is set to."""
    words = WORDS.get(language, WORDS["en"])
    out = EscPos().start()
    _picture(out, _head(setup, words), setup)
    out.chinese()
    sample = SAMPLE.replace("¥", "￥")
    out.line(f"2  GB18030  {sample}".encode("gbk"))
    out.line(f"3  Big5     {BIG5_SAMPLE}".encode("cp950")).line()
    _picture(out, _code(setup, words), setup)
    _picture(out, _row(setup, words.own_code), setup)
    out.align(1).qr(TRIAL_CODE.encode("ascii"), 5).line().align(0)
    return out.cut(setup.cut).done()


def _flow(setup: PrinterSetup) -> Flow:
    side = (setup.width - setup.dots / DOTS_PER_MM) / 2
    return Flow(float(setup.width), side=side, top=2.0, bottom=2.0, longest=1500.0)


def _head(setup: PrinterSetup, words: TrialWords) -> Page:
    """The title in a frame as wide as what is printed, the question, and line 1."""
    flow = _flow(setup)
    box = Rect(flow.left, flow.y, flow.content, 17.0, stroke="#000000", stroke_width=0.5)
    middle = flow.width / 2
    flow.put(
        box,
        Text(middle, flow.y + 8, words.title, 16, Weight.BOLD, anchor=Anchor.CENTRE),
        Text(
            middle,
            flow.y + 14,
            words.frame.replace("{width}", str(setup.width)),
            7.6,
            anchor=Anchor.CENTRE,
        ),
    )
    flow.gap(19.0)
    flow.text(words.ask, Type(9.0, Weight.BOLD))
    flow.gap(1.0)
    flow.text(f"1  {words.picture}  {SAMPLE}", Type(8.5))
    return flow.pages(trimmed=True)[0]


def _code(setup: PrinterSetup, words: TrialWords) -> Page:
    flow = _flow(setup)
    flow.text(words.code, Type(8.5))
    flow.gap(1.0)
    flow.put(qr(TRIAL_CODE, (flow.width - _CODE_MM) / 2, flow.y, _CODE_MM))
    flow.gap(_CODE_MM + 1.0)
    return flow.pages(trimmed=True)[0]


def _row(setup: PrinterSetup, text: str) -> Page:
    flow = _flow(setup)
    flow.text(text, Type(8.5))
    return flow.pages(trimmed=True)[0]


def _picture(out: EscPos, page: Page, setup: PrinterSetup) -> None:
    out.raster(setup.dots // 8, page_rows(page, setup.dots))
