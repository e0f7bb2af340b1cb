"""Trends of goals: how each was judged in one's own debriefs; the same text is the same goal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from facilitui.core.debrief_words import Verdict
from facilitui.core.search import folded
from facilitui.core.trend_direction import Measure, summed_up
from facilitui.core.trend_evidence import Evidence, goals_of, sentences
from facilitui.core.trends import Drawn, Point, Scale, Trend, Who, line

ORDER = (Verdict.NOT_YET, Verdict.PARTLY, Verdict.MET)
"""From the lowest place in the picture to the highest."""
GROUP = "Goals"


def goal_trends(evidence: Evidence) -> Iterator[Trend]:
    """A trend for each goal that was judged, those that were judged most often first.

    What is known of a goal is its text, by which it comes back in other plans; one without a text
    is looked up in its session, and where that does not have it either, it is no goal again.
    """
    points: dict[str, list[Point]] = {}
    names: dict[str, str] = {}
    for kept in sorted(evidence.debriefs, key=lambda each: each.dated):
        known = goals_of(evidence.by_session.get(kept.record.session))
        for each in kept.record.judgements:
            text = (each.text or known.get(each.goal, "")).strip()
            if each.verdict is None or not text:
                continue
            same = _same(text)
            names[same] = text
            value = float(ORDER.index(each.verdict))
            point = evidence.of_entry(kept, value, each.verdict.label)
            points.setdefault(same, []).append(point)
    asked: dict[str, set[str]] = {}
    for digest in evidence.held:
        for _, text in digest.goals:
            asked.setdefault(_same(text), set()).add(digest.session)
    made = [
        _trend(same, names[same], some, _without(evidence, some, asked.get(same, set())))
        for same, some in points.items()
    ]
    yield from sorted(made, key=lambda each: (-each.sessions, -each.places[-1].at.when.timestamp()))


def _same(text: str) -> str:
    return " ".join(folded(text).split())


def _without(evidence: Evidence, points: list[Point], asked: set[str]) -> str:
    """In how many sessions that were held it was not judged, or no goal at all."""
    judged = evidence.held_ids & {each.session for each in points}
    left, other = len(asked - judged), len(evidence.held) - len(asked | judged)
    told = (
        f"in {left} more it was not judged" if left else "",
        f"in {other} more it was no goal" if other else "",
    )
    return "; ".join(filter(None, told))


def _trend(same: str, name: str, points: list[Point], rest: str) -> Trend:
    judged = line(Who.SELF, points)
    assert judged is not None  # a goal is only among them with a judgement
    values = [each.value for each in judged.points]
    ticks = tuple((float(place), each.label) for place, each in reversed([*enumerate(ORDER)]))
    return Trend(
        key=f"goal {same}",
        group=GROUP,
        name=name,
        said=sentences(_counted(values), summed_up(values, MEASURE), rest),
        last=MEASURE.tell(judged.newest),
        scale=Scale(Drawn.DOTS, 0, len(ORDER) - 1, ticks),
        lines=(judged,),
    )


def _counted(values: list[float]) -> str:
    """How often it was judged how."""
    counts = Counter(values)
    told = (
        f"{each.label.lower()} in {counts[place]}"
        for place, each in reversed([*enumerate(ORDER)])
        if counts[place]
    )
    return f"judged by yourself: {', '.join(told)}"


def _told(value: float) -> str:
    """A verdict, or what lies between two."""
    low, high = ORDER[int(value)], ORDER[min(len(ORDER) - 1, int(value + 0.5))]
    if low is high or value == int(value):
        return low.label.lower()
    return f"between {low.label.lower()} and {high.label.lower()}"


MEASURE = Measure(_told, 0.5, "half a verdict")
"""Half a verdict is what lies between two."""
