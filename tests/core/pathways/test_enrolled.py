"""What is told of an enrolment beside where it stands."""

from __future__ import annotations

from datetime import date

from facilitui.core.pathways.enrolled import Enrolled
from tests.core.pathways.journals import CLEE, enrolled


def test_what_is_closed_goes_by_no_other_file_any_more() -> None:
    """That its pathway's file is another one by now is told only while something may be moved."""
    enrolment = enrolled(CLEE)
    told = Enrolled("a", enrolment, None, changed_to="9").file_told
    assert told == "The pathway's file is now version 9"
    closed = enrolment.model_copy(update={"closed_on": date(2026, 11, 20)})
    assert Enrolled("a", closed, None, changed_to="9").file_told == ""
