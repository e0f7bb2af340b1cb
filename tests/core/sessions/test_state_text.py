"""A state as text, which tests compare replays by."""

from __future__ import annotations

from facilitui.core.sessions import moves
from tests.core.making import Script, agenda, part
from tests.core.state_text import state_text


def test_two_states_that_differ_read_differently() -> None:
    """The text that replays are compared by leaves nothing out."""
    script = Script(agenda(part("a", 5)))
    texts = [state_text(script.state)]
    for key in (moves.forward, moves.mark, moves.capture("x"), moves.open_or_close_wait):
        texts.append(state_text(script.wait(1).press(key).state))
    assert len(set(texts)) == len(texts)
