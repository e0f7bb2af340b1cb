"""Whose names the record of a session knows: of those who took part, and of everybody else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from facilitui.core.plans.group import Group
from facilitui.core.plans.plan import Block, Evidence, Plan
from facilitui.core.privacy.names_in_lines import names_in
from facilitui.core.privacy.names_in_notes import names_in_notes
from facilitui.core.reports.report_case import Case, own_words
from facilitui.core.reports.report_hiding import HOSTS, private_notes
from facilitui.core.vocabulary import Role

_IN_THE_ROOM = frozenset({Role.PARTICIPANT, Role.PRESENTER})


@dataclass(frozen=True, slots=True)
class People:
    """Names, those of participants apart."""

    participants: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    def __add__(self, more: People) -> People:
        """Both together, each name once."""
        return People(
            tuple(dict.fromkeys((*self.participants, *more.participants))),
            tuple(dict.fromkeys((*self.others, *more.others))),
        )


def of_plan(plan: Plan) -> People:
    """Who takes part, helps, leads and collects by the plan."""
    lines = (*_leads((*plan.blocks, *plan.parked)), *_collectors(plan.evidence))
    return People(
        tuple(each.name for each in plan.people if each.role in _IN_THE_ROOM),
        (
            *(each.name for each in plan.people if each.role not in _IN_THE_ROOM),
            *(each.person for each in plan.planned_with),
            *_named(lines),
        ),
    )


def facilitators(plan: Plan) -> tuple[str, ...]:
    """Who facilitates by the plan, by name; a role alone is none."""
    leading = (each.name for each in plan.people if each.role is Role.FACILITATOR)
    return tuple(name.strip() for name in leading if names_in(name))


def of_group(group: Group) -> People:
    """Everybody who is in a group."""
    return People(tuple(each.name for each in group.roster))


def of_case(case: Case) -> People:
    """Those of the plan and its group, and who led, planned, observed, debriefed or has credit.

    Whom a private line names is known as well: nobody else shall learn of them.
    """
    debrief = case.debrief
    lines = (
        *((debrief.with_whom, debrief.lens) if debrief is not None else ()),
        *(each.giver for each in case.observations),
        *(each.credit for each in case.attachments),
        *((*case.run.leads, *_collectors(case.run.facts.evidence)) if case.run is not None else ()),
    )
    planners = (debrief.planned_with or ()) if debrief is not None else ()
    planned = (each.person for each in planners)
    return People(case.participants, (*case.others, *planned, *_named(lines), *_noted(case)))


def _noted(case: Case) -> tuple[str, ...]:
    """Who is named in what the host noted and did not release."""
    if case.run is None:
        return ()
    facts, debrief = case.run.facts, case.debrief
    private = [each.text for kind in HOSTS for each in private_notes(facts.notes, kind)]
    parts = (*(each.name for each in facts.parts), *(each.title for each in facts.blocks))
    goals = (each.text for each in facts.goals)
    return names_in_notes(
        private,
        own_words(debrief) if debrief is not None else (),
        called=(case.title, *parts),
        about=(case.run.purpose, *goals, *facts.quoted),
    )


def _collectors(evidence: Iterable[Evidence]) -> Iterable[str]:
    return (each.who for each in evidence)


def _leads(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield block.lead
        yield from (each.lead for each in block.groups)


def _named(lines: Iterable[str]) -> Iterable[str]:
    return (name for line in lines for name in names_in(line))
