"""Reads documents back with programs that are not ours: pdfium, poppler and zxing-cpp."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import pypdfium2
import zxingcpp
from PIL import Image


def text_of(pdf: bytes) -> str:
    """All text of a PDF as pdfium copies it out, line breaks kept."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    return "\n".join(pages)


def poppler_text_of(pdf: bytes, folder: Path) -> str | None:
    """All text as poppler's pdftotext copies it out; None where it is not installed."""
    program = shutil.which("pdftotext")
    if program is None:
        return None
    source = folder / "document.pdf"
    source.write_bytes(pdf)
    run = subprocess.run([program, "-raw", source, "-"], capture_output=True, check=True)
    return run.stdout.decode("utf-8")


def bare(text: str) -> str:
    """Text without blanks, for comparing what is said apart from how it was wrapped.

    Without hyphens too, which pdfium drops from the end of a line; compatibility forms are one.
    """
    joined = text.translate(dict.fromkeys(map(ord, "-\ufffe\x02")))
    return "".join(unicodedata.normalize("NFKC", joined).split())


def pictures_of(pdf: bytes, scale: float = 4) -> list[Any]:
    """Every page as a picture."""
    document = pypdfium2.PdfDocument(pdf)
    return [page.render(scale=scale).to_pil().convert("L") for page in document]


def codes_in(picture: Image.Image) -> dict[str, set[str]]:
    """What is decoded in a picture, by symbology: {"QRCode": {...}, "Code128": {...}}."""
    found: dict[str, set[str]] = {}
    for code in zxingcpp.read_barcodes(picture):
        found.setdefault(str(code.format).rpartition(".")[2], set()).add(code.text)
    return found
