"""Every field kept of a member, for reading, and what they agreed to."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.services.member_types import Dependant, Member
from app.ui import fonts
from app.ui.members.lapses import Lapses
from app.ui.members.presenting.page import Page
from app.ui.members.words import birthday_words, gender_words, state_words
from app.ui.members.wrapped import Wrapped
from app.ui.theme import Height, Space
from app.ui.widgets.buttons import SecondaryButton
from app.ui.widgets.labels import Label, Tone
from app.ui.widgets.panels import Divider, Surface

Pair = tuple[str, str]
COLUMNS = 2


class Details(QWidget):
    """Names and values in two columns; fields that are empty are left out."""

    edit_asked = Signal()
    buyer_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None
        self._place: list[Pair] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        # It takes the focus, so that the arrows scroll it.
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column.addWidget(self.area, 1)
        column.addWidget(Divider())
        row = QHBoxLayout()
        row.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        row.setSpacing(Space.S)
        self._consent = Label("", tone=Tone.MUTED, wrap=True)
        self.edit = SecondaryButton("", icon="pencil", height=Height.BACK_OFFICE)
        self.edit.clicked.connect(self.edit_asked)
        self.buyer = SecondaryButton("", icon="receipt-text", height=Height.BACK_OFFICE)
        self.buyer.clicked.connect(self.buyer_asked)
        row.addWidget(self._consent, 1)
        row.addWidget(self.buyer)
        row.addWidget(self.edit)
        column.addLayout(row)

    def show_page(self, page: Page) -> None:
        """Show a member's fields."""
        self._page = page
        inner = Surface()
        grid = QGridLayout(inner)
        grid.setContentsMargins(Space.M, Space.M, Space.M, Space.M)
        grid.setHorizontalSpacing(Space.L)
        grid.setVerticalSpacing(Space.M)
        pairs = [pair for pair in (*self._pairs(page), *self._place) if pair[1]]
        for at, pair in enumerate(pairs):
            grid.addWidget(_pair(pair), *divmod(at, COLUMNS))
        for at in range(COLUMNS):
            grid.setColumnStretch(at, 1)
        self.lapses = Lapses()
        self.lapses.show_points(page.standing.points, page.today)
        if not self.lapses.is_empty:
            # The column at the side tells it too, where the window has room for one.
            name = Label(self.tr("Points by expiry date"), size=fonts.CAPTION, tone=Tone.MUTED)
            grid.addWidget(name, len(pairs), 0, 1, COLUMNS)
            grid.addWidget(self.lapses, len(pairs) + 1, 0, 1, COLUMNS)
        grid.setRowStretch(len(pairs) + 2, 1)
        self.area.setWidget(inner)
        self._consent.setText(self.consent_words(page.member))

    def show_place(self, lines: list[Pair]) -> None:
        """Show where the member stands, which is known a little later."""
        if lines != self._place:
            self._place = lines
            if self._page is not None:
                self.show_page(self._page)

    def consent_words(self, member: Member) -> str:
        """What the member said about marketing, when, and to which notice."""
        consent = member.consent
        if consent is None:
            return self.tr("Marketing: nobody has asked; no messages are sent.")
        words = (
            self.tr("Marketing: agreed on {date}, notice {version}.")
            if consent.granted
            else self.tr("Marketing: declined on {date}, notice {version}.")
        )
        return words.replace("{date}", f"{consent.recorded_at:%Y-%m-%d}").replace(
            "{version}", consent.notice_version
        )

    def _pairs(self, page: Page) -> list[Pair]:
        member = page.member
        birthday = "" if member.birthday is None else birthday_words(member.birthday)
        if birthday and page.birthday_on is not None and member.birthday is not None:
            lunar = self.tr("{birthday} (next {date})")
            if member.birthday.lunar:
                birthday = lunar.replace("{birthday}", birthday).replace(
                    "{date}", page.birthday_on.isoformat()
                )
        return [
            (self.tr("Name"), member.name),
            (self.tr("Phone"), self._phone(page)),
            (self.tr("Number"), member.number),
            (self.tr("State"), state_words(member.state)),
            (self.tr("Birthday"), birthday),
            (self.tr("Gender"), gender_words(member.gender)),
            (self.tr("E-mail"), member.email),
            (self.tr("WeChat"), member.wechat),
            (self.tr("Joined"), member.joined_on.isoformat()),
            (self.tr("How they came"), member.source),
            (self.tr("Adviser"), member.adviser),
            (self.tr("Occupation"), member.occupation),
            (self.tr("Address"), member.address),
            (self.tr("Preferences"), _joined(member.preferences)),
            (self.tr("Tags"), _joined(member.tags)),
            *((self.tr("Family"), family_words(each)) for each in member.dependants),
            (self.tr("Invoice title"), "" if page.buyer is None else page.buyer.title),
            (self.tr("Tax number"), "" if page.buyer is None else page.buyer.tax_number),
            *member.custom,
            (self.tr("Note"), member.note),
        ]

    def _phone(self, page: Page) -> str:
        if page.member.phone and not page.member.phone_valid:
            return self.tr("{phone} (kept as typed)").replace("{phone}", page.masked_phone)
        return page.masked_phone

    def retranslate(self) -> None:
        """Say everything again."""
        self.area.setAccessibleName(self.tr("Details"))
        self.edit.set_label(self.tr("Edit"))
        self.buyer.set_label(self.tr("Invoice title"))
        if self._page is not None:
            self.show_page(self._page)


def family_words(dependant: Dependant) -> str:
    """A child or partner in one line."""
    birthday = "" if dependant.birthday is None else birthday_words(dependant.birthday)
    return _joined((dependant.name, dependant.relation, birthday))


def _joined(parts: tuple[str, ...]) -> str:
    return " · ".join(part for part in parts if part)


def _pair(pair: Pair) -> QWidget:
    name, value = pair
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(Wrapped(name, size=fonts.CAPTION, tone=Tone.MUTED))
    column.addWidget(Wrapped(value))
    column.addStretch(1)
    return holder
