"""Build the subset fonts of `resources/fonts` from the full Noto fonts (developers only).

    python resources/build_fonts.py NOTO_SANS_SC_DIR NOTO_SANS_DIR

Both folders hold the static TrueType files (`*_400Regular.ttf`, `*_700Bold.ttf`, in
subfolders or not) of the Google Fonts releases. Needs fontTools.

`NotoSansSC-Regular.ttf` is shipped whole, for every name a member may have. The bold
weight is for headings: GB 2312 and the common Traditional characters of Big5 level 1.
Noto Sans SC has no Polish, Turkish, Greek accents or currency signs beyond the common
ones; two small Noto Sans subsets hold exactly what it lacks.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent / "fonts"
LATIN = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x250),
    *range(0x1E00, 0x1F00),
    *range(0x2010, 0x2040),
    *range(0x20A0, 0x20D0),
    *(0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x25A1, 0x25CF, 0x2713),
)
EUROPEAN = (
    *range(0xA0, 0x250),
    *range(0x300, 0x370),
    *range(0x370, 0x530),
    *range(0x1E00, 0x1F00),
    *range(0x2000, 0x2070),
    *range(0x20A0, 0x20D0),
    *range(0x2C60, 0x2C80),
)


def double_byte(encoding: str, lead: range) -> set[int]:
    """Every character of the rows `lead` of a double-byte encoding."""
    found: set[int] = set()
    for high in lead:
        for low in range(0x40, 0xFF):
            try:
                found.add(ord(bytes((high, low)).decode(encoding)))
            except (UnicodeDecodeError, TypeError):
                continue
    return found


def characters(path: Path) -> set[int]:
    """The code points a font has."""
    with TTFont(path, lazy=True) as font:
        return set(font.getBestCmap())


def write_subset(source: Path, target: Path, unicodes: set[int], features: list[str]) -> None:
    """Write the glyphs of `unicodes`, without hints (we print, and screens are dense)."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = features
    options.name_IDs = ["*"]
    options.drop_tables += ["vhea", "vmtx", "BASE"]
    font = subset.load_font(str(source), options)
    tool = subset.Subsetter(options)
    tool.populate(unicodes=unicodes)
    tool.subset(font)
    subset.save_font(font, str(target), options)
    print(f"{target.name}: {len(unicodes)} characters, {target.stat().st_size} bytes")


def main(chinese: Path, european: Path) -> None:
    """Write every font of `resources/fonts`."""
    regular = next(chinese.rglob("*_400Regular.ttf"))
    shutil.copyfile(regular, FONTS / "NotoSansSC-Regular.ttf")
    bold = double_byte("gb2312", range(0xA1, 0xF8)) | double_byte("big5", range(0xA1, 0xC7))
    write_subset(
        next(chinese.rglob("*_700Bold.ttf")),
        FONTS / "NotoSansSC-Bold.ttf",
        (bold | set(LATIN)) & characters(regular),
        ["kern", "pwid"],  # in English, quotation marks are as wide as their ink
    )
    lacking = set(EUROPEAN) - characters(regular)
    for weight, name in (("400Regular", "Regular"), ("700Bold", "Bold")):
        source = next(european.rglob(f"*_{weight}.ttf"))
        write_subset(
            source,
            FONTS / f"NotoSans-European-{name}.ttf",
            (lacking & characters(source)) | {0x20},
            ["kern", "mark", "ccmp"],
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
