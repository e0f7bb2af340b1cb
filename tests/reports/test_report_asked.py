"""Reports of answers from several sets: words only of what was asked, figures with their share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from facilitui.core.reports.report_reader import Reader
from facilitui.core.responses.feedback import Feedback, Item, Response
from facilitui.core.responses.feedback_together import together
from tests.reports.cases import case
from tests.reports.test_session_report import text

WISH = "Zq a window"
SLIP = Response(levels={Item.PACE: 4}, words={Item.ONE_CHANGE: WISH})
SHEET = Response(levels={Item.PACE: 4})


@pytest.mark.parametrize(("slips", "quoted"), [(3, False), (5, True)])
def test_words_are_told_from_five_on_who_were_asked_for_them(slips: int, quoted: bool) -> None:
    """Four sheets of a form that asked for none hide nobody; that it is kept back is told."""
    given = (Feedback(responses=(SLIP,) * slips), Feedback(responses=(SHEET,) * 4))
    one = case(feedback=together(given, 9))
    told = text(Reader.CO_FACILITATOR, one)
    assert (WISH in told) is quoted
    assert ("what participants wrote where fewer than 5 answered" in told) is not quoted
    assert WISH not in text(Reader.SPONSOR, one)


def test_each_question_has_its_own_share_of_who_came() -> None:
    """Of nine who came seven answered, and five of them this question."""
    given = Feedback(attendance=9, responses=(SHEET,) * 5 + (Response(levels={Item.VOICE: 1}),) * 2)
    told = text(Reader.LEADER, case(feedback=(given,)))
    assert "| 5 of 9 answered (56%) |" in told and "7 of 9 answered (78%) |" not in told


def test_two_follow_ups_have_their_days() -> None:
    """Or nobody can tell which is which."""
    grown = Response(levels={Item.BEFORE: 1, Item.NOW: 3})
    one = Feedback(later=True, responses=(grown,) * 5, attendance=9)
    days = (date(2026, 12, 1), date(2027, 3, 1))
    sets = [of_day(one, each) for each in days]
    told = text(Reader.LEADER, replace(case(), feedback=together(sets)))
    assert "Asked weeks later, answered Tue 1 Dec 2026. " in told
    assert "Asked weeks later, answered Mon 1 Mar 2027. " in told


def of_day(feedback: Feedback, day: date) -> Feedback:
    """Answers of another day."""
    return feedback.model_copy(update={"answered_on": (day, day)})
