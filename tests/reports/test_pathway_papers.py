"""Cards of cycles, documents in parts and check-ins, filled from an enrolment or empty."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from facilitui.core.errors import NotFound
from facilitui.core.pathways.document_offers import DocumentOffer, offers_of
from facilitui.core.pathways.log_entry import Slot
from facilitui.core.pathways.pathway import DocumentForm, Pathway
from facilitui.core.pathways.requirements import Writing
from facilitui.core.pathways.summary import Summary
from facilitui.core.reports.handout import Format
from facilitui.reports.pathway_papers import written_paper
from tests.reports.communities import CORE, community
from tests.reports.enrolments import logged

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
NEA_FORM = DocumentForm.model_validate(
    {
        "id": "portfolio",
        "name": "A submission",
        "reader": "Assessors",
        "parts": [
            {"id": "context", "name": "Context", "ask": "Where?", "words": 3},
            {"id": "evidence", "name": "Evidence"},
        ],
    }
)


def offer(pathway: Pathway, key: str, *, enrolled: bool = True) -> DocumentOffer:
    """A document by its key."""
    return next(each for each in offers_of(pathway, enrolled=enrolled) if each.key == key)


def paper(key: str, summary: Summary | None, pathway: Pathway = CORE) -> str:
    """A document as Markdown, or as a calendar."""
    asked = offer(pathway, key, enrolled=summary is not None)
    made = written_paper(asked, asked.forms[0], pathway, summary, NOW)
    return made.data.decode("utf-8")


def test_an_empty_card_has_each_part_with_room_to_write() -> None:
    """The same for an enrolment and for nobody; it says nothing of what it leaves out."""
    text = paper("card", None)
    assert text == paper("card", community())
    assert f"- **Group**: {'…' * 20}\n" in text and "**Who**" not in text
    assert text.startswith("# PDSA cycle: CORE community of practice")
    for part in ("## Plan", "## Do", "## Study", "## Act", "…… of 3"):
        assert part in text
    assert text.count("……………………………\\\n") == 8 and "eft out" not in text
    assert len(text.splitlines()) < 60, "it is one page"


def test_a_card_is_filled_from_its_own_cycle() -> None:
    """With the schools' problems of practice and check-ins; nobody is named on it."""
    text = paper("card-1", community("Mia Lee"))
    assert "# PDSA cycle 1: Hill and Lake" in text and "1 of 3" in text
    assert "**Hill**: *The problem of practice, as the school says it now:* Few voices" in text
    assert "**Group**: Hill and Lake\n" in text and "**Written**: 23 Nov 2026\n" in text
    assert "**Check-ins**: 2 Sep 2026, 9 Sep 2026 (still to come)" in text
    assert "- 3 Sep 2026: *What does it show?* A participant brought data" in text
    assert "Mia" not in text and text.count("……………………………\\\n") == 6
    assert "Left out: the names of those who take part." in text
    assert "brought data" not in paper("card-2", community("Mia Lee"))


def test_a_school_is_called_what_it_is_and_that_is_said() -> None:
    """Where a name on the roster is in it: it is nobody."""
    text = paper("card-1", community("Ana Hill"))
    assert "Left out: the names of those who take part (not in what a school is called)." in text
    assert "**Hill**: " in text


def written(*parts: tuple[Slot, str]) -> tuple[Pathway, Summary]:
    """A pathway with a document, of which these parts were written."""
    asked = Writing(kind="document", id="submit", text="Submit it", document="portfolio")
    phase = CORE.phases[0].model_copy(update={"requirements": (asked,)})
    pathway = CORE.model_copy(update={"documents": (NEA_FORM,), "phases": (phase,)})
    summary = community("Mia Lee")
    entries = [
        logged(f"log_entry-{number}", date(2026, 9, number), "submit", slot=slot, note=text)
        for number, (slot, text) in enumerate(parts, 1)
    ]
    entries.append(logged("log_entry-x", date(2026, 9, 9), "submit", enrolment="another", note="X"))
    progress = replace(summary.progress, pathway=pathway)
    case = replace(summary.case, logged=tuple(entries))
    return pathway, replace(summary, progress=progress, case=case)


