"""What each kind of thing logged lacks to count: its day, its phase, its parts, what shows it."""

from __future__ import annotations

from typing import Any

import pytest

from facilitui.core.pathways.case import Case
from facilitui.core.pathways.remarks import texts
from facilitui.core.pathways.words import Standing
from tests.core.pathways.journals import (
    CLEE,
    CODEORG,
    NEA,
    OF_PHASE,
    enrolled,
    logged,
    of_own,
    stands,
)

FIELDS = [{"id": "what", "ask": "What?"}, {"id": "more", "ask": "More?", "optional": True}]


def test_what_is_dated_in_the_future_does_not_count() -> None:
    """A check-in that is not planned cannot have been held yet, nor can anything else."""
    found = of_own({"kind": "check_ins", "count": 1}, logged("it", "Soon", 400))
    told = "“Soon” lacks a day that has been: 14 Feb 2027 is still to come"
    assert texts(found.lacks) == (told,)
    attested = of_own({"kind": "attestation"}, logged("it", "Soon", 400))
    assert attested.standing is Standing.MISSING


@pytest.mark.parametrize(
    "asked",
    [
        {"kind": "attestation"},
        {"kind": "log", "fields": FIELDS, "count": 1},
        {"kind": "log", "fields": FIELDS, "current": True},
        {"kind": "evidence", "count": 1},
        {"kind": "check_ins", "count": 1},
        {"kind": "credential"},
        {"kind": "deadline"},
    ],
)
def test_what_has_no_day_lacks_it(asked: dict[str, Any]) -> None:
    """Whatever is logged, but for what is written of a document."""
    whole: dict[str, Any] = {"values": {"what": "x"}, "note": "x", "link": "x"}
    found = of_own(asked, logged("it", "Entry", None, **whole))
    assert found.standing is Standing.MISSING
    assert "“Entry” lacks its day" in texts(found.lacks)
    assert of_own(asked, logged("it", "Entry", 5, **whole)).standing is Standing.MET


def test_a_log_counts_in_its_phase_and_an_attestation_of_whatever_day() -> None:
    """What was so before a phase began is still so; what was done belongs to its phase."""
    values = {"who": "x", "about": "y"}
    enrolment = enrolled(CLEE, OF_PHASE)
    early = Case(logged=(logged("community", "Early", 150, values=values),))
    found = stands("community", enrolment, CLEE, early)
    assert texts(found.lacks) == ("“Early” is dated 9 Jun 2026, outside this phase",)
    within = Case(logged=(logged("community", "Then", 250, values=values),))
    assert stands("community", enrolment, CLEE, within).standing is Standing.LOGGED
    before = Case(logged=(logged("acceptance", "Letter", -500),))
    told = stands("acceptance", enrolment, CLEE, before)
    assert (told.standing, told.told) == (Standing.MET, "recorded, dated 28 Aug 2024")


def test_only_what_is_logged_for_this_enrolment_counts() -> None:
    """The same pathway may be gone through twice at once."""
    case = Case(logged=(logged("acceptance", enrolment="enrolment-2"),))
    assert stands("acceptance", enrolled(CLEE), CLEE, case).told == "nothing recorded yet"


def test_each_part_of_an_attestation_has_its_day() -> None:
    """Enrolled and completed are two (A-24)."""
    one = logged("training_course", "Enrolled", part="Enrolled")
    found = stands("training_course", enrolled(CLEE), CLEE, Case(logged=(one,)))
    assert (found.told, texts(found.lacks)) == ("1 of 2 parts", ("Completed",))
    both = Case(logged=(one, logged("training_course", "Done", part="Completed")))
    assert stands("training_course", enrolled(CLEE), CLEE, both).standing is Standing.MET


def test_a_credential_comes_in_each_of_its_forms_with_what_shows_it() -> None:
    """Digital and in print (B-21)."""
    bare = logged("participation", "Card", part="In print")
    digital = logged("participation", "Mark", part="Digital", link="somewhere")
    case = Case(logged=(bare, digital))
    found = stands("participation", enrolled(CODEORG), CODEORG, case)
    assert found.told == "1 of 2 forms; looked for, not required"
    assert texts(found.lacks) == ("In print: “Card” lacks its file or its link",)


def test_a_checklist_is_told_by_its_items() -> None:
    """Thirty-three of them in their order, each ticked off or not."""
    items = next(each.items for each in NEA.checklists if each.id == "timeline")
    case = Case(logged=(logged("timeline", part=items[4].id),))
    found = stands("timeline", enrolled(NEA), NEA, case)
    assert (found.told, len(found.slots)) == ("1 of 33 items", 33)
    assert found.slots[4].standing is Standing.MET
    assert found.slots[4].name == items[4].called == f"Week 1: {items[4].text}"


def test_a_document_is_written_part_by_part_and_needs_no_day() -> None:
    """More words than are taken are told, and still count."""
    parts = [{"id": "one", "name": "One", "words": 3}, {"id": "two", "name": "Two"}]
    documents = [{"id": "paper", "name": "Paper", "parts": parts}]
    long = logged("it", "a", None, part="one", note="four words are here")
    asked = {"kind": "document", "document": "paper"}
    found = of_own(asked, long, logged("it", "b", None, part="two"), documents=documents)
    assert (found.told.partition(";")[0], texts(found.lacks)) == (
        "1 of 2 parts",
        ("Two: “b” lacks a file, a link or words",),
    )
    assert texts(found.remarks) == ("One: 4 words, at most 3 are taken",)


def test_how_many_sessions_there_are_is_told_beside_what_asks_for_it() -> None:
    """Experience is what the candidate says; the journal says what it holds (A-22)."""
    found = stands("facilitation_experience", enrolled(CLEE), CLEE, Case())
    assert found.told.endswith("; the journal holds 0 sessions")
