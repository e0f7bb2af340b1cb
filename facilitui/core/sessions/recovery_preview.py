"""The agenda ahead before and after a change: what a preview shows, row by row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from facilitui.core.sessions.recovery import Moment
from facilitui.core.sessions.session import PartRun, SessionState, Stage
from facilitui.core.sessions.timing import forecast
from facilitui.core.words import Word


class Change(Word):
    """What becomes of a part."""

    NONE = "none"
    SHORTER = "shorter", "shorter"
    LONGER = "longer", "longer"
    LEFT_OUT = "left_out", "left out"
    BACK = "back", "back in"


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A part that runs or is still to come, before and after."""

    was: PartRun
    becomes: PartRun
    starts: datetime | None
    """When it would start as things are; None for what runs, and for what is left out."""
    then_starts: datetime | None
    """When it would start afterwards."""

    @property
    def running(self) -> bool:
        """Whether it is the part that runs now."""
        return self.was.stage in {Stage.RUNNING, Stage.DIRECTIONS}

    @property
    def change(self) -> Change:
        """What becomes of it."""
        if self.was.stage is not self.becomes.stage:
            return Change.LEFT_OUT if self.becomes.stage is Stage.SKIPPED else Change.BACK
        if self.was.minutes == self.becomes.minutes:
            return Change.NONE
        return Change.SHORTER if self.becomes.minutes < self.was.minutes else Change.LONGER


def preview(before: SessionState, after: SessionState, at: Moment) -> tuple[PreviewRow, ...]:
    """Every part that runs or is ahead in one of the two, in the agenda's order."""
    starts, then_starts = _starts(before, at), _starts(after, at)
    shown = {*starts, *then_starts, *([before.now.part.id] if before.now else [])}
    return tuple(
        PreviewRow(was, becomes, starts.get(was.part.id), then_starts.get(was.part.id))
        for was, becomes in zip(before.runs, after.runs, strict=True)
        if was.part.id in shown
    )


def _starts(state: SessionState, at: Moment) -> dict[str, datetime]:
    ahead = forecast(state, at.elapsed, at.now, at.zone)
    return {each.run.part.id: each.start for each in ahead}
