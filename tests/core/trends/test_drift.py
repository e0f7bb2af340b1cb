"""How it went for me: what runs show of a step's length, and nothing that was not measured."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.plans.agenda import AgendaBlock, expand_block
from facilitui.core.plans.plan import Block
from facilitui.core.sessions import moves
from facilitui.core.sessions.jumping import jump
from facilitui.core.sessions.session import SessionState
from facilitui.core.told import signed
from facilitui.core.trends.drift import (
    ENOUGH_RUNS,
    Median,
    Proposed,
    ProtocolRan,
    StepRan,
    drifts,
    measured,
    proposed,
    step_told,
    whole_told,
)
from facilitui.core.vocabulary import Who
from tests.core.making import HOSTILE, Script, agenda, final_word, part, plain, step, tuning
from tests.core.strategies import texts

Key = Callable[[SessionState], Any]
PARTS = (
    part("t/look", 10, step="look"),
    part("t/say", 5, step="say", who=Who.PAIRS),
    part("t/end", 3, step="end"),
)
MADE = agenda(*PARTS, protocol_id="made")


def ran(script: Script) -> dict[str, tuple[float, float]]:
    """What was planned and what ran, by step, of a session that uses one protocol."""
    (found,) = measured(script.state)
    return {each.step: (each.planned, each.ran) for each in found.steps}


def through(*minutes: float, blocks: tuple[AgendaBlock, ...] = MADE) -> Script:
    """A session in which every key comes so many minutes after the one before, then the end."""
    script = Script(blocks)
    for each in minutes:
        script.press(moves.forward).wait(each * 60)
    return script.press(moves.end)


def session(protocol: str, *steps: tuple[str, float, float]) -> tuple[ProtocolRan, ...]:
    """One session's measures of a protocol: step, planned, ran."""
    over = sum(took - planned for _, planned, took in steps)
    return (ProtocolRan(protocol, over, tuple(StepRan(*each) for each in steps)),)


def test_the_parts_of_an_agenda_name_their_protocol_and_step() -> None:
    """A log says by itself what was run, in every turn; a plain block names neither."""
    found = expand_block(Block(id="f", title="F", minutes=60), final_word(), 12)
    assert found.protocol_id == "final_word"
    assert {each.id: each.step for each in found.parts}["f/why/3"] == "why"
    bare = expand_block(Block(id="f", title="F", minutes=60), None, 12)
    assert (bare.protocol_id, bare.parts[0].step) == ("", "")


def test_what_a_step_takes_out_of_the_agenda_is_measured() -> None:
    """Its clock and its directions; a pause is not the step's."""
    script = Script(MADE).press(moves.forward).wait(720).press(moves.forward).wait(90)
    script.press(moves.forward).wait(300).press(moves.pause_or_resume).wait(999)
    script.press(moves.forward).wait(180).press(moves.end)
    assert ran(script) == {"look": (10, 12), "say": (5, 6.5), "end": (3, 3)}
    assert measured(script.state)[0].over == 3.5


def test_turns_are_measured_by_the_pass_and_count_as_one() -> None:
    """Three turns of 4, 6 and 8 minutes are six minutes a turn, once in this session."""
    turns = (part(f"t/turn/{n}", 5, step="turn", cycle=n, cycles=3) for n in (1, 2, 3))
    script = through(4, 6, 8, blocks=agenda(*turns, protocol_id="made"))
    assert ran(script) == {"turn": (5, 6)} and measured(script.state)[0].over == 3
    assert drifts([measured(script.state)])["made"].steps["turn"] == Median(1, 1, 6)


def test_a_protocol_used_twice_in_a_session_counts_once() -> None:
    """Its two blocks are the mean of what both took."""
    blocks = agenda(part("a/x", 5, step="x"), part("b/x", 5, step="x"), protocol_id="made")
    (found,) = measured(through(5, 9, blocks=blocks).state)
    assert (found.over, found.steps) == (2, (StepRan("x", 5, 7),))


