"""Lists and pictures that leave the shop: who gets one counts as asked from then on."""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from uuid import UUID
from zipfile import ZIP_STORED, ZipFile

from app.errors import CampaignOver, FileUnreadable, PartInvalid
from app.models import campaign_people as stored
from app.models import campaigns as stored_campaigns
from app.models.database import Row
from app.services.campaign_asking import Asking, told
from app.services.campaign_texts import Wordings
from app.services.campaign_types import Call, Campaign, Channel
from app.services.cards import Cards
from app.services.coupons import Coupons
from app.services.desk import audit
from app.services.exchange.cells import neutral
from app.services.exchange.tables_out import Column, suffix_of, write_table
from app.services.exchange.targets import check_target, partial_file
from app.services.progress import Progress, StopAsked, never, silent, stop_if
from app.services.rules.powers import Power
from app.services.takings import stamp

PICTURE_DPI = 300
LIST_NAME = "list.csv"
# By the place of each channel's address in a row of `models.campaign_people.asked`.
_ADDRESS = {
    Channel.CALL: ("phone", 5),
    Channel.SMS: ("phone", 5),
    Channel.WECHAT: ("wechat", 6),
    Channel.EMAIL: ("email", 7),
}
_PICTURE_COLUMNS = ("file", "number", "name", "wechat", "phone", "text")
_NOT_IN_A_NAME = re.compile(r"[^\w-]+|^(?=(?:con|prn|aux|nul|com\d|lpt\d)$)", re.IGNORECASE)

Put = Callable[[str, bytes], None]


class Papers(Asking):
    """Writes what is sent or printed. Every file is whole or not there."""

    def save_call_list(self, campaign_id: UUID, path: Path, language: str = "") -> int:
        """The call list as a PDF to tick off; how many lines. Who may not be called any more is
        left out.

        Raises CampaignUnknown, FileUnreadable, NeedsApproval.
        """
        from app.services.documents.call_list import call_report
        from app.services.documents.table_report import save_report

        if path.suffix.lower() != ".pdf":
            raise FileUnreadable(str(path), "output_type", (".pdf",))
        check_target(path, self._desk.database.path)
        campaign = self.get(campaign_id)
        self._desk.require(Power.MEMBERS_EXPORT)
        chosen = language or self._desk.settings.language
        calls = self._callable(campaign, chosen)
        words = Wordings(self._desk, campaign.draft, chosen)
        texts = [words.for_anybody(arm + 1) for arm in range(len(campaign.draft.variants))]
        facts = replace(self._desk.settings.facts, language=chosen)
        save_report(path, call_report(campaign, calls, texts, chosen), facts)
        self._exported(campaign, Channel.CALL, len(calls))
        return len(calls)

    def export_channel(
        self, campaign_id: UUID, channel: Channel, path: Path, language: str = ""
    ) -> int:
        """The people of a channel with their texts as `.csv` or `.xlsx`; they count as asked,
        except those to be called. How many rows.

        Raises CampaignUnknown, CampaignOver, QuietHours, FieldInvalid, FileUnreadable,
        NeedsApproval.
        """
        if channel is Channel.PICTURE:
            others = tuple(each for each in Channel if each is not Channel.PICTURE)
            raise PartInvalid("channels", "not_a_choice", channel.value, others)
        suffix = suffix_of(path)
        check_target(path, self._desk.database.path)
        campaign = self.get(campaign_id)
        self._desk.require(Power.MEMBERS_EXPORT)
        words = Wordings(self._desk, campaign.draft, language)
        names = ["number", "name", _ADDRESS[channel][0], "variant", "text", "coupon"]
        columns = [Column(name) for name in (*names, *_of_calls(channel, ("outcome", "note")))]
        with partial_file(path) as partial:
            while True:
                rows = self._askable(campaign, channel)
                cells = (_cells(campaign, channel, row, words) for row in rows)
                count = write_table(partial, suffix, columns, cells)
                if self._note_asked(campaign, channel, rows):
                    return count

    def save_pictures(
        self,
        campaign_id: UUID,
        target: Path,
        language: str = "",
        *,
        progress: Progress = silent,
        cancelled: StopAsked = never,
    ) -> int:
        """Coupons, or member cards where there are none, of the people of the channel `picture`
        as PNG, in a folder or a `.zip`, with a list of whom each is for; they count as asked.

        How many. A folder that is there already is filled. Raises as `export_channel`, and
        Cancelled; then a folder keeps what was finished, and nobody counts as asked.
        """
        check_target(target.with_name(f"{target.name}.zip"), self._desk.database.path)
        campaign = self.get(campaign_id)
        self._desk.require(Power.MEMBERS_EXPORT)
        words = Wordings(self._desk, campaign.draft, language)
        rows = self._askable(campaign, Channel.PICTURE)
        with _putting(target) as put:
            listed = []
            names = _file_names([row[2] for row in rows])
            for done, (row, name) in enumerate(zip(rows, names, strict=True), 1):
                stop_if(cancelled)
                put(name, self._picture(row))
                listed.append((name, row[2], row[3], row[6], row[5], words.text(row[8], told(row))))
                progress(done, len(rows))
            put(LIST_NAME, _csv(listed))
            if not self._note_asked(campaign, Channel.PICTURE, rows):
                raise FileUnreadable(str(target), "changed_meanwhile")
        return len(rows)

    def export_left_out(self, campaign_id: UUID, path: Path) -> int:
        """Who of the audience was left out, and why, as `.csv` or `.xlsx`; how many rows.

        Raises CampaignUnknown, FieldInvalid, FileUnreadable, NeedsApproval.
        """
        suffix = suffix_of(path)
        check_target(path, self._desk.database.path)
        campaign = self.get(campaign_id)
        self._desk.require(Power.MEMBERS_EXPORT)
        columns = [Column("number"), Column("name"), Column("reason")]
        rows = stored_campaigns.left_out(self._desk.database, campaign_id.bytes)
        with partial_file(path) as partial:
            count = write_table(partial, suffix, columns, rows)
            self._exported(campaign, "left_out", count)
        return count

    # --- who --------------------------------------------------------------------

    def _callable(self, campaign: Campaign, language: str) -> list[Call]:
        words = Wordings(self._desk, campaign.draft, language)
        rows = self._asked_by(campaign, Channel.CALL)
        return [self._call(campaign, row, words) for row in rows if self._barred(row) is None]

    def _askable(self, campaign: Campaign, channel: Channel) -> list[Row]:
        """Whom this channel may ask now. Raises CampaignOver, QuietHours."""
        last = self._over_since(campaign)
        if last is not None:
            raise CampaignOver(campaign.name, last)
        if channel is not Channel.CALL:
            self._check_hour()
        return [row for row in self._asked_by(campaign, channel) if self._barred(row) is None]

    def _note_asked(self, campaign: Campaign, channel: Channel, written: Sequence[Row]) -> bool:
        """Count those who were written as asked; False where others may be asked by now."""

        def work() -> bool:
            rows = self._askable(campaign, channel)
            if [row[0] for row in rows] != [row[0] for row in written]:
                return False
            if channel is not Channel.CALL:
                at, key = stamp(self._desk).row, campaign.campaign_id.bytes
                stored.add_contacts(
                    self._desk.database, ((key, row[0], channel.value, *at) for row in rows)
                )
            self._exported(campaign, channel, len(rows))
            return True

        return self._desk.transaction(work)

    def _exported(self, campaign: Campaign, what: str, rows: int) -> None:
        """People's data leaves the shop: who took it, and when, is never forgotten."""
        self._desk.transaction(
            lambda: audit(
                self._desk, "export.campaign", campaign.campaign_id, what=str(what), rows=rows
            )
        )

    # --- pictures ---------------------------------------------------------------

    def _picture(self, row: Row) -> bytes:
        from app.services.documents.card import card_picture
        from app.services.documents.card_face import CARD_HEIGHT, CARD_WIDTH
        from app.services.documents.coupon_sheet import coupon_face
        from app.services.documents.drawing import Page
        from app.services.documents.labels import labels_for
        from app.services.documents.png import png_bytes

        facts = self._desk.settings.facts
        if row[13]:
            items = coupon_face(Coupons(self._desk).find(row[13]), facts)
            return png_bytes(Page(CARD_WIDTH, CARD_HEIGHT, items), PICTURE_DPI)
        (card,) = Cards(self._desk).facts([UUID(bytes=row[1])])
        page = card_picture(card, facts, labels_for(facts.language), both_sides=True)
        return png_bytes(page, PICTURE_DPI)


