"""Each reader sees what is meant for them, and the chain of what they see still verifies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.library.norms import Norm
from facilitui.core.plans.audience import may_see, seen_by
from facilitui.core.sessions import moves
from facilitui.core.sessions.events import Event, Head, follows, head_of, read_event
from facilitui.core.sessions.fold import fold
from facilitui.core.sessions.room import room_view
from facilitui.core.sessions.session import SessionState
from facilitui.core.vocabulary import Visibility, Who
from tests.core.making import START, Script, agenda, part
from tests.core.strategies import damaged, logs

SECRET = "s3cr3t"
PRIVATE = [kind for kind in b.KINDS.values() if kind.visibility is Visibility.HOST]
NOT_FOR_THE_ROOM = [kind for kind in b.KINDS.values() if kind.visibility is not Visibility.ROOM]
readers = st.sampled_from(Visibility)
KEYS = (
    moves.forward,
    moves.back,
    moves.skip,
    moves.pause_or_resume,
    moves.open_or_close_wait,
    moves.mark,
    moves.take_back,
    moves.capture(SECRET),
    moves.park("parked"),
    moves.attend(7),
    moves.lead("Ana the Second"),
)


def hosted() -> Script:
    """A session whose host has notes that nobody else may see."""
    script = Script(
        agenda(
            part("a", 5, say=SECRET, show="look"),
            part("b/1", 1, who=Who.PAIRS, say=SECRET),
            part("b/2", 2, say=SECRET),
            lead="Ana Secret",
        ),
        title="The title",
    )
    notes = b.HostNotes(watch={"a": SECRET, "b/1": SECRET}, aftercare=SECRET)
    norms = b.NormsAgreed(norms=(Norm(id="n", text="listen"),), watch="n")
    return script.append((notes, norms))


def pressed(script: Script, keys: list[tuple[int, int]]) -> Script:
    """The keys of those numbers, each after so many seconds."""
    for key, seconds in keys:
        script.wait(seconds).press(KEYS[key])
    return script


presses = st.lists(st.tuples(st.integers(0, len(KEYS) - 1), st.integers(0, 200)), max_size=12)


def test_readers_stand_in_one_order() -> None:
    """Whatever a reader may see, every reader nearer to the host may see too."""
    order = [Visibility.HOST, Visibility.COFACILITATOR, Visibility.OBSERVER, Visibility.ROOM]
    for body in Visibility:
        allowed = [may_see(reader, body) for reader in order]
        assert allowed == sorted(allowed, reverse=True)
        assert allowed[0] and may_see(body, body)
    assert not may_see(Visibility.ROOM, Visibility.HOST)
    assert not may_see(Visibility.COFACILITATOR, Visibility.HOST)


@given(logs, readers)
def test_nobody_gets_a_body_that_is_not_for_them(log: list[Event], reader: Visibility) -> None:
    """What is left out leaves an empty body, and everything else is as it was written."""
    for before, after in zip(log, seen_by(reader, log), strict=True):
        if may_see(reader, before.envelope.visibility):
            assert after is before
        else:
            assert after.envelope.body == after.envelope.salt == ""
            assert read_event(after.line) == after
    fold(seen_by(reader, log))


@given(damaged, readers)
def test_what_a_reader_has_is_still_a_chain(log: list[Event], reader: Visibility) -> None:
    """Each event follows the one before, as in the host's own log."""
    head = Head()
    for event in seen_by(reader, log):
        assert follows(event, head)
        head = head_of(event)


@given(presses)
def test_nothing_that_only_the_host_may_see_reaches_another(keys: list[tuple[int, int]]) -> None:
    """No capture, no mark, nothing to watch for is anywhere in another's state or in the room."""
    script = pressed(hosted(), keys)
    followed = fold(seen_by(Visibility.COFACILITATOR, script.events))
    told = repr(followed).replace(f"say='{SECRET}'", "")
    assert SECRET not in told
    for state in (script.state, followed):
        shown = repr(room_view(state, script.elapsed, START))
        assert SECRET not in shown
        assert "Ana" not in shown


@given(presses)
def test_a_cofacilitator_is_where_the_host_is(keys: list[tuple[int, int]]) -> None:
    """Parts, clocks, pauses, waits and the projected end are those of the host."""
    script = pressed(hosted(), keys)
    followed = fold(seen_by(Visibility.COFACILITATOR, script.events))
    assert shared(followed) == shared(script.state)
    assert followed.keys == script.state.keys
    assert room_view(followed, 9.0, START) == room_view(script.state, 9.0, START)


def secretive(kind: type[b.Body]) -> b.Body:
    """A body of a kind in which every text is a secret."""
    texts = {name: SECRET for name, field in kind.model_fields.items() if field.annotation is str}
    return kind.model_validate(texts)


@pytest.mark.parametrize("kind", PRIVATE, ids=lambda kind: kind.kind)
def test_no_kind_of_event_tells_others_what_is_the_hosts(kind: type[b.Body]) -> None:
    """Kinds that come later are held to it too: nothing of the host's for a co-facilitator."""
    script = hosted().press(moves.forward).append((secretive(kind),))
    followed = fold(seen_by(Visibility.COFACILITATOR, script.events))
    assert SECRET not in repr(followed).replace(f"say='{SECRET}'", "")


@pytest.mark.parametrize("kind", NOT_FOR_THE_ROOM, ids=lambda kind: kind.kind)
def test_no_kind_of_event_tells_the_room_what_is_not_for_it(kind: type[b.Body]) -> None:
    """Not even where the room's view is made from all that the host knows."""
    script = hosted().press(moves.forward).append((secretive(kind),))
    assert SECRET not in repr(room_view(script.state, script.elapsed, START))


def shared(state: SessionState) -> tuple[object, ...]:
    """What a co-facilitator's state has in common with the host's."""
    clocks = [
        (run.part.id, run.stage, run.minutes, run.ran, run.since, run.shown, run.directions)
        for run in state.runs
    ]
    return (clocks, state.current, state.paused, state.wait, state.waits, len(state.notes))


def test_the_words_of_a_capture_go_and_its_moment_stays() -> None:
    """A co-facilitator knows that something was kept, and when, never what."""
    script = hosted().press(moves.forward).wait(5)
    script.press(moves.capture(SECRET), moves.park("for us"))
    kept, parked = fold(seen_by(Visibility.COFACILITATOR, script.events)).notes
    assert (kept.text, kept.elapsed) == ("", 5)
    assert parked.text == "for us"


def test_the_room_alone_has_not_even_the_agenda() -> None:
    """What reaches the room itself is made on the host's side; its own events say nothing."""
    script = hosted().press(moves.forward, moves.lead("Bo"))
    alone = fold(seen_by(Visibility.ROOM, script.events))
    assert alone.runs == () and alone.leads != {"a": "Bo"}
    assert SECRET not in repr(alone)
