"""Trends of how long the steps of protocols took: what `drift` measured, session by session.

Told to the second, so that what the steps took beyond the plan adds up to what the whole did.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from facilitui.core.drift import ProtocolRan, StepRan
from facilitui.core.session_digest import SessionDigest
from facilitui.core.told import figure, minutes, to_the_second
from facilitui.core.trend_direction import FEW, Measure, summed_up
from facilitui.core.trend_evidence import Evidence, sentences, without
from facilitui.core.trends import Point, Trend, Who, around_nought, line

A_MINUTE = 1.0
WHOLE = "The whole protocol"
Ran = tuple[SessionDigest, ProtocolRan]


def drift_trends(evidence: Evidence) -> Iterator[Trend]:
    """The whole of each protocol, then its steps; the protocol that ran most often first."""
    ran: dict[str, list[Ran]] = {}
    for digest in evidence.held:
        for each in digest.ran_protocols:
            ran.setdefault(each.protocol, []).append((digest, each))
    for protocol, some in sorted(ran.items(), key=lambda each: -len(each[1])):
        yield from _of_protocol(evidence, protocol, some)


def _of_protocol(evidence: Evidence, protocol: str, some: list[Ran]) -> Iterator[Trend]:
    name = next((dict(each.protocols)[protocol] for each, _ in reversed(some)), "") or protocol
    whole = [_whole(evidence, digest, each) for digest, each in some]
    yield _trend(evidence, f"whole {protocol}", name, WHOLE, whole)
    for step, called in _steps(protocol, some).items():
        found = [
            (digest, took) for digest, each in some for took in each.steps if took.step == step
        ]
        points = [evidence.of_run(digest, _longer(took), _took(took)) for digest, took in found]
        ran = _length(median(took.ran for _, took in found)) if len(found) >= FEW else ""
        yield _trend(evidence, f"step {(protocol, step)}", name, called, points, ran)


def _whole(evidence: Evidence, digest: SessionDigest, each: ProtocolRan) -> Point:
    """The whole is what its steps are told to add up to, unless one of them had several passes."""
    told = sum(map(_longer, each.steps))
    over = told if abs(told - each.over) * 60 <= len(each.steps) else _to_second(each.over)
    return evidence.of_run(digest, over, _over(over))


def _steps(protocol: str, some: list[Ran]) -> dict[str, str]:
    """The steps that were measured with what they are called, in the agenda's order."""
    measured = dict.fromkeys(took.step for _, each in reversed(some) for took in each.steps)
    names: dict[str, str] = {}
    for digest, _ in reversed(some):  # what it is called now goes before what it was called
        for each in digest.steps:
            if each.protocol == protocol and each.step in measured:
                names.setdefault(each.step, each.name)
    return names | {step: step for step in measured if not names.get(step, "").strip()}


def _trend(
    evidence: Evidence, key: str, group: str, name: str, points: list[Point], ran: str = ""
) -> Trend:
    run = line(Who.RUN, points)
    assert run is not None  # what was never measured is not among them
    values = [each.value for each in run.points]
    measure = Measure(_over, A_MINUTE, "1 min", "became longer", "became shorter")
    return Trend(
        key=key,
        group=group,
        name=name,
        said=sentences(
            f"against the plan, directions included: {summed_up(values, measure)}",
            f"median of what it ran: {ran}" if ran else "",
            without(evidence, points, "it was not measured"),
        ),
        last=measure.tell(run.newest),
        scale=around_nought(values, _over),
        lines=(run,),
    )


def _to_second(minutes: float) -> float:
    return round(minutes * 60) / 60


def _longer(step: StepRan) -> float:
    """By how much it ran longer than planned, to the second."""
    return _to_second(step.ran - step.planned)


def _took(step: StepRan) -> str:
    return f"ran {_length(step.ran, step.planned)} planned"


def _length(ran: float, planned: float | None = None) -> str:
    """How long it was, to the second: 45 s, 12 min, 12:45 of 12 min."""
    seconds = round(ran * 60)
    told = f"{seconds} s" if 0 < seconds < 60 else _minutes(seconds)
    of = f" of {minutes(planned)} min" if planned is not None else ""
    unit = "" if of or 0 < seconds < 60 else " min"
    return f"{told}{unit}{of}"


def _minutes(seconds: int) -> str:
    """Minutes, with their seconds where they are not whole: 12, 12:45."""
    return figure(seconds / 60) if seconds % 60 == 0 else to_the_second(seconds / 60)


def _over(minutes: float) -> str:
    """How much longer than planned, to the second."""
    seconds = abs(round(minutes * 60))
    if not seconds:
        return "as planned"
    told = f"{seconds} s" if seconds < 60 else f"{_minutes(seconds)} min"
    return f"{told} {'longer' if minutes > 0 else 'shorter'}"
