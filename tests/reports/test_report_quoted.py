"""No private line leaves in an answer, whatever marks it is quoted in; nor do a form's rows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.debriefs.asked_moments import pulled
from facilitui.core.debriefs.debrief import Answer, Commitment, Judgement
from facilitui.core.reports.report_privacy import for_reader
from facilitui.core.reports.report_reader import Reader
from facilitui.core.responses.feedback import Feedback
from facilitui.core.told import QUOTES
from tests.reports.cases import OTHERS, TORONTO, case, debrief, responses
from tests.reports.test_session_report import text


@pytest.mark.parametrize("reader", Reader)
def test_nobody_gets_what_the_rows_of_a_form_are_known_by(reader: Reader) -> None:
    """It says nothing, and with 50,000 answers takes longest to go through."""
    whole = case(feedback=(Feedback(responses=responses(6), rows=("0f", "1f", "2f"), source="f"),))
    assert not any(each.rows for each in for_reader(whole, reader).feedback)


short_lines = st.sampled_from(["zqzqzq", "zqzqzq said", "zqzqzq did it", "zqzqzq “so” he"])
own_marks = st.sampled_from(["{}", *(f"{pair[0]}{{}}{pair[1]}" for pair in QUOTES)])


@given(own_marks, short_lines, st.sampled_from(OTHERS))
def test_no_private_capture_leaves_however_it_is_quoted(
    marks: str, line: str, reader: Reader
) -> None:
    """Of a word or two as well, as it was pulled in: with its own marks, or with ours."""
    one = case((marks.format(line),))
    assert one.run is not None and one.held_at is not None
    facts = one.run.facts
    into = f"We slowed down after {pulled(facts.notes[0], facts.began_at, TORONTO)} in the round."
    said = debrief(
        learned=into,
        answers=(Answer(id="plus_delta.plus", ask="x", text=into),),
        commitments=(Commitment(text=into),),
        judgements=(Judgement(goal="G1", text="know", evidence=into),),
    )
    told = text(reader, replace(one, debrief=said))
    assert "zqzqzq" not in told and "zqzqzq" not in text(
        reader, replace(one, run=None, debrief=said)
    )
