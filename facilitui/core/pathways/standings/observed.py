"""Observations with feedback, and levels on a rubric; never mixed between phases (A-32 to A-40)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from facilitui.core.pathways.areas import areas_of, remarks_on
from facilitui.core.pathways.case import Observed, Source
from facilitui.core.pathways.enrolment import PriorityAreas
from facilitui.core.pathways.progress import Progress
from facilitui.core.pathways.requirements import Observations, ScoreGate
from facilitui.core.pathways.rules import own_rule_of, rule_of
from facilitui.core.pathways.standings.counting import (
    Found,
    counted,
    sessions,
    sources,
    told_with,
)
from facilitui.core.pathways.standings.other_rubrics import (
    area_name,
    is_under,
    newer,
    not_mixed,
    under,
)
from facilitui.core.pathways.standings.scope import Scope, order
from facilitui.core.pathways.told import NO_AREAS, rule
from facilitui.core.pathways.words import Standing
from facilitui.core.safe_text import quoted
from facilitui.core.scores import RubricRef
from facilitui.core.told import day_of_month
from facilitui.core.vocabulary import Role

_AREAS = "the priority areas"


def of_observations(asked: Observations, scope: Scope) -> Progress:
    """Sessions that the right people observed, each with mode, day, giver and feedback.

    However many observed a session, and however often they wrote of it, it was observed once.
    """
    seen = [each for each in _by(asked.roles, scope) if _in_mode(asked, each)]
    whole = sources(each.source for each in seen if not each.lacks)
    incomplete = sorted((each for each in seen if each.lacks), key=_when)
    lacks = (f"{quoted(each.source.told)} lacks {', '.join(each.lacks)}" for each in incomplete)
    found = Found(sessions(whole), tuple(dict.fromkeys(lacks)), tuple(_together(whole)))
    return counted(asked, found, asked.count)


def of_scores(gate: ScoreGate, scope: Scope) -> Progress:
    """The latest score of each area within the phase, under one version of one rubric.

    Only an observation that counts gives scores: with its day, its giver and its feedback. Of two
    on one day the lower score stands, since nobody knows which came later.
    """
    days = scope.until, scope.today
    areas = areas_of(gate, scope.pathway, scope.enrolment, *days)
    of_areas = (*remarks_on(areas, gate, scope.enrolment, *days), *_not_yet(areas, scope))
    if areas is None:
        told = told_with(NO_AREAS, of_areas)
        return Progress(gate, Standing.UNKNOWN, lacks=(_AREAS,), remarks=of_areas, told=told)
    ruled = rule_of(gate, scope.enrolment)
    seen = sorted(_by(gate.roles, scope), key=_when)
    scored = [each for each in seen if not each.levels.keys().isdisjoint(areas.areas)]
    whole = [each for each in scored if not each.lacks]
    rubric = _rubric(areas, whole)
    latest = _latest([each for each in whole if is_under(rubric, each)])
    levels = _Levels(areas, {area: latest[area] for area in areas.areas if area in latest})
    lacks = (*_low(ruled, levels), *_incomplete(scored))
    others = [each for each in whole if not is_under(rubric, each)]
    remarks = (*of_areas, *_stated(gate, scope), *not_mixed(areas, others))
    reached = [each for each in levels.of.values() if each.level >= ruled.at_least]
    wanted = dict.fromkeys(areas.areas)
    is_met = not any(_low(ruled, levels))
    days_of = {area: one.source.on for area, one in levels.of.items()}
    stated = (*_ruled(gate, scope), *_designated_after(areas, scope, days_of.values()))
    ruled_told = rule(ruled, areas, under(rubric, others) if others else "")
    told = f"{len(reached)} of {len(wanted)} areas; {ruled_told}"
    return Progress(
        gate,
        Standing.MET if is_met else Standing.MISSING,
        by=sources(each.source for each in levels.of.values()),
        have=len(reached),
        need=len(wanted),
        lacks=() if is_met else lacks,
        remarks=remarks,
        told=told_with(told, remarks),
        areas=areas,
        beside="; ".join(
            filter(None, (newer(rubric, days_of, others), *(stated if is_met else ())))
        ),
    )


@dataclass(frozen=True, slots=True)
class _Level:
    level: int
    source: Source
    name: str


@dataclass(frozen=True, slots=True)
class _Levels:
    """The latest level of each area that was scored."""

    areas: PriorityAreas
    of: Mapping[str, _Level]

    def name(self, area: str) -> str:
        """What an area is called, as far as anybody said."""
        seen = self.of[area].name if area in self.of else ""
        return area_name(self.areas, area, seen)


def _by(roles: Sequence[Role], scope: Scope) -> Iterator[Observed]:
    """Observations by others; one's own look at oneself is never among them."""
    for each in scope.observed:
        if each.role is not Role.SELF and (not roles or each.role in roles):
            yield each


