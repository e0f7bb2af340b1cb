"""Entering phases, and moving to a pathway that says something else now."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.errors import FacilituiError
from facilitui.core.pathways.case import Case
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.moving import entered, lacking, leaving, moved
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.previewing import (
    CANNOT_COMPARE,
    NOTHING_CHANGES,
    preview,
    preview_alone,
)
from facilitui.core.pathways.snapshot import digest
from facilitui.core.pathways.words import Standing
from tests.core.pathways.journals import (
    CLEE,
    CORE,
    ME,
    TODAY,
    areas,
    day,
    enrolled,
    logged,
    observed,
    progress,
)

ACCEPTANCE = "Receive CLEE's acceptance as an apprentice; keep its date and letter"
OBSERVED = (
    "Be observed twice in this phase, live or on video, each time with feedback from CLEE staff"
)
SCORES = "Reach 3s in the areas of CLEE's facilitator rubric that it designates as priorities"
ACCEPTED = Case(logged=(logged("acceptance"),))


def enter(
    phase: str, after: int, reason: str = "", case: Case = ACCEPTED, **keys: Any
) -> Enrolment:
    """An enrolment in CLEE's pathway that enters a phase so many days after its first day."""
    enrolment = enrolled(CLEE, **keys)
    told = progress(enrolment, CLEE, case)
    return entered(enrolment, CLEE, told, phase, day(after), reason)


def refused(*asked: Any, **keys: Any) -> str:
    """Why a phase is not entered."""
    with pytest.raises(FacilituiError) as caught:
        enter(*asked, **keys)
    return str(caught.value)


def test_the_next_phase_is_entered_where_its_gate_meets_the_recorded_criteria() -> None:
    """Nothing lacks, and no reason is asked."""
    found = enter("apprentice", 30)
    assert [(each.phase, each.on, each.lacked) for each in found.entered][1:] == [
        ("apprentice", day(30), ())
    ]
    assert (found.phase, found.reason) == ("apprentice", "“Phase 2: Apprentice” was entered")


def test_a_gate_that_is_not_met_needs_a_reason_and_is_kept_with_what_lacked() -> None:
    """The override is logged: nobody is stopped, and nothing is hidden."""
    told = refused("apprentice", 30, case=Case())
    assert told == (
        "Not met before it: “Receive CLEE's acceptance as an apprentice; keep its date a…”; "
        "write why it is entered all the same."
    )
    assert refused("apprentice", 30, " \n", case=Case()) == told
    found = enter("apprentice", 30, "The letter is on its way", case=Case()).entered[-1]
    assert (found.lacked, found.reason) == ((ACCEPTANCE,), "The letter is on its way")


def test_a_phase_that_is_left_out_is_named_with_what_its_gate_lacks() -> None:
    """Apprentice and then approved: leaving out is possible, and told (A-46)."""
    enrolment = enrolled(CLEE)
    told = progress(enrolment, CLEE, ACCEPTED)
    assert lacking(told, "fully_approved") == ("Phase 2: Apprentice", OBSERVED, SCORES)
    found = enter("fully_approved", 30, "Full-time facilitator before").entered[-1]
    assert found.lacked == ("Phase 2: Apprentice", OBSERVED, SCORES)
    nowhere = progress(Enrolment(), CLEE, Case())
    assert lacking(nowhere, "learning") == ()
    assert lacking(nowhere, "apprentice") == ("Phase 1: Learning", ACCEPTANCE)


def test_going_back_is_allowed_and_kept() -> None:
    """It lacks nothing; going on again asks for the gate as it stands then."""
    stays = [("learning", 0), ("apprentice", 30)]
    found = enter("learning", 40, phases=stays)
    assert [each.phase for each in found.entered] == ["learning", "apprentice", "learning"]
    there = progress(enrolled(CLEE, stays), CLEE, Case())
    assert lacking(there, "learning") == ()
    assert lacking(there, "fully_approved") == (OBSERVED, SCORES)
    told = progress(found, CLEE, Case())
    assert lacking(told, "apprentice") == (ACCEPTANCE,)
    assert lacking(told, "fully_approved") == (ACCEPTANCE, OBSERVED, SCORES)


