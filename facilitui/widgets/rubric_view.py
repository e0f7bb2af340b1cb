"""A rubric's criteria with the scores of one person, beside them what others scored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from rich.cells import cell_len
from textual.content import Content

from facilitui import text as t
from facilitui.core.debriefs.scores import Spread, unsupported
from facilitui.core.debriefs.scores_beside import NOBODY
from facilitui.core.safe_text import quoted
from facilitui.core.told import figure
from facilitui.services.debriefs.criteria import CriterionRow, left_over
from facilitui.services.debriefs.scoring_desk import ScoringDesk
from facilitui.widgets.criterion_view import page_lines, range_told
from facilitui.widgets.rows import Row, blank_row

NAME = 28
"""So much of a row is left to its name; columns beside the first have what is over."""
WORDED = 60
"""From this width on the heading says what its figures are."""
WHOLE = 100
"""From this width on the heading tells everything."""
YOU, BESIDE, THEIRS = 3, 4, 6
"""The column of one's own scores: first, beside an observer's, and that of those."""
SEEN, EARLIER = 7, 16
RULE_LINES = 2
"""Lines that the rule to score by has at most."""
MISSING = "–"
RULE = "Score what was seen or recorded. One quote or note per score. A saved score needs a reason."
"""Stands in for what a rubric says itself of how to score."""
NONE_CHOSEN = "No rubric is chosen yet: r chooses one."
NO_RUBRIC = (
    "There is no rubric that can be read. Put one into the rubrics folder of your home; "
    "facilitui check says what is wrong with a file."
)
GONE = (
    "These scores were given under version {version} of “{name}”, and {now}. They stay as they "
    "were given; r scores the session anew, as a revision with a reason."
)
UNNAMED = (
    "The journal does not say under which rubric these scores were given. They stay as they were "
    "given; r scores the session anew, as a revision with a reason."
)
LEFT_OVER = (
    "Also scored, and kept as it was given: {names}. The rubric in the library has the same "
    "version and no such criterion."
)

NO_OTHERS = (
    "No observation of this session is saved yet: ctrl+o in its debrief or o in the Journal "
    "enters one, and f7 there what was scored."
)


def head(desk: ScoringDesk, told: str, width: int, *, tall: bool) -> t.Lines:
    """What is scored and how far that is; the rule to score by, where it has room as a whole."""
    word = " scored" if width >= WORDED else ""
    scored = sum(row.score is not None for row in desk.rows)
    done = f"{scored} of {len(desk.rows)}{word}" if desk.rows else ""
    bare = len(unsupported(desk.sheet.scores))
    without = f"{bare} without a quote" if bare and width >= WHOLE else ""
    end = t.soft(" · ".join(part for part in (done, without, told) if part))
    first = t.spread(t.join(_whose(desk), "   ", t.soft(desk.sheet.title)), end, width)
    rule = t.wrapped(_rule(desk), width, t.SOFT)
    return [first, *(rule if len(rule) <= (RULE_LINES if tall else 1) else [])]


def _whose(desk: ScoringDesk) -> Content:
    """Whose scores these are."""
    return t.strong(f"Scores by {desk.giver or NOBODY}" if desk.observation else "Rubric")


def _rule(desk: ScoringDesk) -> str:
    return (desk.rubric.rule if desk.rubric is not None else "") or RULE


def rows(desk: ScoringDesk, opened: str, *, airy: bool) -> list[Row]:
    """A row for each criterion; the `opened` one with all that there is to tell of it."""
    found = desk.rows
    if not found:
        told = NONE_CHOSEN if desk.known.rubrics else NO_RUBRIC
        return [_told_row(told)]
    first = [_told_row(gone_told(desk))] if desk.rubric is None else []
    beside = _beside(desk, found)
    shown: list[Row] = []
    for each in found:
        shown += [*([blank_row()] if airy else []), _row(each, desk, opened, beside)]
    return [*first, _head_row(desk, beside), *shown, *_left_rows(desk)]


def _left_rows(desk: ScoringDesk) -> list[Row]:
    """What was scored for criteria that are gone."""
    left = left_over(desk.sheet, desk.known)
    names = ", ".join(quoted(each.called) for each in left)
    return [blank_row(), _told_row(LEFT_OVER.format(names=names))] if left else []


def gone_told(desk: ScoringDesk) -> str:
    """Why no level can be given any more."""
    rubric, found = desk.sheet.rubric, desk.known.rubrics.get(desk.sheet.rubric.id)
    if not rubric.id:
        return UNNAMED if desk.sheet.scores else NONE_CHOSEN
    now = "the library has it no more"
    if found is not None and found.version != rubric.version:
        now = f"the library has version {found.version} now"
    elif found is not None:
        now = f"in the library it has {found.top} levels now, not {rubric.top}"
    return GONE.format(name=rubric.name, version=rubric.version, now=now)


def _told_row(told: str) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        return [*t.wrapped(told, t.reading(width)), t.BLANK]

    return Row("", draw, lambda width: len(draw(width, False)))


Columns = tuple[tuple[Content, int], ...]
"""What stands at the end of a row, with the room that each takes."""


@dataclass(frozen=True, slots=True)
class _Beside:
    """Which columns stand beside the score of the sheet; an empty one would only take room."""

    theirs: bool
    """Whether the sheet is an observer's."""
    own: bool
    """Whether one's own scores stand beside an observer's."""
    seen: bool
    earlier: bool

    def columns(self, score: Content, own: Content, seen: Content, earlier: Content) -> Columns:
        """The score of the sheet, one's own, what observers saw, what was before."""
        first = (score, THEIRS if self.theirs else YOU)
        others = ((self.own, own, BESIDE), (self.seen, seen, SEEN))
        beside = (*others, (self.earlier, earlier, EARLIER))
        return (first, *((told, room) for shown, told, room in beside if shown))


