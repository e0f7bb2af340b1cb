"""What the last key did is told in plain words, for every kind of event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from facilitui.core import bodies as b
from facilitui.core.sessions import moves
from facilitui.core.sessions.key_words import KEY_WORDS, last_key_words
from facilitui.core.sessions.moves import Move
from facilitui.core.sessions.session import SessionState
from tests.core.making import Script, plain


def told(script: Script) -> str:
    return last_key_words(script.state, script.events)


def test_every_kind_has_words_and_no_other() -> None:
    """A kind that is added later is told in words too, and none that is gone stays behind."""
    assert set(KEY_WORDS) == set(b.KINDS)
    assert not any("_" in words or not words for words in KEY_WORDS.values())


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (moves.forward, "going on to the next step"),
        (moves.skip, "leaving a step out"),
        (moves.back, "going back a step"),
        (moves.pause_or_resume, "the pause"),
        (moves.open_or_close_wait, "the end of the wait"),
        (moves.mark, "the mark"),
    ],
)
def test_a_key_that_closes_a_wait_is_told_by_what_it_is_for(
    key: Callable[[SessionState], Move], words: str
) -> None:
    """The wait is told only where closing it was all the key did."""
    script = Script(plain(5, 5, 5)).press(moves.forward, moves.forward, moves.open_or_close_wait)
    assert told(script) == "the wait"
    assert told(script.press(key)) == words


def test_taking_back_tells_the_key_before() -> None:
    """One by one, until there is none left."""
    script = Script(plain(5, 5)).press(moves.forward, moves.mark, moves.forward)
    found = [told(script)]
    while script.state.keys:
        found.append(told(script.press(moves.take_back)))
    assert found == ["going on to the next step", "the mark", "starting the clock", ""]
