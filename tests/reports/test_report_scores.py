"""Scores in reports: levels with names, one's own and an observer's apart and side by side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitui.core.debriefs.scores import RubricRef, Score
from facilitui.core.reports.handout import Format
from facilitui.core.reports.report import Report
from facilitui.core.reports.report_privacy import for_reader
from facilitui.core.reports.report_reader import Reader
from facilitui.reports.session_report import written_report
from tests.reports.cases import case

LEVELS = ("Beginning", "Emerging", "Proficient", "Exemplary")
OURS = RubricRef(id="ours", version="1", name="Ours", top=4, levels=LEVELS)


def told(reader: Reader, theirs: RubricRef = OURS) -> str:
    """The report of a session that both scored."""
    both = case()
    assert both.scores is not None
    own = (Score(criterion="a", name="Waits", level=2), Score(criterion="b", name="Voice", level=4))
    seen = (Score(criterion="a", name="Waits", level=3), Score(criterion="c", name="Pace", level=1))
    observed = both.observations[0].model_copy(update={"rubric": theirs, "scores": seen})
    scores = both.scores.model_copy(update={"rubric": OURS, "scores": own})
    both = replace(both, scores=scores, observations=(observed,))
    report = Report(reader, (for_reader(both, reader),))
    return written_report(report, Format.MARKDOWN).data.decode("utf-8")


def test_both_stand_side_by_side_and_nothing_is_made_of_them() -> None:
    """Criterion, the facilitator's, the observer's; what one did not score is missing."""
    text = told(Reader.MENTOR)
    assert "2 of 4, Emerging" in text and "3 of 4, Proficient" in text
    rows = [" ".join(line.replace("|", " ").split()) for line in text.splitlines()]
    for row in (
        "Criterion Facilitator Observer",
        "Waits 2 3",
        "Voice 4 missing",
        "Pace missing 1",
    ):
        assert row in rows, row
    assert "2.5" not in text


def test_scores_under_another_version_are_not_compared() -> None:
    """Which is said; both are there all the same."""
    text = told(Reader.MENTOR, OURS.model_copy(update={"version": "2"}))
    assert "nothing is compared" in text and "Criterion | Facilitator" not in text
    assert "Ours, version 1" in text and "Ours, version 2" in text


@pytest.mark.parametrize("reader", [each for each in Reader if each is not Reader.MENTOR])
def test_whoever_gets_no_own_scores_gets_none_beside(reader: Reader) -> None:
    """Neither under their own heading nor beside the observer's."""
    assert "Side by side" not in told(reader) and "Emerging" not in told(reader)
