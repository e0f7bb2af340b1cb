"""What is there though nothing is asked of it stands in what is printed and taken along."""

from __future__ import annotations

import pytest

from facilitui.core.pathways.case import Case
from facilitui.core.pathways.enrolled import Enrolled
from facilitui.core.pathways.progress import PathwayProgress
from facilitui.core.pathways.summary import Summary
from facilitui.reports.document import Document
from facilitui.reports.evidence_summary import evidence_summary
from facilitui.reports.plain_text import plain_text
from facilitui.reports.progress_page import progress_page
from tests.core.pathways.journals import CLEE, TODAY, aside, enrolled, logged, progress

COURSE = tuple(logged("training_course", part, part=part) for part in ("Enrolled", "Completed"))
HALF = logged("prior_training", "My workshops", None, values={"training": "My workshops"})
CASE = Case(logged=(*COURSE, HALF))


def text(document: Document) -> str:
    """All of it in one line."""
    return " ".join(plain_text(document, 10_000).split())


def standing(*, is_aside: bool) -> PathwayProgress:
    """The course is met, and earlier training was written down by half."""
    said = (aside("prior_training", reason="Not asked"),) if is_aside else ()
    return progress(enrolled(CLEE, aside=said), CLEE, CASE)


@pytest.mark.parametrize("is_aside", [False, True])
def test_progress_tells_it(is_aside: bool) -> None:
    """How much is there, and what that lacks."""
    told = standing(is_aside=is_aside)
    page = text(progress_page(Enrolled(told.id, told.enrolment, told)))
    assert "; 1 is there there: “My workshops” lacks its day" in page
    assert "lacks: “My workshops”" not in page


@pytest.mark.parametrize("is_aside", [False, True])
def test_the_evidence_summary_tells_it(is_aside: bool) -> None:
    """It is named, and nothing that is recorded reads as a fault."""
    paper = text(evidence_summary(Summary(standing(is_aside=is_aside), CASE, TODAY, {})))
    assert "; 1 is there There, lacking: “My workshops” lacks its day" in paper
    assert "Still lacking: “My workshops”" not in paper
    assert "without a note" not in paper
