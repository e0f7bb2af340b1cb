"""Fitting steps into the minutes there are: who gives, and how much."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitui.core.library.protocol import Protocol, Step
from facilitui.core.plans.fitting import fit
from facilitui.core.plans.grouping import repeats
from facilitui.core.vocabulary import Silence
from tests.core.making import final_word, protocol, step, tuning

HALVES = st.integers(1, 16).map(lambda n: n / 2)
minutes_there_are = st.integers(1, 100).map(float)


@st.composite
def steps(draw: st.DrawFn) -> tuple[list[Step], dict[str, int]]:
    """Steps in whole and half minutes, some silent, some debriefs, with their repeats."""
    made, times = [], {}
    for number in range(draw(st.integers(1, 6))):
        least, ideal, most = sorted(draw(st.tuples(HALVES, HALVES, HALVES)))
        silence = draw(st.sampled_from([Silence.NONE, Silence.NONE, Silence.ALL]))
        made.append(
            step(f"s{number}", least, ideal, most, silence=silence, debrief=draw(st.booleans()))
        )
        times[f"s{number}"] = draw(st.sampled_from([1, 1, 2, 5]))
    return made, times


def total(fitted: dict[str, float], times: dict[str, int]) -> float:
    return sum(length * times[name] for name, length in fitted.items())


@settings(max_examples=250)
@given(steps(), minutes_there_are)
def test_limits_hold_and_the_sum_is_right_where_it_can_be(
    made: tuple[list[Step], dict[str, int]], minutes: float
) -> None:
    """No step leaves its limits; the sum is wrong only at them, or by half a repeated minute."""
    given_steps, times = made
    fitted = fit(given_steps, times, minutes)
    assert all(each.min <= fitted[each.id] <= each.max for each in given_steps)
    apart = total(fitted, times) - minutes
    if apart > 0:
        assert all(fitted[each.id] == each.min for each in given_steps)
    if apart < 0:
        coarse = max(times.values()) / 2
        at_most = all(fitted[each.id] == each.max for each in given_steps)
        assert at_most or -apart < coarse
    if set(times.values()) == {1}:
        least, most = sum(s.min for s in given_steps), sum(s.max for s in given_steps)
        assert total(fitted, times) == min(max(minutes, least), most)


@settings(max_examples=250)
@given(steps(), minutes_there_are)
def test_protected_steps_give_last(made: tuple[list[Step], dict[str, int]], minutes: float) -> None:
    """A silent step or a debrief is below its usual time only when all others are at theirs."""
    given_steps, times = made
    fitted = fit(given_steps, times, minutes)
    if any(fitted[each.id] < each.ideal for each in given_steps if each.protected):
        assert all(fitted[each.id] == each.min for each in given_steps if not each.protected)


@given(steps())
def test_the_usual_time_changes_nothing(made: tuple[list[Step], dict[str, int]]) -> None:
    """In the time it usually takes, every step has its own."""
    given_steps, times = made
    usual = {each.id: each.ideal for each in given_steps}
    assert fit(given_steps, times, total(usual, times)) == usual


def fitted_into(made: Protocol, minutes: float, people: int = 0) -> list[float]:
    times = {each.id: repeats(made, each, people) for each in made.steps}
    return list(fit(made.steps, times, minutes).values())


def test_a_flexible_step_takes_nothing_while_a_silent_one_gives() -> None:
    """Four silent turns that gave half a minute each leave a minute over, and it stays over."""
    quiet = step("quiet", 1, 3, 3, silence=Silence.ALL)
    talk = step("talk", 5, 6, 8)
    assert fit([talk, quiet], {"talk": 1, "quiet": 4}, 16) == {"talk": 5, "quiet": 2.5}
    assert fit([talk, quiet], {"talk": 1, "quiet": 4}, 17) == {"talk": 5, "quiet": 3}


def test_a_tuning_in_45_minutes() -> None:
    """All that talk are at their shortest; silence and debrief give the four minutes left."""
    intro, present, clarify, examine, prepare, feedback, reflect, debrief = fitted_into(
        tuning(), 45
    )
    assert [intro, present, clarify, feedback, reflect] == [1, 10, 3, 10, 3]
    assert prepare == 2
    assert examine + debrief == 16
    assert 5 <= examine < 15 and 3 <= debrief <= 5


def test_a_tuning_in_60_minutes_is_as_quiet_as_ever() -> None:
    """While others have time to give, silence and debrief keep theirs."""
    made = tuning()
    times = fit(made.steps, dict.fromkeys((each.id for each in made.steps), 1), 60)
    assert sum(times.values()) == 60
    assert all(times[each.id] == each.ideal for each in made.steps if each.protected)


@pytest.mark.parametrize("minutes", [37, 20, 1])
def test_in_too_little_time_everything_is_at_its_shortest(minutes: float) -> None:
    """Never below: the caller shows the difference."""
    assert fitted_into(tuning(), minutes) == [1, 10, 3, 5, 2, 10, 3, 3]


def test_in_too_much_time_everything_is_at_its_longest() -> None:
    """Never above."""
    assert fitted_into(tuning(), 400) == [each.max for each in tuning().steps]


@pytest.mark.parametrize("minutes", range(33, 54))
def test_the_final_word_for_twenty_fits_to_the_minute(minutes: int) -> None:
    """One round's minutes serve all four turns, and the sum is still right."""
    mark, why, respond, last, change, debrief = fitted_into(final_word(), minutes, 20)
    assert mark + 4 * (why + respond + last + change) + debrief == pytest.approx(
        minutes, abs=0 if minutes <= 45 else 2
    )
    if mark < 5 or debrief < 5:
        assert (why, respond, last, change) == (2, 3, 1, 0.5)


def test_steps_give_evenly() -> None:
    """Two steps with the same room give the same, not the first one everything."""
    made = protocol(step("a", 2, 10, 12), step("b", 2, 10, 12))
    assert fitted_into(made, 12) == [6, 6]
    assert fitted_into(made, 22) == [11, 11]


@settings(max_examples=150)
@given(steps(), minutes_there_are, st.data())
def test_minutes_that_were_set_are_kept(
    made: tuple[list[Step], dict[str, int]], minutes: float, data: st.DataObject
) -> None:
    """However little is left, and the others are fitted into just that as if they were alone."""
    given_steps, times = made
    names = data.draw(st.sets(st.sampled_from([*times, "gone"])))
    fixed = {name: data.draw(HALVES) for name in names}
    fitted = fit(given_steps, times, minutes, fixed)
    assert fitted.keys() == times.keys()
    assert all(fitted[name] == fixed[name] for name in names & set(times))
    others = [each for each in given_steps if each.id not in fixed]
    left = minutes - sum(fixed[name] * times[name] for name in names & set(times))
    assert {each.id: fitted[each.id] for each in others} == fit(others, times, left)


def test_a_step_that_was_set_may_be_outside_its_limits() -> None:
    """Who sets it knows why; the others give what they can."""
    made = protocol(step("a", 2, 10, 12), step("b", 2, 10, 12))
    assert fit(made.steps, {"a": 1, "b": 1}, 20, {"a": 15}) == {"a": 15, "b": 5}
    assert fit(made.steps, {"a": 1, "b": 1}, 20, {"a": 30}) == {"a": 30, "b": 2}
