"""What entries about enrolments say when they are opened: every field, in words."""

from __future__ import annotations

from datetime import UTC
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.base import Record
from facilitui.core.journals.entry_parts import parts
from facilitui.core.journals.entry_sections import about, left_out, sections
from facilitui.core.journals.revision_changes import changes_between
from facilitui.core.pathways.roster import Roster, RosterMember
from facilitui.core.pathways.snapshot import Snapshot
from facilitui.reports.entry_markdown import entry_markdown
from tests.core.journals.test_entry_sections import told
from tests.core.making import HOSTILE
from tests.core.pathways import kept
from tests.core.pathways.test_entry_rows import KIND, said
from tests.core.privacy.test_purging import sealed
from tests.core.strategies import json_values

NAMED = {
    kept.ENTRY: "enrolment of Tue 3 Mar 2026",
    kept.UPON: "log entry of Mon 2 Mar 2026",
    "school s1": "Hill School",
    "member m1": "Ana Quintero",
    "phase first": "The first phase",
    "requirement met": "Meet",
    "role lead": "Lead teacher",
    "part plan": "Plan it",
    "source a": "the session of Mon 2 Mar 2026",
}


def called(record: Record) -> str:
    """All that it says with what things are called, a thing a line."""
    found = sections(record, None, lambda name: NAMED.get(name, name))
    return "\n".join(
        f"{section.heading} | {each.text} | {' | '.join((each.beside, *each.below))}"
        for section in found
        for each in section.said
    )


def test_an_enrolment_says_everything() -> None:
    """The pathway as it was, phases with what lacked, areas, rules, what waits, what counts."""
    assert called(kept.enrolment()).splitlines() == [
        "The enrolment | Name | The north community",
        "The enrolment | Whose way | A group",
        "The enrolment | Pathway | Our way",
        "The enrolment | Version | 7",
        "The enrolment | Begun | Tue 3 Mar 2026",
        "The enrolment | Meets as the group | north",
        "The enrolment | Sector | public schools",
        f"The enrolment | Hash of what the pathway said |  | {kept.enrolment().digest}",
        "Schools | Hill School | ",
        "Phases entered | The first phase | Tue 3 Mar 2026 | Lacked: Meet | They agreed.",
        "Priority areas | Waits, x | Tue 3 Mar 2026 | Told by: Her mail | Craft, version 2",
        "Set aside, or waiting | Meet | waiting since Tue 3 Mar 2026 | No room yet.",
        "The programme's own rules | shown | 2 or higher, one at 3 or higher | "
        "Told by: Call, Tue 3 Mar 2026",
        "What counts for it | the session of Mon 2 Mar 2026 | counts",
        "What counts for it | zz | counts not",
    ]
    closed = kept.enrolment(closed_on=kept.DAY)
    assert about(closed) == "Our way, closed on Tue 3 Mar 2026"
    assert "Closed | Tue 3 Mar 2026" in told(closed)


def test_what_was_logged_says_everything() -> None:
    """For what, on which day, what was asked and written, and where it can be seen."""
    assert called(kept.logged()).splitlines() == [
        "Logged for | Of the enrolment | enrolment of Tue 3 Mar 2026",
        "Logged for | Requirement | Show it",
        "Logged for | Day | Tue 3 Mar 2026",
        "Logged for | Cycle | 2",
        "Logged for | Part | Plan it",
        "Logged for | School | Hill School",
        "Logged for | Member | Ana Quintero",
        "Logged for | Session | the session of Mon 2 Mar 2026",
        "Logged for | Rests on | log entry of Mon 2 Mar 2026, revision 2",
        "Written down | How did it go? |  | It went",
        "well.",
        "Note | The heron note. | ",
        "Where it can be seen | https://example.org/b | ",
        "Where it can be seen | photo.jpg | ",
        f"Where it can be seen | Hash of its file |  | {'ab' * 32}",
    ]
    planned = kept.logged(planned=True)
    assert about(planned) == "" and "Day | Tue 3 Mar 2026, still to come" in told(planned)
    assert about(kept.logged(on=None)) == "without a day"


