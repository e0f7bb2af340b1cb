"""Gaps: what they are told as, and that deciding about them adds up whatever the order."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.sessions import moves
from facilitui.core.sessions.clock import LONGEST_SECONDS
from facilitui.core.sessions.facts import session_facts
from facilitui.core.sessions.gaps import GapSeen, decide_gap, gaps_left, gaps_of, gaps_told
from facilitui.core.sessions.session import Gap, SessionState
from facilitui.core.vocabulary import Who
from tests.core.making import HOSTILE, START, Script, agenda, made, part, timeless

HERE = ZoneInfo("America/Toronto")
BLOCKS = agenda(
    part("open", 10), part("work/pairs", 5, who=Who.PAIRS), part("work/whole", 10), lead="Ana"
)
KEYS = {
    "n": moves.forward,
    "p": moves.pause_or_resume,
    "w": moves.open_or_close_wait,
    "m": moves.mark,
}
stretches = st.lists(
    st.tuples(st.sampled_from("nnpwm"), st.integers(0, 200), st.integers(31, 9000)),
    min_size=2,
    max_size=6,
)
"""A key, a while, and a gap after it."""


def ended(asleep: list[tuple[str, int, int]]) -> Script:
    """A session with such gaps, ended without another key."""
    end = START + timedelta(minutes=25)
    script = Script(BLOCKS, planned_start=START, planned_end=end).press(moves.forward)
    for key, seconds, gap in asleep:
        script.press(KEYS[key]).wait(seconds + gap).append((b.GapNoticed(seconds=gap),))
    return script.press(moves.end)


def decided(asleep: list[tuple[str, int, int]], *answers: tuple[int, bool]) -> Script:
    """The same, with gaps decided one after the other, days later."""
    script = ended(asleep).wait(86_400)
    for place, counts in answers:
        gaps = script.state.gaps
        script.wait(5).press(decide_gap(gaps[place % len(gaps)].seq, counts=counts))
    return script


@given(stretches, st.integers(0, 5), st.booleans())
def test_deciding_twice_is_deciding_once(
    asleep: list[tuple[str, int, int]], place: int, counts: bool
) -> None:
    """Nothing is written the second time; a log that holds it twice reads the same."""
    once, twice = decided(asleep, (place, counts)), decided(asleep, *[(place, counts)] * 2)
    assert len(twice.events) == len(once.events) == len(ended(asleep).events) + (not counts)
    gap = once.state.gaps[place % len(once.state.gaps)]
    assert gap.counts is counts
    again = twice.append((b.GapDecided(gap=gap.seq, counts=counts),))
    assert timeless(again.state) == timeless(once.state)


@given(stretches, st.permutations(range(6)), st.lists(st.booleans(), min_size=6, max_size=6))
def test_the_order_in_which_gaps_are_decided_does_not_matter(
    asleep: list[tuple[str, int, int]], order: list[int], counts: list[bool]
) -> None:
    """Each by itself says what it says."""
    count = len(asleep)
    in_turn = decided(asleep, *[(n, counts[n]) for n in range(count)])
    shuffled = decided(asleep, *[(n, counts[n]) for n in order if n < count])
    assert timeless(shuffled.state) == timeless(in_turn.state)
    assert session_facts(shuffled.state) == session_facts(in_turn.state)


@given(stretches, st.sets(st.integers(0, 5), min_size=1))
def test_left_out_and_counted_again_everything_is_as_before(
    asleep: list[tuple[str, int, int]], places: set[int]
) -> None:
    """To the last figure, whatever was left out in between; without them less was run."""
    before = session_facts(ended(asleep).state)
    out = [(place, False) for place in sorted(places)]
    back = [(place, True) for place in sorted(places, reverse=True)]
    after = session_facts(decided(asleep, *out, *back).state)
    assert after == before and repr(after) == repr(before)
    left = session_facts(decided(asleep, *out).state)
    gone = sum((gap.ran + gap.directions) / 60 for gap in left.gaps if not gap.counts)
    assert left.ran == pytest.approx(before.ran - gone)
    assert 0 <= sum(left.led.values()) <= sum(before.led.values()) + 1e-9
    assert before.ended_at is not None and left.ended_at is not None
    assert left.ended_at <= before.ended_at


def test_a_gap_after_which_somebody_only_looked_moves_the_end() -> None:
    """Left out, it was over where the last one was there; a gap in the middle moves nothing."""
    asleep = [("n", 300, 600), ("m", 60, 9000)]
    over = [session_facts(decided(asleep, *out).state).ended_late for out in ([], [(0, False)])]
    assert over == [141, 141]
    looked = session_facts(decided(asleep, (1, False)).state)
    assert (looked.ended_late, looked.ran) == (-9, 16)


def test_only_gaps_are_decided() -> None:
    """Another event of that number, and one that is not there, decide nothing."""
    script = ended([("m", 60, 600)])
    assert decide_gap(1, counts=False)(script.state) == ()
    assert decide_gap(10**9, counts=False)(script.state) == ()


def test_each_is_told_with_when_it_began_and_in_which_step() -> None:
    """On the session's own clock; on another day it says so; between steps there is none."""
    named = part("open", 10).model_copy(update={"name": HOSTILE})
    script = Script(agenda(named)).press(moves.forward).wait(720 + 1500)
    script.append((b.GapNoticed(seconds=1500),)).press(moves.forward)
    script.wait(86_400).append((b.GapNoticed(seconds=3600),)).press(moves.end)
    script.press(decide_gap(script.state.gaps[1].seq, counts=False))
    first, second = gaps_of(script.state, HERE).seen
    assert first == GapSeen(
        seq=script.state.gaps[0].seq,
        began_at=(START + timedelta(minutes=12)).astimezone(HERE),
        another_day=False,
        seconds=1500,
        step=HOSTILE,
        counts=True,
    )
    assert f"{first.began_at:%H:%M}" == "15:42"
    assert (second.step, second.counts, second.another_day) == ("", False, True)
    assert gaps_of(script.state, HERE).ran == 37
    assert gaps_of(SessionState(), HERE).seen == ()


