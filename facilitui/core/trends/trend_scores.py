"""Trends of scores: each criterion under one version of one rubric, oneself and observers apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from facilitui.core.debriefs.observation import Observation
from facilitui.core.debriefs.scores import RubricRef, SelfScores
from facilitui.core.debriefs.scores_beside import giver_of
from facilitui.core.told import figure, plural
from facilitui.core.trends.trend_direction import FEW, Measure, summed_up
from facilitui.core.trends.trend_evidence import Evidence, Kept, sentences, unwritten
from facilitui.core.trends.trend_scale import Drawn, Scale
from facilitui.core.trends.trends import Point, Trend, TrendLine, Who, line

A_LEVEL = 0.5
"""Medians that are less apart are about the same: half a level lies between two levels."""
Sheet = Kept[SelfScores] | Kept[Observation]


def score_trends(evidence: Evidence) -> Iterator[Trend]:
    """A trend for each criterion that anybody scored, under the rubric it was scored under.

    Scores under a rubric without an id can be compared with none, and make no trend.
    """
    for ref, sheets in _by_rubric((*evidence.own, *evidence.observed)):
        names: dict[str, str] = {}
        own, seen = defaultdict[str, list[Point]](list), defaultdict[str, list[Point]](list)
        told = {level: f"{level} of {ref.top}" for level in range(1, ref.top + 1)}
        for sheet in sheets:
            said = sheet.record
            by = f" by {giver_of(said)}" if isinstance(said, Observation) else ""
            points = seen if isinstance(said, Observation) else own
            for score in said.scores:
                names[score.criterion] = score.called or "unnamed"
                point = evidence.of_entry(sheet, score.level, told[score.level] + by)
                points[score.criterion].append(point)
        for criterion, name in names.items():
            yield _trend(evidence, ref, criterion, name, own[criterion], seen[criterion])


def not_comparable(evidence: Evidence) -> str:
    """How many sets of scores name no rubric, in a sentence; empty where none does."""
    sheets: tuple[Sheet, ...] = (*evidence.own, *evidence.observed)
    count = sum(bool(each.record.scores) and not each.record.rubric.id for each in sheets)
    told = "names no rubric and is" if count == 1 else "name no rubric and are"
    return f"{plural(count, 'set')} of scores {told} compared with no other." if count else ""


def _by_rubric(sheets: Iterable[Sheet]) -> list[tuple[RubricRef, list[Sheet]]]:
    """The sets of scores under each version of each rubric, the newest rubric first."""
    found: list[list[Sheet]] = []
    for sheet in sorted(sheets, key=lambda each: each.dated):
        ref = sheet.record.rubric
        same = next((some for some in found if some[0].record.rubric.is_same(ref)), None)
        if same is not None:
            same.append(sheet)
        elif sheet.record.scores and ref.id:
            found.append([sheet])
    found.sort(key=lambda some: some[-1].dated, reverse=True)
    return [(some[-1].record.rubric, some) for some in found]


def _trend(
    evidence: Evidence,
    ref: RubricRef,
    criterion: str,
    name: str,
    own: list[Point],
    seen: list[Point],
) -> Trend:
    made = (line(Who.SELF, own, evidence.whose), line(Who.OBSERVER, seen))
    lines = tuple(each for each in made if each is not None)
    measure = Measure(
        lambda level: f"{_level(level)} of {ref.top}", A_LEVEL, "half a level", shorter=_level
    )
    return Trend(
        key=f"score {(ref.id, ref.version, ref.top, criterion)}",
        group=ref.told,
        edition=f"version {ref.version}" if ref.version else "",
        name=name,
        said=sentences(
            *_by_line(lines, measure),
            agreed(lines),
            unwritten(evidence, (*own, *seen), "nobody scored it"),
        ),
        last=measure.tell(lines[0].newest),
        scale=Scale(Drawn.DOTS, 1, ref.top, tuple(_ticks(ref))),
        lines=lines,
    )


def _level(level: float) -> str:
    """A level; a median that is none lies between two."""
    low = int(level)
    return figure(level) if level == low else f"between {low} and {low + 1}"


def agreed(lines: Sequence[TrendLine]) -> str:
    """How often oneself and observers scored the same, where both scored the same sessions.

    Of several observers it is their median. Empty where no session was scored by both.
    """
    if len(lines) < 2:
        return ""
    own, seen = ({each.place: each.value for each in one.points} for one in lines)
    apart = Counter(abs(value - seen[at]) for at, value in own.items() if at in seen)
    if not (count := apart.total()):
        return ""
    told = [_apart(by) for by in sorted(apart)]
    if len(told) > 1:
        told = [f"{each} in {apart[by]}" for each, by in zip(told, sorted(apart), strict=True)]
    return f"{plural(count, 'session')} scored by both: {', '.join(told)}"


def _apart(levels: float) -> str:
    if not levels:
        return "the same level"
    return f"{'1 level' if levels == 1 else f'{figure(levels)} levels'} apart"


def _ticks(ref: RubricRef) -> Iterator[tuple[float, str]]:
    for level in range(ref.top, 0, -1):
        yield level, f"{level} {ref.level_name(level)}".strip()


def _by_line(lines: Sequence[TrendLine], measure: Measure) -> Iterator[str]:
    """What each line shows; that they are few is told once."""
    few_told = False
    for each in lines:
        values = [point.value for point in each.points]
        head = each.called if each.who is Who.SELF else "observers"
        yield f"{head}: {summed_up(values, measure, ends=each.ends, few_told=few_told)}"
        few_told = few_told or len(values) < FEW