def test_a_day_before_the_last_phase_was_entered_is_refused() -> None:
    """The same day is not: somebody may come with everything done (A-47)."""
    stays = [("learning", 0), ("apprentice", 30)]
    assert refused("learning", 29, phases=stays) == (
        "“Phase 2: Apprentice” was entered on 9 Feb 2026; choose that day or a later one for "
        "this phase."
    )
    assert enter("learning", 30, phases=stays).entered[-1].on == day(30)
    gone = refused("apprentice", -1, case=Case(), reason="x", phases=[("gone", 0)])
    assert gone.startswith("“gone” was entered on 10 Jan 2026")
    enrolment = Enrolment(started_on=day(0))
    told = progress(enrolment, CLEE, ACCEPTED)
    with pytest.raises(FacilituiError, match="It began on 10 Jan 2026; choose that day"):
        entered(enrolment, CLEE, told, "learning", day(-1), "")


def test_the_current_phase_is_not_entered_twice() -> None:
    """Nor one of a closed enrolment, nor one that there is not."""
    assert refused("learning", 30) == (
        "“Phase 1: Learning” was entered on 10 Jan 2026 already; choose another phase."
    )
    assert refused("apprentice", 30, closed_on=day(20)) == (
        "It is closed; open it again, then enter the phase."
    )
    assert refused("nowhere", 30).startswith(
        "This pathway has no phase “nowhere”; choose one of “Phase 1: Learning”, “Phase 2"
    )


def changed(pathway: Pathway, **edits: Any) -> Pathway:
    """A pathway of another version; each phase is edited by its id."""
    data = pathway.model_dump(mode="json", exclude_defaults=True)
    for phase in data["phases"]:
        edits.get(phase["id"], lambda each: None)(phase)
    return Pathway.model_validate({**data, "kind": "pathway", "version": "3"})


def of_phase(phase: dict[str, Any], id: str) -> dict[str, Any]:
    """A requirement of a phase, to be edited."""
    return next(each for each in phase["requirements"] if each["id"] == id)


def other_learning(phase: dict[str, Any]) -> None:
    """A wish is gone, the application comes in two parts, something is new."""
    phase["requirements"] = [e for e in phase["requirements"] if e["id"] != "commitments"]
    of_phase(phase, "application")["parts"] = ["Form", "Letter"]
    phase["requirements"].append({"kind": "attestation", "id": "talk", "text": "Have a talk"})
    phase["gate"]["needs"] = ["acceptance", "talk"]


def test_a_preview_tells_what_is_gone_new_and_changed_and_what_stands_otherwise() -> None:
    """Before anything moves: requirements, standings, and that what was logged stays."""
    entries = (
        logged("application"),
        logged("commitments", part="Reflective practice"),
        logged("acceptance"),
    )
    case = Case(logged=entries)
    before = progress(enrolled(CLEE), CLEE, case)
    found = preview(before, changed(CLEE, learning=other_learning), case, TODAY)
    application = "Complete the application, during the course or after it"
    assert found.gone == ("Commitment to how CLEE designs learning, leads and reflects",)
    assert (found.new, found.changed) == (("Have a talk",), (application,))
    assert found.standings == ((application, Standing.MET, Standing.MISSING),)
    assert found.lines == (
        "Version 2 becomes version 3.",
        "Asked for no more: “Commitment to how CLEE designs learning, leads and reflects”.",
        "New: “Have a talk”.",
        f"Changed: “{application}”: now consists of “Form”, “Letter”.",
        "1 entry of what is asked for no more stays in the journal.",
        "The gate of “Phase 1: Learning” now also needs “Have a talk”.",
        f"“{application}”: met now, missing then.",
        "The gate of “Phase 1: Learning”: now meets the recorded criteria; the decision is the "
        "programme's; then 1 of 2 open: “Have a talk”.",
    )


