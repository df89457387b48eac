"""What a text file is written in: its character set, and what stands between its columns."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from app.errors import FileUnreadable

ENCODINGS = ("utf-8-sig", "utf-8", "utf-16", "gb18030", "cp950", "big5hkscs", "cp1252")
"""Those a person may pick; `cp950` is Big5 as Windows writes it."""
DELIMITERS = (",", ";", "\t", "|")
SPACES = " "
"""Runs of blanks, as in fixed-width files."""

SAMPLE_BYTES = 1 << 20
_CHUNK = 1 << 20
_SAMPLE_ROWS = 200
# A share of control characters past this is no text.
_CONTROL_SHARE = 0.1
_LEAST_SCORE = 0.45

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What member and product lists are full of: the commonest characters, headings and surnames,
# in both scripts. A file read in the wrong character set hits hardly any of them.
_COMMON = frozenset(
    "的一是不了人在有我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小"
    "么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长"
    "這來個國說們為時會過學對裡後麼發當無開經頭問長動兩還沒從點給進實現體張間關機電話與萬書東"
    "會員号號卡姓名手机機電話生日性别別积分積備备注註标签標籤条條码碼品名分类類售价價税稅率金额額数數量"
    "单單消费費日期时間间付款方式门店門店地址邮郵箱微信等级級余额餘額男女先生女士小姐"
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹曾彭萧蕭蔡潘田董"
    "袁于余叶葉蒋蔣杜苏蘇魏程吕呂丁任沈姚卢盧傅钟鍾姜崔谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯"
    "伟芳娜秀英敏静靜丽麗强強磊军軍洋勇艳艷杰傑娟涛濤明超兰蘭霞平刚剛桂美華华玉红紅文建国國春梅雪志怡君雅婷家豪淑惠冠宇欣"
    "茶咖啡奶水果面包包糖酒杯瓶袋盒斤元新老客喜欢歡爱愛红绿綠黑白蓝藍色台北市区區路街号樓楼省县縣镇鎮村"
)
_PUNCTUATION = frozenset("，。、；：？！（）【】《》“”‘’—…·￥　１２３４５６７８９０")


def encoding_of(path: Path) -> str:
    """The character set of a text file: a byte order mark, else strict UTF-8, else the likelier
    of GB18030 and Big5, else Western.

    The whole file is read in it, so that later reading cannot fail half way.
    Raises FileUnreadable: `binary_file`, `unknown_encoding`.
    """
    with path.open("rb") as handle:
        sample = handle.read(SAMPLE_BYTES)
    for mark, encoding in _BOMS:
        if sample.startswith(mark):
            if not reads_in(path, encoding):
                raise FileUnreadable(str(path), "unknown_encoding")
            return encoding
    if b"\0" in sample or _is_mostly_control(sample):
        raise FileUnreadable(str(path), "binary_file")
    for encoding in ("utf-8", *_by_likelihood(sample)):
        if reads_in(path, encoding):
            return encoding
    raise FileUnreadable(str(path), "unknown_encoding")


def reads_in(path: Path, encoding: str) -> bool:
    """Whether the whole file decodes. Raises FileUnreadable where it holds NUL: no text does."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        for chunk in _chunks(path):
            if "\0" in decoder.decode(chunk):
                raise FileUnreadable(str(path), "binary_file")
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def delimiter_of(sample: str) -> str:
    """What separates the columns of a text: one of DELIMITERS, or SPACES for runs of blanks.

    The separator that cuts most rows into the same number of columns wins, more columns
    among equals; a text of one column is taken as comma-separated.
    """
    ranked = []
    for place, delimiter in enumerate(DELIMITERS):
        rows = _rows_with(sample, delimiter)
        steadiness, width = _steadiness(rows)
        if width > 1 and steadiness >= 0.6:
            ranked.append((round(steadiness, 1), width, -place, delimiter))
    if ranked:
        return max(ranked)[3]
    rows = [line.split() for line in sample.splitlines()[:_SAMPLE_ROWS] if line.strip()]
    steadiness, width = _steadiness(rows)
    return SPACES if width > 1 and steadiness >= 0.9 else ","


def _rows_with(sample: str, delimiter: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    rows: list[list[str]] = []
    try:
        for row in reader:
            if any(row):
                rows.append(row)
            if len(rows) == _SAMPLE_ROWS:
                break
    except csv.Error:
        return []
    # The sample may be cut inside its last row.
    return rows[:-1] if 2 < len(rows) < _SAMPLE_ROWS else rows


def _steadiness(rows: list[list[str]]) -> tuple[float, int]:
    """(share of rows as wide as most, that width); halved where the first row differs."""
    if not rows:
        return 0.0, 0
    widths = Counter(len(row) for row in rows)
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    share = count / len(rows)
    return (share if len(rows[0]) == width else share / 2), width


def _by_likelihood(sample: bytes) -> list[str]:
    """The Chinese character sets by how much they look like Chinese; Western where none does."""
    scores = {encoding: _score(sample, encoding) for encoding in ("gb18030", "cp950")}
    ranked = sorted(scores, key=lambda encoding: -scores[encoding])
    likely = [encoding for encoding in ranked if scores[encoding] >= _LEAST_SCORE]
    if "cp950" in likely:
        likely.append("big5hkscs")
    return likely or (["cp1252"] if _looks_western(sample) else [])


def _score(sample: bytes, encoding: str) -> float:
    """How Chinese the sample reads in `encoding`: 1.0 for nothing but common characters."""
    decoder = codecs.getincrementaldecoder(encoding)("ignore")
    foreign = Counter(ch for ch in decoder.decode(sample) if ord(ch) > 127)
    whole = foreign.total()
    if not whole:
        return 0.0
    return sum(count * _weight(ch, encoding) for ch, count in foreign.items()) / whole


def _weight(character: str, encoding: str) -> float:
    if character in _COMMON:
        return 1.0
    if character in _PUNCTUATION:
        return 0.8
    raw = character.encode(encoding, "replace")
    if len(raw) != 2:
        return -0.5
    # The first level of either set holds the characters in everyday use.
    first_level = (
        0xB0 <= raw[0] <= 0xD7 and raw[1] >= 0xA1
        if encoding == "gb18030"
        else 0xA4 <= raw[0] <= 0xC6
    )
    return 0.5 if first_level else 0.0


def _looks_western(sample: bytes) -> bool:
    """Whether high bytes stand alone between ASCII ones, as accents do."""
    high = alone = 0
    for before, byte, after in zip(sample, sample[1:], sample[2:], strict=False):
        if byte >= 0x80:
            high += 1
            alone += before < 0x80 and after < 0x80
    return high > 0 and alone / high > 0.7


def _is_mostly_control(sample: bytes) -> bool:
    control = sum(byte < 32 and byte not in b"\t\r\n\x0b\x0c\x1b" for byte in sample[:65536])
    return control > 32 and control > _CONTROL_SHARE * min(len(sample), 65536)


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as handle:
        while chunk := handle.read(_CHUNK):
            yield chunk
