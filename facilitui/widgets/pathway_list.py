"""Enrolments as rows: whose, through what, in which phase, and the next step."""

from __future__ import annotations

from collections.abc import Sequence

from facilitui import text as t
from facilitui.core.errors import Problem
from facilitui.core.journals.unread_months import not_known
from facilitui.core.pathways.enrolled import Enrolled
from facilitui.core.told import capital
from facilitui.widgets.pathway_view import where_told
from facilitui.widgets.problem_lines import problem
from facilitui.widgets.rows import Row, blank_row
from facilitui.widgets.set_in_lines import key_table, titled

AT_MOST = 200
"""Rows of a list (design §7)."""
_NEXT = "▶ Next  "
_STEP_LINES = 2
WHETHER_ENROLLED = "whether you are enrolled in a pathway"
WHETHER_MORE = "whether there are more enrolments"
COMES_BACK = (
    "Nothing of your pathways is shown until that can be read; then they are here again. Escape "
    "goes back."
)
DO_FIRST = (
    ("n", "choose a pathway, read what it asks, and enrol"),
    ("escape", "go back"),
)
ABOUT = (
    "A pathway is what a certification or a programme asks for, phase by phase. An enrolment is "
    "your way, or your group's, through one: what you debrief, what others observe and what you "
    "log stands beside what is asked, with one next step. What you record meets the recorded "
    "criteria, or does not yet; the decision is always the programme's."
)


def head_lines(found: tuple[Enrolled, ...] | None, width: int) -> t.Lines:
    """How many are open, and how many are closed, which may stand below what is in view."""
    if found is None:
        return [t.spread(t.strong("Pathways"), t.soft("reading…"), width)]
    is_open = sum(each.enrolment.closed_on is None for each in found)
    counts = (is_open, "open"), (len(found) - is_open, "closed")
    told = ", ".join(f"{count} {word}" for count, word in counts if count)
    return [t.spread(t.strong("Pathways"), t.soft(told), width)]


def enrolment_rows(found: Sequence[Enrolled], *, brief: bool) -> list[Row]:
    """The open ones, then the closed ones under their heading; `brief` where the screen is low."""
    shown = found[:AT_MOST]
    rows: list[Row] = []
    closed = [each for each in shown if each.enrolment.closed_on is not None]
    for each in (one for one in shown if one.enrolment.closed_on is None):
        rows += [*([blank_row()] if rows else []), _row(each, brief=brief)]
    if closed:
        rows += [*([blank_row()] if rows else []), _head("Closed")]
    rows += (_row(each, brief=brief) for each in closed)
    more = len(found) - len(shown)
    return [*rows, *([_head(f"{more} more")] if more > 0 else [])]


def _head(told: str) -> Row:
    return Row("", lambda width, marked: [t.heading(told)], heads=True)


def _row(each: Enrolled, *, brief: bool) -> Row:
    """Its name with its pathway, the phase it is in, and while it is open the next step.

    Where it is `brief` an open one has two lines, and no phase, which its board tells. What became
    of its file is told nevertheless.
    """
    said = each.enrolment
    pathway, is_open = said.pathway_name or said.pathway, said.closed_on is None

    def lines(width: int, *, marked: bool) -> t.Lines:
        name = (t.strong if marked or is_open else t.soft)(said.name or pathway)
        first = t.join(name, "   ", t.soft(pathway)) if said.name else name
        head, where = t.fitted(first, width), t.fitted(t.soft(where_told(each)), width)
        if each.older:  # what was read of it is not where it stands
            return [head, *problem(each.older, width)]
        if not is_open:
            return [head, where]
        is_told = each.progress is not None  # else why not stands there, which needs its room
        step = _step_lines(each, width, 1 if brief and is_told else _STEP_LINES)
        return [head, *([] if brief else [where]), *step, *_file_lines(each, width)]

    return Row(
        each.id,
        lambda width, marked: lines(width, marked=marked),
        lambda width: len(lines(width, marked=False)),
    )


def _step_lines(each: Enrolled, width: int, most: int) -> t.Lines:
    """The next step; where none can be told, why."""
    room = t.reading(width - len(_NEXT))
    whole = each.progress
    told, mark = (whole.step.text, _NEXT) if whole is not None else (each.notice, "! ")
    said = titled(capital(told), room, most=most)
    return t.labelled(t.accent(mark), said, len(mark))


def _file_lines(each: Enrolled, width: int) -> t.Lines:
    """That the pathway's file is another one by now, or cannot be read; its board says more."""
    told = [t.fitted(t.ink(each.file_told), width - 2)] if each.file_told else []
    return t.labelled(t.accent("! "), told, 2)


def empty_lines(width: int, lost: Sequence[Problem] = ()) -> t.Lines:
    """What an enrolment is, and how to begin one; where months are lost, that nobody knows of any.

    Then it is not offered to begin one: what cannot be read may be that very one.
    """
    room = t.reading(width)
    if lost:
        told = problem(f"{capital(not_known(lost, WHETHER_ENROLLED))}.", width)
        return [*told, t.BLANK, *titled(COMES_BACK, room)]
    return [
        t.strong("You are not enrolled in a pathway yet."),
        t.BLANK,
        *titled(ABOUT, room),
        t.BLANK,
        *key_table(DO_FIRST, room),
    ]


def lost_lines(lost: Sequence[Problem], width: int) -> t.Lines:
    """That there may be more than is shown; nothing where no month is lost."""
    return problem(f"{capital(not_known(lost, WHETHER_MORE))}.", width) if lost else []
