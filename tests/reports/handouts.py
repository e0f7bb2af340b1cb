"""What the tests of documents are made with: a full plan, worked out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from facilitui.core.library.norms import Norm
from facilitui.core.library.protocol import Protocol
from facilitui.core.plans.agenda import expand
from facilitui.core.plans.plan import Audience, Block, Evidence, Goal, Plan
from facilitui.core.plans.plan_parts import (
    CheckIn,
    ParallelGroup,
    Person,
    PlannedNorms,
    PlannedWith,
    Resource,
    Visual,
)
from facilitui.core.plans.plan_words import ReadyItem
from facilitui.core.plans.schedule import later, latest, schedule
from facilitui.core.reports.handout import Handout
from facilitui.core.vocabulary import BlockKind, EvidenceKind, Question, Role
from tests.core.making import final_word

PROTOCOLS = {"final_word": final_word()}

SECRETS = (
    "secret-note",
    "secret-watch",
    "secret-say",
    "secret-block-note",
    "secret-needs",
    "secret-audience",
    "secret-aftercare",
    "secret-partner",
    "secret-person",
    "secret-lead",
    "secret-parked",
    "secret-evidence",
)
"""Words of the full plan that no participant may read."""


def full_plan(**changes: Any) -> Plan:
    """A plan in which every part says something."""
    words = {each.removeprefix("secret-"): each for each in SECRETS}
    fields: dict[str, Any] = {
        "title": "Looking at student work",
        "purpose": "See what the work shows.",
        "start": datetime(2026, 11, 25, 15, 30),
        "zone": "America/Toronto",
        "minutes": 90,
        "place": "Library, room 2",
        "link": "https://example.org/a?b=c&d=e",
        "aftercare": words["aftercare"],
        "audience": Audience(who=words["audience"], count=21, needs=words["needs"]),
        "goals": (Goal(id="G1", text="know the criteria"), Goal(id="G2", text="use them")),
        "blocks": (
            Block(
                id="open",
                title="Opening",
                kind=BlockKind.OPENING,
                minutes=10,
                lead=words["lead"],
                say=words["say"],
                show="shown-words",
                watch=words["watch"],
                note=words["block-note"],
                question=Question.OPEN_OPINION,
            ),
            Block(id="pause", title="Tea", kind=BlockKind.BREAK, minutes=15),
            Block(
                id="word",
                title="The Final Word",
                kind=BlockKind.PROTOCOL,
                minutes=60,
                protocol="final_word",
                goals=("all",),
            ),
            Block(
                id="apart",
                title="In two rooms",
                kind=BlockKind.BREAKOUT,
                minutes=5,
                groups=(
                    ParallelGroup(name="North", place="room 3", task="sort", lead=words["lead"]),
                    ParallelGroup(name="South", people=9),
                ),
            ),
        ),
        "parked": (Block(id="parked", title=words["parked"]),),
        "evidence": (
            Evidence(id="E1", kind=EvidenceKind.EXIT_TICKET, text=words["evidence"], goals=("G1",)),
        ),
        "norms": PlannedNorms(own=(Norm(id="n", text="Listen first"),)),
        "people": (Person(name=words["person"], role=Role.SCRIBE),),
        "planned_with": (PlannedWith(person=words["partner"], minutes=30),),
        "materials": ("sticky notes",),
        "resources": (Resource(name="The text", where="shelf 4"),),
        "visuals": (Visual(title="A photograph"),),
        "ready": (ReadyItem.ROOM,),
        "note": words["note"],
    }
    return Plan(**(fields | changes))


def worked_out(
    plan: Plan,
    zone: tzinfo | None = None,
    *,
    watch: str = "",
    protocols: Mapping[str, Protocol] = PROTOCOLS,
) -> Handout:
    """Everything that documents show of a plan."""
    zone = zone or (ZoneInfo(plan.zone) if plan.zone else UTC)
    start = later((plan.start or datetime(2026, 1, 1, 9)).replace(tzinfo=zone), 0)
    slots = schedule(expand(plan, protocols), start)
    return Handout(
        plan=plan,
        slots=slots,
        start=start,
        end=latest(later(start, plan.minutes), *(slot.end for slot in slots)),
        dated=plan.start is not None,
        timed=plan.start is not None,
        zone=str(getattr(zone, "key", "")),
        norms=tuple(norm.text for norm in plan.norms.own),
        watch=watch,
    )


CHECK_INS = (
    CheckIn(id="first", at=datetime(2026, 11, 27, 12), prompt="What have you tried?"),
    CheckIn(id="second", at=datetime(2026, 12, 1, 12), prompt="What did learners do?"),
)
