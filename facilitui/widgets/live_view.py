"""What the host sees of a session, as drawings: pure functions of the state and the moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from textual.content import Content

from facilitui import text as t
from facilitui.core.session import PartRun, SessionState
from facilitui.core.starting import Prepared
from facilitui.core.timing import (
    Pace,
    minutes_behind,
    pace,
    projected_end,
)

LABEL = 8
"""The column that text begins in behind its label."""
LATE_MINUTES = 3
"""From how many minutes late the mark of the projected end is accented (design: settable)."""


@dataclass(frozen=True)
class LiveView:
    """All that the drawings of the Live screen are made of."""

    state: SessionState
    elapsed: float
    now: datetime
    """Aware, in the session's zone."""
    ready: Prepared | None = None
    """What will be run, while the session has not begun."""
    read_only: str = ""
    behind: float = 0
    """Seconds for which something has not reached the disk."""
    notes_shown: bool = False
    width: int = field(default=120)
    """Of the whole terminal."""

    @property
    def run(self) -> PartRun | None:
        """The part that is shown or running."""
        return self.state.now

    @cached_property
    def late(self) -> int:
        """Minutes after the planned end; below zero if before."""
        return minutes_behind(self.state, self.elapsed, self.now, self.now.tzinfo)

    @cached_property
    def ends(self) -> datetime:
        """When the session will end, in its zone."""
        zone = self.now.tzinfo
        return projected_end(self.state, self.elapsed, self.now, zone).astimezone(zone)

    @cached_property
    def pace(self) -> Pace:
        """Whether the part is nearly over, or over."""
        return pace(self.run, self.elapsed) if self.run is not None else Pace.STEADY

    @property
    def place(self) -> tuple[int, int, str]:
        """Which step of how many of which block."""
        if self.run is None:
            return 0, 0, ""
        block = self.state.block_of(self.run)
        parts = block.parts if block else ()
        number = next((i for i, p in enumerate(parts, 1) if p.id == self.run.part.id), 0)
        return number, len(parts), block.title if block else ""


def head(view: LiveView, width: int) -> t.Lines:
    """Private, the state, the title, who is here, and when it ends."""
    chip = t.plain(" PRIVATE ", f"bold reverse {t.INK}")
    left = t.join(chip, "  ", _state_word(view))
    end = _ending(view, short=width < 70)
    if width < 70:
        return [t.spread(left, end, width)]
    title = view.ready.plan.title if view.ready else view.state.started.title
    here = view.ready.attendance if view.ready else view.state.attendance
    if here:
        end = t.join(t.soft(f"{here} here"), "   ", end)
    return [t.spread(t.join(left, "   ", t.soft(title)), end, width)]


def _state_word(view: LiveView) -> Content:
    if view.ready is not None:
        return t.join(t.soft("○ "), t.ink("not begun"))
    if view.state.ended_at is not None:
        return t.join(t.soft("■ "), t.ink("ended"))
    if view.read_only:
        return t.join(t.soft("◌ "), t.ink("read only"))
    if view.state.paused:
        return t.join(t.accent("‖ "), t.ink("paused"))
    return t.join(t.accent("● "), t.ink("live"))


def _ending(view: LiveView, *, short: bool) -> Content:
    if view.behind > 1:
        return t.accent("! not yet on disk")
    if view.ready is not None:
        return t.soft("n begins")
    if view.state.ended_at is not None:
        ended = view.state.ended_at.astimezone(view.now.tzinfo)
        return t.join(t.soft("ended "), t.strong(t.clock(ended)), " ", _apart(view, short))
    return t.join(t.soft("now ends "), t.strong(t.clock(view.ends)), " ", _apart(view, short))


def _apart(view: LiveView, short: bool) -> Content:
    words = t.signed(view.late) + ("" if short else " min")
    if not view.late:
        return t.soft("±0" if short or view.width < 100 else "as planned")
    return t.accent(words) if view.late > LATE_MINUTES else t.soft(words)


def ends_lines(view: LiveView, width: int) -> t.Lines:
    """The planned end beside the real one, under the agenda."""
    planned = view.state.planned_end
    if planned is None or view.ready is not None:
        return []
    was = t.soft(t.clock(planned.astimezone(view.now.tzinfo)))
    end = t.join(_apart(view, short=True), " ", t.strong(t.clock(view.ends)))
    word = "Ended" if view.state.ended_at else "Now ends"
    return [
        t.BLANK,
        t.spread(t.join("   ", t.soft("Planned end")), was, width),
        t.spread(t.join("   ", t.strong(word)), end, width),
    ]
