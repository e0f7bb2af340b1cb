"""The marked criterion of a rubric: what each level looks like, and what everybody scored."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content

from facilitui import text as t
from facilitui.core.debriefs.scores import Score, Spread
from facilitui.core.sessions.clock import moment_at
from facilitui.core.told import figure
from facilitui.services.debriefs.criteria import CriterionRow
from facilitui.services.debriefs.kept_scores import OWN
from facilitui.services.debriefs.scoring_desk import ScoringDesk

LABEL = 9
"""Where what is told of a criterion begins."""
NO_QUOTE = "no quote or note yet: enter adds one"


def page(desk: ScoringDesk, marked: str, *, airy: bool) -> Callable[[int], t.Lines]:
    """The marked criterion."""

    def draw(width: int) -> t.Lines:
        row = next((each for each in desk.rows if each.id == marked), None)
        if row is None:
            return []
        room = t.reading(width)
        name = t.wrapped(row.name, room, f"bold {t.INK}")
        priority = [t.accent("◆ priority")] if row.priority else []
        return [*name, *priority, t.BLANK, *page_lines(desk, row, room, airy=airy)]

    return draw


def page_lines(desk: ScoringDesk, row: CriterionRow, width: int, *, airy: bool) -> t.Lines:
    """Each level with what it looks like, then the score, earlier ones, those of others."""
    lines: t.Lines = []
    for level, name, text in row.levels:
        lines += [*_level(row, level, name, text, width, airy=airy), *([t.BLANK] if airy else [])]
    told = [_given(desk, row, width), _before(row, width), *_others(desk, row, width)]
    for part in filter(None, told):
        lines += part
    return lines


def _level(
    row: CriterionRow, level: int, name: str, text: str, width: int, *, airy: bool
) -> t.Lines:
    chosen = row.score is not None and row.score.level == level
    mark = t.join(t.accent("● ") if chosen else "  ", (t.strong if chosen else t.soft)(level))
    style = t.INK if chosen else t.SOFT
    if airy:
        named = [t.strong(name) if chosen else t.heading(name)]
        return t.labelled(mark, [*named, *t.wrapped(text, width - 4, style)], 4)
    return t.labelled(mark, t.wrapped(f"{name}. {text}", width - 4, style), 4)


def _given(desk: ScoringDesk, row: CriterionRow, width: int) -> t.Lines:
    """The score of the sheet."""
    label = "Theirs" if desk.observation else OWN
    if row.score is None:
        return t.labelled(label, [t.soft("not scored")], LABEL)
    told = [_scored(desk, row.score), *_note(row.score, width)]
    if not row.score.note.strip():
        told += t.wrapped(NO_QUOTE, width - LABEL, t.SOFT)
    for change in row.score.changes:
        was = f"was {change.level}: {change.reason}"
        told += t.wrapped(was, width - LABEL, t.SOFT)
    return t.labelled(label, told, LABEL)


def _scored(desk: ScoringDesk, score: Score) -> Content:
    """A score with its moment; of a rubric that is gone with what its level was called."""
    name = desk.sheet.rubric.level_name(score.level) if desk.rubric is None else ""
    at = f"at {when(desk, score.told_moment)}" if score.told_moment is not None else ""
    beside = "".join(f", {each}" for each in (name, at) if each)
    return t.join(t.strong(score.level), t.soft(beside))


def when(desk: ScoringDesk, elapsed: float) -> str:
    """A moment of the session as a time of day."""
    if desk.state.began_at is None:
        return t.countdown(elapsed)
    return t.clock(moment_at(desk.state.began_at, elapsed).astimezone(desk.zone))


def _note(score: Score, width: int) -> t.Lines:
    return t.wrapped(score.note.strip(), width - LABEL) if score.note.strip() else []


def _before(row: CriterionRow, width: int) -> t.Lines:
    if row.earlier is None:
        return []
    spread = row.earlier
    told = f"median {figure(spread.median)}, from {range_told(spread, ' to ')}"
    told += f", in {t.plural(spread.count, 'session')}"
    return t.labelled("Earlier", t.wrapped(told, width - LABEL, t.SOFT), LABEL)


def _others(desk: ScoringDesk, row: CriterionRow, width: int) -> Sequence[t.Lines]:
    """What others scored, each under their name."""
    found: list[t.Lines] = []
    for seen in row.seen:
        label, by = (OWN, "") if seen.is_own else ("Seen by", f"{seen.by}: ")
        told = [t.fitted(t.join(t.soft(by), _scored(desk, seen.score)), width - LABEL)]
        found.append(t.labelled(label, [*told, *_note(seen.score, width)], LABEL))
    for other in desk.known.otherwise_scored(desk.sheet):
        label, by = (OWN, "") if other.is_own else ("Seen by", f"{other.by}, who ")
        told = t.wrapped(f"{by}scored with “{other.rubric.told}”", width - LABEL, t.SOFT)
        found.append(t.labelled(label, told, LABEL))
    return found


def range_told(spread: Spread, between: str) -> str:
    """From which level to which."""
    return f"{spread.lowest}{between}{spread.highest}"
