"""An evidence summary says a thing once, in words of its reader, and what matters stands out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.progress import GateProgress, Progress, SlotProgress
from facilitui.core.pathways.remarks import NOTHING, Lack, Remark, RemarkKind
from facilitui.core.pathways.requirement_words import NO_NUMBER, WISHED
from facilitui.core.pathways.standings.counting import of_slot
from facilitui.core.pathways.summary import Summary
from facilitui.core.pathways.words import Standing
from facilitui.core.pathways.working_out import progress_of
from facilitui.core.vocabulary import Role
from facilitui.reports.document import Heading
from facilitui.reports.evidence_summary import evidence_summary
from facilitui.reports.plain_text import plain_text
from tests.reports import communities, enrolments

CLEE, CORE = enrolments.CLEE, communities.CORE
ASKED = {each.id: each for each in (*CLEE.requirements, *CORE.requirements)}


def told(summary: Summary) -> str:
    """All of it in one line."""
    return " ".join(plain_text(evidence_summary(summary), 10_000).split())


def shown(summary: Summary, *given: Progress, gate: GateProgress | None = None) -> Summary:
    """A summary whose newest phase asks for these alone."""
    *before, last = [each for each in summary.progress.phases if each.entered is not None]
    phases = (*before, replace(last, requirements=given, gate=gate))
    return replace(summary, progress=replace(summary.progress, phases=phases))


def test_a_session_tells_its_facts_once_and_then_what_is_asked() -> None:
    """Under what asks for planning with whom it was planned, and not all of it again."""
    held = replace(enrolments.APPRENTICE, planned_with=frozenset({Role.STAFF}))
    summary = enrolments.candidate()
    first = Progress(ASKED["apprentice_role"], Standing.LOGGED, (held.source,), 1)
    again = Progress(ASKED["planning_with_staff"], Standing.LOGGED, (held.source,), 1)
    case = replace(summary.case, sessions=(held,))
    text = told(replace(shown(summary, first, again), case=case))
    assert text.count("as apprentice; planned with CLEE staff (entry ") == 1
    assert text.count("; planned with CLEE staff (entry ") == 2


def test_a_rule_stands_beside_where_it_stands_and_not_above_it_too() -> None:
    """That no number is given, or that it is not required."""
    number = Progress(
        ASKED["apprentice_role"],
        Standing.LOGGED,
        (enrolments.APPRENTICE.source,),
        1,
        count="1 logged",
        rule=NO_NUMBER,
    )
    wished = Progress(
        ASKED["community"], Standing.LOGGED, (enrolments.ACCEPTED.source,), 1, rule=WISHED
    )
    text = told(shown(enrolments.candidate(), number, wished))
    assert text.count(NO_NUMBER) == 1 and text.count(WISHED) == 1
    assert "Asks: Sessions as apprentice; as opportunities come Stands: 1 logged" in text


def test_what_is_only_looked_for_and_not_there_is_a_line() -> None:
    """Behind all that is asked, with what is to be known of it."""
    progress = Progress(
        ASKED["facilitation_experience"],
        Standing.MISSING,
        lacks=(NOTHING,),
        count="nothing recorded yet",
        rule=WISHED,
        remarks=(Remark(RemarkKind.LOGGED, "the journal holds 6 sessions"),),
    )
    asked = Progress(ASKED["acceptance"], Standing.MISSING, lacks=(NOTHING,), count="nothing yet")
    text = told(shown(enrolments.candidate(), progress, asked)).split("PHASE 2: APPRENTICE", 1)[1]
    assert "Looked for, not required, and nothing is recorded of it:" in text
    line = f"{progress.requirement.text}; the journal holds 6 sessions"
    assert text.index(asked.requirement.text.upper()) < text.index(line)
    assert "Nothing recorded yet." not in text and "Stands: not met yet (nothing yet)" in text


def test_of_what_is_not_needed_nothing_is_asked() -> None:
    """It is met by something else, which is told."""
    other = Progress(ASKED["prior_training"], Standing.NOT_NEEDED, other="Complete the course")
    text = told(shown(enrolments.candidate(), other))
    heading = other.requirement.text.upper()
    assert f"{heading} Stands: not needed: “Complete the course” is met" in text


def test_what_is_to_be_known_of_a_slot_is_told_with_it_alone() -> None:
    """Not above all of them as well."""
    remark = Remark(RemarkKind.LOGGED, "“Pairs” rests on version 1; version 2 stands now")
    slot = SlotProgress(
        Slot(school="s1"),
        "Hill",
        Standing.LOGGED,
        (communities.community().logged[0].source,),
        remarks=(remark,),
    )
    other = Remark(RemarkKind.LOGGED, "something of none")
    progress = Progress(
        ASKED["interventions"],
        Standing.LOGGED,
        slot.by,
        count="1 of 2 schools",
        slots=(slot,),
        remarks=(of_slot(slot, remark), other),
    )
    text = told(shown(communities.community(), progress))
    assert text.count("rests on version 1; version 2 stands now") == 1
    assert "Please note: something of none" in text


def test_of_what_has_no_number_nobody_says_that_it_is_not_met() -> None:
    """Where nothing is there that is told, and it is counted apart."""
    nothing = Progress(
        ASKED["apprentice_role"],
        Standing.MISSING,
        lacks=(NOTHING,),
        count="0 logged",
        rule=NO_NUMBER,
    )
    text = told(shown(communities.community(), nothing))
    assert "Stands: 0 logged; no number given; the programme decides" in text
    assert "not met yet (0 logged" not in text
    assert "1 with nothing recorded and no number given" in text
    missing = replace(nothing, rule="", count="0 of 2", need=2)
    assert "not met yet (0 of 2)" in told(shown(communities.community(), missing))


def test_a_slot_with_something_that_does_not_count_is_not_called_empty() -> None:
    """An answer lacks, the entry is there."""
    source = communities.community().logged[0].source
    lack = Lack("“Talk moves” lacks an answer", source=source, brief="lacks an answer")
    slot = SlotProgress(Slot(school="s1"), "Hill", Standing.MISSING, lacks=(lack,))
    progress = Progress(ASKED["interventions"], Standing.MISSING, slots=(slot,))
    text = told(shown(communities.community(), progress))
    assert "Hill: not met yet; “Talk moves” lacks an answer" in text
    assert "not there yet" not in text


def test_a_gate_names_its_phase_and_what_it_lacks_once() -> None:
    """In the overview there is how much, below it the names."""
    lacks = tuple(
        Progress(ASKED[id], standing)
        for id, standing in (
            ("acceptance", Standing.MISSING),
            ("application", Standing.WAITING),
        )
    )
    names = [each.requirement.text for each in lacks]
    said = f"2 of 3 not met yet: “{names[0]}”, “{names[1]}”; rests on something"
    gate = GateProgress(False, lacks, said, "2 of 3 not met yet", "rests on something")
    full = shown(enrolments.candidate(), gate=gate)
    text = told(full)
    assert Heading("Gate of Phase 2: Apprentice", 3) in evidence_summary(full).parts
    assert (
        f"Stands: 2 of 3 not met yet; rests on something {names[0]} "
        f"{names[1]}: waiting for an opportunity"
    ) in text
    assert text.count(f"“{names[0]}”") == 0
    assert "2 Mar 2026 2 of 3 not met yet Phase" not in text
    assert "2 Mar 2026 2 of 3 not met yet Override: a phase was entered" in text


def test_an_override_is_explained_where_the_word_stands_first() -> None:
    """And nowhere without one."""
    assert "(override)" not in told(
        enrolments.candidate(entered=({"phase": "learning", "on": "2026-01-12"},))
    )
    text = told(enrolments.candidate())
    note = "Override: a phase was entered although something was not met in the one before;"
    assert text.index("(override)") < text.index(note) < text.index("Identified")


def test_what_later_phases_look_for_is_counted_apart() -> None:
    """Six are looked for, of which three identify somebody; a credential is told in short."""
    text = told(enrolments.candidate())
    assert "Identified, by what is looked for 0 of 3 recorded in Phase 1: Learning" in text
    assert "Looked for in later phases 0 of 3 recorded" in text
    assert "Received from the programme 1 credential, of 1 Oct 2026" in text
    group = told(communities.community())
    assert "Looked for 0 of 6 recorded Asked for" in group and "later phases" not in group


def test_a_credential_is_told_whole_once() -> None:
    """Under what asks for it, where it stands there."""
    received = enrolments.RECEIVED
    given = Progress(ASKED["credential"], Standing.LOGGED, (received.source,), 1)
    text = told(shown(enrolments.candidate(), given))
    assert "RECEIVED FROM THE PROGRAMME" not in text
    assert text.count(": PDF (entry ") == 1


def test_a_rule_of_ones_own_tells_the_files_and_who_stated_it_once() -> None:
    """W1-27: whoever decides sees by how much it differs."""
    summary = enrolments.candidate()
    seen = replace(enrolments.OBSERVED, levels={"wait": 4, "close": 4})
    case = replace(summary.case, observed=(seen,))
    enrolment = summary.progress.enrolment
    progress = progress_of("enrolment-1", enrolment, CLEE, case, enrolments.TODAY)
    text = told(replace(summary, progress=progress, case=case))
    text = text.split("REACH 3S IN THE AREAS", 1)[1].split("GATE OF", 1)[0]
    assert "at 4 or higher; the latest staff score of each in this phase; as Mr Roe" in text
    file = "In the pathway's file: Every priority area at 3 or higher;"
    assert file in text and text.count("Mr Roe") == 1 and text.count("Wait time, Closing") == 1
    assert "In the pathway's file" not in told(
        shown(summary, *summary.progress.phases[0].requirements)
    )


def test_it_is_told_in_words_of_its_reader() -> None:
    """Whose it is, and roles as the programme calls them."""
    assert "Enrolled one person" in told(enrolments.candidate())
    assert "Enrolled a group" in told(communities.community())
    role = Progress(ASKED["co_or_lead_role"], Standing.MISSING)
    assert "Asks: Sessions as co-facilitator or lead facilitator;" in told(
        shown(enrolments.candidate(), role)
    )


def test_what_says_no_more_than_its_heading_is_not_said() -> None:
    """ "Asks: log entries" of something whose text says what is logged."""
    bare = Progress(ASKED["materials"], Standing.LOGGED, count="1 logged", rule=NO_NUMBER)
    text = told(shown(communities.community(), bare))
    assert "Asks:" not in text.split(bare.requirement.text.upper(), 1)[1]
    upon = Progress(ASKED["interventions"], Standing.LOGGED, count="1 logged", rule=NO_NUMBER)
    assert "Asks: Log entries, each resting on an entry under" in told(
        shown(communities.community(), upon)
    )


def test_a_hidden_name_begins_a_sentence_with_a_capital_letter() -> None:
    """Also behind another sentence, and not within one."""
    note = "Mia Lee came. Mia Lee spoke, and Mia Lee wrote.\nMia Lee left."
    entry = enrolments.logged("log_entry-m", date(2026, 9, 7), "materials", note=note)
    summary = communities.community("Mia Lee")
    given = Progress(ASKED["materials"], Standing.LOGGED, (entry.source,), 1, count="1 logged")
    full = replace(summary, case=replace(summary.case, logged=(entry,)))
    assert (
        "A participant came. A participant spoke, and a participant wrote. A participant left."
    ) in told(shown(full, given))
