"""A board's list: the next step, then phase by phase what is asked, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator

from facilitui import text as t
from facilitui.core.pathways.progress import (
    GateProgress,
    NextStep,
    PathwayProgress,
    PhaseProgress,
    Progress,
)
from facilitui.core.pathways.words import Standing, StepKind
from facilitui.core.told import day_of_month
from facilitui.widgets.pathway_words import GLYPHS, is_looked_for, standing_told
from facilitui.widgets.rows import Row, blank_row

STEP = "step"
"""The key of the next step."""
ASKED, GATE = "asked ", "gate "
"""What the keys of requirements and of gates begin with; an id follows."""
INDENT = 3
_MOST_LINES, _MOST_HIGH = 2, 3
"""Of what is asked, and where the screen is high."""
_STEP_LINES = 3
_STEP = "Next"
_STEP_INDENT = len(_STEP) + 4
FITTING = 22
"""Cells that are left of a text at least where its standing stands beside it."""


def board_rows(whole: PathwayProgress, *, airy: bool) -> list[Row]:
    """All of them, a phase under its heading: the current one first, then the others in order."""
    rows, is_open = [_step_row(whole.step)], whole.enrolment.closed_on is None
    for each in sorted(whole.phases, key=lambda each: not each.is_current):
        rows += [blank_row(), _head(each, _told_in_list(each, is_open=is_open))]
        rows += _phase_rows(each, airy=airy)
    return rows


def _step_row(step: NextStep) -> Row:
    """What is to be done next; where nothing is, that."""
    done = step.kind is StepKind.NOTHING

    def lines(width: int, style: str) -> t.Lines:
        indent = INDENT if done else _STEP_INDENT
        told = t.wrapped(step.text, width - indent, style)
        told = t.clipped(told, _STEP_LINES, width - indent)
        return t.labelled(t.soft("–") if done else t.accent(f"▶ {_STEP}"), told, indent)

    return Row(
        STEP,
        lambda width, marked: lines(width, f"bold {t.INK}"),
        lambda width: len(lines(width, t.INK)),
    )


def _phase_rows(phase: PhaseProgress, *, airy: bool) -> Iterator[Row]:
    for each in phase.requirements:
        yield _asked_row(each, _MOST_HIGH if airy else _MOST_LINES, here=phase.is_current)
    if phase.gate is not None and phase.phase.gate is not None:
        yield from [blank_row()] if airy else []
        yield _gate_row(phase, phase.gate)


def _head(phase: PhaseProgress, told: str) -> Row:
    name = phase.phase.name

    def draw(width: int, marked: bool) -> t.Lines:
        end = t.soft(told)
        head = (t.strong if phase.is_current else t.heading)(name)
        if head.cell_length + end.cell_length + 2 <= width:
            return [t.spread(head, end, width)]
        return [t.fitted(head, width), t.fitted(end, width)]

    return Row("", draw, lambda width: len(draw(width, False)), heads=True)


def _told_in_list(phase: PhaseProgress, *, is_open: bool) -> str:
    """The same for its heading in the list, above which the board's head says since when."""
    if phase.entered is None or not (phase.is_current and is_open):
        return phase_told(phase, is_open=is_open)
    counts = phase.counts_from
    return f"now, counts from {day_of_month(counts)}" if counts is not None else "now"


def phase_told(phase: PhaseProgress, *, is_open: bool = True) -> str:
    """Since when somebody is or was in a phase. It never says that it was passed.

    `is_open` where the enrolment still is.
    """
    entered, left = phase.entered, phase.left_on
    if entered is None:
        return "not entered"
    if phase.is_current and is_open:
        counts = phase.counts_from
        told = f"now, entered {day_of_month(entered.on)}"
        return f"{told}, counts from {day_of_month(counts)}" if counts is not None else told
    if left is None:
        return f"entered {day_of_month(entered.on)}"
    days = dict.fromkeys((day_of_month(entered.on), day_of_month(left)))
    return " to ".join(days)


def _asked_row(each: Progress, most: int, *, here: bool) -> Row:
    """What is missing is what the eye meets first; what is only looked for is the stillest."""
    glyph, told, text = GLYPHS[each.standing], standing_told(each), each.requirement.text
    here = here and not is_looked_for(each)
    is_open = here and each.standing in (Standing.MISSING, Standing.UNKNOWN)

    def lines(width: int, *, marked: bool) -> t.Lines:
        end = (t.strong if is_open else t.soft)(told)
        room = width - INDENT - end.cell_length - 2
        beside = room >= FITTING
        room = room if beside else width - INDENT
        style = f"bold {t.INK}" if marked else t.INK if here else t.SOFT
        said = t.clipped(t.wrapped(text, room, style), most, room)
        whole = width - INDENT
        shown = [t.spread(said[0], end, whole), *said[1:]] if beside else [*said, end]
        mark = t.ink(glyph) if here else t.soft(glyph)
        return t.labelled(mark, [t.fitted(line, whole) for line in shown], INDENT)

    return Row(
        f"{ASKED}{each.requirement.id}",
        lambda width, marked: lines(width, marked=marked),
        lambda width: len(lines(width, marked=False)),
    )


def _gate_row(phase: PhaseProgress, gate: GateProgress) -> Row:
    glyph = GLYPHS[Standing.MET] if gate.meets else "◇"
    mark = (t.ink if phase.is_current else t.soft)(glyph)

    def lines(width: int, *, marked: bool) -> t.Lines:
        style = f"bold {t.INK}" if marked else t.INK if phase.is_current else t.SOFT
        said = t.wrapped(f"Gate: {gate.brief}", width - INDENT, style)
        clipped = t.clipped(said, _MOST_LINES, width - INDENT)
        return t.labelled(mark, clipped, INDENT)

    return Row(
        f"{GATE}{phase.phase.id}",
        lambda width, marked: lines(width, marked=marked),
        lambda width: len(lines(width, marked=False)),
    )
