"""A board's list: the next step, then phase by phase what is asked, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from facilitui import text as t
from facilitui.core.pathways.enrolment import Entered
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.progress import (
    GateProgress,
    NextStep,
    PathwayProgress,
    PhaseProgress,
    Progress,
)
from facilitui.core.pathways.stays import lacking_behind, phase_named
from facilitui.core.pathways.words import Standing, StepKind
from facilitui.core.told import day_of_month
from facilitui.widgets.pathway_words import GLYPHS, not_asked, standing_told
from facilitui.widgets.rows import Row, blank_row
from facilitui.widgets.set_in_lines import titled

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


def board_rows(whole: PathwayProgress, *, airy: bool, brief: bool = False) -> list[Row]:
    """All of them, a phase under its heading: the current one first, then back through those that
    were left, the newest first; what was never entered is last.

    Rows may be higher where it is `airy`; where it is `brief` no space stands above a gate.
    """
    rows, is_open = [_step_row(whole.step)], whole.enrolment.closed_on is None
    for each in _from_now_back(whole.phases):
        rows += [blank_row(), _head(each, told_in_list(each, is_open=is_open))]
        over = lacking_behind(whole.enrolment, each.phase.id)
        rows += _phase_rows(each, over_told(over, whole.pathway), airy=airy, brief=brief)
    return rows


def _from_now_back(phases: Sequence[PhaseProgress]) -> list[PhaseProgress]:
    """As the days in their headings go: somebody who reads on meets what was just before."""
    left = [each for each in reversed(phases) if each.entered is not None and not each.is_current]
    before = [*(each for each in phases if each.is_current), *left]
    return [*before, *(each for each in phases if each not in before)]


def _step_row(step: NextStep) -> Row:
    """What is to be done next; where nothing is, that."""
    done = step.kind is StepKind.NOTHING

    def lines(width: int, style: str) -> t.Lines:
        indent = INDENT if done else _STEP_INDENT
        told = titled(step.text, width - indent, style, most=_STEP_LINES)
        return t.labelled(t.soft("–") if done else t.accent(f"▶ {_STEP}"), told, indent)

    return Row(
        STEP,
        lambda width, marked: lines(width, f"bold {t.INK}"),
        lambda width: len(lines(width, t.INK)),
    )


def over_told(entered: Sequence[Entered], pathway: Pathway) -> tuple[str, ...]:
    """Each phase that was entered without what a gate needs, with its day and the reason."""
    return tuple(
        f"{phase_named(each.phase, (pathway,))} entered without it on {day_of_month(each.on)}"
        f"{f': {each.reason}' if each.reason.strip() else ''}"
        for each in entered
    )


def _phase_rows(
    phase: PhaseProgress, over: Sequence[str], *, airy: bool, brief: bool
) -> Iterator[Row]:
    for each in phase.requirements:
        yield _asked_row(each, _MOST_HIGH if airy else _MOST_LINES, here=phase.is_current)
    if phase.gate is not None and phase.phase.gate is not None:
        yield from [] if brief else [blank_row()]
        yield _gate_row(phase, phase.gate, over)


def _head(phase: PhaseProgress, told: str) -> Row:
    name = phase.phase.name

    def draw(width: int, marked: bool) -> t.Lines:
        end = t.soft(told)
        head = (t.strong if phase.is_current else t.heading)(name)
        if head.cell_length + end.cell_length + 2 <= width:
            return [t.spread(head, end, width)]
        return [t.fitted(head, width), t.fitted(end, width)]

    return Row("", draw, lambda width: len(draw(width, False)), heads=True)


def told_in_list(phase: PhaseProgress, *, is_open: bool) -> str:
    """The same for its heading in the list, above which the board's head says since when."""
    if phase.entered is None or not (phase.is_current and is_open):
        return phase_told(phase, is_open=is_open)
    counts = phase.counts_from
    return f"now, counts from {day_of_month(counts)}" if counts is not None else "now"


def phase_told(phase: PhaseProgress, *, is_open: bool = True) -> str:
    """Since when somebody is or was in a phase. It never says that it was passed.

    `is_open` where the enrolment still is.
    """
    return ", ".join(phase_parts(phase, is_open=is_open))


def phase_parts(phase: PhaseProgress, *, is_open: bool = True) -> tuple[str, ...]:
    """The same in its parts, for where they have no room beside one another."""
    entered, left = phase.entered, phase.left_on
    if entered is None:
        return ("not entered",)
    if phase.is_current and is_open:
        counts = phase.counts_from
        told = f"now, entered {day_of_month(entered.on)}"
        return (told, f"counts from {day_of_month(counts)}") if counts is not None else (told,)
    if left is None:
        return (f"entered {day_of_month(entered.on)}",)
    days = dict.fromkeys((day_of_month(entered.on), day_of_month(left)))
    return (" to ".join(days),)


def _asked_row(each: Progress, most: int, *, here: bool) -> Row:
    """What is missing is what the eye meets first; what nobody has to do is the stillest."""
    glyph, told, text = GLYPHS[each.standing], standing_told(each), each.requirement.text
    here = here and not not_asked(each)
    is_open = here and each.standing in (Standing.MISSING, Standing.UNKNOWN)

    def lines(width: int, *, marked: bool) -> t.Lines:
        end = (t.strong if is_open else t.soft)(told)
        room = width - INDENT - end.cell_length - 2
        beside = room >= FITTING
        room = room if beside else width - INDENT
        style = f"bold {t.INK}" if marked else t.INK if here else t.SOFT
        said = titled(text, room, style, most=most)
        whole = width - INDENT
        shown = [t.spread(said[0], end, whole), *said[1:]] if beside else [*said, end]
        mark = t.ink(glyph) if here else t.soft(glyph)
        return t.labelled(mark, [t.fitted(line, whole) for line in shown], INDENT)

    return Row(
        f"{ASKED}{each.requirement.id}",
        lambda width, marked: lines(width, marked=marked),
        lambda width: len(lines(width, marked=False)),
    )


def _gate_row(phase: PhaseProgress, gate: GateProgress, over: Sequence[str]) -> Row:
    """What its gate lacks, and below it that somebody went on all the same."""
    glyph = GLYPHS[Standing.MET] if gate.meets else "◇"
    mark = (t.ink if phase.is_current else t.soft)(glyph)

    def lines(width: int, *, marked: bool) -> t.Lines:
        style = f"bold {t.INK}" if marked else t.INK if phase.is_current else t.SOFT
        room = width - INDENT
        clipped = titled(f"Gate: {gate.brief}", room, style, most=_MOST_LINES)
        beside = (line for told in over for line in titled(told, room, t.SOFT, most=_MOST_LINES))
        return t.labelled(mark, [*clipped, *beside], INDENT)

    return Row(
        f"{GATE}{phase.phase.id}",
        lambda width, marked: lines(width, marked=marked),
        lambda width: len(lines(width, marked=False)),
    )
