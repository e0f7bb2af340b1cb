"""What an evidence summary counts over all phases, and what it says that it rests on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.case import SessionHeld, Source
from facilitui.core.pathways.summary import credentials, digest_of, rests_on
from facilitui.core.pathways.summary_counts import (
    Track,
    asked_for,
    looked_for,
    looked_for_later,
    places,
    practised,
    roles_held,
)
from facilitui.core.pathways.words import Standing
from facilitui.core.vocabulary import Role
from tests.reports import communities, enrolments

DAYS = st.dates(date(2025, 1, 1), date(2027, 1, 1))
SESSIONS = st.lists(
    st.builds(
        SessionHeld,
        source=st.builds(
            Source, st.just("e"), st.uuids().map(str), st.none() | DAYS, st.just("Told")
        ),
        role=st.none() | st.sampled_from(Role),
        place=st.sampled_from(["", " ", "Hill", "Lake"]),
    ),
    max_size=12,
)


@given(SESSIONS)
def test_every_dated_session_in_a_role_is_counted_once(sessions: list[SessionHeld]) -> None:
    """A role lasts from its first to its last day, and those that began earlier come first."""
    held = roles_held(sessions)
    counted = [each for each in sessions if each.role is not None and each.source.on is not None]
    assert sum(each.sessions for each in held) == len(counted)
    assert [each.first for each in held] == sorted(each.first for each in held)
    assert len({each.role for each in held}) == len(held)
    for each in held:
        days = [one.source.on for one in counted if one.role is each.role]
        assert (each.first, each.last) == (min(filter(None, days)), max(filter(None, days)))


@given(SESSIONS)
def test_places_are_counted_where_they_were_told(sessions: list[SessionHeld]) -> None:
    """What nobody told is no place."""
    told = dict(places(sessions))
    assert "" not in told
    assert sum(told.values()) == sum(bool(each.place.strip()) for each in sessions)


def test_only_what_serves_the_enrolment_since_it_began_is_counted() -> None:
    """Not a session that nobody sorted, one that does not count, or one from before."""
    summary = enrolments.candidate()
    assert [each.source.entry for each in summary.sessions] == ["debrief-a", "debrief-b"]
    done = practised(summary)
    assert (done.observed, done.with_feedback) == (1, 1)
    assert (done.co_facilitated, done.reflected) == (1, 2)
    later = enrolments.candidate(started_on=date(2026, 3, 20))
    assert [each.source.entry for each in later.sessions] == ["debrief-b"]
    assert practised(later).observed == 0


def test_what_is_looked_for_and_what_is_asked_are_two_tracks() -> None:
    """What was set aside is in neither."""
    progress = enrolments.candidate().progress
    first = enrolments.CLEE.phases[0].requirements
    assert looked_for(progress) == Track(0, sum(each.wished for each in first))
    found = asked_for(progress)
    others = sum(not each.wished for each in enrolments.CLEE.requirements)
    assert (found[Standing.MET], found[Standing.LOGGED], found[Standing.SET_ASIDE]) == (2, 1, 1)
    assert sum(found.values()) == others


def test_only_the_first_phase_looks_for_somebody() -> None:
    """A community and a credential identify nobody; of a group all that is wished is told."""
    later = [each.id for phase in enrolments.CLEE.phases[1:] for each in phase.requirements]
    wished = [each for each in enrolments.CLEE.requirements if each.wished]
    assert [each.id for each in wished if each.id in later] == ["community", "impact", "credential"]
    progress = enrolments.candidate().progress
    assert looked_for(progress).of == len(wished) - 3
    assert looked_for_later(progress) == Track(0, 3)
    group = communities.community().progress
    assert looked_for(group).of == sum(each.wished for each in communities.CORE.requirements)
    assert looked_for_later(group).of == 0


def test_credentials_are_those_of_the_enrolment() -> None:
    """None that somebody else received."""
    summary = enrolments.candidate()
    assert [each.said.note for each in credentials(summary)] == ["PDF"]
    elsewhere = replace(summary.progress, id="enrolment-2")
    assert not [*credentials(replace(summary, progress=elsewhere))]


def test_it_rests_on_each_entry_that_is_shown_and_on_the_pathway_itself() -> None:
    """And on the enrolment; never on the roster, which can be purged alone."""
    entries = rests_on(enrolments.candidate())
    own, pathway, *others = entries
    assert own == "enrolment-1" and pathway.startswith("pathway-clee")
    shown = ["log_entry-acc", "debrief-a", "observation-a"]
    assert others == [*shown, "debrief-b", "log_entry-cred"], "in the order of the paper"
    assert not any(each.startswith("roster") for each in rests_on(communities.community("Mia")))


@given(st.dictionaries(st.text(min_size=1), st.text(min_size=1), min_size=1), st.data())
def test_another_revision_of_any_entry_is_another_seal(
    hashes: dict[str, str], data: st.DataObject
) -> None:
    """So that whoever keeps the summary can tell whether it still says what the journal says."""
    entries = sorted(hashes)
    changed = data.draw(st.sampled_from(entries))
    assert digest_of(entries, hashes) == digest_of(entries, dict(hashes))
    others = {**hashes, changed: hashes[changed] + "0"}
    assert digest_of(entries, hashes) != digest_of(entries, others)
