"""The words of the import sheet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.messages import field_name
from app.services.exchange.sniff import SPACES

DATE_FORMATS = ("yyyy-MM-dd", "dd/MM/yyyy", "MM/dd/yyyy", "dd.MM.yyyy", "yyyyMMdd")


def kind_title(kind: str) -> str:
    """What is imported."""
    return {
        "members": QCoreApplication.translate("Imports", "Import members"),
        "products": QCoreApplication.translate("Imports", "Import products"),
        "sales": QCoreApplication.translate("Imports", "Import sales"),
        "stock": QCoreApplication.translate("Imports", "Import a count"),
    }[kind]


def field_words(kind: str, field: str, language: str) -> str:
    """A field of what is imported; a member's name and a product's have words of their own."""
    words = {
        ("members", "number"): QCoreApplication.translate("Imports", "member number"),
        ("members", "name"): QCoreApplication.translate("Imports", "name"),
        ("products", "name"): QCoreApplication.translate("Imports", "name of the product"),
        ("stock", "name"): QCoreApplication.translate("Imports", "name of the product"),
        ("sales", "name"): QCoreApplication.translate("Imports", "name of the product"),
    }
    return words.get((kind, field)) or field_name(field, language)


def encoding_name(encoding: str) -> str:
    """A character set as people know it."""
    words = {
        "utf-8": QCoreApplication.translate("Imports", "UTF-8"),
        "utf-8-sig": QCoreApplication.translate("Imports", "UTF-8 (from Excel)"),
        "utf-16": QCoreApplication.translate("Imports", "UTF-16"),
        "gb18030": QCoreApplication.translate("Imports", "GB18030 (Simplified Chinese)"),
        "cp950": QCoreApplication.translate("Imports", "Big5 (Traditional Chinese)"),
        "big5hkscs": QCoreApplication.translate("Imports", "Big5 (Hong Kong)"),
        "cp1252": QCoreApplication.translate("Imports", "Western European"),
    }
    return words.get(encoding, encoding)


def delimiter_name(delimiter: str) -> str:
    """What stands between columns, in words."""
    words = {
        ",": QCoreApplication.translate("Imports", "Comma"),
        ";": QCoreApplication.translate("Imports", "Semicolon"),
        "\t": QCoreApplication.translate("Imports", "Tab"),
        "|": QCoreApplication.translate("Imports", "Vertical bar"),
        SPACES: QCoreApplication.translate("Imports", "Blanks"),
    }
    return words.get(delimiter, delimiter)
