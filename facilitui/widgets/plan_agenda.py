"""The agenda of a plan as rows: blocks with their steps, free time, overlaps, parked blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from facilitui import text as t
from facilitui.core.plans.agenda import AgendaBlock, Part
from facilitui.core.plans.plan import ALL_GOALS, Block
from facilitui.core.plans.schedule import Slot, later
from facilitui.core.plans.side_by_side import sub_groups_told
from facilitui.core.told import A_SECOND, figure
from facilitui.core.vocabulary import BlockKind
from facilitui.services.plans.plan_view import PlanView
from facilitui.widgets.rows import Row, blank_row

WIDE = 60
"""From this width on the agenda has its columns for usual minutes and remarks."""
PINNED = "•"
"""Stands beside a start that was pinned."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How an agenda is shown."""

    steps: bool = True
    """Whether the steps of a block stand under it."""
    airy: bool = False
    typed: tuple[str, str] = ("", "")
    """A block whose minutes are being typed, and what was typed so far."""
    heard: bool = False
    """Whether who is heard is told below the end, where no picture of it has room."""


def agenda_head(width: int) -> t.Lines:
    """The heads of the agenda's columns."""
    goals = t.soft("Goals")
    if width >= WIDE:
        left = t.join(t.soft("Start   Min Usual   "), t.heading("Agenda"))
        return [t.join("  ", t.spread(left, t.padded(goals, 17), width - 2))]
    left = t.join(t.soft("Start  Min "), t.heading("Agenda"))
    return [t.join("  ", t.spread(left, goals, width - 2))]


def agenda_rows(view: PlanView, shown: Shown) -> list[Row]:
    """A row a block with its steps; what lies between two blocks; those that are parked last."""
    rows: list[Row] = []
    for slot in view.slots:
        if shown.airy and rows:
            rows.append(blank_row())
        rows += _apart(view, slot)
        rows.append(_block_row(view, slot, shown))
    if rows:
        rows += [blank_row(), Row("", lambda width, marked: [_end(view, width)])]
        rows += [_heard(view)] if shown.heard else []
    return [*rows, *_parked_rows(view.plan.parked)]


# Columns


def _line(start: Content, minutes: Content, usual: str, title: Content, width: int) -> Content:
    """The columns up to the title; `start` has its mark behind it."""
    start = t.padded(start, 6)
    if width >= WIDE:
        return t.join(start, t.right(minutes, 5), t.right(t.soft(usual), 6), "   ", title)
    return t.join(start, t.right(minutes, 4), " ", title)


def _apart(view: PlanView, slot: Slot) -> Iterator[Row]:
    """What lies between a block and the one before it, where they do not meet."""
    if slot.gap >= A_SECOND:
        free = view.told(later(slot.start, -slot.gap))
        yield _between(t.soft(free), figure(slot.gap), "free")
    if slot.overlap >= A_SECOND:
        yield _between(t.accent("    !"), figure(slot.overlap), "overlap")


def _between(start: Content, minutes: str, word: str) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        return [t.fitted(_line(start, t.accent(minutes), "", t.accent(word), width), width)]

    return Row("", draw)


# Blocks


def _block_row(view: PlanView, slot: Slot, shown: Shown) -> Row:
    typed = shown.typed[1] if slot.block.id == shown.typed[0] else ""
    steps = len(slot.block.parts) if shown.steps and len(slot.block.parts) > 1 else 0

    def draw(width: int, marked: bool) -> t.Lines:
        first = _block_line(view, slot, typed, width, marked=marked)
        return [first, *(_step_lines(view, slot, width) if steps else ())]

    return Row(slot.block.id, draw, 1 + steps)


def _block_line(view: PlanView, slot: Slot, typed: str, width: int, *, marked: bool) -> Content:
    block = slot.block
    ink = t.strong if marked or len(block.parts) > 1 else t.ink
    soft = t.strong if marked else t.soft
    start = (t.accent if slot.overlap else soft)(f"{view.told(slot.start):>5}")
    pin = t.accent(PINNED) if block.pinned_start else t.BLANK
    minutes = t.accent(f"{typed}▏") if typed else ink(t.minutes(block.minutes))
    usual = t.minutes(block.usual) if block.usual else ""
    left = _line(t.join(start, pin), minutes, usual, ink(block.title), width)
    end = soft(_goals(block.goals, needed=block.kind.needs_goal))
    if width >= WIDE:
        end = t.join(t.padded(end, 8), t.right(t.soft(_remark(block)), 9))
    return t.spread(left, end, width)


