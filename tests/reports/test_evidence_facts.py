"""What an evidence summary says of each thing, and how it tells an assessor no more than is so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from facilitui.core.debriefs.debrief_words import ObservationMode, Partner, Support
from facilitui.core.pathways.case import Logged
from facilitui.core.pathways.facts_told import role_told
from facilitui.core.pathways.log_entry import LogEntry, Slot
from facilitui.core.pathways.progress import Progress, SlotProgress
from facilitui.core.pathways.remarks import Remark, RemarkKind
from facilitui.core.pathways.stays import phases_gone
from facilitui.core.pathways.summary import Summary, rests_on
from facilitui.core.pathways.versions import Version
from facilitui.core.pathways.words import Standing
from facilitui.core.vocabulary import Mode, Role
from facilitui.reports.evidence_summary import evidence_summary
from facilitui.reports.plain_text import plain_text
from tests.reports import communities, enrolments

CLEE, CORE = enrolments.CLEE, communities.CORE


def told(summary: Summary) -> str:
    """All of it in one line."""
    return " ".join(plain_text(evidence_summary(summary), 10_000).split())


def shown(summary: Summary, *given: Progress) -> Summary:
    """A summary whose newest phase asks for these alone."""
    *before, last = [each for each in summary.progress.phases if each.entered is not None]
    phases = (*before, replace(last, requirements=given))
    return replace(summary, progress=replace(summary.progress, phases=phases))


def with_logged(summary: Summary, *logged: Logged) -> Summary:
    """A summary with nothing else logged."""
    return replace(summary, case=replace(summary.case, logged=logged))


def test_a_session_tells_its_facts_and_no_names() -> None:
    """A-29 to A-31, A-37, A-38: role, support, with whom it was planned and debriefed, who led."""
    held = replace(
        enrolments.APPRENTICE,
        support=Support.LITTLE,
        planned_with=frozenset({Role.STAFF, Role.PEER}),
        partners=frozenset({Partner.STAFF, Partner.MENTOR}),
        led=True,
        mode=Mode.ONLINE,
    )
    summary = enrolments.candidate()
    full = replace(summary, case=replace(summary.case, sessions=(held,)))
    facts = (
        "as apprentice; with a little support; planned with CLEE peer and CLEE staff; "
        "debriefed with a mentor and staff, led by oneself; online (entry 4)"
    )
    assert facts in told(full)
    by_role = "the names of those who planned, debriefed and observed, whose roles are told"
    [found] = (each for each in evidence_summary(full).left_out if each.startswith(by_role))
    assert found.endswith(
        "(except where you wrote one yourself: as who said something, or in a note)"
    )


def test_an_observation_tells_how_by_whom_and_the_day_of_its_feedback() -> None:
    """A-33, A-34: an assessor need not open the journal for it."""
    seen = replace(enrolments.OBSERVED, mode=ObservationMode.RECORDED, given_on=date(2026, 3, 14))
    summary = enrolments.candidate()
    text = told(replace(summary, case=replace(summary.case, observed=(seen,))))
    assert "observed recorded by CLEE staff; with feedback of 14 Mar 2026 (entry 5)" in text


@pytest.mark.parametrize(
    ("role", "called"),
    [
        (Role.FACILITATOR, "lead facilitator"),
        (Role.CO_FACILITATOR, "co-facilitator"),
        (Role.STAFF, "CLEE staff"),
        (Role.MENTOR, "mentor"),
    ],
)
def test_a_role_is_called_as_the_programme_calls_it(role: Role, called: str) -> None:
    """By a name for it alone where there is one; by its own where the programme has none."""
    assert role_told(role, CLEE) == called
    of_several = role_told(Role.CO_FACILITATOR, CORE)
    assert of_several == "facilitator of the community (co-facilitator)"


def test_being_in_a_phase_is_no_approval_and_a_closed_one_is_the_last() -> None:
    """Neither reads as being in it now, nor as having been approved."""
    text = told(enrolments.candidate(closed_on=date(2026, 11, 1)))
    assert "Last phase Phase 2: Apprentice, entered on 2 Mar 2026; being in it is no" in text
    assert "Now in" not in text


def test_a_clock_that_was_set_back_is_told() -> None:
    """Nobody takes a paper for older than what stands in it."""
    summary = replace(enrolments.candidate(), on=date(2026, 2, 1))
    clock = "By the clock of the computer it was written on 1 Feb 2026, but something in it is of"
    assert f"Please note: {clock} 10 Mar 2026: the clock may have been set back." in told(
        replace(summary, case=replace(summary.case, sessions=(enrolments.APPRENTICE,)))
    )
    assert "set back" not in told(enrolments.candidate())


def test_an_acceptance_without_its_letter_says_so() -> None:
    """The programme asks to keep it; one that is there needs no word."""
    bare = enrolments.logged("log_entry-acc", date(2026, 2, 27), "acceptance", text="Accepted")
    summary = enrolments.candidate()
    line = "27 Feb 2026 recorded No letter or file is attached. (entry 3)"
    assert line in told(with_logged(summary, bare))
    assert "No letter or file" not in told(summary)


def test_a_rule_stands_once() -> None:
    """Where something stands does not repeat what was asked, nor what else is to be known."""
    text = told(enrolments.candidate())
    assert "Stands: meets the recorded criteria (2 of 2 areas) Priority areas:" in text
    community = communities.community()
    asked = CORE.requirements[0]
    known = tuple(Remark(RemarkKind.LOGGED, each) for each in ("one", "two", "3rd"))
    given = Progress(asked, Standing.LOGGED, count="3 logged", remarks=known)
    assert given.told == "3 logged; one; two; and 1 more"
    assert "Stands: 3 logged Please note: one; two; 3rd" in told(shown(community, given))


def test_a_reason_stands_once() -> None:
    """Where what stands says it already, no line repeats it."""
    asked = CLEE.phases[1].requirements[0]
    given = Progress(asked, Standing.SET_ASIDE, reason="“X” is met")
    text = told(shown(enrolments.candidate(), given))
    assert text.count("“X” is met") == 1


def test_own_fields_come_as_the_pathway_asks_them_with_days_in_words() -> None:
    """Not by their ids, and no day as a machine writes it."""
    asked = {each.id: each for each in CORE.requirements}["evidence_council"]
    council = enrolments.logged(
        "log_entry-c",
        date(2026, 9, 5),
        asked.id,
        values={"gist": "What we try", "given_on": "2026-09-04", "to": "The council"},
        asks={"gist": "What was said?", "given_on": "When was it given?", "to": "To whom?"},
    )
    given = Progress(asked, Standing.LOGGED, (council.source,), 1, count="1 logged")
    text = told(shown(with_logged(communities.community(), council), given))
    assert (
        "5 Sep 2026 When was it given? 4 Sep 2026 To whom? The council "
        "What was said? What we try (entry 3)"
    ) in text


def test_a_statement_tells_its_version_and_what_it_said_before() -> None:
    """D-06: with the days; a version that was purged is told as that, and none is left out."""
    asked = {each.id: each for each in CORE.requirements}["problem_of_practice"]
    summary = communities.community()
    (problem,) = [e for e in summary.logged if e.said.requirement == asked.id]
    problem = replace(problem, revision=3)
    before = LogEntry.model_validate(
        {**problem.said.model_dump(), "on": "2026-08-20", "values": {"statement": "Silence"}}
    )
    versions = (
        Version(1, date(2026, 8, 19), None),
        Version(2, date(2026, 8, 20), before),
        Version(3, date(2026, 9, 1), problem.said),
    )
    given = Progress(asked, Standing.MET, (problem.source,), 1, 1, count="1 of 2 schools")
    full = shown(with_logged(summary, problem), given)
    text = told(replace(full, versions={problem.source.entry: versions}))
    ask = "The problem of practice, as the school says it now:"
    assert (
        f"1 Sep 2026 {ask} Few voices This is version 3, saved on 1 Sep 2026. (entry 3) "
        f"Version 2, saved on 20 Aug 2026, dated 20 Aug 2026: {ask} Silence "
        "Version 1, saved on 19 Aug 2026: cannot be read here any more"
    ) in text


def test_a_group_is_not_counted_for_what_it_is_not_asked() -> None:
    """No nought stands for what the programme does not look for; for one who is asked it does."""
    text = told(communities.community())
    assert "Observed" not in text and "Co-facilitated" not in text and "Reflected on" not in text
    nobody = replace(enrolments.candidate().case, sessions=(), observed=())
    empty = told(replace(enrolments.candidate(), case=nobody))
    assert "Observed 0 times Co-facilitated 0 sessions Reflected on 0 sessions" in empty


def test_a_phase_that_the_file_dropped_keeps_its_override_and_its_evidence() -> None:
    """Also what was logged for what nobody asks any more, and all of it is under the seal."""
    entered = [
        {"phase": "trial", "on": "2026-02-20", "lacked": ["A letter"], "reason": "By phone"},
        {"phase": "apprentice", "on": "2026-03-15"},
    ]
    old = CLEE.model_copy(
        update={
            "phases": (CLEE.phases[0].model_copy(update={"id": "trial", "name": "A trial phase"}),)
        }
    )
    gone = enrolments.logged(
        "log_entry-old", date(2026, 3, 1), "handbook", text="Read the handbook", note="Twice"
    )
    summary = replace(with_logged(enrolments.candidate(entered=entered), gone), earlier=(old,))
    assert phases_gone(summary.progress.enrolment, CLEE) == ("trial",)
    text = told(summary)
    assert (
        "PHASES THAT THIS PATHWAY NO LONGER HAS A TRIAL PHASE Entered: 20 Feb 2026; the next one "
        "was entered on 15 Mar 2026 Override: It was entered although this was not met then: "
        "A letter Reason: By phone 10 Mar 2026: Looking at work"
    ) in text
    logged = "LOGGED FOR WHAT THIS PATHWAY NO LONGER ASKS READ THE HANDBOOK 1 Mar 2026: Twice"
    assert f"{logged} (entry 7)" in text
    assert {"debrief-a", "observation-a", "feedback-a", "log_entry-old"} <= {*rests_on(summary)}


def test_a_members_slot_keeps_its_part() -> None:
    """Two parts of one member are two lines that can be told apart."""
    asked = CORE.requirements[0]
    slots = tuple(
        SlotProgress(Slot(member="m1", part=part), f"Mia Lee, {part}", Standing.MISSING)
        for part in ("Begun", "Done")
    )
    given = Progress(asked, Standing.MISSING, slots=slots)
    text = told(shown(communities.community("Mia Lee"), given))
    assert "Member 1, Begun: not there yet Member 1, Done: not there yet" in text
    assert "Mia" not in text
