"""My evidence summary: what it says, what it never says, and whom it does not name."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.progress import Progress, SlotProgress
from facilitui.core.pathways.remarks import Lack
from facilitui.core.pathways.summary import Summary, rests_on
from facilitui.core.pathways.whose_words import called
from facilitui.core.pathways.whose_words import words as as_said
from facilitui.core.pathways.words import Standing
from facilitui.core.sealing import sha256
from facilitui.reports.evidence_summary import evidence_summary
from facilitui.reports.html import html
from facilitui.reports.markdown import markdown
from facilitui.reports.plain_text import plain_text
from tests.reports import communities, enrolments
from tests.story.steps import HOSTILE

NEVER = re.compile(r"\b(passed|certified|certificate|badge|congratulations?)\b", re.IGNORECASE)
ROSTER = ("Mia Lee", "Jens Öberg", "Anne-Marie Duval", "Nguyễn Lan", "Tariq")


def told(summary: Summary) -> str:
    """All of it in one line."""
    return " ".join(plain_text(evidence_summary(summary), 10_000).split())


def section(text: str, begins: str, ends: str) -> str:
    """What stands between two texts."""
    return text.split(begins, 1)[1].split(ends, 1)[0]


def test_its_cover_says_whose_it_is_and_who_decides() -> None:
    """With the version enrolled in, the days, the sector and who reads it."""
    text = told(enrolments.candidate())
    for words in (
        f"My evidence summary: Ana Silva {HOSTILE}",
        "Pathway CLEE part-time facilitator",
        "Programme CLEE Part-Time Facilitator Certification Process",
        "as it was enrolled in",
        "Begun 12 Jan 2026",
        "Phase Phase 2: Apprentice, entered on 2 Mar 2026; being in it is no approval",
        "Sector Public schools",
        "Read by CLEE staff",
        "Decision the programme's, always",
        "Written 23 Nov 2026",
    ):
        assert words in text, words


def test_it_counts_what_was_done_and_the_roles_held() -> None:
    """A-01, A-16, A-19 and A-48: two tracks, three counters, roles by date, places."""
    text = told(enrolments.candidate())
    for words in (
        "Identified, by what is looked for 0 of 3 recorded",
        "Prepared, by what is asked for 2 meet the recorded criteria; 1 recorded, for the "
        "programme to decide; 1 waiting for an opportunity; 10 not met yet; 1 set aside",
        "Observed 1 time, 1 of them with feedback",
        "Co-facilitated 1 session",
        "Reflected on 2 sessions",
        "Apprentice 10 Mar 2026 10 Mar 2026 1 Co-facilitator 1 Apr 2026 1 Apr 2026 1",
        "Lincoln School 2",
    ):
        assert words in text, words


def test_a_requirement_says_where_it_stands_and_what_shows_it() -> None:
    """With its entry's id; a log's own words; levels with the rubric's version; a rule's source."""
    text = told(enrolments.candidate())
    for words in (
        "Stands: meets the recorded criteria (1 of 1) 27 Feb 2026 Letter of Ms Doe "
        f"{HOSTILE} File: letter.pdf (sha256 {'a' * 64}) "
        "Link: https://clee.example/letter (entry 3)",
        "Stands: not met yet (1 of 2) Still lacking: one observation 10 Mar 2026: Looking at work; "
        "observed by CLEE staff; with feedback of 12 Mar 2026 (entry 5)",
        "Stands: 1 logged; no number given; the programme decides 10 Mar 2026: Looking at work "
        f"{HOSTILE}; as apprentice (entry 4)",
        "Stands: waiting for an opportunity (No training before autumn)",
        "Stands: set aside: Earlier training counts",
        "at 4 or higher; the latest staff score of each in this phase; as Mr Roe stated it on "
        "2 Mar 2026",
        "Priority areas: Wait time, Closing; Ms Doe, 2 Mar 2026",
        "Wait time 3, Closing 4 (CLEE rubric, version 7) (entry 5)",
        "RECEIVED FROM THE PROGRAMME Keep what CLEE gives you, 1 Oct 2026: PDF (entry 7)",
    ):
        assert words in text, words
    assert "Not a priority" not in text


def test_an_override_is_said_openly() -> None:
    """With what was lacking then and the reason."""
    text = told(enrolments.candidate())
    assert (
        "Override: It was entered although this was not met then: Complete the application "
        f"Reason: CLEE asked for it by phone {HOSTILE}"
    ) in text
    assert "Entered: 12 Jan 2026; the next one was entered on 2 Mar 2026" in text


def test_a_phase_that_was_entered_again_tells_both_overrides() -> None:
    """Not only the one that stands; a reason alone is no override."""
    again = [
        {"phase": "learning", "on": "2026-01-12", "reason": "To begin"},
        {"phase": "apprentice", "on": "2026-02-01", "lacked": ["A letter"], "reason": "By phone"},
        {"phase": "learning", "on": "2026-02-10"},
        {"phase": "apprentice", "on": "2026-03-02", "lacked": ["A call"]},
    ]
    text = told(enrolments.candidate(entered=again))
    begun = "Entered: 12 Jan 2026; the next one was entered on 1 Feb 2026 Reason: To begin Entered:"
    assert f"{begun} 10 Feb 2026; the next one was entered on 2 Mar 2026" in text
    assert "Entered: 1 Feb 2026; the next one was entered on 10 Feb 2026 Override:" in text
    assert "this was not met then: A letter Reason: By phone Entered: 2 Mar 2026" in text
    table = section(text, "IN SHORT", "Identified")
    assert "Phase 2: Apprentice 1 Feb 2026, 2 Mar 2026 " in table
    gate = section(table, "Phase 1", "Phase 2")
    for on in ("1 Feb 2026", "2 Mar 2026"):
        assert gate.count(f"; gone on without it on {on} (override)") == 1
    assert "this was not met then: A call Reason: none was given" in text


def test_a_phase_that_was_not_entered_says_what_it_asks_for_alone() -> None:
    """Nothing in it is told as not met."""
    text = section(told(enrolments.candidate()), "PHASE 3: FULLY APPROVED", "WHAT IT RESTS ON")
    assert "Not entered yet. It asks for:" in text and "not met yet" not in text


def test_it_is_no_certificate() -> None:
    """It neither says so nor looks like one; "meets" stands only where that is so."""
    summary = enrolments.candidate()
    assert not NEVER.search(told(summary))
    phases = told(summary).split("PHASE 1: LEARNING", 1)[1]
    assert phases.count("meets the recorded criteria") == 2
    page = html(evidence_summary(summary))
    assert "<img" not in page and "<svg" not in page and "border:" not in page


def test_it_ends_with_what_it_rests_on_and_what_it_leaves_out() -> None:
    """Each entry with its hash; where one is not there nothing is called sealed."""
    text = told(enrolments.candidate())
    assert f"{'e' * 64} 4 debrief-a {'f' * 64} 5 observation-a not found 6 debrief-b" in text
    assert text.endswith("Not sealed: 5 entries have no hash here.")
    left_out = evidence_summary(enrolments.candidate()).left_out
    assert left_out == (
        "what was captured in sessions and reflected on afterwards",
        "what observers and participants wrote",
        "the names of those who planned, debriefed and observed, whose roles are told (except "
        "where you wrote one yourself: as who said something, or in a note)",
    )


def test_a_reader_can_work_the_seal_out_again() -> None:
    """From the hashes as they are printed; with something of the journal lost there is none."""
    summary = enrolments.candidate()
    whole = replace(summary, hashes={e: sha256(e) for e in rests_on(summary)})
    text = told(whole)
    rows = text.split("Hash of its newest revision", 1)[1].split("Seal: ", 1)[0]
    hashes = re.findall(r"\b[0-9a-f]{64}\b", rows)
    assert len(hashes) == 7
    assert f"Seal: {sha256(chr(10).join(hashes))} is the sha256 of the 7 hashes above" in text
    lost = replace(whole, case=replace(whole.case, unread=("A month cannot be read.",)))
    assert "Seal:" not in told(lost) and "Not sealed: what of the journal is lost" in told(lost)


def test_what_may_make_it_too_little_stands_on_its_cover() -> None:
    """And that the pathway's file says something else by now."""
    summary = enrolments.candidate()
    progress = replace(summary.progress, to_be_known=("A month cannot be read.",))
    text = told(replace(summary, progress=progress, changed_to="9"))
    assert "Please note: A month cannot be read." in text
    assert "Please note: The pathway's file says something else by now (version 9)" in text