def test_what_was_not_run_whole_was_not_measured() -> None:
    """A step left out, one still ahead, and the one in which the session was broken off."""
    skipped = Script(MADE).press(moves.forward).wait(600).press(moves.skip).wait(60)
    assert ran(skipped.press(moves.skip).wait(180).press(moves.end)) == {"end": (3, 3)}
    assert ran(through(10, 1)) == {"look": (10, 10)}
    back = Script(MADE).press(*[moves.forward] * 4, jump("t/look")).wait(60).press(moves.end)
    assert set(ran(back)) == {"say"}
    assert measured(through(4).state) == ()


def test_a_session_that_goes_on_shows_nothing_yet() -> None:
    """Nor does one without a protocol, or a log from before steps were named in it."""
    going_on = Script(MADE).press(*[moves.forward] * 4)
    assert not measured(going_on.state) and measured(going_on.press(moves.end).state)
    assert measured(through(4, 4, blocks=plain(5, 5)).state) == ()
    old = agenda(*(each.model_copy(update={"step": ""}) for each in PARTS), protocol="Made")
    assert measured(through(10, 5, 3, blocks=old).state) == ()


@pytest.mark.parametrize("counts", [True, False])
def test_a_step_with_a_gap_that_does_not_count_was_not_measured(counts: bool) -> None:
    """What remains of it after the gap is a guess; a gap that counts was part of the step."""
    script = Script(MADE).press(moves.forward).wait(660)
    script.append((b.GapNoticed(seconds=600),)).press(moves.forward, moves.forward).wait(300)
    script.press(moves.forward).wait(180).press(moves.end)
    script.append((b.GapDecided(gap=script.state.gaps[0].seq, counts=counts),))
    assert ("look" in ran(script)) is counts
    assert set(ran(script)) >= {"say", "end"}


def test_a_clock_that_was_forgotten_says_nothing() -> None:
    """A session that was ended two days later was not two days long; nor was one of 1e300."""
    assert set(ran(through(10, 0, 5, 3 + 48 * 60))) == {"look", "say"}
    endless = agenda(part("t/x", 1e300, step="x"), part("t/y", 5, step="y"), protocol_id="made")
    assert ran(through(5, 5, blocks=endless)) == {"y": (5, 5)}


@given(
    st.lists(st.tuples(st.integers(0, 600), st.sampled_from("nnnbspc")), max_size=12),
    st.integers(1, 900),
)
def test_a_step_that_was_taken_back_leaves_no_trace(
    pressed: list[tuple[int, str]], seconds: int
) -> None:
    """Whatever key it was, and however long after it came to be taken back."""
    keys: dict[str, Key] = {
        "n": moves.forward,
        "b": moves.back,
        "s": moves.skip,
        "p": moves.pause_or_resume,
        "c": lambda state: moves.change_minutes(state, 2),
    }
    without, with_one = Script(MADE), Script(MADE)
    for length, key in pressed:
        for script in (without, with_one):
            script.wait(length).press(keys[key])
    with_one.press(moves.forward).wait(seconds)
    if len(with_one.events) > len(without.wait(seconds).events):
        with_one.press(moves.take_back)
    first, second = (measured(each.wait(60).press(moves.end).state) for each in (without, with_one))
    assert first == second


def test_medians_by_hand() -> None:
    """Of the differences and of the lengths, to the second."""
    runs = [(5, 7.25), (5, 5.5), (6, 7), (5, 30)]
    many = drifts(session("p", ("s", *each)) for each in runs)["p"]
    assert many.steps["s"] == Median(4, 1.625, 7.125)
    assert many.whole == Median(4, 1.625)
    assert drifts([session("p", ("s", 5, 4))])["p"].steps["s"] == Median(1, -1, 4)
    assert drifts([]) == {} and drifts([()]) == {}


_steps = st.lists(
    st.tuples(texts, st.floats(0, 240), st.floats(0, 1440)), max_size=4, unique_by=lambda s: s[0]
)
_sessions = st.lists(
    st.dictionaries(texts, _steps, max_size=3).map(
        lambda found: tuple(each for name, s in found.items() for each in session(name, *s))
    ),
    max_size=6,
)


