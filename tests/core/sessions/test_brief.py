"""The hand-over brief: all that whoever takes over needs, and nothing that is the host's alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.plans.plan import Evidence
from facilitui.core.sessions import jumping, moves
from facilitui.core.sessions.brief import Brief, brief
from facilitui.core.sessions.events import Event
from facilitui.core.sessions.moves import Move
from facilitui.core.sessions.session import NoteKind, SessionState
from facilitui.core.vocabulary import EvidenceKind, Visibility, Who
from tests.core.making import HOSTILE, START, Script, agenda, part, plain
from tests.core.strategies import logs

HIDDEN = "for no other eyes"
SECRET = f"{HIDDEN} {HOSTILE}"
FOR_THE_HOST = [kind for kind in b.KINDS.values() if kind.visibility is Visibility.HOST]
BLOCKS = agenda(part("a"), part("b/1", who=Who.PAIRS), part("b/2"), part("c", optional=True))
KEYS: list[Callable[[SessionState], Move]] = [
    *(moves.forward, moves.forward, moves.back, moves.skip, moves.pause_or_resume),
    *(moves.open_or_close_wait, moves.take_back, jumping.jump("b/2"), moves.end),
]


def briefed(script: Script) -> Brief:
    """The brief at this moment."""
    return brief(script.events, script.elapsed, script.now)


def filled(kind: type[b.Body]) -> b.Body:
    """A body in which every piece of writing is the host's alone."""
    written = {
        name: {"a": SECRET} if "dict" in str(info.annotation) else SECRET
        for name, info in kind.model_fields.items()
        if "str" in str(info.annotation)
    }
    return kind.model_validate(written)


steps = st.one_of(
    st.sampled_from(KEYS).map(lambda key: lambda script: script.press(key)),
    st.sampled_from(FOR_THE_HOST).map(lambda kind: lambda script: script.append((filled(kind),))),
    st.integers(0, 99).map(lambda n: lambda script: script.press(moves.park(f"{n} {HOSTILE}"))),
    st.integers(0, 400).map(lambda seconds: lambda script: script.wait(seconds)),
)


@given(st.lists(steps, max_size=20))
def test_it_has_all_that_is_ahead_and_parked_and_nothing_of_the_hosts(
    pressed: list[Callable[[Script], Script]],
) -> None:
    """Whatever was pressed: no text that only the host may see, no parked word or part missing."""
    script = Script(BLOCKS, title="One")
    for each in pressed:
        script = each(script)
    state, made = script.state, briefed(script)
    assert HIDDEN not in repr(made)
    assert made.parked == tuple(note.text for note in state.notes_of(NoteKind.PARKED))
    ahead = [each.run.part.id for block in made.ahead for each in block.parts]
    assert ahead == ([run.part.id for run in state.ahead] if state.running else [])
    told = {fact.title for fact in made.done} | {block.block.title for block in made.ahead}
    here = {made.block.title} if made.block is not None else set()
    assert told | here == {block.title for block in BLOCKS}
    assert made.ends == (state.ended_at or made.ends) and made.ends.tzinfo is UTC


def test_every_kind_of_the_hosts_alone_is_hidden_and_what_says_something_is_named() -> None:
    """Counted in the singular and the plural, and never quoted."""
    script = Script(BLOCKS)
    for kind in FOR_THE_HOST:
        script.append((filled(kind),))
    script.append((b.VoiceHeard(seat=2),))
    about = ("what only the host watches for", "what is planned for afterwards", "voices by seat")
    assert briefed(script).left_out == ("1 capture kept private", "1 mark", *about)
    script.press(moves.capture("x"), moves.mark)
    assert briefed(script).left_out[:2] == ("2 captures kept private", "2 marks")
    assert briefed(Script(BLOCKS)).left_out == ()


def test_a_capture_that_was_taken_back_is_not_counted() -> None:
    """As if that key had never been, here too."""
    script = Script(BLOCKS).press(moves.capture("x"), moves.park("y"))
    script.press(moves.take_back, moves.take_back)
    assert (briefed(script).left_out, briefed(script).parked) == ((), ())


def test_the_rest_of_a_block_is_told_with_its_times() -> None:
    """The block that runs is ahead with what is left of it; leads are those of now."""
    script = Script(BLOCKS).press(moves.forward).wait(240)
    script.press(moves.forward, moves.forward, moves.lead("Bo")).wait(60)
    rest, last = briefed(script).ahead
    assert (rest.block.id, rest.goes_on, rest.lead) == ("b", True, "Bo")
    assert [each.start - START for each in rest.parts] == [timedelta(minutes=9)]
    assert (last.block.id, last.goes_on, last.lead) == ("c", False, "")
    assert [fact.title for fact in briefed(script).done] == ["a"]


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        ([moves.forward], ["now", "later", "after"]),
        ([moves.forward] * 2, ["later", "after"]),
        ([moves.forward, moves.skip, moves.forward], ["after"]),
        ([moves.forward, moves.end], ["after"]),
    ],
)
def test_evidence_is_named_while_it_can_still_be_collected(
    keys: list[Callable[[SessionState], Move]], left: list[str]
) -> None:
    """Until its block is over, or for ever where it is collected in none."""
    kind = EvidenceKind.EXIT_TICKET
    evidence = (
        Evidence(id="now", kind=kind, when="at the end of Aaa"),
        Evidence(id="later", kind=kind, when="in bbb"),
        Evidence(id="after", kind=kind, when="next week"),
    )
    blocks = tuple(
        block.model_copy(update={"title": title})
        for block, title in zip(plain(5, 5), ("aaa", "bbb"), strict=True)
    )
    script = Script(blocks, evidence=evidence).press(*keys)
    assert [measure.id for measure in briefed(script).to_collect] == left


def test_it_is_told_in_the_sessions_zone() -> None:
    """Its own end, too, whatever zone the log was written in."""
    zone = ZoneInfo("America/Toronto")
    script = Script(plain(10), planned_end=START + timedelta(minutes=8)).press(moves.forward)
    made = brief(script.events, script.elapsed, script.now.astimezone(zone))
    assert (made.zone, made.late, f"{made.ends:%H:%M}") == ("America/Toronto", 2, "15:40")


@given(logs)
def test_any_log_makes_a_brief(events: list[Event]) -> None:
    """Damaged, blanked and of a newer version; at any moment."""
    made = brief(events, 1e9, START)
    assert made.title
