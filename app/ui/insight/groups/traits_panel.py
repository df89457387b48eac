"""Who the members are, and where they come from."""

from __future__ import annotations

from array import array

from PySide6.QtWidgets import QVBoxLayout

from app.services.demographics import Demographics, Part, Trait
from app.services.rules.insight.demographics import band_ages
from app.services.rules.insight.segments import Condition
from app.ui.insight.groups.panel import Panel, percent
from app.ui.sentences import filled
from app.ui.theme import Space
from app.ui.widgets.charts.bars import Bar, BarList
from app.ui.widgets.fields import Segmented
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.panels import Card, EmptyState
from app.ui.widgets.scroll import ScrollArea

TRAITS = tuple(Trait)


class TraitsPanel(Panel):
    """One trait at a time: a bar a value, the list behind each."""

    def __init__(self) -> None:
        super().__init__()
        self._found: Demographics | None = None
        self.traits = Segmented((), name="")
        self._words = Label("", tone=Tone.MUTED, wrap=True)
        self.bars = BarList()
        self._tiers: dict[str, str] = {}
        card = Card()
        card.body.setContentsMargins(Space.XXS, Space.S, Space.XXS, Space.XXS)
        self._empty = EmptyState("users", "")
        self._area = ScrollArea(self.bars)
        card.body.addWidget(self._area, 1)
        card.body.addWidget(self._empty, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self.traits)
        column.addWidget(self._words)
        column.addWidget(card, 1)
        self.traits.changed.connect(lambda _at: self._show())
        self.bars.opened.connect(self._open)

    def name_tiers(self, names: dict[str, str]) -> None:
        """What the scheme's tiers are called."""
        self._tiers = names

    def is_empty(self, found: Demographics) -> bool:
        """Whether there is nobody."""
        return not found.members

    def lacking(self, found: Demographics) -> str:
        """What is missing."""
        return self.tr("There are no members yet.")

    def told(self, found: Demographics) -> str:
        """How it is counted."""
        words = self.tr("Members who are not archived: {count}, with what they ever spent.")
        return filled(words, count=f"{found.members:,}")

    def show_found(self, found: Demographics) -> None:
        """Show the trait that is chosen."""
        self._found = found
        self._show()

    def retranslate(self) -> None:
        """Say everything again."""
        self.traits.setAccessibleName(self.tr("By what"))
        names = {
            Trait.AGE: self.tr("Age"),
            Trait.AREA: self.tr("Area"),
            Trait.OCCUPATION: self.tr("Occupation"),
            Trait.SOURCE: self.tr("Source"),
            Trait.ADVISER: self.tr("Adviser"),
            Trait.TIER: self.tr("Tier"),
        }
        self.traits.set_choices([names[trait] for trait in TRAITS])
        self._show()

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        trait = TRAITS[self.traits.current()]
        parts, known = found.parts[trait], found.known(trait)
        self._area.setVisible(bool(known))
        self._empty.setVisible(not known)
        self._words.setVisible(bool(known))
        if not known:
            self._words.setText("")
            self._empty.say(self._nothing(trait))
        else:
            words = self.tr("Known of {known} of {count} members ({share}).")
            share = percent(known, found.members)
            self._words.setText(
                filled(words, known=f"{known:,}", count=f"{found.members:,}", share=share)
            )
        bars = [self._bar(trait, part, found.members) for part in parts]
        self.bars.show_bars(bars if known else (), name=self._words.text())

    def _nothing(self, trait: Trait) -> str:
        if trait is Trait.TIER:
            return self.tr("The scheme in use has no tiers.")
        return self.tr("It is written of nobody yet: see a member's details.")

    def _bar(self, trait: Trait, part: Part, everyone: int) -> Bar:
        figure = f"{part.members:,} ({percent(part.members, everyone)})"
        unknown = not part.value and not part.others
        tone = Tone.MUTED if unknown or part.others else Tone.PRIMARY
        return Bar(
            self._named(trait, part), part.members, figure, self.amount(part.spent_minor),
            tone=tone,
        )  # fmt: skip

    def _named(self, trait: Trait, part: Part) -> str:
        if part.others:
            return self.tr("All others")
        if not part.value:
            return self.tr("Not known")
        if trait is Trait.AGE:
            first, last = band_ages(int(part.value))
            if last is None:
                return filled(self.tr("{age} and older"), age=first)
            return filled(self.tr("Under {age}"), age=last + 1) if not first else f"{first}–{last}"
        return self._tiers.get(part.value, part.value) if trait is Trait.TIER else part.value

    def _open(self, at: int) -> None:
        if self._found is None:
            return
        trait = TRAITS[self.traits.current()]
        part = self._found.parts[trait][at]

        def who() -> array[int]:
            return part.seqs

        self.people_asked.emit(self._named(trait, part), who, _conditions(trait, part))


def _conditions(trait: Trait, part: Part) -> str:
    """The segment that means the same, "" where none does."""
    if not part.value:
        return ""
    if trait is Trait.AGE:
        first, last = band_ages(int(part.value))
        least = f"age >= {first}"
        return least if last is None else f"{least} and age <= {last}"
    return str(Condition(trait.value, "=", part.value))
