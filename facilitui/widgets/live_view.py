"""What the host sees of a session, as drawings: pure functions of the state and the moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from textual.content import Content

from facilitui import text as t
from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.plans.schedule import minutes_between
from facilitui.core.plans.slack import Apart, apart_from_plan
from facilitui.core.sessions.outlook import has_ways, sentence
from facilitui.core.sessions.recovery import LATE_MINUTES, Moment
from facilitui.core.sessions.session import PartRun, SessionState
from facilitui.core.sessions.starting import Prepared
from facilitui.core.sessions.timing import (
    Pace,
    Turn,
    pace,
    projected_end,
    remaining,
    step_end,
    turn,
)
from facilitui.core.told import nearest_minute
from facilitui.core.vocabulary import BlockKind

LABEL, NARROW_LABEL = 8, 6
"""The column that text begins in behind its label."""


class Ways:
    """Whether there is anything to do about the time ahead, as it was found last.

    It is asked at every tick and dear to know, and stays the same for as long as the session is as
    it is and is told to end at the same minute.
    """

    def __init__(self) -> None:
        self._found: tuple[SessionState, datetime, bool] | None = None
        """Of which state, told to end when, and whether there is."""

    def there_are(self, state: SessionState, at: Moment, ends: datetime) -> bool:
        """Whether there is anything to do, in a session that ends then."""
        told, found = nearest_minute(ends), self._found
        if found is None or found[0] is not state or found[1] != told:
            self._found = found = (state, told, has_ways(state, at))
        return found[2]


@dataclass(frozen=True)
class LiveView:
    """All that the drawings of the Live screen are made of."""

    state: SessionState
    elapsed: float
    now: datetime
    """Aware, in the session's zone."""
    ready: Prepared | None = None
    """What will be run, while the session has not begun."""
    read_only: bool = False
    trouble: str = ""
    """What is wrong with a log that is damaged, which stands in place of what to say."""
    behind: float = 0
    """Seconds for which something has not reached the disk."""
    notes_shown: bool = False
    width: int = field(default=120)
    """Of the whole terminal."""
    banner: str = "PRIVATE"
    """What stands at the top left: who may see this screen, or what it is."""
    written: str = ""
    """Which debrief of it was written since it ended, and when; empty where none was."""
    afterwards: tuple[tuple[str, str], ...] = (("d", "debrief now"), ("escape", "later"))
    """What there is to do once the session has ended: keys, empty where none is, and words."""
    rehearsed: bool = False
    """Whether it is only rehearsed: its end tells what it came to."""
    lost: str = ""
    """That its host is gone or it was deleted, where it is followed from elsewhere."""
    past: bool = False
    """Whether it is shown as it once stood, so that nothing of it is so now."""
    hosting: bool = True
    """Whether the host's keys work on this screen, so that it may name them."""
    hushed: frozenset[str] = frozenset()
    """Prompts that are never shown."""
    typing: bool = False
    """Whether a line is typed, so that letters are no keys."""
    late_minutes: float = LATE_MINUTES
    """From how many minutes past the planned end that is marked."""
    ways: Ways = field(default_factory=Ways, compare=False)
    """What was found at the drawings before it."""

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
    def is_late(self) -> bool:
        """Whether it will end so late that this is marked."""
        planned = self.state.planned_end
        return planned is not None and minutes_between(planned, self.ends) > self.late_minutes

    @cached_property
    def recovers(self) -> bool:
        """Whether the key that recovers has anything to show."""
        return self.ways.there_are(self.state, Moment(self.elapsed, self.now), self.ends)

    @property
    def free(self) -> int:
        """Booked minutes that are left over, where not all of them were planned."""
        return self._apart.free

    @property
    def apart(self) -> int:
        """Minutes behind the agenda, below zero if ahead; without free ones behind the end."""
        return self._apart.minutes

    @cached_property
    def _apart(self) -> Apart:
        return apart_from_plan(self.state, self.ends, self.now.tzinfo)

    @cached_property
    def ends(self) -> datetime:
        """When the session will end, in its zone."""
        zone = self.now.tzinfo
        return projected_end(self.state, self.elapsed, self.now, zone).astimezone(zone)

    @cached_property
    def pace(self) -> Pace:
        """Whether the part is nearly over, or over."""
        return pace(self.run, self.elapsed) if self.run is not None else Pace.STEADY

    @cached_property
    def turn(self) -> Turn | None:
        """The turn that is running, in a part made of equal turns."""
        return turn(self.run, self.elapsed) if self.run is not None else None

    @property
    def returns(self) -> datetime | None:
        """When people are back from the break that runs; None outside one, or once it is over."""
        run = self.run
        if run is None or self.block_kind is not BlockKind.BREAK:
            return None
        left = remaining(run, self.elapsed)
        return step_end(run, self.elapsed, self.now) if left > 0 else None

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
    def place(self) -> tuple[int, int]:
        """Which step of how many, or which block of how many where that is one step."""
        if self.run is None or self.block is None:
            return 0, 0
        wanted, among = self.block.id, [block.id for block in self.state.blocks]
        if self.stepped:
            wanted, among = self.run.part.id, [part.id for part in self.block.parts]
        return (among.index(wanted) + 1 if wanted in among else 0), len(among)

    @property
    def stepped(self) -> bool:
        """Whether the block that is running has several steps."""
        return self.block is not None and len(self.block.parts) > 1

    @property
    def what(self) -> str:
        """What it is that begins and ends."""
        return "rehearsal" if self.rehearsed else "session"

    def is_norms(self, block: str) -> bool:
        """Whether a block is there to agree on norms."""
        blocks = self.ready.blocks if self.ready else self.state.blocks
        return any(each.id == block and each.kind is BlockKind.NORMS for each in blocks)
