"""The group is asked about the norm to watch once midway and once at the end, and no more."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.library.norms import Norm, NormAnswer, NormMoment
from facilitui.core.sessions import moves
from facilitui.core.sessions.norm_watch import asked_now, asked_when, midway
from facilitui.core.sessions.people_moves import check_norm, watch_norm
from facilitui.core.vocabulary import Silence
from tests.core.making import Script, agenda, part, plain, timeless

NORMS = (Norm(id="listen", text="Listen first"), Norm(id="wait", text="Wait for others"))


def watching(*parts: float, watch: str = "wait") -> Script:
    """A session in its first part, with a norm to watch."""
    script = Script(plain(*parts))
    script.append((b.NormsAgreed(norms=NORMS, watch=watch),))
    return script.press(moves.forward)


def asked(script: Script) -> NormMoment | None:
    """What is asked at this moment."""
    return asked_now(script.state, script.elapsed)


def test_it_is_asked_from_half_of_the_planned_minutes_until_it_is_answered() -> None:
    """Not before; an answer ends it, and taking the answer back asks again."""
    script = watching(10, 10).wait(599)
    assert midway(script.state, script.elapsed) == 600 and asked(script) is None
    assert asked(script.wait(1)) is NormMoment.MIDWAY
    script.press(check_norm(NormMoment.MIDWAY, NormAnswer.STRAINED))
    assert asked(script) is None
    (check,) = script.state.norm_checks
    assert (check.norm, check.answer, check.elapsed) == ("wait", NormAnswer.STRAINED, 600)
    assert asked(script.press(moves.take_back)) is NormMoment.MIDWAY


def test_it_is_asked_again_at_the_end_of_the_last_step() -> None:
    """When that is nearly over, and still when it is done and only the end is left."""
    script = watching(10, 10).wait(540).press(moves.forward)
    assert asked(script) is NormMoment.MIDWAY
    assert asked(script.wait(8 * 60)) is NormMoment.END
    script.press(moves.forward)
    assert script.state.finished and asked(script) is NormMoment.END
    script.press(check_norm(NormMoment.END, NormAnswer.KEPT))
    assert asked(script) is None, "the end has made the question midway moot"


def test_nothing_is_asked_over_silence_without_a_norm_or_outside_the_session() -> None:
    """Silence is work; a norm nobody knows cannot be asked about."""
    silent = Script(agenda(part("a", 5, silence=Silence.ALL), part("b", 5)))
    silent.append((b.NormsAgreed(norms=NORMS, watch="wait"),))
    silent.press(moves.forward).wait(400)
    assert asked(silent) is None
    assert asked(silent.press(moves.forward)) is NormMoment.MIDWAY
    for watch in ("", "unknown"):
        assert asked(watching(10, 10, watch=watch).wait(900)) is None
    assert asked(watching(10).wait(900).press(moves.end)) is None


def test_in_a_short_run_it_is_still_asked_in_the_middle() -> None:
    """Half of the parts done in a third of their time are half of it; so is what is left out."""
    script = watching(10, 10, 10, 10).wait(200).press(moves.forward).wait(100)
    assert asked(script) is None
    assert asked(script.press(moves.forward)) is NormMoment.MIDWAY
    skipped = watching(10, 10, 10, 10).press(moves.skip, moves.skip)
    assert asked(skipped) is NormMoment.MIDWAY


def test_when_it_will_be_asked_is_told() -> None:
    """At its time, once a silence is over, or that it was; and why it never is."""

    def told(script: Script) -> str:
        return asked_when(script.state, script.elapsed, script.now)

    script = watching(10, 10, 10, 10).wait(300)
    assert "asked about at 20:50, halfway, and at the end" in told(script)
    assert "asked about at 20:45, halfway" in told(script.press(moves.forward))
    script.wait(600).press(check_norm(NormMoment.MIDWAY, NormAnswer.KEPT))
    assert told(script).endswith("asked about again at the end.")
    script.press(*[moves.forward] * 3, check_norm(NormMoment.END, NormAnswer.KEPT))
    assert told(script).endswith("was asked about at the end.")
    assert told(watching(10, watch="")) == "No norm is watched; o names one."
    silent = Script(agenda(part("a", 5, silence=Silence.ALL), part("b", 5)))
    silent.append((b.NormsAgreed(norms=NORMS, watch="wait"),)).press(moves.forward).wait(400)
    assert told(silent).endswith("once the silence is over.")


@given(
    st.lists(
        st.tuples(st.integers(0, 400), st.sampled_from(["n", "b", "w", "space", "o"])), max_size=20
    )
)
def test_each_moment_is_answered_at_most_once(pressed: list[tuple[int, str]]) -> None:
    """Whatever is pressed in whatever order; two answers of one moment are never kept."""
    script = watching(5, 5, 5)
    keys = {
        "n": moves.forward,
        "b": moves.back,
        "w": moves.open_or_close_wait,
        "space": moves.pause_or_resume,
    }
    for seconds, key in pressed:
        script.wait(seconds)
        moment = asked(script)
        if key == "o" and moment is not None:
            script.press(check_norm(moment, NormAnswer.NOT_TODAY))
            script.press(check_norm(moment, NormAnswer.KEPT))
        elif key in keys:
            script.press(keys[key])
    moments = [check.moment for check in script.state.norm_checks]
    assert len(moments) == len(set(moments)) <= 2


def test_another_norm_can_be_watched_and_that_is_taken_back() -> None:
    """Only one that was agreed on; the same one again is no key."""
    script = watching(10)
    before = timeless(script.state)
    assert watch_norm("unknown")(script.state) == watch_norm("wait")(script.state) == ()
    script.press(watch_norm("listen"))
    assert script.state.watched_norm == NORMS[0]
    script.press(moves.take_back)
    assert timeless(script.state) == before
