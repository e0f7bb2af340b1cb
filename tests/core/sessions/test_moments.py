"""The moments that a score can be about: everything on the timeline that shows facilitating."""

from __future__ import annotations

from facilitui.core import bodies as b
from facilitui.core.library.norms import Norm, NormAnswer, NormMoment
from facilitui.core.sessions import moves
from facilitui.core.sessions.moments import moments_of
from facilitui.core.sessions.people_moves import check_norm, hear
from facilitui.core.told import capital
from tests.core.making import HOSTILE, Script, plain


def run() -> Script:
    """A bit of everything in one step, then the next one."""
    norms = (Norm(id="a", text="Listen"),)
    script = Script(plain(10, 10)).press(lambda state: (b.NormsAgreed(norms=norms, watch="a"),))
    script.press(moves.forward, hear(1)).wait(20).press(moves.open_or_close_wait).wait(18)
    script.press(moves.open_or_close_wait).wait(2).press(moves.capture(HOSTILE), moves.mark)
    script.wait(1).press(moves.invoke_norm("a"), check_norm(NormMoment.MIDWAY, NormAnswer.KEPT))
    return script.wait(1)


def told(script: Script) -> list[str]:
    """All of them in words, with the seconds at which they were."""
    return [f"{each.elapsed:.0f} {each.told}" for each in moments_of(script.events)]


def test_waits_norms_pauses_and_minutes_are_moments_too() -> None:
    """In order, each at its beginning; minutes given one after another are one moment."""
    script = run().press(moves.pause_or_resume).wait(5).press(moves.pause_or_resume)
    for _ in range(3):
        script.press(lambda state: moves.change_minutes(state, 1))
    script.press(moves.lead("Bo")).wait(1).press(moves.forward)
    first, second = (each.part.title for each in script.state.runs)
    target = f"{script.state.waits[0].target_seconds:g}"
    assert told(script) == [
        f"0 Begins: {first}",
        f"20 Wait of 18 s, target {target} s",
        f"40 “{HOSTILE}”",
        "40 Marked",
        "41 Norm called on: Listen",
        "41 Norm kept: Listen",
        "42 Paused",
        f"47 {capital(first)} takes 13 min",
        f"47 Bo leads {script.state.blocks[0].title}",
        f"48 Begins: {second}",
    ]
    assert {each.part for each in moments_of(script.events)} == {"", first}


def test_what_was_taken_back_is_no_moment() -> None:
    """Nor is what shows nothing: a voice counted, a question that nobody answered."""
    script = run()
    before = told(script)
    unanswered = b.NormChecked(norm="a", moment=NormMoment.END)
    script.press(moves.lead("Bo"), moves.take_back, lambda state: (unanswered,), hear(2))
    assert told(script) == before and moments_of(()) == ()
