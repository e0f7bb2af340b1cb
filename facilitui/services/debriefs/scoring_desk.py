"""One person's scores on one session while they are given: changed, justified, undone, saved."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, tzinfo
from functools import cached_property
from typing import TYPE_CHECKING

from facilitui.core.debriefs import rescoring, scores
from facilitui.core.debriefs.scores import ScoreSheet
from facilitui.core.draft import Draft
from facilitui.core.errors import NotSaved, SavedMeanwhile
from facilitui.core.library.rubric import Rubric
from facilitui.core.sessions.events import Event
from facilitui.core.sessions.fold import fold
from facilitui.core.sessions.moments import Moment, moments_of
from facilitui.core.unkept import Unkept
from facilitui.services.debriefs.criteria import CriterionRow, Known, criteria_of

if TYPE_CHECKING:
    from facilitui.services.debriefs.score_places import ScorePlace
    from facilitui.services.debriefs.scoring import Scoring

Scored = Draft[ScoreSheet]
"""The scores with everything that can be undone."""


class ScoringDesk:
    """The scores of one session. What was saved changes only with a reason."""

    def __init__(
        self,
        saved: ScoreSheet,
        sheet: ScoreSheet,
        events: Sequence[Event],
        known: Known,
        doing: Scoring,
        place: ScorePlace,
    ) -> None:
        self.draft: Scored = Draft(sheet)
        self.state = fold(events)
        self.known = known
        self.observation, self.giver = "", ""
        """The entry of the observation whose scores these are, and who gave them; else empty."""
        self.notice = ""
        """Something to tell when it is opened."""
        self.over = ""
        """The hash of the revision that they are written over; empty where none is saved."""
        self.saved_at: datetime | None = None
        self._events, self._doing, self._place = events, doing, place
        self._saved = saved
        self._kept = sheet
        self._turn = asyncio.Lock()
        """A draft that is forgotten or saved while another is kept would be the wrong one."""

    @property
    def sheet(self) -> ScoreSheet:
        """The scores as they stand."""
        return self.draft.state

    @property
    def zone(self) -> tzinfo:
        """Where the session was held."""
        return self._doing.zone(self.sheet.zone)

    @property
    def rubric(self) -> Rubric | None:
        """The rubric in use; None where none is, or the library has that version no more."""
        return self.known.rubric_of(self.sheet)

    @property
    def is_chosen(self) -> bool:
        """Whether it is clear by which rubric is scored."""
        return bool(self.sheet.rubric.id)

    @property
    def rows(self) -> tuple[CriterionRow, ...]:
        """The criteria with all that is known of them."""
        return criteria_of(self.sheet, self.known)

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """The moments of the session that a score can be about."""
        return moments_of(self._events)

    @property
    def unsaved(self) -> bool:
        """Whether the journal lacks something."""
        given = bool(self.sheet.scores or self._saved.scores)
        return given and self.sheet != self._saved

    # Changing

    def needs_reason(self, criterion: str, level: int | None) -> bool:
        """Whether a score that was saved would become another one."""
        stood = rescoring.standing(self.sheet, self._saved)
        known = scores.score_of(self.sheet.scores, criterion)
        is_news = level != (known.level if known is not None else None)
        return is_news and scores.needs_reason(stood, criterion, level)

    def score(
        self, criterion: str, level: int | None, reason: str = "", since: Scored | None = None
    ) -> None:
        """Give a criterion a level; None takes its score out.

        `since` is the draft before a reason began to be typed: all of it is one change.
        """
        rubric = self.rubric
        if rubric is None:
            return

        def make(sheet: ScoreSheet) -> ScoreSheet:
            return rescoring.rescored(
                sheet, rubric, criterion, level, saved=self._saved, reason=reason
            )

        self._change(make, "the score", since)

    def note(self, criterion: str, text: str, since: Scored) -> None:
        """Put down the quote or note of a score; what is typed `since` is one change."""
        self._change(lambda sheet: rescoring.with_note(sheet, criterion, text), "the note", since)

    def place(self, criterion: str, moment: float | None) -> None:
        """Say which moment a score is about; None for no one moment."""
        self._change(lambda sheet: rescoring.with_moment(sheet, criterion, moment), "the moment")

    def leaves_saved(self, rubric: str) -> bool:
        """Whether scores that were saved would go by scoring with another rubric."""
        other = scores.ref(self.known.rubrics[rubric])
        return bool(self._saved.scores) and not other.is_same(self._saved.rubric)

    def use(self, rubric: str, reason: str = "", since: Scored | None = None) -> None:
        """Score with a rubric of the library; what was scored with another one goes."""
        wanted = self.known.rubrics[rubric]

        def make(sheet: ScoreSheet) -> ScoreSheet:
            return rescoring.under(sheet, wanted, saved=self._saved, reason=reason)

        self._change(make, "the rubric", since)

    def throw_away(self) -> None:
        """Go back to what was saved, under the same rubric where nothing was."""
        saved = self._saved
        if not saved.rubric.id:
            saved = saved.model_copy(update={"rubric": self.sheet.rubric})
        self._change(lambda sheet: saved, "throwing away")

    def undo(self) -> str:
        """Undo the last change; what it was, empty if there was none."""
        what = self.draft.past[-1].what if self.draft.past else ""
        self.draft = self.draft.undone()
        return what

    def redo(self) -> str:
        """Do it again; what it was, empty if there was nothing."""
        what = self.draft.future[0].what if self.draft.future else ""
        self.draft = self.draft.redone()
        return what

    def _change(
        self, make: Callable[[ScoreSheet], ScoreSheet], what: str, since: Scored | None = None
    ) -> None:
        before = since or self.draft
        self.draft = before.changed(make(before.state), what)

    # Keeping

    async def keep_draft(self) -> None:
        """Keep what was given since the last time. Raises NotSaved."""
        async with self._turn:
            await self._keep()

    async def _keep(self) -> None:
        if self.sheet is not self._kept:
            sheet = self.sheet
            await self._doing.keep(self._place, sheet, self.over)
            self._kept = sheet
            if sheet == self._saved:  # what says no more than the journal would only lie about
                await self._doing.forget(self._place)

    async def unkept(self) -> tuple[Unkept, ...]:
        """What the disk does not take of what was given."""
        try:
            await self.keep_draft()
        except NotSaved as error:
            return (Unkept("these scores", error.why, self._as_text()),)
        return ()

    def _as_text(self) -> str:
        """What was given, to be read by a person."""
        return "\n".join(f"{s.name}: {s.level}  {s.note}".rstrip() for s in self.sheet.scores)

    async def save(self) -> None:
        """Save to the journal; from then on nothing of it changes without a reason.

        Raises NotSaved, or SavedMeanwhile where others were saved; these then go over those.
        """
        async with self._turn:
            await self._save()

    async def _save(self) -> None:
        with suppress(NotSaved):  # a draft that a kill leaves says no less than what was saved
            await self._keep()
        why = rescoring.why(self.sheet, self._saved)
        rubric = scores.ref(self.rubric) if self.rubric is not None else self.sheet.rubric
        written = self.sheet.model_copy(update={"rubric": rubric, "reason": why})
        try:
            self.saved_at, self.over = await self._doing.save(self._place, written, self.over)
        except SavedMeanwhile as error:
            self.over = error.newest
            await self._go_over_newest()
            raise
        self._saved = self._kept = as_begun(written)
        self.draft = Draft(self._saved)

    async def _go_over_newest(self) -> None:
        """Nothing of what was saved meanwhile is lost by what is given here."""
        saved = self._saved = await self._doing.standing(self._place, self._saved)
        self.draft = self.draft.everywhere(lambda sheet: rescoring.over(sheet, saved))


def as_begun(saved: ScoreSheet) -> ScoreSheet:
    """What was saved, as the next revision of it begins."""
    return saved.model_copy(update={"withdrawn": (), "reason": ""})
