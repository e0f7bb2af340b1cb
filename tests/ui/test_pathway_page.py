"""The page of a requirement: what has no room in its line is read there."""

from __future__ import annotations

from facilitui.core.pathways.case import Case
from facilitui.widgets.pathway_page import requirement_lines
from tests.core.pathways.journals import CLEE, CORE, enrolled, logged, of, progress


def test_all_that_is_to_be_known_stands_on_the_page() -> None:
    """Each contact is told once, in the line or below it (D-22)."""
    values = {"to": "CORE leaders", "how": "Call", "about": "x"}
    case = Case(logged=(logged("contacts", values=values),))
    whole = progress(enrolled(CORE), CORE, case)
    text = " ".join(
        " ".join(e.plain for e in requirement_lines(of(whole, "contacts"), whole, 60)).split()
    )
    for words in ("District leaders: none", "CORE leaders: last contact", "School leaders: none"):
        assert text.count(words) == 1, words
    assert "Please note Others" not in text and "Others: none logged yet." in text


def test_what_a_part_has_stands_further_in_than_the_part() -> None:
    """Else the day of an entry reads as something beside its part."""
    asked = of(progress(enrolled(CLEE), CLEE, Case()), "training_course")
    part = asked.slots[0].slot.part
    case = Case(logged=(logged("training_course", part=part),))
    whole = progress(enrolled(CLEE), CLEE, case)
    lines = [e.plain for e in requirement_lines(of(whole, "training_course"), whole, 60)]
    at = next(n for n, line in enumerate(lines) if line.endswith(" training_course"))
    assert lines[at].startswith("   ") and not lines[at - 1].startswith(" ")
