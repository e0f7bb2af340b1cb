"""What a plan changed of the agenda it began from: its goals, and the blocks of its agenda.

Goals and blocks are known again by their ids, else by their words. Each difference is told once,
in the order in which the plan is read, what was taken out of it last.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from facilitui.core.base import LONGEST_LINE
from facilitui.core.plans.began_from import BeganFrom, BlockThen, GoalThen
from facilitui.core.plans.plan import Block, Goal, Plan
from facilitui.core.safe_text import quoted
from facilitui.core.told import figure, plural
from facilitui.core.words import Word

Hide = Callable[[str], str]
"""Takes out of what somebody typed what its reader should not have."""


NAMELESS = "something without a name"


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_HasId)
S = TypeVar("S", bound=_HasId)


class How(Word):
    """What became of a goal or of a block."""

    GOAL_ADDED = "goal_added", "Goal {now} added"
    GOAL_REWORDED = "goal_reworded", "Goal {was} became {now}"
    GOAL_OUT = "goal_out", "Goal {was} taken out"
    ADDED = "added", "{now} added"
    RENAMED = "renamed", "{was} is called {now}"
    MOVED = "moved", "{now} moved behind {was}"
    MOVED_FIRST = "moved_first", "{now} moved to the beginning"
    MINUTES = "minutes", "{about}: {now} minutes, not {was}"
    PROTOCOL = "protocol", "{about}: protocol {now}, not {was}"
    PROTOCOL_ADDED = "protocol_added", "{about}: with protocol {now}"
    PROTOCOL_OUT = "protocol_out", "{about}: without protocol {was}"
    PARKED = "parked", "{was} parked"
    OUT = "out", "{was} taken out"


@dataclass(frozen=True, slots=True)
class PlanChange:
    """One difference."""

    how: How
    was: str = ""
    """What the agenda had; of what moved, what it comes behind now."""
    now: str = ""
    """What the plan has."""
    about: str = ""
    """What the block is called now, where the two tell something of it."""
    place: str = ""
    """Where it is seen in the plan, "block b1" or "goal G1"; empty where it is gone."""

    def told(self, hide: Hide = str) -> str:
        """It in words: “Norms”: 15 minutes, not 10."""
        bare = self.how is How.MINUTES
        shown = {
            "was": self.was if bare else _quoted(self.was, hide),
            "now": self.now if bare else _quoted(self.now, hide),
            "about": _quoted(self.about, hide),
        }
        return self.how.label.format(**shown)


@dataclass(frozen=True, slots=True)
class SinceBegun:
    """An agenda that a plan began from, and what the plan has changed of it."""

    agenda: str
    """What the agenda is called."""
    on: date | None
    """The day the plan began."""
    changes: tuple[PlanChange, ...]

    @property
    def counted(self) -> str:
        """How much that is: 3 changes."""
        return plural(len(self.changes), "change") if self.changes else "nothing changed"

    def named(self, hide: Hide = str) -> str:
        """What the agenda is called: “Looking at student work”."""
        return _quoted(self.agenda, hide)

    def told(self, hide: Hide = str) -> str:
        """The agenda with how much was changed: “Looking at student work”, 3 changes."""
        return f"{self.named(hide)}, {self.counted}"


def begun_from(agenda: Plan, name: str, on: date) -> Plan:
    """The plan that begins as a copy of an agenda of that name, on that day."""
    outline = BeganFrom(
        agenda=name[:LONGEST_LINE],
        title=agenda.title,
        on=on,
        goals=tuple(GoalThen(id=each.id, text=each.text) for each in agenda.goals),
        blocks=tuple(
            BlockThen(id=each.id, title=each.title, minutes=each.minutes, protocol=each.protocol)
            for each in agenda.blocks
        ),
    )
    return agenda.model_copy(update={"began_from": outline})


def since_begun(plan: Plan, names: Mapping[str, str] | None = None) -> SinceBegun | None:
    """What a plan changed; None where it began from no agenda.

    `names` are what protocols are called, by their ids.
    """
    began = plan.began_from
    if began is None:
        return None
    changes = (*_goal_changes(began, plan), *_block_changes(began, plan, names or {}))
    return SinceBegun(began.called, began.on, changes)


def _goal_changes(began: BeganFrom, plan: Plan) -> Iterator[PlanChange]:
    was = _matched(began.goals, plan.goals, lambda each: each.text, lambda each: each.text)
    for goal in plan.goals:
        yield from _goal_change(was.get(goal.id), goal)
    kept = {each.id for each in was.values()}
    for then in began.goals:
        if then.id not in kept:
            yield PlanChange(How.GOAL_OUT, was=then.text)


def _goal_change(was: GoalThen | None, goal: Goal) -> Iterator[PlanChange]:
    place = f"goal {goal.id}"
    if was is None:
        yield PlanChange(How.GOAL_ADDED, now=goal.text, place=place)
    elif _words(was.text) != _words(goal.text):
        yield PlanChange(How.GOAL_REWORDED, was.text, goal.text, place=place)


def _block_changes(began: BeganFrom, plan: Plan, names: Mapping[str, str]) -> Iterator[PlanChange]:
    every = (*plan.blocks, *plan.parked)
    was = _matched(began.blocks, every, lambda each: each.title, lambda each: each.title)
    moved = _moved(began, plan, was)
    ahead = ""
    for block in plan.blocks:
        yield from _block_change(was.get(block.id), block, names)
        if block.id in moved:
            how = How.MOVED if block is not plan.blocks[0] else How.MOVED_FIRST
            yield PlanChange(how, was=ahead, now=block.title, place=f"block {block.id}")
        ahead = block.title
    for block in plan.parked:
        if block.id in was:
            yield PlanChange(How.PARKED, was=was[block.id].title, place=f"block {block.id}")
    kept = {each.id for each in was.values()}
    for then in began.blocks:
        if then.id not in kept:
            yield PlanChange(How.OUT, was=then.title)


def _block_change(
    was: BlockThen | None, block: Block, names: Mapping[str, str]
) -> Iterator[PlanChange]:
    title, place = block.title, f"block {block.id}"
    if was is None:
        yield PlanChange(How.ADDED, now=title, place=place)
        return
    if _words(was.title) != _words(title):
        yield PlanChange(How.RENAMED, was.title, title, place=place)
    before, now = figure(was.minutes), figure(block.minutes)
    if before != now:
        yield PlanChange(How.MINUTES, before, now, title, place)
    if was.protocol != block.protocol:
        how = How.PROTOCOL_ADDED if was.protocol is None else How.PROTOCOL
        how = How.PROTOCOL_OUT if block.protocol is None else how
        used = _protocol(was.protocol, names), _protocol(block.protocol, names)
        yield PlanChange(how, used[0], used[1], title, place)


def _protocol(id: str | None, names: Mapping[str, str]) -> str:
    """What a protocol is called; its id in words where nobody knows that."""
    return names.get(id, id.replace("_", " ")) if id else ""


def _matched(
    then: Sequence[T], now: Sequence[S], words_then: Callable[[T], str], words: Callable[[S], str]
) -> dict[str, T]:
    """What each of now was, by its id: what had that id, else the first that had its words."""
    ids = {each.id: each for each in then}
    found = {each.id: ids[each.id] for each in now if each.id in ids}
    left: dict[str, list[T]] = {}
    for one in reversed([each for each in then if each.id not in found]):
        left.setdefault(_words(words_then(one)), []).append(one)
    for each in now:
        if each.id not in found and (same := left.get(_words(words(each)))):
            found[each.id] = same.pop()
    return found


def _words(text: str) -> str:
    """A text as it is compared: nobody changes its spaces."""
    return " ".join(text.split())


def _moved(began: BeganFrom, plan: Plan, was: Mapping[str, BlockThen]) -> frozenset[str]:
    """The ids of as few blocks as have to be carried elsewhere to come to the plan's order."""
    places = {each.id: place for place, each in enumerate(began.blocks)}
    both = [block.id for block in plan.blocks if block.id in was]
    stayed = _longest_rising([places[was[id].id] for id in both])
    return frozenset(id for at, id in enumerate(both) if at not in stayed)


def _longest_rising(places: Sequence[int]) -> frozenset[int]:
    """Where in a row of different figures one of the longest that rise stands."""
    ends: list[int] = []
    """The least figure that a rising row of each length ends in."""
    at: list[int] = []
    before: list[int | None] = []
    for index, place in enumerate(places):
        length = bisect_left(ends, place)
        before.append(at[length - 1] if length else None)
        ends[length : length + 1] = [place]
        at[length : length + 1] = [index]
    found = set[int]()
    index_now = at[-1] if at else None
    while index_now is not None:
        found.add(index_now)
        index_now = before[index_now]
    return frozenset(found)


def _quoted(text: str, hide: Hide) -> str:
    return quoted(hide(text), LONGEST_LINE) if text.strip() else NAMELESS