@given(st.floats(0, 1e300), st.floats(0, LONGEST_SECONDS))
def test_whatever_a_damaged_log_claims_is_told(seconds: float, noticed: float) -> None:
    """No length and no moment is too long to be shown."""
    script = Script(BLOCKS).press(moves.forward)
    gap = made(b.GapNoticed(seconds=seconds), script.state.head, script.now, noticed)
    state = script.course.after(gap).state
    (seen,) = gaps_of(state, HERE).seen
    assert seen.seconds == seconds and len(gaps_told(state.gaps)) < 40


@pytest.mark.parametrize(
    ("gaps", "told"),
    [
        ([], ""),
        ([(1500, True)], "1 gap of 25 min, counted"),
        ([(45, False)], "1 gap of 45 s, not counted"),
        ([(600, True), (1800, True)], "2 gaps of 40 min, counted"),
        ([(600, True), (90_000, False)], "2 gaps of 25 h, 1 not counted"),
        ([(600, False), (3 * 86_400, False)], "2 gaps of 3 days, not counted"),
    ],
)
def test_all_of_them_are_told_in_a_few_words(gaps: list[tuple[float, bool]], told: str) -> None:
    """How many, how long together, whether they count."""
    assert gaps_told([Gap(n, "", s, counts) for n, (s, counts) in enumerate(gaps)]) == told


@pytest.mark.parametrize(
    ("gaps", "told"),
    [
        ([], ""),
        ([(600, True), (1800, True)], "2 gaps of 40 min: decide them in the debrief"),
        ([(600, True), (90_000, False)], "1 gap of 10 min: decide it in the debrief"),
        ([(600, False), (3 * 86_400, False)], "2 gaps of 3 days, not counted"),
    ],
)
def test_only_gaps_that_still_count_are_to_be_decided(
    gaps: list[tuple[float, bool]], told: str
) -> None:
    """One that was left out is not asked about again; that all were is told as the debrief does."""
    assert gaps_left([Gap(n, "", s, counts) for n, (s, counts) in enumerate(gaps)]) == told
