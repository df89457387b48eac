"""Products found as a person types: one text searched at C speed, ranked by how they match."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from app.services.rules.pinyin import normalise_query


@dataclass(frozen=True, slots=True)
class SearchedProduct:
    """What one product is found by: its name, the tokens of the name, its barcodes."""

    name: str
    tokens: str
    barcodes: tuple[str, ...]


class ProductIndex:
    """An immutable index; products are named by their place in what it was made from."""

    def __init__(self, products: Iterable[SearchedProduct]) -> None:
        names: list[str] = []
        tokens: list[str] = []
        codes: list[str] = []
        for product in products:
            names.append(f"\n{product.name.casefold()}")
            tokens.append(f"\n{product.tokens}")
            codes.append("".join(f"\n{code}" for code in product.barcodes))
        self._names = _Haystack(names)
        self._tokens = _Haystack(tokens)
        self._codes = _Haystack(codes)

    def find(self, text: str, limit: int) -> list[int]:
        """Places of the products that match, best first: barcode, start of the name,
        start of a word, pinyin or initials, start of a barcode, anywhere in the name."""
        typed = " ".join(text.casefold().split())
        if not typed:
            return []
        query = normalise_query(text)
        found: dict[int, None] = {}
        for haystack, needle in (
            (self._codes, f"\n{typed}\n"),
            (self._names, f"\n{typed}"),
            (self._tokens, f"\n{query}" if query else ""),
            (self._codes, f"\n{typed}"),
            (self._names, typed),
        ):
            if len(found) >= limit:
                break
            found.update(dict.fromkeys(haystack.places(needle, limit + len(found))))
        return list(found)[:limit]


class _Haystack:
    """Many texts as one string, each starting with a line break, and where each begins."""

    def __init__(self, texts: list[str]) -> None:
        self._text = "".join(texts) + "\n"
        self._starts: list[int] = []
        place = 0
        for text in texts:
            self._starts.append(place)
            place += len(text)

    def places(self, needle: str, most: int) -> list[int]:
        """The first texts that contain `needle`, at most so many."""
        found: list[int] = []
        at = self._text.find(needle) if needle else -1
        while at >= 0 and len(found) < most:
            place = bisect_right(self._starts, at) - 1
            found.append(place)
            after = self._starts[place + 1] if place + 1 < len(self._starts) else len(self._text)
            at = self._text.find(needle, after)
        return found
