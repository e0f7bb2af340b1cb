"""Trends of how long the steps of protocols took: what `drift` measured, session by session."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from facilitui.core.seconds_told import against_plan, is_as_planned, lasted, longer
from facilitui.core.sessions.session_digest import SessionDigest
from facilitui.core.trends.drift import ProtocolRan, StepRan
from facilitui.core.trends.trend_direction import FEW, Measure, summed_up
from facilitui.core.trends.trend_evidence import Evidence, sentences, without
from facilitui.core.trends.trend_scale import NARROWEST, around_nought
from facilitui.core.trends.trends import Point, Trend, Who, line

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
        points = [evidence.of_run(digest, took.longer, _took(took)) for digest, took in found]
        ran = lasted(median(took.ran for _, took in found)) if len(found) >= FEW else ""
        short = median(took.planned for _, took in found) / 2
        narrowest = min(NARROWEST, max(A_MINUTE, short))
        yield _trend(evidence, f"step {(protocol, step)}", name, called, points, ran, narrowest)


def _whole(evidence: Evidence, digest: SessionDigest, each: ProtocolRan) -> Point:
    return evidence.of_run(digest, each.longer, longer(each.longer))


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
    evidence: Evidence,
    key: str,
    group: str,
    name: str,
    points: list[Point],
    ran: str = "",
    narrowest: float = NARROWEST,
) -> Trend:
    """`narrowest` is half the length of a short step, of which less than a minute is much."""
    run = line(Who.RUN, points)
    assert run is not None  # what was never measured is not among them
    values = [each.value for each in run.points]
    measure = Measure(longer, A_MINUTE, "1 min", "became longer", "became shorter")
    return Trend(
        key=key,
        group=group,
        name=name,
        said=sentences(
            f"against the plan, directions included: {summed_up(values, measure)}",
            f"the median run took {ran}" if ran else "",
            without(evidence, points, "it was not measured"),
        ),
        last=against_plan(run.newest),
        scale=around_nought(values, against_plan, narrowest),
        lines=(run,),
    )


def _took(step: StepRan) -> str:
    """2 min 45 s longer than 10 min; both together are how long it took."""
    apart = ", " if is_as_planned(step.longer) else " than "
    return f"{longer(step.longer)}{apart}{lasted(step.planned)}"
