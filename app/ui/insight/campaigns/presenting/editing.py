"""The editor of a new campaign without Qt: what is typed, what it would do, and the start."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Protocol

from app.errors import Cancelled, ShopError
from app.services.campaign_types import CampaignDraft, Channel, PlanNote
from app.ui.insight.campaigns.presenting.form import (
    LANGUAGES,
    Form,
    VariantForm,
    draft_of,
    toggled,
    with_audience,
    with_one_more,
    with_variant,
    without_last,
)
from app.ui.insight.segments.presenting.rows import (
    Block,
    Line,
    Path,
    with_added,
    with_part,
    without,
)

if TYPE_CHECKING:
    from app.services.campaign_types import Campaign, CampaignPlan, Sample
    from app.services.progress import Progress, StopAsked
    from app.services.rules.scheme.words import Words
    from app.services.segment_choices import SegmentChoices
    from app.ui.tasks import Job, Tasks

USUAL_DAYS = 30
_SEEDS = 2**31
_TO_COME = "…"
_NOTHING_YET = (_TO_COME, _TO_COME, _TO_COME)
_STOPS_THE_START = frozenset({PlanNote.NOBODY, PlanNote.OVER_BUDGET})


@dataclass(frozen=True, slots=True)
class Stock:
    """What a campaign can be put together from: saved segments, coupons of the scheme."""

    segments: tuple[str, ...]
    templates: tuple[tuple[str, Words], ...]
    choices: SegmentChoices


@dataclass(frozen=True, slots=True)
class Preview:
    """What one real member would read, in the order of LANGUAGES; "" where nothing is written."""

    name: str
    number: str
    texts: tuple[str, ...]
    place: int
    of: int


class EditorView(Protocol):
    """What the presenter asks of the editor."""

    def show_form(self, form: Form, stock: Stock) -> None:
        """Show what is typed; fields that say so already stay as they are."""

    def show_planning(self) -> None:
        """The plan is no longer true; call `replan` once the hands rest."""

    def show_plan(self, plan: CampaignPlan | None, error: Exception | None) -> None:
        """Show what it would do, or why that is not known."""

    def show_preview(self, preview: Preview | None) -> None:
        """Show what a member would read; None where nobody would."""

    def confirm(self, plan: CampaignPlan) -> None:
        """Ask with the exact numbers whether to start."""

    def refuse(self, error: Exception) -> None:
        """Say why not, at the field where it can be."""


class EditorPresenter:
    """Nothing is stored before the start."""

    def __init__(self, view: EditorView, shop: Any, tasks: Tasks) -> None:
        self._view = view
        self._shop = shop
        self._tasks = tasks
        self._stock: Stock | None = None
        self._turn = 0
        self._job: Job | None = None
        self._seed = secrets.randbelow(_SEEDS)
        self._sample = 0
        self.form = Form()
        self.plan: CampaignPlan | None = None
        self.arm = 0

    # --- begin ------------------------------------------------------------------------

    def begin(self, audience: str = "") -> None:
        """A new campaign, for a saved segment or for conditions where they are given."""
        desk, segments = self._shop.desk, self._shop.segments
        self._seed = secrets.randbelow(_SEEDS)
        self._sample = self.arm = 0

        def read(_progress: Progress, _stop: StopAsked) -> Stock:
            return Stock(
                tuple(each.name for each in segments.saved()),
                tuple((each.id, each.name) for each in desk.scheme.coupons),
                segments.choices(),
            )

        def ready(stock: Stock) -> None:
            self._stock = stock
            today = desk.today()
            form = Form(
                starts_on=today.isoformat(),
                ends_on=(today + timedelta(days=USUAL_DAYS)).isoformat(),
            )
            if audience:
                form = with_audience(form, audience, stock.segments)
            elif stock.segments:
                form = replace(form, segment=stock.segments[0])
            self._set(form)

        self._tasks.run_long(read, ready, self._unless_cancelled)

    # --- what is typed ------------------------------------------------------------------

    def type(self, **fields: str) -> None:
        """Take the texts of fields by their names in `Form`."""
        self._set(replace(self.form, **fields))  # type: ignore[arg-type]

    def choose_segment(self, name: str) -> None:
        """A saved segment, or "" for conditions of its own."""
        self._set(replace(self.form, segment=name))

    def change_part(self, path: Path, part: Line | Block) -> None:
        """Another part of the conditions."""
        self._set(replace(self.form, block=with_part(self.form.block, path, part)))

    def add_part(self, path: Path, part: Line | Block) -> None:
        """A part more."""
        self._set(replace(self.form, block=with_added(self.form.block, path, part)))

    def remove_part(self, path: Path) -> None:
        """A part less."""
        self._set(replace(self.form, block=without(self.form.block, path)))

    def toggle(self, channel: Channel) -> None:
        """Ask by this channel too, or no longer."""
        self._set(toggled(self.form, channel))

    def choose_variant(self, at: int) -> None:
        """Edit another variant."""
        self.arm = max(0, min(at, len(self.form.variants) - 1))
        self._sample = 0
        self._show()
        self._preview()

    def show_unsaid(self) -> None:
        """Go to the first variant that says nothing; where each does, stay."""
        for at, variant in enumerate(self.form.variants):
            if not any(text.strip() for text in variant.texts):
                self.choose_variant(at)
                return

    def add_variant(self) -> None:
        """One way more to ask."""
        self._set(with_one_more(self.form))
        self.choose_variant(len(self.form.variants) - 1)

    def drop_variant(self) -> None:
        """One way less."""
        self.arm = min(self.arm, len(self.form.variants) - 2) if len(self.form.variants) > 1 else 0
        self._set(without_last(self.form))

    @property
    def variant(self) -> VariantForm:
        """The variant that is edited."""
        return self.form.variants[min(self.arm, len(self.form.variants) - 1)]

    def change_variant(self, variant: VariantForm) -> None:
        """Take another wording or offer."""
        self._set(with_variant(self.form, self.arm, variant))

    def write(self, language: int, text: str) -> None:
        """Take the wording of a language, by its place in LANGUAGES."""
        texts = list(self.variant.texts)
        texts[language] = text
        self.change_variant(replace(self.variant, texts=(texts[0], texts[1], texts[2])))

    def _set(self, form: Form) -> None:
        if form == self.form and self.plan is not None:
            return
        self.form = form
        self._show()
        self._turn += 1
        self.plan = None
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._view.show_planning()

    def _show(self) -> None:
        if self._stock is not None:
            self._view.show_form(self.form, self._stock)

    def show_again(self) -> None:
        """The same in another language."""
        self._show()

    def is_begun(self) -> bool:
        """Whether anything was typed that would be lost."""
        texts = (text for each in self.form.variants for text in each.texts)
        return bool(self.form.name.strip() or any(map(str.strip, texts)))

    # --- what it would do ----------------------------------------------------------------

    def replan(self) -> None:
        """Reckon what it would do; an answer that comes too late is dropped."""
        turn = self._turn
        try:
            draft = self._draft(named=True)
        except ShopError as error:
            self._view.show_plan(None, error)
            return

        def planned(plan: CampaignPlan | None, error: Exception | None) -> None:
            if turn != self._turn or isinstance(error, Cancelled):
                return
            self._job, self.plan = None, plan
            self._view.show_plan(plan, error)
            self._preview()

        self._job = self._tasks.run_long(
            lambda _progress, _stop: self._shop.campaigns.plan(draft),
            lambda plan: planned(plan, None),
            lambda error: planned(None, error),
        )

    def _draft(self, *, named: bool = False) -> CampaignDraft:
        desk = self._shop.desk
        form = self.form
        if named:  # a plan needs neither a name nor a wording yet
            form = replace(
                form,
                name=form.name.strip() or _TO_COME,
                variants=tuple(
                    each if any(map(str.strip, each.texts)) else replace(each, texts=_NOTHING_YET)
                    for each in form.variants
                ),
            )
        return draft_of(form, desk.settings.money, desk.today(), self._seed)

    def another_member(self) -> None:
        """Preview it for the next of the members that the plan names."""
        self._sample += 1
        self._preview()

    def _preview(self) -> None:
        plan = self.plan
        samples = [] if plan is None else [
            each for each in plan.samples if each.variant == self.variant.name
        ]  # fmt: skip
        if plan is None or not samples:
            self._view.show_preview(None)
            return
        at, turn, arm = self._sample % len(samples), self._turn, self.arm + 1
        sample = samples[at]
        self._tasks.run(
            lambda: self._texts(plan.draft, sample, arm),
            lambda texts: self._previewed(turn, sample, texts, at, len(samples)),
            lambda _error: self._view.show_preview(None),
        )

    def _texts(self, draft: CampaignDraft, sample: Sample, arm: int) -> tuple[str, ...]:
        from app.services.campaign_texts import Told, Wordings

        if not any(map(str.strip, self.form.variants[arm - 1].texts)):
            return ("", "", "")
        person = sample.person
        told = Told(person.member_id.bytes, person.number, person.name)
        return tuple(
            Wordings(self._shop.desk, draft, language).text(arm, told) for language in LANGUAGES
        )

    def _previewed(
        self, turn: int, sample: Sample, texts: tuple[str, ...], at: int, count: int
    ) -> None:
        if turn == self._turn:
            person = sample.person
            self._view.show_preview(Preview(person.name, person.number, texts, at, count))

    # --- the start -------------------------------------------------------------------------

    def ask_start(self) -> None:
        """Plan it as it is now, then ask with the exact numbers."""
        try:
            draft = self._draft()
        except ShopError as error:
            self._view.refuse(error)
            return

        def planned(plan: CampaignPlan) -> None:
            self.plan = plan
            self._view.show_plan(plan, None)
            if not _STOPS_THE_START & set(plan.notes):
                self._view.confirm(plan)

        self._tasks.run_long(
            lambda _progress, _stop: self._shop.campaigns.plan(draft), planned, self._view.refuse
        )

    def starting(self, plan: CampaignPlan) -> Callable[[Progress, StopAsked], Campaign]:
        """The work of starting what was confirmed; doing it again goes on where it stopped."""
        campaigns = self._shop.campaigns

        def work(progress: Progress, stop: StopAsked) -> Campaign:
            started: Campaign = campaigns.start(plan.draft, progress=progress, cancelled=stop)
            return started

        return work

    def _unless_cancelled(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self._view.refuse(error)