def _in_mode(asked: Observations, each: Observed) -> bool:
    return not asked.modes or each.mode in asked.modes


def _when(each: Observed) -> tuple[object, ...]:
    return (*order(each.source), each.rubric.id, each.rubric.version)


def _rubric(areas: PriorityAreas, scored: Sequence[Observed]) -> RubricRef:
    """What scores must have been given under: what the areas name, else what was used last."""
    named = areas.rubric
    if named.id and named.version:
        return named
    of_it = [each.rubric for each in scored if not named.id or each.rubric.id == named.id]
    return of_it[-1] if of_it else named


def _latest(scored: Sequence[Observed]) -> Mapping[str, _Level]:
    found: dict[str, _Level] = {}
    for each in scored:
        for area, level in each.levels.items():
            before = found.get(area)
            same_day = before is not None and before.source.on == each.source.on
            if before is None or not same_day or level < before.level:
                found[area] = _Level(level, each.source, each.names.get(area, ""))
    return found


def _low(ruled: ScoreGate, levels: _Levels) -> Iterator[str]:
    wanted = dict.fromkeys(levels.areas.areas)
    for area in wanted:
        if area not in levels.of:
            yield f"{quoted(levels.name(area))} was not scored in this phase"
        elif levels.of[area].level < ruled.at_least:
            yield f"{quoted(levels.name(area))} stands at {levels.of[area].level}"
    highest = max((each.level for each in levels.of.values()), default=0)
    if ruled.one_at_least is not None and highest < ruled.one_at_least:
        yield f"none at {ruled.one_at_least} or higher"


def _incomplete(scored: Sequence[Observed]) -> Iterator[str]:
    for each in scored:
        if each.lacks:
            lacks = ", ".join(each.lacks)
            yield f"scores of {quoted(each.source.told)} do not count: it lacks {lacks}"


def _stated(gate: ScoreGate, scope: Scope) -> Iterator[str]:
    own = own_rule_of(gate, scope.enrolment)
    if own is not None:
        yield f"this rule was stated by {quoted(own.source)}"


def _not_yet(areas: PriorityAreas | None, scope: Scope) -> Iterator[str]:
    """That others were designated before the phase was entered again."""
    lasts = scope.has(scope.today) and areas in scope.enrolment.areas
    for each in scope.enrolment.areas if lasts else ():
        if each.on is not None and scope.until < each.on <= scope.today:
            on = day_of_month(each.on)
            yield f"areas designated on {on} stand here once something is scored in this stay"


def _ruled(gate: ScoreGate, scope: Scope) -> Iterator[str]:
    """What the gate says of that, which nobody may open unseen by a rule of one's own."""
    own = own_rule_of(gate, scope.enrolment)
    if own is not None:
        yield f"scores by a rule that {quoted(own.source)} stated on {day_of_month(own.on)}"


def _designated_after(
    areas: PriorityAreas, scope: Scope, scored_on: Iterable[date | None]
) -> Iterator[str]:
    """That it was known already what would be designated; of a file's areas nobody knows."""
    since = areas.on if areas in scope.enrolment.areas else None
    if since is not None and any(on is not None and on < since for on in scored_on):
        yield f"areas designated on {day_of_month(since)}, after the scores"


def _together(whole: Sequence[Source]) -> Iterator[str]:
    """Where several observations are of one session: somebody may take them for as many."""
    by_key = Counter(each.key for each in whole)
    for each in sessions(whole):
        if by_key[each.key] > 1:
            yield f"{quoted(each.told)} was observed {by_key[each.key]} times and counts once"
