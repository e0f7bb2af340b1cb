"""What the host sees of a session, as drawings: pure functions of the state and the moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from textual.content import Content

from facilitui import text as t
from facilitui.core.agenda import AgendaBlock
from facilitui.core.facts import minutes_after
from facilitui.core.outlook import sentence
from facilitui.core.recovery import LATE_MINUTES
from facilitui.core.schedule import end_told, minutes_between, nearest_minute
from facilitui.core.session import PartRun, SessionState
from facilitui.core.starting import Prepared
from facilitui.core.timing import (
    Pace,
    minutes_behind,
    pace,
    projected_end,
)
from facilitui.core.vocabulary import BlockKind

LABEL, NARROW_LABEL = 8, 6
"""The column that text begins in behind its label."""
LEAST_TITLE = 12
"""With less room than this the title is not begun."""


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
    banner: str = "PRIVATE"
    """What stands at the top left: who may see this screen, or what it is."""
    afterwards: str = "debrief now, or later from Home"
    """What there is to do once the session has ended."""
    rehearsed: bool = False
    """Whether it is only rehearsed: its end tells what it came to."""
    lost: str = ""
    """That its host is gone, where it is followed from elsewhere."""
    hosting: bool = True
    """Whether the host's keys work on this screen, so that it may name them."""
    hushed: frozenset[str] = frozenset()
    """Prompts that are never shown."""
    typing: bool = False
    """Whether a line is typed, so that letters are no keys."""
    late_minutes: float = LATE_MINUTES
    """From how many minutes past the planned end that is marked."""

    @property
    def run(self) -> PartRun | None:
        """The part that is shown or running."""
        return self.state.now

    @property
    def said_first(self) -> str:
        """What the host says of a recovery that was just made."""
        return sentence(self.state, self.elapsed) if self.hosting else ""

    @property
    def say(self) -> str:
        """What the host says now: of a recovery, else what the step has."""
        return self.said_first or (self.run.part.say if self.run is not None else "")

    def hint(self, key: str, words: str) -> Content:
        """A key of the host's and what it does, where it does it."""
        return t.key(key, words) if self.obeys else t.BLANK

    @property
    def obeys(self) -> bool:
        """Whether the host's keys change the session now."""
        return self.hosting and not self.read_only and not self.typing

    @property
    def label(self) -> int:
        """Where text begins; nearer to its label where the agenda leaves little room beside it."""
        return NARROW_LABEL if 80 <= self.width < 120 else LABEL

    @cached_property
    def late(self) -> int:
        """Minutes after the planned end; below zero if before."""
        return minutes_behind(self.state, self.elapsed, self.now, self.now.tzinfo)

    @property
    def is_late(self) -> bool:
        """Whether it will end so late that this is marked."""
        planned = self.state.planned_end
        return planned is not None and minutes_between(planned, self.ends) > self.late_minutes

    @cached_property
    def ends(self) -> datetime:
        """When the session will end, in its zone."""
        zone = self.now.tzinfo
        return projected_end(self.state, self.elapsed, self.now, zone).astimezone(zone)

    @property
    def end_told(self) -> str:
        """That as a time of day: while it runs, to the minute that agrees with how late it is."""
        if self.state.ended_at is not None:
            return t.clock(self.ends)
        return t.clock(end_told(self.state.planned_end, self.ends).astimezone(self.now.tzinfo))

    @cached_property
    def pace(self) -> Pace:
        """Whether the part is nearly over, or over."""
        return pace(self.run, self.elapsed) if self.run is not None else Pace.STEADY

    @cached_property
    def block(self) -> AgendaBlock | None:
        """The block that is running."""
        return self.state.block_of(self.run) if self.run is not None else None

    @property
    def block_kind(self) -> BlockKind | None:
        """What kind of block is running."""
        return self.block.kind if self.block is not None else None

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many sit in each sub-group of the block that is running."""
        return self.block.sizes if self.block is not None else ()

    @property
    def place(self) -> tuple[int, int, str]:
        """Which step of how many of which block."""
        if self.run is None:
            return 0, 0, ""
        parts = self.block.parts if self.block else ()
        number = next((i for i, p in enumerate(parts, 1) if p.id == self.run.part.id), 0)
        return number, len(parts), self.block.title if self.block else ""


def head(view: LiveView, width: int) -> t.Lines:
    """What the screen is, the state, the title, who is here, and when it ends."""
    chip = t.plain(f" {view.banner} ", f"bold reverse {t.INK}")
    left = t.join(chip, "  ", _state_word(view))
    end = _recoverable(view, _ending(view, short=width < 70), width - left.cell_length - 2)
    if width < 70:
        return [t.spread(left, end, width)]
    title = view.ready.plan.title if view.ready else view.state.started.title
    here = view.ready.people_told if view.ready else f"{view.state.attendance} here"
    if view.ready or view.state.attendance:
        end = t.join(t.soft(here), "   ", end)
    if width - left.cell_length - end.cell_length < LEAST_TITLE + 5:
        return [t.spread(left, end, width)]
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
    if view.lost:
        return t.accent(f"! {view.lost}")
    if view.ready is not None:
        return view.hint("n", "begins")
    if view.state.ended_at is not None:
        return t.join(t.soft("ended "), t.strong(view.end_told), " ", _apart(view, short))
    return t.join(t.soft("now ends "), t.strong(view.end_told), " ", _apart(view, short))


def _recoverable(view: LiveView, end: Content, room: int) -> Content:
    """The end with the key that recovers, where it is late and there is room."""
    marked = t.join(end, t.soft(" · "), t.strong("r"), t.soft(" recovers"))
    able = view.obeys and view.state.running and view.behind <= 1
    return marked if able and view.is_late and marked.cell_length <= room else end


def _apart(view: LiveView, short: bool) -> Content:
    words = t.signed(view.late) + ("" if short else " min")
    if not view.late:
        return t.soft("±0" if short or view.width < 100 else "as planned")
    return t.accent(words) if view.is_late else t.soft(words)


def ends_lines(view: LiveView, width: int) -> t.Lines:
    """The planned end beside the real one, under the agenda."""
    planned = view.state.planned_end
    if planned is None or view.ready is not None:
        return []
    was = t.soft(t.clock(nearest_minute(planned.astimezone(view.now.tzinfo))))
    end = t.join(_apart(view, short=True), " ", t.strong(view.end_told))
    word = "Ended" if view.state.ended_at else "Now ends"
    return [
        t.BLANK,
        *_began_line(view, width),
        t.spread(t.join("   ", t.soft("Planned end")), was, width),
        t.spread(t.join("   ", t.strong(word)), end, width),
    ]


def _began_line(view: LiveView, width: int) -> t.Lines:
    """When it began, if that was not the planned time."""
    began = view.state.began_at
    late = minutes_after(view.state.started.planned_start, began)
    if began is None or not late:
        return []
    moment = t.soft(f"{t.signed(late)} {t.clock(began.astimezone(view.now.tzinfo))}")
    return [t.spread(t.join("   ", t.soft("Began")), moment, width)]
