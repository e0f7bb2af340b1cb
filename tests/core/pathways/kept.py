"""Entries about one enrolment as a journal has them, hostile in what people wrote."""

from __future__ import annotations

from datetime import date
from typing import Any

from facilitui.core.debriefs.scores import RubricRef
from facilitui.core.pathways.enrolment import (
    Enrolment,
    Entered,
    OwnRule,
    PriorityAreas,
    School,
    Serves,
    SetAside,
)
from facilitui.core.pathways.log_entry import LogEntry, Slot
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.roster import Roster, RosterMember, roster_id
from facilitui.core.pathways.snapshot import Snapshot, digest, snapshot, snapshot_id
from facilitui.core.pathways.words import Holder

DAY = date(2026, 3, 3)
ENTRY = "enrolment-a1"
LOGGED = "log_entry-b2"
UPON = "log_entry-c3"
ROSTER = roster_id(ENTRY)
PATHWAY = Pathway.model_validate(
    {
        **{"id": "ours", "name": "Our way", "programme": "Our programme", "source": "us"},
        **{"holder": "group", "version": "7"},
        "roles": [{"id": "lead", "name": "Lead teacher", "roles": ["facilitator"]}],
        "cycles": {
            "name": "Round",
            "count": 2,
            "parts": [{"id": "plan", "name": "Plan it"}, {"id": "do", "name": "Do it"}],
        },
        "phases": [
            {
                "id": "first",
                "name": "The first phase",
                "requirements": [
                    {"kind": "evidence", "id": "shown", "text": "Show it", "per": "part"},
                    {"kind": "check_ins", "id": "met", "text": "Meet"},
                ],
            }
        ],
    }
)
KEPT = snapshot_id("ours", digest(PATHWAY))


def enrolment(**fields: Any) -> Enrolment:
    """With something in each of its fields."""
    return Enrolment(
        **{
            **{"name": "The north community", "holder": Holder.GROUP, "pathway": "ours"},
            **{"pathway_name": "Our way", "version": "7", "digest": digest(PATHWAY)},
            **{"started_on": DAY, "group": "north", "parameters": {"Sector": "public schools"}},
            "schools": (School(id="s1", name="Hill School"),),
            "entered": (Entered(phase="first", on=DAY, lacked=("Meet",), reason="They agreed."),),
            "areas": (
                PriorityAreas(
                    rubric=RubricRef(name="Craft", version="2"),
                    areas=("wait", "x"),
                    names={"wait": "Waits"},
                    source="Her mail",
                    on=DAY,
                ),
            ),
            "aside": (SetAside(requirement="met", waits=True, reason="No room yet.", on=DAY),),
            "rules": (
                OwnRule(requirement="shown", at_least=2, one_at_least=3, source="Call", on=DAY),
            ),
            "serves": (Serves(key="a"), Serves(key="zz", counts=False)),
            **fields,
        }
    )


def logged(**fields: Any) -> LogEntry:
    """With something in each of its fields."""
    return LogEntry(
        **{
            **{"enrolment": ENTRY, "requirement": "shown", "text": "Show it", "on": DAY},
            "slot": Slot(cycle=2, part="plan", school="s1", member="m1"),
            **{"note": "The heron note.", "values": {"how": "It went\nwell."}},
            **{"asks": {"how": "How did it go?"}, "session": "a", "upon": UPON},
            **{"upon_revision": 2, "file_hash": "ab" * 32, "file_name": "photo.jpg"},
            **{"link": "https://example.org/b", **fields},
        }
    )


def roster(**fields: Any) -> Roster:
    """Of two who are here and one who left."""
    members = (
        RosterMember(id="m1", name="Ana Quintero", role="lead", school="s1"),
        RosterMember(id="m2", name="Ben Weeks", role="bringer of cake"),
        RosterMember(id="m3", name="Cleo Dorn", left=True),
    )
    return Roster(**{"enrolment": ENTRY, "members": members, **fields})


def kept() -> Snapshot:
    """The pathway as it was enrolled in."""
    return snapshot(PATHWAY)