def test_a_preview_changes_nothing_by_itself() -> None:
    """The enrolment is as it was; only moving changes what it names, and loses nothing."""
    enrolment = enrolled(CLEE, counts=["a"])
    after = changed(CLEE, learning=other_learning)
    before = progress(enrolment, CLEE, ACCEPTED)
    preview(before, after, ACCEPTED, TODAY)
    assert before.enrolment is enrolment
    there = moved(enrolment, after, TODAY)
    assert (there.version, there.digest) == ("3", digest(after))
    assert (there.entered, there.serves) == (enrolment.entered, enrolment.serves)
    assert there.reason == "it moved to the pathway's file of 1 Dec 2026, version 3"


def test_a_file_that_asks_for_the_same_is_said_to() -> None:
    """Where a row stands or how a card reads moves nobody."""
    before = progress(enrolled(CLEE), CLEE, Case())
    other = changed(CLEE, learning=lambda phase: of_phase(phase, "application").pop("row"))
    same = CLEE.model_copy(update={"cards": ()})
    assert preview(before, other, Case(), TODAY).lines[1:] == (NOTHING_CHANGES,)
    assert preview(before, same, Case(), TODAY).lines == (
        "Its file says something else under the same version, 2.",
        NOTHING_CHANGES,
    )


def test_what_a_requirement_names_elsewhere_in_the_file_is_a_change_of_it() -> None:
    """Three cycles that become two, and a phase that is renamed away."""
    before = progress(enrolled(CORE), CORE, Case())
    assert CORE.cycles is not None
    fewer = CORE.model_copy(update={"cycles": CORE.cycles.model_copy(update={"count": 2})})
    found = preview(before, fewer, Case(), TODAY)
    assert "Evidence of what was done in each part of each cycle" in found.changed
    assert "Take part in the check-ins with other facilitators that CORE leads" not in found.changed
    gone = changed(CORE, community=lambda phase: phase.update(id="work"))
    lines = preview(before, gone, Case(), TODAY).lines
    assert "The phase “The community's work” has another id in the file then." in lines
    renamed = changed(CORE, community=lambda phase: phase.update(id="work", name="Work"))
    assert (
        "The phase “The community's work” is gone." in preview(before, renamed, Case(), TODAY).lines
    )
    assert lines[-1] == (
        "The phase “community”, entered last, is not in it: enter another one after moving."
    )


def test_without_its_own_version_it_is_told_where_it_would_stand() -> None:
    """Where what it was begun with cannot be read, nothing is compared and nothing made up."""
    found = preview_alone(ME, enrolled(CLEE), CLEE, ACCEPTED, TODAY)
    assert found.lines[0] == CANNOT_COMPARE
    assert f"“{ACCEPTANCE[:59]}…” would stand at: met." in found.lines
    assert len(found.lines) == 1 + len(CLEE.requirements)


SEEN_AT = (110, 120)
TWICE = Case(observed=tuple(observed(f"s{at}", at, {"asking": 3}) for at in SEEN_AT))


@given(st.integers(100, 130))
def test_what_opens_a_gate_counts_behind_it_no_more(after: int) -> None:
    """Whatever the day: what lacked then is what the gate lacks afterwards, and all of it.

    What is of the day itself is still there: nothing that met the gate slips away by going on.
    """
    enrolment = enrolled(
        CLEE,
        {"learning": 0, "apprentice": 100},
        counts=[f"s{at}" for at in SEEN_AT],
        areas=(areas("asking"),),
    )
    told = progress(enrolment, CLEE, TWICE)
    assert lacking(told, "fully_approved") == ()
    left = leaving(told, "fully_approved", day(after), TWICE, TODAY)
    made = entered(enrolment, CLEE, left, "fully_approved", day(after), "so")
    counted = sum(at <= after for at in SEEN_AT)
    lacked = {0: (OBSERVED, SCORES), 1: (OBSERVED,), 2: ()}[counted]
    assert made.entered[-1].lacked == lacked
    afterwards = progress(made, CLEE, TWICE).phases[1].gate
    assert afterwards is not None
    assert tuple(each.requirement.text for each in afterwards.lacks) == lacked
