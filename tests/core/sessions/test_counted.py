"""How many are here: only expected, as it was planned, until somebody counts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.plans.agenda import expand
from facilitui.core.plans.attending import expected
from facilitui.core.sessions import moves
from facilitui.core.sessions.course import Course
from facilitui.core.sessions.fact_lines import fact_lines
from facilitui.core.sessions.facts import session_facts
from facilitui.core.sessions.fold import fold
from facilitui.core.sessions.replay import Replay
from facilitui.core.sessions.starting import Prepared, opening
from facilitui.core.told import people
from tests.core.making import Script, changed, good_plan


def begun(ready: Prepared) -> Script:
    """A session that begins as the host service begins it."""
    script = Script()
    script.course = Course()
    zone = script.now.tzinfo
    assert zone is not None
    return script.append(opening(ready, "s1", script.reading, zone))


def planned(count: int = 9) -> Prepared:
    """A plan for so many, made ready."""
    plan = good_plan()
    return Prepared(plan, "work", expand(plan, {}), attendance=count)


def told(script: Script) -> list[str]:
    """How many came, in the debrief's facts, in the journal and in the replay's first row."""
    facts = session_facts(script.state)
    lines = {line.name: line.value for line in fact_lines(facts, Debrief(session="s1"))}
    return [facts.people_told, lines["People"], Replay(script.events).moments[0].said]


def test_who_was_planned_for_is_expected_until_somebody_counts() -> None:
    """Nobody is told to be here because a plan says so."""
    script = begun(planned())
    assert (script.state.attendance, script.state.counted) == (9, False)
    assert all("9 expected" in each and "9 here" not in each for each in told(script))


def test_counted_before_the_start_they_are_here() -> None:
    """Also where exactly as many came as were expected."""
    script = begun(expected(planned(), 9))
    assert script.state.counted
    assert all("9 here" in each and "expected" not in each for each in told(script))


@given(st.integers(0, 500), st.integers(1, 5))
def test_one_more_counts_from_those_expected_and_makes_them_here(count: int, more: int) -> None:
    """One key counts them all; taken back, they are expected again."""
    script = begun(planned(count)).press(*[moves.one_more] * more)
    assert (script.state.attendance, script.state.counted) == (count + more, True)
    script.press(*[moves.take_back] * more)
    assert (script.state.attendance, script.state.counted) == (count, False)


def test_a_count_equal_to_the_expected_one_is_still_a_count() -> None:
    """As many as expected came: that is something to say."""
    script = begun(planned()).press(moves.attend(9))
    assert (script.state.attendance, script.state.counted) == (9, True)


def test_an_older_log_tells_what_it_told() -> None:
    """Without the word for it, a number was taken for those who were here."""
    script = begun(planned())
    place = next(n for n, each in enumerate(script.events) if type(each.body) is b.AttendanceTaken)
    older = changed(script.events[place], body='{"count":9,"part_of":1}')
    events = [*script.events[:place], older, *script.events[place + 1 :]]
    assert fold(events).counted and fold(events).attendance == 9


@pytest.mark.parametrize(
    ("count", "counted", "words"),
    [
        (9, True, "9 here"),
        (9, False, "9 expected"),
        (0, True, "0 here"),
        (0, False, "not told yet"),
    ],
)
def test_it_is_said_in_words(count: int, counted: bool, words: str) -> None:
    """The same ones before the start and while it runs."""
    assert people(count, counted=counted) == words
    assert replace(planned(count), counted=counted).people_told == words