def test_a_roster_says_who_takes_part() -> None:
    """With role and school, and who left."""
    assert called(kept.roster()).splitlines() == [
        "Who takes part | Ana Quintero | Lead teacher, Hill School",
        "Who takes part | Ben Weeks | bringer of cake",
        "Who takes part | Cleo Dorn | takes part no more",
        "About it | Of the enrolment | enrolment of Tue 3 Mar 2026",
    ]


def test_a_kept_pathway_says_what_it_asks() -> None:
    """Which one, how large, that it is as it was, and phase by phase what was asked, in words."""
    found = called(kept.kept())
    for part in ("Name | Our way", "Version | 7", "2 requirements in 1 phase", "file may change"):
        assert part in found
    assert kept.kept().digest in found
    assert found.splitlines()[-2:] == [
        "The first phase | Show it |  | Pieces of evidence: a file, a link or words; for "
        "each part of each cycle; no number given; the programme decides",
        "The first phase | Meet |  | Check-ins; no number given; the programme decides",
    ]


def test_a_pathway_that_this_version_cannot_read_says_what_it_asks() -> None:
    """By its own texts, its gates included; of whatever shape it is."""
    asked = {"kind": "later", "id": "x", "text": f"Do it {HOSTILE}"}
    phases = [{"name": "", "requirements": [asked, 5], "gate": {"text": "We see."}}, "no phase"]
    found = called(Snapshot(pathway={"phases": phases}, digest="of another"))
    assert found.splitlines()[-2:] == [
        f"Phase 1 | Do it {HOSTILE} | ",
        "Phase 1 | Gate |  | We see.",
    ]


def test_ids_stand_for_what_nobody_can_name() -> None:
    """As in a document, whose reader finds them by these."""
    for record, ids in (
        (kept.logged(), ("School | s1", "Member | m1", "Part | plan", "Session | a")),
        (kept.enrolment(), ("first | Tue", "met | waiting", "zz | counts not")),
        (kept.roster(), ("Ana Quintero | lead, s1",)),
    ):
        assert all(part in told(record) for part in ids)


def test_each_is_a_document() -> None:
    """Markdown for people, with nothing left out."""
    for record in (kept.enrolment(), kept.logged(), kept.roster(), kept.kept()):
        document = sealed("e", said(record), KIND[type(record)])
        text = entry_markdown(document, record, UTC)
        assert text.startswith("# ") and left_out(record) == ()
    assert "## Written down" in entry_markdown(
        sealed("e", said(kept.logged()), "log_entry"), kept.logged(), UTC
    )


@pytest.mark.parametrize(
    ("before", "now", "changed"),
    [
        (kept.enrolment(), kept.enrolment(closed_on=kept.DAY), {"Closed", ""}),
        (kept.logged(), kept.logged(note="Another heron."), {""}),
        (kept.logged(), kept.logged(values={"how": "Badly."}), {"How did it go?"}),
        (
            kept.roster(),
            Roster(members=kept.roster().members[:2]),
            {"Cleo Dorn", "Of the enrolment"},
        ),
    ],
)
def test_what_a_revision_changed_is_told(before: Record, now: Record, changed: set[str]) -> None:
    """By the parts that are not as they were, and no others."""
    found = changes_between(*(parts(each, said(each)) for each in (before, now)))
    assert {each.name for each in found.changes} == changed and found.same


@given(json_values, st.text(max_size=9))
def test_a_snapshot_of_any_shape_and_hostile_names_are_told(shape: Any, text: str) -> None:
    """Whatever another program wrote into it."""
    pathway = shape if isinstance(shape, dict) else {"phases": shape}
    assert "Asks for" in told(Snapshot(pathway=pathway))
    members = (RosterMember(id="m", name=HOSTILE, role=text.replace("\n", " ")),)
    assert HOSTILE in told(Roster(members=members))
