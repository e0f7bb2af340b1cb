"""What one ended session shows in few figures: what its facts say, and nothing that breaks sums."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from hypothesis import given
from pydantic import TypeAdapter

from facilitui.core import bodies as b
from facilitui.core.sessions import moves
from facilitui.core.sessions.clock import LONGEST_SECONDS
from facilitui.core.sessions.events import Event, head_of
from facilitui.core.sessions.facts import session_facts
from facilitui.core.sessions.fold import fold
from facilitui.core.sessions.session_digest import SessionDigest, WaitKept, digest
from facilitui.core.sessions.voices import tally
from facilitui.core.trends.drift import measured
from tests.core.making import START, Script, agenda, made, part
from tests.core.strategies import damaged, logs

CACHED = TypeAdapter(SessionDigest)


def ended(events: list[Event]) -> list[Event]:
    """The same with an end, so that there is something to tell."""
    return [*events, made(b.SessionEnded(), head_of(events[-1]), START, LONGEST_SECONDS)]


def test_only_what_has_ended_shows_anything() -> None:
    """A session that goes on is not measured yet; an empty log never was one."""
    script = Script(agenda(part("a", 5))).press(moves.forward).wait(300)
    assert digest(script.state) is None and digest(fold(())) is None
    found = digest(script.press(moves.end).state)
    assert found is not None and found.ran == 5


def test_what_nobody_counted_is_missing_or_only_expected() -> None:
    """No plan, no target, nobody counted: no late start, no target, nobody told."""
    script = Script(agenda(part("a", 5)), planned_start=None).press(moves.forward)
    script.append((b.WaitOpened(),)).wait(4).press(moves.open_or_close_wait)
    found = digest(script.press(moves.end).state, "folder")
    assert found is not None and found.session == "folder"
    assert (found.started_late, found.ended_late, found.after_agreed) == (None, None, None)
    assert found.waits == (WaitKept(4, 0, False),) and found.waits_with_target == 0
    assert not found.counted and (found.voices, found.heard) == (0, 0)


@given(logs | damaged | damaged.map(ended))
def test_any_log_makes_a_digest_that_agrees_with_its_facts(events: list[Event]) -> None:
    """However hostile: it can be kept in a cache, and read from there the same."""
    state = fold(events)
    found = digest(state)
    if found is None:
        assert state.ended_at is None or state.began_at is None
        return
    facts = session_facts(state)
    assert found.heard <= found.people and found.heard == tally(state).heard
    assert found.started_late in (facts.started_late, None)
    assert len(found.waits) <= len(facts.waits) <= found.waits_marked
    assert set(found.ran_protocols) <= set(measured(state))
    kept = json.loads(json.dumps(CACHED.dump_python(found, mode="json")))
    assert CACHED.validate_python(kept) == found


def test_figures_that_no_clock_gives_are_missing() -> None:
    """A start planned in another age, more people than any room holds, a wait of a day."""
    script = Script(
        agenda(part("a", 5)),
        planned_start=datetime(2, 1, 1, tzinfo=UTC),
        planned_end=datetime(9000, 1, 1, tzinfo=UTC),
    ).press(moves.forward)
    script.append((b.AttendanceTaken(count=10**30),)).append((b.WaitOpened(target_seconds=5),))
    script.wait(90_000).append((b.WaitClosed(),))
    found = digest(script.press(moves.end).state)
    assert found is not None and (found.started_late, found.ended_late) == (None, None)
    assert (found.people, found.counted, found.waits, found.waits_marked) == (0, False, (), 1)
