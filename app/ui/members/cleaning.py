"""From the list of members to the sheet that looks them over, and from there to what mends."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from app.services.member_gaps import FIELDS, Gap
from app.ui.transfers import open_export, open_import

if TYPE_CHECKING:
    from app.ui.members.cleaning_sheet import CleaningSheet
    from app.ui.members.presenter import MembersPresenter
    from app.ui.members.view import MembersScreen


def wire_list(screen: MembersScreen, presenter: MembersPresenter) -> Cleaner:
    """What the list's buttons do."""
    shell, cleaner = screen.shell, Cleaner(screen, presenter)
    screen.list.new_asked.connect(presenter.editing.new)
    screen.list.import_asked.connect(lambda: open_import(shell, "members"))
    screen.list.export_asked.connect(lambda: open_export(shell, "members"))
    screen.list.clean_asked.connect(cleaner.open)
    return cleaner


class Cleaner:
    """Opens the sheet, and over it the merge or the editor that it asks for."""

    def __init__(self, screen: MembersScreen, presenter: MembersPresenter) -> None:
        self._screen = screen
        self._presenter = presenter
        self._sheet: CleaningSheet | None = None

    def open(self) -> None:
        """Look the members over."""
        if self._sheet is None:
            from app.ui.members.cleaning_sheet import CleaningSheet

            self._sheet = CleaningSheet(self._screen.shell)
            self._sheet.merge_asked.connect(self._merge)
            self._sheet.mend_asked.connect(self._mend)
            sheets = self._screen.sheets()
            sheets.merge.closed.connect(self._sheet.look_again)
            sheets.editor.closed.connect(self._sheet.look_again)
        self._sheet.ask()

    def _then(self, member_id: UUID, do: object) -> None:
        """Once the member's page is there, which the lane brings in order."""

        def there(_: None) -> None:
            page = self._presenter.page.page
            if page is not None and page.member.member_id == member_id and callable(do):
                do()

        self._presenter.open(member_id)
        self._screen.shell.tasks.run(lambda: None, there)

    def _merge(self, keep: UUID, other: UUID) -> None:
        def ask() -> None:
            page = self._presenter.page.page
            assert page is not None
            self._screen.sheets().ask_merge()
            self._presenter.merging.choose(page, other)

        self._then(keep, ask)

    def _mend(self, member_id: UUID, gap: Gap) -> None:
        tasks, editor = self._screen.shell.tasks, self._screen.sheets().editor

        def edit() -> None:
            self._presenter.edit()
            tasks.run(lambda: None, lambda _: editor.point_to(FIELDS[gap]))

        self._then(member_id, edit)
