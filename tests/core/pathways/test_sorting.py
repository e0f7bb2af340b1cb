"""What was sorted: what it is called, what lies in no phase, and what is still to come."""

from __future__ import annotations

import pytest

from facilitui.core.pathways.case import Case, Heard, Source
from facilitui.core.pathways.remarks import texts
from facilitui.core.pathways.sorting import things_told
from facilitui.core.pathways.words import Standing
from facilitui.core.vocabulary import Role
from tests.core.pathways.journals import (
    CLEE,
    areas,
    day,
    enrolled,
    heard,
    held,
    observed,
    of,
    progress,
    source,
)

APPRENTICE = {"learning": 0, "apprentice": 100}
ALONE = Heard(source("slips", 111, session=False), 3, 0, 0)


def video(name: str, after: int | None = 110) -> object:
    """An observation that belongs to no session here."""
    found = observed(name, after)
    return type(found)(source(name, after, session=False), found.role, found.mode)


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("", ""),
        ("s", "1 session"),
        ("v", "1 observation"),
        ("f", "1 set of answers"),
        ("st", "2 sessions"),
        ("sv", "1 session and 1 observation"),
        ("stvwf", "2 sessions, 2 observations and 1 set of answers"),
    ],
)
def test_things_are_called_what_they_are(keys: str, told: str) -> None:
    """What belongs to a session is told as that, whoever tells of it."""
    case = Case(
        sessions=(held("s", 1), held("t", 2)),
        observed=(observed("s", 1), video("v"), video("w")),  # type: ignore[arg-type]
        heard=(ALONE, heard("t", 2)),
    )
    named = {"v": "entry-v", "w": "entry-w", "f": "entry-slips"}
    assert things_told((named.get(key, key) for key in keys), case) == told


def test_the_step_and_what_is_not_sorted_say_what_it_is() -> None:
    """An observation of a video is no session."""
    told = progress(enrolled(CLEE, APPRENTICE), CLEE, Case(observed=(video("v", 5),)))  # type: ignore[arg-type]
    assert told.step.text == "Say whether 1 observation counts"
    assert told.unsorted_told == "1 observation"
    both = Case((held("s", 4),), (video("v", 5),))  # type: ignore[arg-type]
    told = progress(enrolled(CLEE, APPRENTICE), CLEE, both)
    assert told.step.text == "Say whether 1 session and 1 observation count"


def test_what_counts_in_no_phase_is_told_with_its_day() -> None:
    """Once for each day of it: somebody sorted it, and wonders why nothing counts it."""
    case = Case(
        sessions=(held("early", -3), held("s", 110)),
        observed=(observed("early", -3), observed("s", None)),
    )
    told = progress(enrolled(CLEE, APPRENTICE, ["early", "s"]), CLEE, case)
    assert told.notices == (
        "Sorted as counting, but in no phase, so it counts nowhere: “early” (7 Jan 2026), “s” "
        "(no day).",
    )
    assert not progress(enrolled(CLEE, APPRENTICE, ["s"]), CLEE, Case(case.sessions[1:])).notices
    assert not progress(enrolled(CLEE, APPRENTICE), CLEE, Case((held("early", -3),))).notices
    many = Case(tuple(held(f"e{at}", -at) for at in range(1, 6)))
    found = progress(enrolled(CLEE, APPRENTICE, [f"e{at}" for at in range(1, 6)]), CLEE, many)
    assert found.notices[0].endswith("“e3” (7 Jan 2026) and 2 more.")


def test_what_is_still_to_come_counts_nowhere_and_is_told() -> None:
    """A day that is typed wrong opens no gate: sessions, observations, scores and answers."""
    today = day(150)
    case = Case(
        sessions=(held("a", 151, role=Role.APPRENTICE), held("b", 150, role=Role.APPRENTICE)),
        observed=(observed("a", 151, {"pace": 4}), observed("b", 150)),
    )
    enrolment = enrolled(CLEE, APPRENTICE, ["a", "b"], areas=(areas("pace"),))
    told = progress(enrolment, CLEE, case, today)
    remark = "“a” is of 10 Jun 2026, still to come, and counts from then on"
    for id, have in (
        ("apprentice_role", 1),
        ("observed_as_apprentice", 1),
        ("scores_as_apprentice", 0),
    ):
        found = of(told, id)
        assert (found.have, remark in texts(found.remarks), remark in found.told) == (
            have,
            True,
            True,
        )
    then = progress(enrolment, CLEE, case, day(151))
    assert of(then, "scores_as_apprentice").standing is Standing.MET
    assert not texts(of(then, "observed_as_apprentice").remarks)


def test_answers_still_to_come_show_nothing() -> None:
    """Likewise."""
    enrolment = enrolled(CLEE, {**APPRENTICE, "fully_approved": 200}, ["a"])
    case = Case(heard=(heard("a", 250, effect=1, growth=1),))
    told = of(progress(enrolment, CLEE, case, day(249)), "participant_feedback")
    assert (told.standing, told.have) == (Standing.MISSING, 0)
    told = of(progress(enrolment, CLEE, case, day(250)), "participant_feedback")
    assert told.standing is Standing.LOGGED


def test_sessions_told_beside_are_those_that_were_held() -> None:
    """The journal holds none of tomorrow."""
    case = Case((held("a", 5), held("b", 9)))
    found = of(progress(enrolled(CLEE), CLEE, case, day(8)), "facilitation_experience")
    assert "the journal holds 1 session" in texts(found.remarks)
    assert Source("", "x", None, "").key == "x"