def _beside(desk: ScoringDesk, found: Sequence[CriterionRow]) -> _Beside:
    seen = [each.is_own for row in found for each in row.seen]
    earlier = any(each.earlier for each in found)
    return _Beside(bool(desk.observation), True in seen, False in seen, earlier)


def _drawn(columns: Columns, width: int) -> Content:
    """The first column, and as many more as have room beside a name."""
    ends = accumulate(room for _, room in columns)
    shown = [each for each, end in zip(columns, ends, strict=True) if end <= width - NAME]
    return t.join(*(t.right(told, room) for told, room in shown or columns[:1]))


def _head_row(desk: ScoringDesk, beside: _Beside) -> Row:
    """The rubric's name over its criteria, with its version where that has room."""
    first = t.soft("theirs" if beside.theirs else "you")
    columns = beside.columns(first, t.soft("you"), t.soft("seen"), t.soft("earlier"))

    def draw(width: int, marked: bool) -> t.Lines:
        end, ref = _drawn(columns, width), desk.sheet.rubric
        versioned = ref.told or "A rubric without a name"
        has_room = cell_len(versioned) + end.cell_length + 4 <= width
        name = t.heading(f"  {versioned if has_room else ref.name}")
        return [t.spread(name, end, width)]

    return Row("", draw)


def _row(row: CriterionRow, desk: ScoringDesk, opened: str, beside: _Beside) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        ink = t.strong if marked else t.ink
        score = ink(row.score.level) if row.score is not None else t.soft(MISSING)
        spread = _short(row.earlier) if row.earlier is not None else ""
        own, seen = _levels_of(row, own=True), _levels_of(row, own=False)
        columns = beside.columns(score, t.soft(own), t.soft(seen), t.soft(spread))
        end = _drawn(columns, width)
        name = t.join(t.accent("◆ ") if row.priority else "  ", ink(row.name))
        first = t.spread(_prioritised(name, row, width - end.cell_length - 2), end, width)
        told = page_lines(desk, row, width - 2, airy=False) if row.id == opened else []
        return [first, *(t.join("  ", line) for line in told)]

    return Row(row.id, draw, lambda width: len(draw(width, False)))


def _levels_of(row: CriterionRow, *, own: bool) -> str:
    """What others scored; one's own or those of observers, who are never one figure."""
    found = [str(each.score.level) for each in row.seen if each.is_own is own]
    return ", ".join(found) or MISSING


def _prioritised(name: Content, row: CriterionRow, room: int) -> Content:
    word = t.soft(" priority")
    fits = row.priority and name.cell_length + word.cell_length <= room
    return t.join(name, word) if fits else name


def _short(spread: Spread) -> str:
    return f"{figure(spread.median)}  {range_told(spread, '–')}  n {spread.count}"
