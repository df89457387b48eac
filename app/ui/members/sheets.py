"""Opens the members' sheets, each made when first needed, and does the long work they ask for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from app.ui.long_work import run_with_progress
from app.ui.members.card_sheets import AddCardSheet, CardsSheet
from app.ui.members.editor_sheet import EditorSheet
from app.ui.members.merge_sheet import MergeSheet
from app.ui.members.merge_words import MergeWords
from app.ui.members.presenting.cards import CardChoice, CardWork, Whose
from app.ui.members.presenting.told import Told
from app.ui.members.value_sheets import ValueSheets
from app.ui.members.words import told_words
from app.ui.shell import Shell

if TYPE_CHECKING:
    from uuid import UUID

    from app.services.cards import CardKind
    from app.services.documents.drawing import Page as Paper
    from app.services.merge_types import KeptPlan, Merge
    from app.ui.members.presenter import MembersPresenter
    from app.ui.members.presenting.editing import Form

PNG, PDF = "PNG (*.png)", "PDF (*.pdf)"


class MembersSheets:
    """One of each sheet for the life of the window."""

    def __init__(self, shell: Shell, presenter: MembersPresenter) -> None:
        self._shell = shell
        self._presenter = presenter
        self._cards = CardWork(shell.shop)
        window = shell.overlay_parent()
        self.editor = EditorSheet(window)
        self.cards_sheet = CardsSheet(window)
        self.add_card_sheet = AddCardSheet(window)
        self.value = ValueSheets(shell, presenter)
        self.merge = MergeSheet(window)
        self.merge.typed.connect(self._find_others)
        self.merge.scanned_code.connect(self._scan_other)
        self.merge.chosen.connect(self._choose_other)
        self.merge.confirmed.connect(self._merge)
        self.editor.save_asked.connect(presenter.editing.save)
        self.editor.abandoned.connect(presenter.editing.abandon)
        self.editor.invalid.connect(self.refuse_draft)
        self.editor.open_asked.connect(presenter.page.open_number)
        self.cards_sheet.print_asked.connect(self.print_cards)
        self.cards_sheet.save_asked.connect(self._save_pdf)
        self.add_card_sheet.submitted.connect(self._add_card)
        shell.keys.bind(self.editor, "save", self.editor.submit)

    # --- questions ----------------------------------------------------------------------

    def edit(self, form: Form) -> None:
        """Let a member be typed."""
        self.editor.ask(form)

    def refuse_draft(self, error: Exception) -> None:
        """Say beside the field why the draft cannot be saved."""
        self.editor.refuse(error, self._shell.sentence(error))

    def ask_cards(self, choice: tuple[tuple[int, int], ...], chosen: int, listed: int) -> None:
        """Ask whose cards to print or save."""
        if listed:
            self.cards_sheet.ask(self._presenter.listing.wanted, choice, chosen, listed)

    def ask_card(self) -> None:
        """Ask whom one more card is for."""
        page = self._presenter.page.page
        if page is not None:
            self.add_card_sheet.ask(page.name)

    # --- two who are one ----------------------------------------------------------------

    def ask_merge(self) -> None:
        """Ask which other member is the one on the page."""
        page = self._presenter.page.page
        if page is not None:
            self.merge.ask(page.name)

    def show_merge(self, merge: Merge, plan: KeptPlan | None) -> None:
        """Show what a merge would do."""
        self.merge.show_merge(merge, plan, self._merge_words())

    def show_unmerge(self, merge: Merge) -> None:
        """Show what taking it apart would do, and ask."""
        self.merge.ask_unmerge(merge, self._merge_words())

    def _merge_words(self) -> MergeWords:
        desk = self._shell.shop.desk
        return MergeWords(desk.scheme, desk.settings.money, self._shell.language)

    def _find_others(self, text: str) -> None:
        page = self._presenter.page.page
        if page is not None:
            self._presenter.merging.find(page, text)

    def _scan_other(self, code: str) -> None:
        page = self._presenter.page.page
        if page is not None:
            self._presenter.merging.scan(page, code)

    def _choose_other(self, member_id: UUID, plan: KeptPlan | None) -> None:
        page = self._presenter.page.page
        if page is not None:
            self._presenter.merging.choose(page, member_id, plan)

    def _merge(self, shown: Merge, plan: KeptPlan | None, reason: str) -> None:
        merging, then = self._presenter.merging, self.merge.close_sheet
        if shown.kind == "merge":
            merging.merge(shown, plan, reason, then)
        else:
            merging.unmerge(shown, reason, then)

    def refuse(self, error: Exception) -> bool:
        """Say it in the sheet that is open; False where none is."""
        if self.value.refuse(error):
            return True
        if self.add_card_sheet.isHidden():
            return False
        self.add_card_sheet.say_error(self._shell.sentence(error))
        return True

    def retranslate(self) -> None:
        """Say everything again."""
        self.editor.retranslate()

    def _add_card(self, kind: CardKind, holder: str) -> None:
        page = self._presenter.page.page
        if page is not None:
            then = self.add_card_sheet.close_sheet
            self._presenter.actions.add_card(page, kind, holder, then)

    # --- cards --------------------------------------------------------------------------

    def print_cards(self, choice: CardChoice) -> None:
        """Print on the printer for cards, asking for one the first time."""
        from app.ui.printing import Kind, spool

        printing = self._shell.printing
        name = printing.printer_name(Kind.CARD)
        if not name:
            printing.ask(Kind.CARD, lambda: self.print_cards(choice))
            return
        title = QCoreApplication.translate("Members", "Member cards")

        def onto_printer(pages: tuple[Paper, ...]) -> None:
            spool(name, pages, title)

        def printed(count: int) -> None:
            what = "card_printed" if count == 1 else "cards_printed"
            self._say(Told(what, (("count", f"{count:,}"),)))

        def failed(error: Exception) -> None:
            if not self._stopped(error):
                printing.say_failed(Kind.CARD, error, lambda: self.print_cards(choice))

        run_with_progress(
            self._shell, title, self._cards.prints(choice, onto_printer), printed, failed
        )

    def save_one(self, whose: Whose, number: str) -> None:
        """Save one card as a picture to send by chat, or as a PDF."""
        title = QCoreApplication.translate("Members", "Save the card")
        path = self._ask_file(title, f"card-{number}.png", (PNG, PDF))
        if path is not None:
            self._save(CardChoice(whose), path, show=True)

    def _save_pdf(self, choice: CardChoice) -> None:
        title = QCoreApplication.translate("Members", "Save the cards")
        path = self._ask_file(title, "cards.pdf", (PDF,))
        if path is not None:
            self._save(choice, path, show=False)

    def _save(self, choice: CardChoice, path: Path, *, show: bool) -> None:
        def saved(_count: int) -> None:
            self._say(Told("cards_saved", (("file", path.name),)))
            if show:
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

        title = QCoreApplication.translate("Members", "Saving the cards")
        run_with_progress(
            self._shell, title, self._cards.save(choice, path), saved, self._not_saved
        )

    # --- parts --------------------------------------------------------------------------

    def _ask_file(self, title: str, name: str, kinds: tuple[str, ...]) -> Path | None:
        """The file to write, with the ending of the kind that was chosen."""
        from PySide6.QtWidgets import QFileDialog

        chosen, kind = QFileDialog.getSaveFileName(
            self._shell.overlay_parent(), title, name, ";;".join(kinds)
        )
        if not chosen:
            return None
        path = Path(chosen)
        endings = [each[each.index("*") + 1 : -1] for each in kinds]
        if path.suffix.lower() in endings:
            return path
        ending = endings[kinds.index(kind)] if kind in kinds else endings[0]
        return path.with_name(path.name + ending)

    def _not_saved(self, error: Exception) -> None:
        if not self._stopped(error):
            self._shell.show_error(error)

    def _stopped(self, error: Exception) -> bool:
        from app.errors import Cancelled

        if isinstance(error, Cancelled):
            self._say(Told("stopped"))
            return True
        return False

    def _say(self, told: Told) -> None:
        self._shell.toast(told_words(told))