def _cells(campaign: Campaign, channel: Channel, row: Row, words: Wordings) -> tuple[str, ...]:
    variant = campaign.draft.variants[row[8] - 1].name
    text = words.text(row[8], told(row))
    cells = (row[2], row[3], row[_ADDRESS[channel][1]], variant, text, row[13])
    return (*cells, *_of_calls(channel, (row[12] or "", row[17])))


def _of_calls(channel: Channel, cells: tuple[str, ...]) -> tuple[str, ...]:
    """What only a list of calls tells."""
    return cells if channel is Channel.CALL else ()


def _file_names(numbers: Sequence[str]) -> list[str]:
    """A picture's name for each member number, which may hold anything, a path even."""
    plain = [_NOT_IN_A_NAME.sub("_", number) for number in numbers]
    again = {name for name, times in Counter(map(str.casefold, plain)).items() if times > 1}
    return [
        f"{name}.png" if name == number and name.casefold() not in again else f"{name} ({at}).png"
        for at, (name, number) in enumerate(zip(plain, numbers, strict=True), 1)
    ]


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow(_PICTURE_COLUMNS)
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return target.getvalue().encode("utf-8-sig")


@contextmanager
def _putting(target: Path) -> Iterator[Put]:
    """Puts files by name into a `.zip`, whole or not at all, or else into a folder."""
    if target.suffix.lower() == ".zip":
        with partial_file(target) as partial, ZipFile(partial, "w", ZIP_STORED) as archive:
            yield archive.writestr
        return
    from app.services.documents.files import whole_file

    def put(name: str, content: bytes) -> None:
        with whole_file(target / name) as partial:
            partial.write_bytes(content)

    try:
        target.mkdir(exist_ok=True)
    except OSError as error:
        raise FileUnreadable(str(target), "not_writable") from error
    yield put
