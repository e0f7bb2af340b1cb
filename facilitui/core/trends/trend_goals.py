"""Trends of goals: how each was judged in one's own debriefs; the same text is the same goal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from facilitui.core.debriefs.debrief_words import Verdict
from facilitui.core.search import folded_line
from facilitui.core.trends.trend_direction import Measure, summed_up
from facilitui.core.trends.trend_evidence import Evidence, goals_of, missing, sentences
from facilitui.core.trends.trend_scale import Drawn, Scale
from facilitui.core.trends.trends import Point, Trend, Who, line

ORDER = (Verdict.NOT_YET, Verdict.PARTLY, Verdict.MET)
"""From the lowest place in the picture to the highest."""
GROUP = "Goals"
Same = tuple[str, int]
"""What a goal is known by: its text as it is compared, and which of this text it is."""
_TIMES = {1: "once", 2: "twice"}


def goal_trends(evidence: Evidence) -> Iterator[Trend]:
    """A trend for each goal that was judged, those that were judged most often first.

    What is known of a goal is its text, by which it comes back in other plans; one without a text
    is looked up in its session, and where that does not have it either, it is no goal again. Of
    several goals of one session that have the same text each is one of its own, in their order.
    """
    points: dict[Same, list[Point]] = {}
    names: dict[Same, str] = {}
    for kept in sorted(evidence.debriefs, key=lambda each: each.dated):
        known = goals_of(evidence.by_session.get(kept.record.session))
        before = Counter[str]()
        for each in kept.record.judgements:
            text = (each.text or known.get(each.goal, "")).strip()
            same = _same(text, before)
            if each.verdict is None or not text:
                continue
            names[same] = text if same[1] == 1 else f"{text} (goal {same[1]} of this text)"
            value = float(ORDER.index(each.verdict))
            point = evidence.of_entry(kept, value, each.verdict.label.lower())
            points.setdefault(same, []).append(point)
    asked: dict[Same, set[str]] = {}
    for digest in evidence.held:
        before = Counter[str]()
        for _, text in digest.goals:
            asked.setdefault(_same(text, before), set()).add(digest.session)
    made = [
        _trend(evidence, same, names[same], some, asked.get(same, set()))
        for same, some in points.items()
    ]
    yield from sorted(made, key=lambda each: (-each.sessions, -each.places[-1].at.when.timestamp()))


def _same(text: str, before: Counter[str]) -> Same:
    """What a goal is known by; `before` counts those before it in its session, and this one."""
    same = folded_line(text)
    before[same] += 1
    return same, before[same]


def _without(evidence: Evidence, points: list[Point], asked: set[str]) -> tuple[str, str]:
    """In how many sessions that were held it was not judged, or no goal at all."""
    judged = evidence.undecided | {each.session for each in points}
    left, other = asked - judged, evidence.held_ids - asked - judged
    return (
        missing(len(left), "it was not judged", partial=evidence.is_partial),
        missing(len(other), "it was no goal"),
    )


def _trend(
    evidence: Evidence, same: Same, name: str, points: list[Point], asked: set[str]
) -> Trend:
    judged = line(Who.SELF, points, evidence.whose)
    assert judged is not None  # a goal is only among them with a judgement
    values = [each.value for each in judged.points]
    ticks = tuple((float(place), each.label) for place, each in reversed([*enumerate(ORDER)]))
    return Trend(
        key=f"goal {same[0]}" if same[1] == 1 else f"goal {same}",
        group=GROUP,
        name=name,
        said=sentences(
            f"{evidence.whose or 'you'} judged it {_counted(points)}",
            summed_up(values, MEASURE),
            *_without(evidence, points, asked),
        ),
        last=MEASURE.tell(judged.newest),
        scale=Scale(Drawn.DOTS, 0, len(ORDER) - 1, ticks),
        lines=(judged,),
    )


def _counted(points: list[Point]) -> str:
    """How often it was judged how, each judgement as it was made."""
    counts = Counter(each.value for each in points)
    return ", ".join(
        f"{each.label.lower()} {_TIMES.get(counts[place], f'{counts[place]} times')}"
        for place, each in reversed([*enumerate(ORDER)])
        if counts[place]
    )


def _told(value: float) -> str:
    """A verdict, or what lies between two."""
    low, high = ORDER[int(value)], ORDER[min(len(ORDER) - 1, int(value + 0.5))]
    if low is high or value == int(value):
        return low.label.lower()
    return f"between {low.label.lower()} and {high.label.lower()}"


MEASURE = Measure(_told, 0.5, "half a verdict")
"""Half a verdict is what lies between two."""
