"""What belongs to an enrolment goes and comes with it, and nothing of another one."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.journals.journal import Document, imported
from facilitui.core.pathways.belonging_entries import about_enrolments
from facilitui.core.privacy import purging as p
from facilitui.core.privacy.purge_intent import Intent
from facilitui.core.privacy.purge_records import still_here
from facilitui.core.privacy.purge_survey import Survey
from facilitui.core.privacy.purged_here import purged_here
from facilitui.core.sealing import GENESIS
from tests.core.documents import document
from tests.core.making import START
from tests.core.strategies import json_values

OWN = document("enrolment-1", "enrolment", pathway="clee", digest="d1")
OTHER = document("enrolment-2", "enrolment", pathway="clee", digest="d1")
KEPT = document("pathway-clee-d1", "pathway", digest="d1", name="CLEE")
ROSTER = document("roster-enrolment-1", "roster", enrolment="enrolment-1")
LOGGED = document("log_entry-1", "log_entry", enrolment="enrolment-1", note="The heron.")
THEIRS = document("log_entry-2", "log_entry", enrolment="enrolment-2")
ASKED = document("question-1", "question", about="log_entry-1", passage="The heron.")
ANSWERED = document("answer-1", "answer", to="question-1", text="Why?")
ALL = (OWN, OTHER, KEPT, ROSTER, LOGGED, THEIRS, ASKED, ANSWERED)
IDS = {"enrolment-1", "roster-enrolment-1", "log_entry-1", "question-1", "answer-1"}


def of(*documents: Document) -> tuple[str, ...]:
    """What goes with the first enrolment."""
    return p.of_entry(documents, "enrolment-1")


def test_all_of_an_enrolment_goes_with_it_and_what_was_asked_about_that() -> None:
    """It comes first; a pathway that another enrolment was made in stays, and is told."""
    assert of(*ALL)[0] == "enrolment-1" and {*of(*ALL)} == IDS
    found = p.belonging(ALL, of(*ALL))
    assert found.pathways == ("pathway-clee-d1",)
    survey = Survey(p.ENTRY, found, names={"pathway-clee-d1": "pathway “CLEE”"})
    assert "what another enrolment was made in too: pathway “CLEE”" in survey.stays()
    assert {*survey.intent("purge-1", "", ()).entries} == IDS


@pytest.mark.parametrize("other", [(), (p.blanked(OTHER),)])
def test_the_kept_pathway_goes_with_the_last_enrolment_in_it(other: tuple[Document, ...]) -> None:
    """One that was purged uses none."""
    documents = (OWN, *other, KEPT, LOGGED, THEIRS)
    assert {*of(*documents)} == {"enrolment-1", "pathway-clee-d1", "log_entry-1"}
    assert p.belonging(documents, of(*documents)).pathways == ()


def test_pathways_of_before_a_move_are_those_of_the_enrolment_too() -> None:
    """Its own ones go, whichever revision names them; one that another moved from stays."""
    moved = document("enrolment-1", "enrolment", OWN, pathway="clee", digest="d2")
    new = document("pathway-clee-d2", "pathway", digest="d2")
    assert {*of(OWN, moved, KEPT, new)} == {"enrolment-1", "pathway-clee-d1", "pathway-clee-d2"}
    theirs = document("enrolment-2", "enrolment", OTHER, pathway="clee", digest="d3")
    assert {*of(OWN, moved, KEPT, new, OTHER, theirs)} == {"enrolment-1", "pathway-clee-d2"}


def test_what_was_withdrawn_goes_too_and_what_was_purged_is_gone() -> None:
    """An enrolment that was purged alone by an older version takes the rest with it now."""
    withdrawn = document("log_entry-1", "withdrawal", LOGGED, was="log_entry", reason="r")
    assert "log_entry-1" in of(OWN, LOGGED, withdrawn)
    gone = document("enrolment-1", "withdrawal", OWN, was="enrolment")
    assert {*of(OWN, gone, KEPT, LOGGED)} == {"enrolment-1", "pathway-clee-d1", "log_entry-1"}
    assert of(p.blanked(OWN), LOGGED, p.blanked(ROSTER)) == ("enrolment-1", "log_entry-1")


@pytest.mark.parametrize("alone", ["roster-enrolment-1", "log_entry-2", "pathway-clee-d1"])
def test_each_of_them_can_go_alone(alone: str) -> None:
    """Nothing else goes with it."""
    assert p.of_entry(ALL, alone) == (alone,)


def test_a_session_takes_what_was_logged_of_it_and_no_enrolment() -> None:
    """As before."""
    logged = document("log_entry-1", "log_entry", enrolment="enrolment-1", session="s")
    assert p.of_sessions((*ALL, logged), {"s"}) == ("log_entry-1", "question-1", "answer-1")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["enrolment", "roster", "log_entry", "pathway"]),
            st.dictionaries(st.sampled_from(["enrolment", "digest", "x"]), json_values, max_size=3),
        ),
        max_size=6,
    )
)
def test_bodies_of_any_shape_hold_nothing_up(bodies: list[tuple[str, dict[str, Any]]]) -> None:
    """Another program may have written them; the own ones are found among them."""
    strange = [document(f"e{n}", kind, **body) for n, (kind, body) in enumerate(bodies)]
    assert {*of(*strange, *ALL)} >= IDS
    assert "log_entry-2" not in of(*strange, *ALL)


def test_drafts_of_a_roster_that_was_never_saved_go_by_their_names() -> None:
    """Damaged ones too."""
    assert p.draft_belongs("roster-enrolment-1", None, {"enrolment-1"}, ())
    assert not p.draft_belongs("roster-enrolment-12", None, {"enrolment-1"}, ())


RECORD = document(
    "purge-1",
    "purge",
    **Intent(
        "purge-1", "entry", START.isoformat(), (*sorted(IDS), "pathway-clee-d1")
    ).recorded.model_dump(mode="json"),
)
GONE = tuple(map(p.blanked, (OWN, ROSTER, LOGGED)))


def test_what_was_logged_elsewhere_for_a_purged_enrolment_stays_out() -> None:
    """It was not here when the purge was made, so no record names it; a draft of it likewise."""
    unknown = document("log_entry-9", "log_entry", enrolment="enrolment-1", note="Another.")
    found = purged_here((*GONE, RECORD), (unknown, THEIRS))
    assert found.of(unknown) == "enrolment-1" and "was purged here on" in found.why(unknown)
    assert not found.says(THEIRS)
    assert found.of_draft("log_entry-9", None) == "enrolment-1"
    assert about_enrolments((unknown, THEIRS), {"enrolment-1"}) == {"log_entry-9": "enrolment-1"}


def test_it_is_told_where_it_is_here_when_the_record_comes() -> None:
    """The enrolment is named, as purging that once more takes it."""
    foreign = imported(RECORD, START + timedelta(hours=1), GENESIS)
    unknown = document("log_entry-9", "log_entry", enrolment="enrolment-1", note="Another.")
    assert [name for name, _ in still_here((*GONE, foreign, unknown))] == ["enrolment-1"]
    assert p.of_entry((*GONE, unknown), "enrolment-1") == ("enrolment-1", "log_entry-9")


def test_a_kept_pathway_that_went_comes_back_with_an_enrolment_that_needs_it() -> None:
    """It says what a file says; nobody is asked to purge it once more then."""
    here = (*GONE, p.blanked(KEPT), RECORD)
    assert purged_here(here, (KEPT,)).says(KEPT)
    assert not purged_here(here, (KEPT, OTHER)).says(KEPT)
    assert not [*still_here((*GONE, RECORD, KEPT, OTHER))]
    assert [name for name, _ in still_here((*GONE, RECORD, KEPT))] == ["pathway-clee-d1"]
