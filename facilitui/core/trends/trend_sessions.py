"""Trends of how sessions ran: waits, beginning and ending, and how many were heard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from statistics import median

from facilitui.core.seconds_told import lasted
from facilitui.core.sessions.punctuality import kept_time
from facilitui.core.sessions.session_digest import SessionDigest
from facilitui.core.told import figure, nearest, plural
from facilitui.core.trends.trend_direction import Measure, summed_up
from facilitui.core.trends.trend_evidence import Evidence, sentences, without
from facilitui.core.trends.trend_scale import Drawn, Scale, around_nought
from facilitui.core.trends.trends import Point, Trend, Who, line

WAITS, TIME, TALK = "Waits", "Beginning and ending", "Talk"
A_SHARE = 10
"""In per cent: medians that are less apart are about the same."""
BY_HAND = 1
"""In seconds: a wait is marked by hand, about that much either way."""
A_MINUTE = 1
_SHARES = ((100.0, "100 %"), (50.0, "50 %"), (0.0, "0 %"))


def session_trends(evidence: Evidence) -> Iterator[Trend]:
    """Those of which any session shows something."""
    made = (
        _waits_reached(evidence),
        *_waits_long(evidence),
        _started(evidence),
        _ended(evidence),
        _heard(evidence),
    )
    yield from (each for each in made if each is not None)


def _waits_reached(evidence: Evidence) -> Trend | None:
    some = [each for each in evidence.held if each.waits_with_target]
    reached = sum(each.waits_reached for each in some)
    all_of_them = sum(each.waits_with_target for each in some)
    points = [
        evidence.of_run(
            each,
            100 * each.waits_reached / each.waits_with_target,
            f"{each.waits_reached} of {each.waits_with_target}",
        )
        for each in some
    ]
    told = f"{reached} of {plural(all_of_them, 'wait')} reached their target"
    rest = without(evidence, points, "no wait that counts was marked")
    return _shares("waits reached", WAITS, "Waits at their target", points, told, rest)


def _waits_long(evidence: Evidence) -> Iterator[Trend]:
    """How long waits with the same target were, the shortest target first, no target last."""
    found: dict[float, list[tuple[SessionDigest, list[int]]]] = {}
    for each in evidence.held:
        lengths: dict[float, list[int]] = {}
        for wait in each.waits:
            lengths.setdefault(wait.target, []).append(wait.lasted)
        for target, some in lengths.items():
            found.setdefault(target, []).append((each, some))
    for target in sorted(found, key=lambda each: (not each, each)):
        yield _waits_of(evidence, target, found[target])


def _waits_of(
    evidence: Evidence, target: float, some: list[tuple[SessionDigest, list[int]]]
) -> Trend:
    points = []
    for each, lengths in some:
        low, high, middle = min(lengths), max(lengths), float(median(lengths))
        words = _seconds(middle) if low == high else _range(middle, low, high)
        points.append(replace(evidence.of_run(each, middle, words), low=low, high=high))
    waited = line(Who.RUN, points)
    assert waited is not None  # there is a target only where somebody waited
    measure = Measure(_seconds, BY_HAND, "1 s", "longer", "shorter")
    top = max(1.0, target, *(each.high for each in waited.points))
    ticks = {top: _seconds(top), target: f"target {_seconds(target)}", 0.0: "0 s"}
    told = summed_up([each.value for each in waited.points], measure)
    aim = f"target {_seconds(target)}" if target else "no target"
    return Trend(
        key=f"waits long {target}",
        group=WAITS,
        name=f"How long, {aim}",
        said=sentences(
            f"the median wait of a session: {told}",
            without(evidence, points, "no such wait was marked"),
        ),
        last=measure.tell(waited.newest),
        scale=Scale(Drawn.DOTS, 0, top, tuple(sorted(ticks.items(), reverse=True))),
        lines=(waited,),
    )


def _seconds(length: float) -> str:
    return f"{figure(length)} s"


def _range(middle: float, low: float, high: float) -> str:
    return f"median {_seconds(middle)}, {figure(low)} to {_seconds(high)}"


def _started(evidence: Evidence) -> Trend | None:
    points = [
        evidence.of_run(each, each.started_late, f"started {_late(each.started_late)}")
        for each in evidence.held
        if each.started_late is not None
    ]
    rest = without(evidence, points, "no start was planned")
    return _lateness("started", "Starting late", points, "", rest)


def _ended(evidence: Evidence) -> Trend | None:
    some = [each for each in evidence.held if each.ended_late is not None]
    points = [evidence.of_run(each, each.ended_late or 0, _end(each)) for each in some]
    agreed = [each.after_agreed for each in some if each.after_agreed is not None]
    rest = without(evidence, points, "no end was planned")
    return _lateness("ended", "Ending late", points, _agreed(agreed), rest)


def _end(each: SessionDigest) -> str:
    return kept_time(None, each.ended_late, each.after_agreed, each.free)


def _agreed(late: list[int]) -> str:
    """How sessions kept to another end that was agreed on meanwhile."""
    if not late:
        return ""
    kept = sum(each <= 0 for each in late)
    return f"in {len(late)} another end was agreed on, and {kept} kept to it"


def _lateness(key: str, name: str, points: list[Point], told: str, rest: str) -> Trend | None:
    ran = line(Who.RUN, points)
    if ran is None:
        return None
    values = [each.value for each in ran.points]
    measure = Measure(_late, A_MINUTE, "1 min", "became later", "became earlier")
    summed = f"against the plan: {summed_up(values, measure)}"
    return Trend(
        key=key,
        group=TIME,
        name=name,
        said=sentences(summed, told, rest),
        last=measure.tell(ran.newest),
        scale=around_nought(values, _late),
        lines=(ran,),
    )


def _late(minutes: float) -> str:
    if not minutes:
        return "on time"
    return f"{lasted(abs(minutes))} {'late' if minutes > 0 else 'early'}"


def _heard(evidence: Evidence) -> Trend | None:
    points = [
        evidence.of_run(each, 100 * each.heard / each.people, _heard_of(each))
        for each in evidence.held
        if each.voices and each.people
    ]
    rest = without(evidence, points, "voices were not counted")
    return _shares("heard", TALK, "People who were heard", points, "", rest)


def _heard_of(each: SessionDigest) -> str:
    here = "" if each.counted else " expected"
    return f"{each.heard} of {each.people}{here} heard, {plural(each.voices, 'time')}"


def _share(share: float) -> str:
    return f"{figure(nearest(share))} %"


def _shares(
    key: str, group: str, name: str, points: list[Point], told: str, rest: str
) -> Trend | None:
    ran = line(Who.RUN, points)
    if ran is None:
        return None
    measure = Measure(_share, A_SHARE, "10 percentage points")
    summed = summed_up([each.value for each in ran.points], measure)
    return Trend(
        key=key,
        group=group,
        name=name,
        said=sentences(told, summed, rest),
        last=measure.tell(ran.newest),
        scale=Scale(Drawn.BARS, 0, 100, _SHARES),
        lines=(ran,),
    )