def _goals(goals: tuple[str, ...], *, needed: bool) -> str:
    return "all" if ALL_GOALS in goals else " ".join(goals) or ("none" if needed else "—")


def _remark(block: AgendaBlock) -> str:
    """What is most worth knowing of a block, in a word or two."""
    if block.pinned_start:
        return "pinned"
    if block.groups:
        return t.plural(len(block.groups), "group")
    if len(block.parts) > 1:
        return f"{len(block.parts)} steps"
    if len(block.sizes) > 1:
        return t.plural(len(block.sizes), "group")
    if any(part.protected for part in block.parts):
        return "protected"
    return "break" if block.kind is BlockKind.BREAK else ""


def _step_lines(view: PlanView, slot: Slot, width: int) -> Iterator[Content]:
    for moment, part in slot.part_starts():
        start, minutes = t.soft(f"{view.told(moment):>5}"), t.soft(t.minutes(part.minutes))
        if width < WIDE:
            left = _line(start, minutes, "", t.soft(f"  {part.label}"), width)
            yield t.spread(left, t.soft("⌁") if part.silent else t.BLANK, width)
            continue
        room = width - _line(start, minutes, "", t.BLANK, width).cell_length - len("  ")
        name, remark = _step_told(slot.block, part, room)
        yield t.spread(_line(start, minutes, "", t.soft(f"  {name}"), width), t.soft(remark), width)


def _step_told(block: AgendaBlock, part: Part, room: int) -> tuple[str, str]:
    """A step's name, a short one where the whole has no room, and what is worth knowing of it.

    That is whether it is silent or protected; beside the first step, how people sit for them all.
    """
    remark = "silent" if part.silent else "protected" if part.protected else ""
    left = room - (len(remark) + 2 if remark else 0)
    name = part.title if len(part.title) <= left else part.label
    sitting = "" if remark or part is not block.parts[0] else sub_groups_told(block)
    return name, sitting if sitting and len(name) + len(sitting) + 2 <= room else remark


# Below


def _end(view: PlanView, width: int) -> Content:
    word = f"End, {_apart_from_plan(view.minutes - view.plan.minutes)}"
    start, minutes = t.soft(f"{view.told(view.end):>5}"), t.strong(t.minutes(view.minutes))
    pinned = any(block.pinned_start for block in view.blocks) and width < WIDE
    legend = t.join(t.accent(PINNED), t.soft(" pinned")) if pinned else t.BLANK
    return t.spread(_line(start, minutes, "", t.soft(word), width), legend, width)


def _apart_from_plan(apart: float) -> str:
    if abs(apart) < A_SECOND:
        return "as planned"
    return f"{figure(abs(apart))} min {'over' if apart > 0 else 'left'}"


def _heard(view: PlanView) -> Row:
    """Who is heard for how many minutes."""

    def draw(width: int, marked: bool) -> t.Lines:
        talk = view.talk
        heard = (("you", talk.facilitator), ("participants", talk.participants))
        parts = (*heard, ("silent", talk.silent))
        told = ", ".join(f"{word} {figure(minutes)}" for word, minutes in parts)
        return [t.fitted(t.soft(told), width)]

    return Row("", draw)


def _parked_rows(parked: tuple[Block, ...]) -> list[Row]:
    if not parked:
        return []
    head = Row("", lambda width, marked: [t.fitted(t.heading("Parked"), width)])
    return [blank_row(), head, *(_parked_row(block) for block in parked)]


def _parked_row(block: Block) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        name = (t.strong if marked else t.soft)(block.title)
        minutes = t.soft(t.minutes(block.minutes))
        return [t.fitted(_line(t.BLANK, minutes, "", name, width), width)]

    return Row(block.id, draw)
