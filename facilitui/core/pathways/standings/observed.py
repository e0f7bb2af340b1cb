"""Observations with feedback, and levels on a rubric; never mixed between phases (A-32 to A-40)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from facilitui.core.debriefs.scores import RubricRef
from facilitui.core.pathways.case import Observed, Source
from facilitui.core.pathways.enrolment import PriorityAreas
from facilitui.core.pathways.progress import AreaLevel, Progress
from facilitui.core.pathways.remarks import Lack, Remark, RemarkKind
from facilitui.core.pathways.requirement_words import NO_AREAS, rule
from facilitui.core.pathways.requirements import Observations, ScoreGate
from facilitui.core.pathways.standings.counting import Counted, counted, sessions, sources
from facilitui.core.pathways.standings.other_rubrics import (
    area_name,
    is_under,
    newer,
    not_mixed,
    under,
)
from facilitui.core.pathways.standings.scope import Scope, order
from facilitui.core.pathways.stated import Stated, ruled
from facilitui.core.pathways.whose_words import Said, called, words
from facilitui.core.pathways.words import Standing
from facilitui.core.safe_text import quoted
from facilitui.core.vocabulary import Role

_AREAS = Lack("the priority areas")


def of_observations(asked: Observations, scope: Scope) -> Progress:
    """Sessions that the right people observed, each with mode, day, giver and feedback.

    However many observed a session, and however often they wrote of it, it was observed once.
    """
    seen = [each for each in _by(asked.roles, scope) if _in_mode(asked, each)]
    whole = sources(each.source for each in seen if not each.lacks)
    incomplete = sorted((each for each in seen if each.lacks), key=_when)
    lacks = dict.fromkeys(map(_incomplete_one, incomplete))
    found = Counted(sessions(whole), tuple(lacks), tuple(_together(whole)))
    return counted(asked, found, asked.count)


def _incomplete_one(seen: Observed) -> Lack:
    told = words(called(seen.source), f" lacks {', '.join(seen.lacks)}")
    brief = f"lacks {seen.lacks[0]}{' and more' if len(seen.lacks) > 1 else ''}"
    return Lack(told, source=seen.source, brief=brief)


def of_scores(gate: ScoreGate, scope: Scope) -> Progress:
    """The latest score of each area within the phase, under one version of one rubric.

    Only an observation that counts gives scores: with its day, its giver and its feedback. Of two
    on one day the lower score stands, since nobody knows which came later. What was met when the
    phase ended is met, whatever was stated since.
    """
    by_then = _of_scores(gate, scope, scope.stated.by_then)
    if by_then.standing is Standing.MET or scope.until == scope.today:
        return by_then
    return _of_scores(gate, scope, scope.stated)


def _of_scores(gate: ScoreGate, scope: Scope, stated: Stated) -> Progress:
    areas, own_rule = stated.areas(gate), stated.own_rule(gate)
    about = tuple(stated.about_areas(gate))
    if areas is None:
        unknown = Progress(gate, Standing.UNKNOWN, lacks=(_AREAS,), count=NO_AREAS)
        return replace(unknown, remarks=about, own_rule=own_rule)
    asked = ruled(gate, own_rule)
    seen = sorted(_by(gate.roles, scope), key=_when)
    scored = [each for each in seen if not each.levels.keys().isdisjoint(areas.areas)]
    whole = [each for each in scored if not each.lacks]
    rubric = _rubric(areas, whole)
    latest = _latest([each for each in whole if is_under(rubric, each)])
    levels = _Levels(areas, {area: latest[area] for area in areas.areas if area in latest})
    lacks = (*_low(asked, levels), *_incomplete(scored))
    others = [each for each in whole if not is_under(rubric, each)]
    reached = [each for each in levels.of.values() if each.level >= asked.at_least]
    wanted = dict.fromkeys(areas.areas)
    is_met = not any(_low(asked, levels))
    days_of = {area: one.source.on for area, one in levels.of.items()}
    by_it = stated.beside_gate(gate, areas, days_of.values()) if is_met else ()
    return Progress(
        gate,
        Standing.MET if is_met else Standing.MISSING,
        by=sources(each.source for each in levels.of.values()),
        have=len(reached),
        need=len(wanted),
        lacks=() if is_met else tuple(map(Lack, lacks)),
        count=f"{len(reached)} of {len(wanted)} areas",
        rule=rule(asked, areas, under(rubric, others) if others else ""),
        remarks=(*about, *stated.about_rule(gate), *not_mixed(areas, others)),
        areas=areas,
        levels=tuple(levels.told()),
        own_rule=own_rule,
        beside=(*newer(rubric, days_of, others), *by_it),
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

    def told(self) -> Iterator[AreaLevel]:
        """Each area that is asked for, with its level where it has one."""
        for area in dict.fromkeys(self.areas.areas):
            found = self.of.get(area)
            level, source = (found.level, found.source) if found else (None, None)
            yield AreaLevel(self.name(area), level, source)


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


def _low(asked: ScoreGate, levels: _Levels) -> Iterator[str]:
    wanted = dict.fromkeys(levels.areas.areas)
    for area in wanted:
        if area not in levels.of:
            yield f"{quoted(levels.name(area))} was not scored in this phase"
        elif levels.of[area].level < asked.at_least:
            yield f"{quoted(levels.name(area))} stands at {levels.of[area].level}"
    highest = max((each.level for each in levels.of.values()), default=0)
    if asked.one_at_least is not None and highest < asked.one_at_least:
        yield f"none at {asked.one_at_least} or higher"


def _incomplete(scored: Sequence[Observed]) -> Iterator[Said]:
    for each in scored:
        if each.lacks:
            lacks = ", ".join(each.lacks)
            yield words("scores of ", called(each.source), f" do not count: it lacks {lacks}")


def _together(whole: Sequence[Source]) -> Iterator[Remark]:
    """Where several observations are of one session: somebody may take them for as many."""
    by_key = Counter(each.key for each in whole)
    for each in sessions(whole):
        if by_key[each.key] > 1:
            times = f" was observed {by_key[each.key]} times and counts once"
            told = words(called(each), times)
            yield Remark(RemarkKind.OBSERVED, told, each)