@given(st.lists(st.sampled_from(ROSTER), min_size=1, unique=True))
def test_nobody_on_the_roster_is_named(names: list[str]) -> None:
    """Neither in a note, nor as a slot, nor in a reason; and that is told."""
    summary = communities.community(*names)
    written = " and ".join(names)
    case = summary.case
    logged = tuple(
        replace(each, said=each.said.model_copy(update={"note": f"With {written}, at length"}))
        for each in case.logged
    )
    asked = communities.CORE.requirements[0]
    slots = tuple(
        SlotProgress(Slot(member=f"m{number}"), name, Standing.MISSING)
        for number, name in enumerate(names, 1)
    )
    first, *others = summary.progress.phases[0].requirements
    named = Progress(asked, Standing.MISSING, slots=slots, reason=f"Ask {names[0]}")
    assert first.requirement == asked
    phase = replace(summary.progress.phases[0], requirements=(named, *others))
    progress = replace(summary.progress, phases=(phase,))
    full = replace(summary, progress=progress, case=replace(case, logged=logged))
    document = evidence_summary(full)
    assert document.left_out[-1] == "the names of those who take part"
    for text in (markdown(document), html(document)):
        assert not [part for name in names for part in name.split() if part in text]
        assert "With a participant" in text
        assert re.search(r"Member 1(\*\*|</strong>): not there yet", text)


