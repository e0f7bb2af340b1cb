"""An enrolment as it may stand in the middle: a candidate in phase 2."""

from __future__ import annotations

from datetime import date

from facilitui.core.debriefs.scores import RubricRef
from facilitui.core.pathways.case import (
    Case,
    Heard,
    Logged,
    Observed,
    SessionHeld,
    Source,
)
from facilitui.core.pathways.enrolment import (
    Enrolment,
    Entered,
    OwnRule,
    PriorityAreas,
    Serves,
)
from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.progress import (
    GateProgress,
    NextStep,
    PathwayProgress,
    PhaseProgress,
    Progress,
)
from facilitui.core.pathways.remarks import Lack
from facilitui.core.pathways.snapshot import digest
from facilitui.core.pathways.summary import Summary
from facilitui.core.pathways.words import Standing, StepKind
from facilitui.core.vocabulary import Role
from tests.library.pathways import named
from tests.story.steps import HOSTILE

CLEE = named("clee_part_time_facilitator")
BEGUN, SECOND, TODAY = date(2026, 1, 12), date(2026, 3, 2), date(2026, 11, 23)
AREAS = PriorityAreas(
    areas=("wait", "close"),
    names={"wait": "Wait time", "close": "Closing"},
    source="Ms Doe",
    on=SECOND,
)
OWN_RULE = OwnRule(requirement="scores_as_apprentice", at_least=4, source="Mr Roe", on=SECOND)
DONE = NextStep(StepKind.DO, "Be observed a second time")


def source(entry: str, on: date | None, told: str, session: str = "") -> Source:
    """Where something stands."""
    return Source(entry, session, on, told)


def logged(entry: str, on: date | None, requirement: str, **said: object) -> Logged:
    """Something that was logged for the enrolment."""
    model = LogEntry.model_validate(
        {"enrolment": "enrolment-1", "requirement": requirement, "on": on, **said}
    )
    return Logged(source(entry, on, model.note.split("\n")[0] or model.text), model)


APPRENTICE = SessionHeld(
    source("debrief-a", date(2026, 3, 10), f"Looking at work {HOSTILE}", "session-a"),
    Role.APPRENTICE,
    debriefed=True,
    place="Lincoln School",
)
CO = SessionHeld(
    source("debrief-b", date(2026, 4, 1), "Equity walk", "session-b"),
    Role.CO_FACILITATOR,
    debriefed=True,
    place="Lincoln School",
)
ELSEWHERE = SessionHeld(
    source("debrief-c", date(2026, 4, 2), "Not for this", "session-c"), Role.FACILITATOR
)
OBSERVED = Observed(
    source("observation-a", date(2026, 3, 10), "Looking at work", "session-a"),
    Role.STAFF,
    rubric=RubricRef(id="clee", version="7", name="CLEE rubric"),
    levels={"wait": 3, "close": 4, "other": 1},
    names={"wait": "Wait time", "close": "Closing", "other": "Not a priority"},
    given_on=date(2026, 3, 12),
)
HEARD = Heard(
    source("feedback-a", date(2026, 3, 10), "Exit", "session-a"),
    *(12, 10, 8),
    rated=12,
    surer=8,
    same=3,
    less=1,
)
ACCEPTED = logged(
    "log_entry-acc",
    date(2026, 2, 27),
    "acceptance",
    text="Receive CLEE's acceptance",
    note=f"Letter of Ms Doe {HOSTILE}",
    file_name="letter.pdf",
    file_hash="a" * 64,
    link="https://clee.example/letter",
)
RECEIVED = logged(
    "log_entry-cred", date(2026, 10, 1), "credential", text="Keep what CLEE gives you", note="PDF"
)

AREAS = PriorityAreas(
    areas=("wait", "close"),
    names={"wait": "Wait time", "close": "Closing"},
    source="Ms Doe",
    on=SECOND,
)


def phases(
    pathway: Pathway, entered: dict[str, Entered], given: dict[str, Progress]
) -> tuple[PhaseProgress, ...]:
    """Phases of which these were entered, with where some requirements stand."""
    last = list(entered)[-1]
    starts = [each.on for each in entered.values()]
    found: list[PhaseProgress] = []
    for at, phase in enumerate(pathway.phases):
        requirements = tuple(
            given.get(each.id, Progress(each, Standing.MISSING)) for each in phase.requirements
        )
        gate = GateProgress(False, requirements[:1], "one is open") if phase.gate else None
        left = starts[at + 1] if phase.id in entered and at + 1 < len(starts) else None
        found.append(
            PhaseProgress(
                phase, requirements, gate, entered.get(phase.id), left, is_current=phase.id == last
            )
        )
    return tuple(found)


def candidate(**enrolled: object) -> Summary:
    """A candidate who entered phase 2 without the acceptance of phase 1."""
    ask = {each.id: each for each in CLEE.requirements}
    entered = {
        "learning": Entered(phase="learning", on=BEGUN),
        "apprentice": Entered(
            phase="apprentice",
            on=SECOND,
            lacked=("Complete the application",),
            reason=f"CLEE asked for it by phone {HOSTILE}",
        ),
    }
    given = {
        "acceptance": Progress(
            ask["acceptance"], Standing.MET, (ACCEPTED.source,), 1, 1, count="1 of 1"
        ),
        "training_course": Progress(
            ask["training_course"], Standing.SET_ASIDE, reason="Earlier training counts"
        ),
        "apprentice_role": Progress(
            ask["apprentice_role"],
            Standing.LOGGED,
            (APPRENTICE.source,),
            1,
            count="1 logged",
            rule="no number given; the programme decides",
        ),
        "observed_as_apprentice": Progress(
            ask["observed_as_apprentice"],
            Standing.MISSING,
            (OBSERVED.source,),
            1,
            2,
            (Lack("one observation"),),
            "1 of 2",
        ),
        "scores_as_apprentice": Progress(
            ask["scores_as_apprentice"],
            Standing.MET,
            (OBSERVED.source,),
            2,
            2,
            count="2 of 2 areas",
            rule="the rule",
            areas=AREAS,
            own_rule=OWN_RULE,
        ),
        "planning_with_staff": Progress(
            ask["planning_with_staff"], Standing.WAITING, reason="No training before autumn"
        ),
    }
    enrolment = Enrolment.model_validate(
        {
            "name": f"Ana Silva {HOSTILE}",
            "pathway": CLEE.id,
            "pathway_name": CLEE.name,
            "version": CLEE.version,
            "digest": digest(CLEE),
            "started_on": BEGUN,
            "parameters": {"Sector": "Public schools"},
            "entered": tuple(entered.values()),
            "areas": (AREAS,),
            "rules": (OWN_RULE,),
            "serves": (Serves(key="session-a"), Serves(key="session-b")),
            **enrolled,
        }
    )
    case = Case(
        sessions=(APPRENTICE, CO, ELSEWHERE),
        observed=(OBSERVED,),
        heard=(HEARD,),
        logged=(ACCEPTED, RECEIVED),
    )
    progress = PathwayProgress("enrolment-1", enrolment, CLEE, phases(CLEE, entered, given), DONE)
    return Summary(progress, case, TODAY, {"debrief-a": "f" * 64, "log_entry-acc": "e" * 64})
