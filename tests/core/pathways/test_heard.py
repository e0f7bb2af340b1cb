"""What participants' feedback shows: one sign of each is enough, and the spread is always told."""

from __future__ import annotations

import pytest

from facilitui.core.pathways.case import Case, Heard
from facilitui.core.pathways.progress import Progress
from facilitui.core.pathways.remarks import texts
from facilitui.core.pathways.words import Standing
from tests.core.pathways.journals import CLEE, OF_PHASE, enrolled, heard, progress, source, stands

ABOVE = "above the middle of the scale for how it worked"

ASKED = "participant_feedback"
NO_NUMBER = "no number given; the programme decides"
WORST = Heard(source("Exit", 210), 5, effect=0, growth=0, rated=5, less=5)
"""Five answered the least of everything, and all were less sure afterwards."""

ALL_ABOVE = "3 above the middle of the scale for how it worked"


def feedback(*answers: Heard) -> Progress:
    """Where CLEE's requirement stands for somebody in the third phase."""
    enrolment = enrolled(CLEE, OF_PHASE, [each.source.session for each in answers])
    return stands(ASKED, enrolment, CLEE, Case(heard=answers))


def test_feedback_has_to_show_both_in_one_session_or_in_several() -> None:
    """Effect and growth (A-41): either alone is told as what is missing."""
    effect, growth = heard("a", 210, effect=3), heard("b", 220, growth=2)
    found = feedback(effect)
    assert found.standing is Standing.MISSING
    assert texts(found.lacks) == ("nobody answered yet how they grew",)
    assert found.told == (
        f"1 logged; {NO_NUMBER}; “a” of 8 Aug 2026, 3 answered: {ALL_ABOVE}; "
        "nobody answered yet how they grew"
    )
    found = feedback(effect, growth)
    assert found.standing is Standing.LOGGED
    assert found.told == (
        f"2 logged; {NO_NUMBER}; “a” of 8 Aug 2026, 3 answered: {ALL_ABOVE}; "
        "“b” of 18 Aug 2026, 2 answered: 2 surer than before"
    )
    assert feedback(effect, heard("b", 220)).standing is Standing.MISSING


def test_the_worst_answers_show_nothing() -> None:
    """That somebody answered is no evidence of what they answered; how it spread is told."""
    found = feedback(WORST)
    assert (found.standing, found.by) == (Standing.MISSING, ())
    assert texts(found.lacks) == (
        "nobody rated anything above the middle of its scale",
        "nobody is surer now than before, or told what they tried since",
    )
    assert f"“Exit” of 8 Aug 2026, 5 answered: 0 {ABOVE}; 5 less sure" in found.told
    assert all(lack in found.told for lack in texts(found.lacks))


def test_the_spread_is_told_of_what_shows_nothing_too() -> None:
    """Beside another session that does show it, so that nothing bad is left out."""
    good = heard("b", 220, effect=1, growth=1)
    found = feedback(WORST, good)
    assert found.standing is Standing.LOGGED
    assert [each.session for each in found.by] == ["b"]
    assert texts(found.remarks)[0] == f"“Exit” of 8 Aug 2026, 5 answered: 0 {ABOVE}; 5 less sure"


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (
            Heard(source("a", 1), 5, 4, 3, rated=5, surer=3, same=1, less=1),
            f"5 answered: 4 {ABOVE}; 3 surer than before, 1 the same, 1 less sure",
        ),
        (
            Heard(source("a", 1), 2, 0, 0, rated=2),
            "2 answered: 0 above the middle of the scale for how it worked",
        ),
        (Heard(source("a", 1), 2, 0, 2, tried=2), "2 answered: 2 told what they tried since"),
        (Heard(source("a", 1), 1, 0, 0), "1 answered"),
    ],
)
def test_answers_are_told_by_how_they_spread(answers: Heard, told: str) -> None:
    """What nobody was asked is not told as nothing."""
    assert answers.told == told


def test_a_gate_says_that_the_programme_decides_on_what_has_no_number() -> None:
    """By its name: "no number is given for 1" tells nobody for what."""
    answers = heard("b", 220, effect=1, growth=1)
    enrolment = enrolled(CLEE, OF_PHASE, ["b"])
    gate = progress(enrolment, CLEE, Case(heard=(answers,))).phases[2].gate
    assert gate is not None
    named = CLEE.requirement(ASKED)
    assert named is not None
    assert f"no number is given for “{named.text}”: the programme decides on it" in gate.told