@pytest.mark.parametrize("write", [markdown, html])
def test_nothing_that_somebody_wrote_is_markup(write: object) -> None:
    """In either kind of file."""
    assert callable(write)
    text = write(evidence_summary(enrolments.candidate()))
    assert HOSTILE not in text or write is html
    assert "<b>" not in text


def test_every_slot_says_where_it_stands() -> None:
    """The twelve cells of a community, the filled one with its words."""
    text = told(communities.community())
    assert (
        "Cycle 1, Plan, 3 Sep 2026: What does it show? "
        "Mia Lee brought data (entry 3) Cycle 1, Do: not there yet"
    ) in text
    assert text.count("Cycle 3,") == 4


def test_what_a_sensitive_session_is_called_goes_to_nobody() -> None:
    """Neither its title, nor what begins it in a list, nor its id, which is made of it."""
    title = "The quarrel with the parents of grade seven about who is heard in this school at all"
    id = "2026-03-10-the-quarrel-with-the-parents"
    summary = enrolments.candidate(serves=({"key": id},))
    source = replace(enrolments.APPRENTICE.source, entry=f"debrief-{id}", session=id, told=title)
    held = replace(enrolments.APPRENTICE, source=source, sensitive=True)
    seen = replace(enrolments.OBSERVED, source=replace(source, entry="observation-a"))
    phases = summary.progress.phases
    given = Progress(
        phases[1].requirements[0].requirement,
        Standing.MISSING,
        (held.source, seen.source),
        lacks=(Lack(as_said(called(seen.source), " lacks its feedback")),),
    )
    second = replace(phases[1], requirements=(given,))
    progress = replace(summary.progress, phases=(phases[0], second))
    case = replace(summary.case, sessions=(held,), observed=(seen,))
    full = replace(summary, progress=progress, case=case)
    text = told(full)
    assert "quarrel" not in text.lower()
    assert "10 Mar 2026: a session marked sensitive; as apprentice (entry 4)" in text
    assert " debrief-sensitive-1 " in text
    assert "Still lacking: a session marked sensitive lacks its feedback" in text
    assert evidence_summary(full).left_out[-1] == (
        "what sessions that are marked sensitive are called"
    )
