"""Where an enrolment stands in plain words: each requirement once, nothing that is told twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from facilitui.core.pathways.enrolled import Enrolled
from facilitui.core.pathways.enrolment import Entered
from facilitui.core.pathways.remarks import Remark, RemarkKind
from facilitui.core.pathways.words import Standing
from facilitui.reports.evidence_summary import evidence_summary
from facilitui.reports.plain_text import plain_text
from facilitui.reports.progress_page import in_short, progress_page
from tests.reports import enrolments
from tests.story.steps import HOSTILE


def candidate() -> Enrolled:
    """A candidate in phase 2."""
    progress = enrolments.candidate().progress
    return Enrolled(progress.id, progress.enrolment, progress)


def told(enrolled: Enrolled) -> str:
    """All of it in one line."""
    return " ".join(plain_text(progress_page(enrolled), 10_000).split())


def test_each_requirement_says_where_it_stands_and_what_is_open() -> None:
    """Met, missing, waiting, set aside or logged, each with its reason or what it lacks."""
    text = told(candidate())
    for words in (
        "keep its date and letter met: 1 of 1 ",
        "complete it set aside: Earlier training counts ",
        "in CLEE programming 1 logged; no number given; the programme decides ",
        "waiting for an opportunity (No training before autumn) ",
        "from CLEE staff missing: 1 of 2 lacks: one observation ",
        "Gate: CLEE decides whom it accepts as an apprentice. one is open ",
        f"Override: CLEE asked for it by phone {HOSTILE} lacked then: Complete the application ",
        "PHASE 3: FULLY APPROVED Not entered yet. It asks for:",
    ):
        assert words in text, words
    assert all(each.text in text for each in enrolments.CLEE.requirements)


def test_each_stay_in_a_phase_is_told_with_what_lacked_then() -> None:
    """The first override too, and that of a phase that the pathway has no more."""
    enrolled = candidate()
    stays = (
        Entered(phase="learning", on=date(2026, 1, 12)),
        Entered(phase="apprentice", on=date(2026, 2, 1), lacked=("A letter",), reason="By phone"),
        Entered(phase="old one", on=date(2026, 2, 8), lacked=("A talk",), reason="In person"),
        Entered(phase="apprentice", on=date(2026, 3, 2)),
    )
    assert enrolled.progress is not None
    enrolment = enrolled.enrolment.model_copy(update={"entered": stays})
    whole = replace(enrolled.progress, enrolment=enrolment)
    text = told(replace(enrolled, enrolment=enrolment, progress=whole))
    first = (
        "Entered on 1 Feb 2026, the next one on 8 Feb 2026 Override: By phone lacked then: A letter"
    )
    assert f"{first} Entered on 2 Mar 2026 " in text
    assert (
        "OLD ONE The pathway has no such phase any more. Entered on 8 Feb 2026, the next one on 2 "
        in text
    )
    assert "Override: In person lacked then: A talk" in text


def test_a_list_says_the_phase_and_the_one_next_step() -> None:
    """Of a closed one when that was, and no step any more."""
    enrolled = candidate()
    assert in_short(enrolled)[1:] == (
        "Phase 2: Apprentice, entered on 2 Mar 2026; being in it is no approval",
        "next: Be observed a second time",
    )
    over = enrolled.enrolment.model_copy(update={"closed_on": date(2026, 6, 1)})
    assert in_short(replace(enrolled, enrolment=over))[2:] == ("closed on 1 Jun 2026",)


def test_the_phase_is_told_in_the_words_of_the_evidence_summary() -> None:
    """Being in it is no approval where a gate leads on, and no claim at all where none does."""
    summary = enrolments.candidate()
    paper = " ".join(plain_text(evidence_summary(summary), 10_000).split())
    words = "Phase 2: Apprentice, entered on 2 Mar 2026; being in it is no approval"
    assert words in paper and f"Now in {words} " in told(candidate())
    ungated = tuple(e.model_copy(update={"gate": None}) for e in enrolments.CLEE.phases)
    pathway = enrolments.CLEE.model_copy(update={"phases": ungated})
    free = candidate()
    assert free.progress is not None
    text = told(replace(free, progress=replace(free.progress, pathway=pathway)))
    assert "Now in Phase 2: Apprentice, entered on 2 Mar 2026 " in text
    assert "no approval" not in text


def test_where_nothing_can_be_told_it_is_said_why() -> None:
    """In the list and on the page."""
    lost = replace(candidate(), progress=None, notice="It is lost: bring it back.")
    assert in_short(lost)[-1] == "It is lost: bring it back."
    assert told(lost).endswith("Begun 12 Jan 2026 It is lost: bring it back.")


def test_what_has_no_room_in_the_line_is_told_below_it() -> None:
    """All that is to be known of what is there, once."""
    enrolled = candidate()
    assert enrolled.progress is not None
    first = enrolled.progress.phases[0]
    remarks = tuple(Remark(RemarkKind.LOGGED, each) for each in ("one", "two", "three"))
    known = replace(first.requirements[0], count="2 logged", remarks=remarks)
    phase = replace(first, requirements=(known, *first.requirements[1:]))
    whole = replace(enrolled.progress, phases=(phase, *enrolled.progress.phases[1:]))
    assert "2 logged; one; two; and 1 more three " in told(replace(enrolled, progress=whole))


def test_a_reason_that_the_line_tells_is_not_told_again() -> None:
    """Such as that another requirement is met, which this one stands in for."""
    enrolled = candidate()
    assert enrolled.progress is not None
    first = enrolled.progress.phases[0]
    aside = replace(first.requirements[0], standing=Standing.SET_ASIDE, reason="it is met")
    phase = replace(first, requirements=(aside, *first.requirements[1:]))
    whole = replace(enrolled.progress, phases=(phase, *enrolled.progress.phases[1:]))
    assert told(replace(enrolled, progress=whole)).count("it is met") == 1