@given(_sessions, st.randoms())
def test_the_order_of_runs_does_not_matter(
    sessions: list[tuple[ProtocolRan, ...]], random: Any
) -> None:
    """Whatever protocols and steps are called; and no run is counted that was not there."""
    found = drifts(sessions)
    assert drifts(random.sample(sessions, len(sessions))) == found
    for name, drift in found.items():
        own = [each for some in sessions for each in some if each.protocol == name]
        assert drift.whole.runs == len(own)
        for key, middle in drift.steps.items():
            lengths = [s.ran for each in own for s in each.steps if s.step == key]
            assert middle.runs == len(lengths)
            assert middle.ran == median(lengths)


def test_hostile_names_are_names() -> None:
    """A protocol and a step called anything are found by just that."""
    blocks = agenda(part("t/x", 5, step=HOSTILE), protocol_id=HOSTILE)
    found = drifts([measured(through(7, blocks=blocks).state)])
    assert found[HOSTILE].steps[HOSTILE] == Median(1, 2, 7)


@pytest.mark.parametrize(
    ("of", "told"),
    [
        (Median(4, 2, 7), "ran 7 min, 2 min longer, 4 runs"),
        (Median(2, -0.5, 4.5), "ran 4 min 30 s, 30 s shorter, 2 runs"),
        (Median(1, 0, 5), "ran 5 min, as planned, 1 run"),
        (Median(3, 0.75, 0.5), "ran 30 s, 45 s longer, 3 runs"),
        (Median(3, 3.75, 12.75), "ran 12 min 45 s, 3 min 45 s longer, 3 runs"),
    ],
)
def test_a_step_is_told_in_words(of: Median, told: str) -> None:
    """How long, by how much, and how many runs say so."""
    assert step_told(of) == told


def test_a_protocol_is_told_in_words() -> None:
    """The runs come first, and that directions count."""
    assert whole_told(Median(4, 4)) == "4 runs, median +4 min against the plan, with directions"
    assert whole_told(Median(1, -2.5)) == "1 run, −2 min 30 s against the plan, with directions"
    assert whole_told(Median(2, 0.75)) == "2 runs, median +45 s against the plan, with directions"
    assert whole_told(Median(2, 0)) == "2 runs, median as planned, with directions"
    assert [signed(each) for each in (2.5, -1, 0)] == ["+2.5", "−1", "0"]


def test_few_runs_are_shown_and_not_planned_with() -> None:
    """Three are enough, so that no single afternoon decides."""
    assert [Median(n, 1, 5).enough for n in (1, 2, ENOUGH_RUNS, 9)] == [False, False, True, True]


def test_a_proposal_keeps_to_the_steps_limits_and_says_so() -> None:
    """Never below its least nor above its most without a word."""
    look = step("look", 4, 5, 8.5)
    assert proposed(look, Median(3, 2, 7)) == Proposed(7)
    assert proposed(look, Median(3, 2, 7.2)) == Proposed(7)  # a plan has halves
    assert proposed(look, Median(3, 3.7, 8.7)) == Proposed(8.5)
    assert proposed(look, Median(3, 9.25, 14.25)) == Proposed(
        8.5, "ran 14:15, it takes 8.5 at most"
    )
    assert proposed(look, Median(3, -4.5, 0.5)) == Proposed(4, "ran 30 s, it takes 4 min at least")
    assert proposed(look, Median(3, 9, 14)) == Proposed(8.5, "ran 14, it takes 8.5 at most")
    assert proposed(look, Median(3, -3, 2)) == Proposed(4, "ran 2, it takes 4 at least")


def test_a_real_protocol_is_measured_by_its_own_steps() -> None:
    """From plan to median: every step of tuning, two minutes over in the first."""
    block = expand_block(Block(id="t", title="T", minutes=67), tuning(), 8)
    script = Script((block,))
    for each in block.parts:
        script.press(moves.forward)
        if script.run(each.id).shown is not None:
            script.press(moves.forward)
        script.wait(each.minutes * 60 + (120 if each.step == "intro" else 0))
    found = drifts([measured(script.press(moves.end).state)])["tuning"]
    overs = {each.id: 2 if each.id == "intro" else 0 for each in tuning().steps}
    assert {key: of.over for key, of in found.steps.items()} == overs