def test_a_document_has_its_parts_in_order_with_their_words_counted() -> None:
    """Too many are told, and nothing is cut; what was not written is told as that."""
    parts = (Slot(part="evidence"), "[x] two"), (Slot(part="context"), "one two three\n\nfour")
    pathway, summary = written(*parts)
    text = paper("portfolio", summary, pathway)
    assert text.index("## Context") < text.index("one two three") < text.index("## Evidence")
    assert "| Context | 4 | 3 | 1 word too many |" in text
    assert "| Evidence | 2 | not given |  |" in text
    assert "\\[x\\] two" in text and "**For**: Assessors" in text
    pathway, summary = written()
    assert paper("portfolio", summary, pathway).count("Nothing written yet.") == 2


def test_a_document_written_by_each_stands_for_each() -> None:
    """Members go by numbers."""
    slots = (Slot(part="context", member="m1"), Slot(part="context", school="s2"))
    pathway, summary = written((slots[0], "Mine"), (slots[1], "Ours"))
    text = paper("portfolio", summary, pathway)
    assert "## Member 1\n\n### Context\n\nMine" in text and "## Lake\n\n### Context\n\nOurs" in text
    assert "| Member 1 | Context | 1 | 3 |" in text and "Mia" not in text


def test_an_empty_document_says_what_each_part_asks() -> None:
    """With its limit and room to write."""
    pathway, _ = written()
    text = paper("portfolio", None, pathway)
    assert "## Context\n\n*Where?; at most 3 words*\n\n………" in text


def test_check_ins_are_days_of_a_calendar() -> None:
    """Known again by their entry, a revision over the one before; without a note or an alarm."""
    summary = community("Mia Lee")
    made = written_paper(offer(CORE, "check-ins"), Format.ICALENDAR, CORE, summary, NOW)
    lines = unfolded(made.data)
    assert found(lines, "DTSTART") == [";VALUE=DATE:20260902", ";VALUE=DATE:20260909"]
    assert found(lines, "DTEND") == [";VALUE=DATE:20260903", ";VALUE=DATE:20260910"]
    assert found(lines, "SUMMARY")[0] == ":Hill and Lake: check-in\\, PDSA cycle 1 of 3"
    assert found(lines, "UID")[0] == ":enrolment-1-log_entry-in2@facilitui"
    assert not {"BEGIN:VALARM", "BEGIN:VTIMEZONE"} & {*lines} and b"Mia" not in made.data
    assert made.left_out == ("the notes of 2 check-ins",)
    revised = tuple(
        replace(each, revision=4) if each.source.entry == "log_entry-in9" else each
        for each in summary.case.logged
    )
    again = replace(summary, case=replace(summary.case, logged=revised))
    assert found(unfolded(paper("check-ins", again).encode()), "SEQUENCE") == [":0", ":3"]


def test_a_check_in_with_a_time_is_at_that_time() -> None:
    """By the clock of the place, without an end that nobody said; no notes, nothing left out."""
    summary = community("Mia Lee")
    at = {"at": time(15, 30), "note": " "}
    timed = tuple(
        replace(each, said=each.said.model_copy(update=at)) for each in summary.case.logged
    )
    again = replace(summary, case=replace(summary.case, logged=timed))
    made = written_paper(offer(CORE, "check-ins"), Format.ICALENDAR, CORE, again, NOW)
    lines = unfolded(made.data)
    assert found(lines, "DTSTART") == [":20260902T153000", ":20260909T153000"]
    assert not found(lines, "DTEND") and "BEGIN:VALARM" not in lines
    assert not any("notes" in each for each in made.left_out)


def unfolded(calendar: bytes) -> list[str]:
    """The lines of a calendar."""
    return calendar.decode("utf-8").replace("\r\n ", "").split("\r\n")


def found(lines: list[str], name: str) -> list[str]:
    """What stands behind a property's name, in the order of the events."""
    return [each.removeprefix(name) for each in lines if each.startswith((f"{name}:", f"{name};"))]


def test_without_a_check_in_there_is_no_calendar() -> None:
    """And it is said what to do."""
    summary = community()
    none = replace(summary, case=replace(summary.case, logged=()))
    with pytest.raises(NotFound, match="no check-in has a day yet; log one"):
        paper("check-ins", none)
