"""Prompts come at their moment, one at a time, never twice and never over silence."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.sessions import moves
from facilitui.core.sessions.live_prompts import PROMPTS, prompt_now
from facilitui.core.sessions.people_moves import dismiss_prompt
from facilitui.core.vocabulary import Mode, Question, Silence, Who
from tests.core.making import Script, agenda, part

WHY, CHAT, SLOW, NEEDS = (each.id for each in PROMPTS)
ASKING = part("ask", 5, question=Question.OPEN_OPINION, say="What do you see?")
TALK = part("talk", 2, who=Who.FACILITATOR, say="Look here.")
LONG = part("long", 60, say="Work.")


def running(*parts: Any, **started: Any) -> Script:
    """A session in its first part."""
    return Script(agenda(*parts), **started).press(moves.forward)


def told(script: Script, *hushed: str) -> str:
    """Which prompt stands now."""
    prompt = prompt_now(script.state, script.elapsed, hushed)
    return prompt.id if prompt is not None else ""


def test_the_purpose_is_begun_with_where_nothing_else_is_written() -> None:
    """In the first two minutes of the first part, if there is a purpose at all."""
    bare = part("open", 10)
    script = running(bare, LONG, purpose="See what the work shows.")
    assert told(script) == WHY
    assert told(script.wait(120)) == ""
    assert told(running(bare, LONG, purpose=" ")) == ""
    assert told(running(LONG, bare, purpose="See.")) == "", "it has words of its own"
    assert told(running(bare, LONG, purpose="See.").press(moves.forward)) == ""


@pytest.mark.parametrize(
    ("mode", "wanted"), [(Mode.ONLINE, CHAT), (Mode.HYBRID, CHAT), (Mode.IN_PERSON, "")]
)
def test_the_chat_is_for_the_first_wait_of_those_who_are_elsewhere(mode: Mode, wanted: str) -> None:
    """Once a wait was opened in a step with a question, and not again in the next such step."""
    again = part("again", 60, question=Question.OPEN_OPINION)
    script = running(ASKING, again, mode=mode)
    assert told(script) == ""
    assert told(script.press(moves.open_or_close_wait)) == wanted
    assert told(script.press(moves.forward, moves.open_or_close_wait)) == ""


def test_who_talks_past_their_time_is_slowed_down_once() -> None:
    """Only the facilitator, only the first time."""
    later = part("later", 2, who=Who.FACILITATOR)
    script = running(TALK, later, LONG).wait(119)
    assert told(script) == ""
    assert told(script.wait(1)) == SLOW
    assert told(script.wait(60).press(moves.forward).wait(150)) == ""
    assert told(running(part("group", 2, who=Who.GROUP), LONG).wait(150)) == ""


def test_a_change_over_has_no_points_to_cut() -> None:
    """A step under two minutes is never slowed down, and the next talk still is."""
    change = part("change", 1.5, who=Who.FACILITATOR, say="Please change over.")
    script = running(change, TALK, LONG).wait(100)
    assert told(script) == ""
    assert told(script.press(moves.forward).wait(120)) == SLOW


def test_what_people_need_is_asked_after_a_long_silence_or_midway() -> None:
    """Whichever comes first, for three minutes; a wait that was dropped was no silence."""
    script = running(LONG, LONG.model_copy(update={"id": "long/2"}))
    script.press(moves.open_or_close_wait).wait(25).press(moves.open_or_close_wait)
    assert told(script) == NEEDS and told(script.wait(179)) == NEEDS
    assert told(script.wait(1)) == ""
    assert told(script.wait(3600)) == "", "it was asked"
    paused = running(LONG).press(moves.open_or_close_wait).wait(25).press(moves.pause_or_resume)
    assert told(paused) == ""
    assert told(running(LONG).wait(1800)) == NEEDS


@pytest.mark.parametrize(
    ("target", "seconds", "long"),
    [(5, 19.9, False), (5, 20, True), (15, 29.9, False), (15, 30, True)],
)
def test_a_silence_is_long_by_itself_and_against_its_target(
    target: float, seconds: float, long: bool
) -> None:
    """At least twenty seconds, and twice of what was wanted."""
    script = running(LONG).append((b.WaitOpened(target_seconds=target),)).wait(seconds)
    assert (told(script.press(moves.open_or_close_wait)) == NEEDS) is long


def test_one_that_is_dismissed_or_hushed_gives_way() -> None:
    """For this session, and taken back as any key; or for good."""
    script = running(part("open", 10), LONG, purpose="See.")
    assert told(script, WHY) == "" and told(script, NEEDS) == WHY
    assert told(script.press(dismiss_prompt(WHY))) == ""
    assert dismiss_prompt(WHY)(script.state) == ()
    assert told(script.press(moves.take_back)) == WHY


parts = st.builds(
    part,
    st.sampled_from([f"p{n}" for n in range(9)]),
    st.sampled_from([1.0, 2.0, 9.0]),
    who=st.sampled_from([Who.FACILITATOR, Who.GROUP, Who.PAIRS]),
    silence=st.sampled_from([Silence.NONE, Silence.ALL]),
    question=st.none() | st.just(Question.OPEN_OPINION),
    say=st.sampled_from(["", "words"]),
)


@given(
    st.lists(parts, min_size=1, max_size=5, unique_by=lambda each: each.id),
    st.lists(st.tuples(st.integers(0, 200), st.sampled_from("nnw ")), max_size=14),
    st.sampled_from(Mode),
)
def test_none_comes_twice_and_none_over_silence(
    blocks: list[Any], pressed: list[tuple[int, str]], mode: Mode
) -> None:
    """A prompt that has gone stays away, as long as nobody goes back."""
    script = running(*blocks, purpose="See.", mode=mode)
    keys = {"n": moves.forward, "w": moves.open_or_close_wait, " ": moves.pause_or_resume}
    seen = [told(script)]
    for seconds, key in pressed:
        for _ in range(seconds // 10):
            seen.append(told(script.wait(10)))
        script.press(keys[key])
        seen.append(told(script))
        now = script.state.now
        assert not (now is None or now.part.silent) or seen[-1] == ""
    for prompt in (WHY, CHAT):
        began = [b for a, b in pairwise(["", *seen]) if b == prompt and a != prompt]
        assert len(began) <= 1
    assert all(len(each.words) <= 28 for each in PROMPTS)
