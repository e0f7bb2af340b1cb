"""Pulses: how many gave each answer, day by day, and never an average."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.case import Logged, Source
from facilitui.core.pathways.log_entry import LogEntry, Slot
from facilitui.core.pathways.pulse import pulse_told, pulses_of
from facilitui.core.pathways.pulse_answers import counts_kept
from facilitui.core.pathways.requirements import Log
from tests.library.pathways import named

TODAY = date(2026, 11, 25)
CORE = named("core_community_of_practice")
LEVELS = ("Disagree", "Rather disagree", "Partly", "Rather agree", "Agree")


def asked(id: str) -> Log:
    """A log of the community's pathway."""
    found = CORE.requirement(id)
    assert isinstance(found, Log)
    return found


def answer(on: date | None, level: str) -> Logged:
    """One answer to whether it is worth the time."""
    said = LogEntry(requirement="value_pulse", on=on, values={"worth_it": level})
    return Logged(Source("log_entry-1", "", on, "value_pulse"), said)


DAYS = st.none() | st.integers(0, 9).map(lambda day: TODAY + timedelta(day))
ANSWERS = st.lists(st.builds(answer, DAYS, st.sampled_from((*LEVELS, "", "[/b]", "agree"))))


@given(ANSWERS)
def test_every_answer_is_counted_once_or_told_not_to_be(answers: list[Logged]) -> None:
    """Of a day and a level each is in one cell; others are told of; blanks are none."""
    (pulse,) = pulses_of(asked("value_pulse"), answers)
    given_any = [each for each in answers if each.said.values["worth_it"]]
    assert sum(map(lambda day: sum(day.counts), pulse.days)) + pulse.untold == len(given_any)
    days = [day.on for day in pulse.days]
    assert days == sorted(set(days))
    assert pulse_told(pulse, TODAY).endswith(".")


@given(ANSWERS, st.randoms(use_true_random=False))
def test_the_order_of_entries_does_not_matter(answers: list[Logged], chance: object) -> None:
    """Whatever is read first, the same is shown."""
    other = [*answers]
    chance.shuffle(other)  # type: ignore[attr-defined]
    assert pulses_of(asked("value_pulse"), answers) == pulses_of(asked("value_pulse"), other)


def test_a_days_answers_stand_level_by_level() -> None:
    """The highest first, each with its count; one alone without."""
    on = date(2026, 3, 3)
    several = [answer(on, "Agree"), answer(on, "Agree"), answer(on, "Partly")]
    (pulse,) = pulses_of(asked("value_pulse"), several)
    assert pulse.days[0].counts == (0, 0, 1, 0, 2)
    assert pulse_told(pulse, TODAY) == "Asked once, on 3 Mar: Agree 2, Partly 1."
    (pulse,) = pulses_of(asked("value_pulse"), [*several, answer(TODAY, "Agree")])
    told = "Asked 2 times. First on 3 Mar: Agree 2, Partly 1; last on 25 Nov: Agree."
    assert pulse_told(pulse, TODAY) == told
    (pulse,) = pulses_of(asked("value_pulse"), [])
    assert pulse_told(pulse, TODAY) == "Nothing asked yet."


def test_both_ends_of_a_cycle_stand_apart() -> None:
    """A belief pulse of one day is told by when in the cycle it was, in that order."""
    values = [{"moment": m, "empowered": "Partly"} for m in ("At its end", "At its beginning")]
    entries = [
        Logged(
            Source("e", "", TODAY, ""),
            LogEntry(requirement="belief_pulse", on=TODAY, slot=Slot(cycle=1), values=each),
        )
        for each in values
    ]
    first, second = pulses_of(asked("belief_pulse"), entries)
    assert [day.about for day in first.days] == ["cycle 1, at its beginning", "cycle 1, at its end"]
    assert second.days == () and second.untold == 0
    assert "on 25 Nov (cycle 1, at its end): Partly" in pulse_told(first, TODAY)


def test_only_scales_have_a_pulse() -> None:
    """A log without one has none."""
    assert pulses_of(asked("materials"), []) == ()


@given(st.lists(st.tuples(DAYS, st.lists(st.integers(0, 999), min_size=5, max_size=5))))
def test_an_entry_of_a_meeting_counts_each_of_its_answers(
    meetings: list[tuple[date | None, list[int]]],
) -> None:
    """Level by level, beside entries of one answer; without a day they are told as such."""
    kept = [
        (on, counts_kept(dict(zip(LEVELS, counts, strict=True)), LEVELS)) for on, counts in meetings
    ]
    (pulse,) = pulses_of(asked("value_pulse"), [answer(on, text) for on, text in kept])
    dated = [counts for on, counts in meetings if on]
    for level in range(5):
        total = sum(day.counts[level] for day in pulse.days)
        assert total == sum(counts[level] for counts in dated)
    assert pulse.untold == sum(sum(counts) for on, counts in meetings if on is None)


def test_what_is_no_level_any_more_counts_as_often_as_it_was_given() -> None:
    """Of a meeting whose pathway names its levels otherwise by now."""
    (pulse,) = pulses_of(asked("value_pulse"), [answer(TODAY, "4 × Agree\n2 × Fully")])
    assert pulse.days[0].counts == (0, 0, 0, 0, 4) and pulse.untold == 2
    told = "Asked once, on 25 Nov: Agree 4. 2 answers without a day or a level not shown."
    assert pulse_told(pulse, TODAY) == told
