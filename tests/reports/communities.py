"""An enrolment as it may stand in the middle: a community in its first cycle."""

from __future__ import annotations

from datetime import date

from facilitui.core.pathways.case import Case
from facilitui.core.pathways.enrolment import Enrolment, Entered, School
from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.progress import PathwayProgress, Progress, SlotProgress
from facilitui.core.pathways.roster import RosterMember
from facilitui.core.pathways.snapshot import digest
from facilitui.core.pathways.summary import Summary
from facilitui.core.pathways.words import Holder, Standing
from tests.library.pathways import named
from tests.reports.enrolments import BEGUN, DONE, TODAY, logged, phases

CORE = named("core_community_of_practice")


def community(*names: str) -> Summary:
    """A community of two schools whose first cycle has its plan, with these on its roster."""
    ask = {each.id: each for each in CORE.requirements}
    plan = logged(
        "log_entry-plan",
        date(2026, 9, 3),
        "evidence_cycle",
        slot=Slot(cycle=1, part="plan"),
        values={"shows": "Mia Lee brought data"},
        asks={"shows": "What does it show?"},
    )
    problem = logged(
        "log_entry-pop",
        date(2026, 9, 1),
        "problem_of_practice",
        slot=Slot(school="s1"),
        values={"statement": "Few voices"},
        asks={"statement": "The problem of practice, as the school says it now"},
    )
    meets = [
        logged(
            f"log_entry-in{number}",
            date(2026, 9, number),
            "check_ins",
            slot=Slot(cycle=1),
            planned=number == 9,
            note="Ask Mia Lee about it",
        )
        for number in (2, 9)
    ]
    slots = tuple(
        SlotProgress(
            Slot(cycle=cycle, part=part.id),
            f"Cycle {cycle}, {part.name}",
            Standing.MET if (cycle, part.id) == (1, "plan") else Standing.MISSING,
            (plan.source,) if (cycle, part.id) == (1, "plan") else (),
        )
        for cycle in (1, 2, 3)
        for part in (CORE.cycles.parts if CORE.cycles else ())
    )
    entered = {"community": Entered(phase="community", on=BEGUN)}
    given = {
        "evidence_cycle": Progress(
            ask["evidence_cycle"],
            Standing.MISSING,
            (plan.source,),
            1,
            12,
            count="1 of 12",
            slots=slots,
        ),
        "roles_named": Progress(ask["roles_named"], Standing.MISSING, count="not named"),
    }
    enrolment = Enrolment(
        name="Hill and Lake",
        holder=Holder.GROUP,
        pathway=CORE.id,
        pathway_name=CORE.name,
        version=CORE.version,
        digest=digest(CORE),
        started_on=BEGUN,
        schools=(School(id="s1", name="Hill"), School(id="s2", name="Lake")),
        entered=tuple(entered.values()),
    )
    members = tuple(RosterMember(id=f"m{at}", name=name) for at, name in enumerate(names, 1))
    case = Case(logged=(problem, *meets, plan), members={"enrolment-1": members})
    progress = PathwayProgress("enrolment-1", enrolment, CORE, phases(CORE, entered, given), DONE)
    return Summary(progress, case, TODAY, {})
