"""What is told to a sponsor stands under a heading that its question asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from facilitui.core.debriefs.debrief import Answer, Debrief
from facilitui.core.library.frames import Tells
from facilitui.core.reports.report_answers import CHALLENGES, LEARNINGS, SUCCESSES, bullets
from facilitui.core.reports.report_case import Case
from facilitui.core.reports.report_left_out import left_out
from facilitui.core.reports.report_needs import needs
from facilitui.core.reports.report_reader import Reader
from tests.reports.cases import BARE, case, debrief


def answered(id: str, text: str, tells: Tells | None = None) -> Case:
    """A session of which one answer is known."""
    told = Debrief(answers=(Answer(id=id, ask="Why so", text=text),))
    return replace(BARE, debrief=told, tells={id: tells} if tells is not None else {})


@pytest.mark.parametrize(
    ("tells", "heading"),
    [
        (Tells.LEARNING, LEARNINGS),
        (Tells.CHALLENGE, CHALLENGES),
        (Tells.SUCCESS, SUCCESSES),
        (Tells.CHANGE, CHALLENGES),
        (Tells.NEXT, ""),
        (Tells.OWN, ""),
    ],
)
def test_an_answer_stands_under_what_its_question_tells(tells: Tells, heading: str) -> None:
    """Line by line; what is next, and what is the facilitator's own, under none."""
    told = bullets(answered("mine.a", "- one\n• two\n\none", tells))
    assert told == dict.fromkeys((LEARNINGS, CHALLENGES, SUCCESSES), ()) | (
        {heading: ("one", "two")} if heading else {}
    )


def test_without_a_word_of_it_an_answer_is_told_under_nothing() -> None:
    """Nobody asked for any of the headings; that it is left out is told."""
    one = answered("mine.a", "I waited.")
    assert not any(bullets(one).values())
    left = "answers in a frame of which nobody said what they tell"
    assert left in left_out((one,), Reader.SPONSOR) and left not in left_out((one,), Reader.MENTOR)
    assert left not in left_out((answered("mine.a", "I waited.", Tells.OWN),), Reader.SPONSOR)


def test_the_two_minute_form_tells_what_to_change_and_no_success() -> None:
    """A moment that stays may be a bad one, and what is to change was hard."""
    assert not any(bullets(answered("door.moment", "They left in tears.")).values())
    told = bullets(answered("door.change", "They left in tears."))
    assert told == {LEARNINGS: (), CHALLENGES: ("They left in tears.",), SUCCESSES: ()}


@pytest.mark.parametrize(("over", "told"), [(4.9, []), (5.0, ["5 min"]), (7.4, ["7 min 30 s"])])
def test_a_session_runs_over_from_five_minutes_on(over: float, told: list[str]) -> None:
    """Less is no challenge."""
    whole = case()
    assert whole.run is not None
    facts = replace(whole.run.facts, planned=15, ran=15 + over)
    lines = bullets(replace(whole, run=replace(whole.run, facts=facts)))[CHALLENGES]
    assert [each for each in lines if "longer than planned" in each] == [
        f"It ran {over_told} longer than planned" for over_told in told
    ]


@pytest.mark.parametrize("door", [True, False])
def test_the_two_minute_form_alone_is_told_as_missing(door: bool) -> None:
    """And no more once it is written in full."""
    lacking = "The debrief in full: only the two-minute form is written"
    assert (lacking in needs(case(debrief=debrief(door=door)))) is door
