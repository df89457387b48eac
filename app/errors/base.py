"""What every refusal is."""

from dataclasses import fields


class ShopError(Exception):
    """A refusal with facts. Amount fields end in `_minor` (minor units of the shop's currency)."""

    def facts(self) -> dict[str, object]:
        """The named facts of this refusal, for the sentence and for `--json`."""
        return {f.name: getattr(self, f.name) for f in fields(self)}  # type: ignore[arg-type]

    def __str__(self) -> str:
        return f"{type(self).__name__}({self.facts()})"
