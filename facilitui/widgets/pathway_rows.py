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
from facilitui.widgets.pathway_words import gate_mark, mark_of, not_asked, standing_told
from facilitui.widgets.rows import Row, blank_row
from facilitui.widgets.set_in_lines import beside, titled

STEP = "step"
"""The key of the next step."""
ASKED, GATE = "asked ", "gate "
"""What the keys of requirements and of gates begin with; an id follows."""
INDENT = 3
_MOST_LINES = 6
"""Of what is asked, which is read whole without being opened; every pathway of ours has room in
three at 60 columns, and no file of somebody's own may fill a small window with one row."""
_GATE_LINES = 2
"""Of what a gate lacks, and of each reason to go on without it; its page says more."""
OVER = " (override)"
"""Beside the days of a phase that was left though its gate lacked something; the gate says what."""
_STEP_LINES = 3
_STEP = "Next"
_STEP_INDENT = len(_STEP) + 4
_WANTED = frozenset({Standing.MISSING, Standing.UNKNOWN})
FITTING = 22
"""Cells that are left of a text at least where its standing stands beside it."""


def board_rows(whole: PathwayProgress, *, brief: bool = False) -> list[Row]:
    """All of them, a phase under its heading: the current one first, then back through those that
    were left, the newest first; what was never entered is last.

    Where it is `brief` no space stands above a gate.
    """
    rows, is_open = [_step_row(whole.step)], whole.enrolment.closed_on is None
    for each in _from_now_back(whole.phases):
        over = lacking_behind(whole.enrolment, each.phase.id)
        since = told_in_list(each, is_open=is_open)
        rows += [blank_row(), _head(each, since if each.is_current or not over else since + OVER)]
        told = over_told(over, whole.pathway)
        rows += _phase_rows(each, told, whole, brief=brief)
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
    phase: PhaseProgress, over: Sequence[str], whole: PathwayProgress, *, brief: bool
) -> Iterator[Row]:
    is_open = whole.enrolment.closed_on is None
    for each in phase.requirements:
        is_next = is_open and each.requirement.id == whole.step.requirement
        yield _asked_row(each, here=phase.is_current, is_open=is_open, is_next=is_next)
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


def _asked_row(each: Progress, *, here: bool, is_open: bool, is_next: bool) -> Row:
    """Of what is missing the eye meets that first which is next; what nobody has to do is the
    stillest."""
    glyph, text = mark_of(each), each.requirement.text
    told = standing_told(each, is_open=is_open)
    here = here and not not_asked(each)
    is_wanted = here and is_open and each.standing in _WANTED

    def lines(width: int, *, marked: bool) -> t.Lines:
        end = ((t.strong if is_next else t.ink) if is_wanted else t.soft)(told)
        room = width - INDENT - end.cell_length - 2
        whole, has_room = width - INDENT, room >= FITTING
        style = f"bold {t.INK}" if marked else t.INK if here else t.SOFT
        said = beside(text, room if has_room else whole, whole, style, most=_MOST_LINES)
        shown = [t.spread(said[0], end, whole), *said[1:]] if has_room else [*said, end]
        mark = t.ink(glyph) if here else t.soft(glyph)
        return t.labelled(mark, [t.fitted(line, whole) for line in shown], INDENT)

    return Row(
        f"{ASKED}{each.requirement.id}",
        lambda width, marked: lines(width, marked=marked),
        lambda width: len(lines(width, marked=False)),
    )


def _gate_row(phase: PhaseProgress, gate: GateProgress, over: Sequence[str]) -> Row:
    """What its gate lacks, below it that somebody went on all the same, and on what it rests."""
    mark = (t.ink if phase.is_current else t.soft)(gate_mark(meets=gate.meets))
    name = "Gate, now" if over else "Gate"  # below stands what lacked on another day

    def lines(width: int, *, marked: bool) -> t.Lines:
        style = f"bold {t.INK}" if marked else t.INK if phase.is_current else t.SOFT
        room = width - INDENT
        clipped = titled(f"{name}: {gate.brief}", room, style, most=_GATE_LINES)
        told = (*over, *_rests_on(phase, gate))
        below = (line for each in told for line in titled(each, room, t.SOFT, most=_GATE_LINES))
        return t.labelled(mark, [*clipped, *below], INDENT)

    return Row(
        f"{GATE}{phase.phase.id}",
        lambda width, marked: lines(width, marked=marked),
        lambda width: len(lines(width, marked=False)),
    )


def _rests_on(phase: PhaseProgress, gate: GateProgress) -> Iterator[str]:
    """Of how many of the rows above it a gate is, or it reads as if it was of all of them: its
    count, and that it meets the criteria below what is missing."""
    needs = phase.phase.gate.needs if phase.phase.gate is not None else ()
    needed = sum(each.requirement.id in needs for each in phase.requirements)
    lacks = any(each.standing in _WANTED and not not_asked(each) for each in phase.requirements)
    if (lacks or not gate.meets) and needed < len(phase.requirements):
        yield f"It rests on {needed} of the {len(phase.requirements)} above"
