"""Events: envelopes that keep what they do not know, and a chain that shows what is missing."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.sealing import GENESIS, Seal, canonical, check, own_hash, sha256
from facilitui.core.sessions.clock import LONGEST_SECONDS
from facilitui.core.sessions.events import Head, TooLate, UnknownBody, follows, head_of, read_event
from facilitui.core.vocabulary import Visibility
from tests.core.making import HOSTILE, START, blanked, chained, changed, made
from tests.core.strategies import any_event, bodies, json_values, texts

ENVELOPE = {
    *("v", "seq", "term", "at", "elapsed", "kind", "visibility", "essential"),
    *("body", "salt", "body_hash", "prev", "hash"),
}


@given(bodies)
def test_an_event_reads_back_as_it_was_written(body: b.Body) -> None:
    """Body, envelope and line survive the way through a log, byte by byte."""
    event = made(body, elapsed=12.3456)
    again = read_event(event.line)
    assert again.line == event.line
    assert again.envelope == event.envelope
    assert again.elapsed == 12.346
    assert set(event.document) == ENVELOPE
    assert event.line.isascii() and "\n" not in event.line
    if not isinstance(body, b.HostNotes):  # pydantic mends half characters in a mapping's keys
        assert again.body == body


def test_the_hashes_are_the_designs() -> None:
    """body_hash covers salt and body, hash everything but body, salt and hash."""
    event = made(b.Captured(text=HOSTILE))
    document = event.document
    covered = {k: v for k, v in document.items() if k not in {"body", "salt", "hash"}}
    assert document["body_hash"] == sha256(document["salt"] + document["body"])
    assert document["hash"] == sha256(canonical(covered))
    assert document["prev"] == GENESIS == "0" * 64
    assert json.loads(document["body"]) == {"text": HOSTILE}
    assert document["at"] == START.isoformat()


@given(texts, json_values)
def test_unknown_fields_are_kept_and_hashed(name: str, value: object) -> None:
    """A newer version's field stays in the line, and changing it breaks the seal."""
    document = {**made(b.Paused()).document, f"new {name}": value}
    document["hash"] = own_hash(document)
    event = read_event(canonical(document))
    assert event.line == canonical(document)
    assert check(event.document) is Seal.WHOLE
    assert check(changed(event, **{f"new {name}": [value]}).document) is Seal.ALTERED


def test_an_unknown_kind_is_kept_and_only_an_essential_one_is_unreadable() -> None:
    """What cannot be read is kept as it is; it matters where it might change the state."""
    event = made(b.Paused())
    for essential in (True, False):
        foreign = changed(event, kind="dance_begun", body='{"x":1}', essential=essential)
        assert foreign.body == UnknownBody('{"x":1}')
        assert foreign.unreadable is essential
    assert isinstance(changed(event, body='{"part_of":"x"}').body, UnknownBody)
    assert blanked(event).body == b.Paused()


@given(any_event())
def test_every_readable_event_is_one_of_three(event: object) -> None:
    """Known, blank or unknown: reading a damaged body never raises."""
    assert event is not None


@pytest.mark.parametrize(
    "line",
    ["", "nonsense", "[]", "1", '"x"', "{}", '{"v":1}', "[" * 200_000, '{"a":' * 200_000, "NaN"],
    ids=lambda line: line[:6],
)
def test_what_is_no_event_is_refused_with_a_value_error(line: str) -> None:
    """A line that is not an event, however it is broken, raises ValueError and nothing else."""
    with pytest.raises(ValueError):
        read_event(line)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("seq", 0), ("v", 0), ("term", 0), ("elapsed", -1), ("elapsed", "x"), ("kind", "")),
        *(("kind", "x" * 65), ("at", "2026-11-25T15:30:00"), ("visibility", "world")),
        *(("body", None), ("body", {}), ("seq", None), ("essential", "perhaps")),
        *(("at", "9999-12-31T23:59:00+00:00"), ("at", "0001-01-01T00:00:00+00:00")),
    ],
)
def test_a_wrong_envelope_is_no_event(name: str, value: object) -> None:
    """Each field is checked; a time without an offset, or that some zone lacks, is refused."""
    document = {**made(b.Paused()).document, name: value}
    with pytest.raises(ValueError, match=name):
        read_event(json.dumps(document))


@pytest.mark.parametrize("elapsed", [LONGEST_SECONDS + 1, 1e18, 10**400, 1e999])
def test_an_event_that_is_later_than_any_session_lasts_is_refused(elapsed: float) -> None:
    """And it is said why; a session that was left open for a year can still be ended."""
    document = {**made(b.Paused()).document, "elapsed": elapsed}
    with pytest.raises(TooLate, match="more than 366 days"):
        read_event(json.dumps(document))
    assert read_event(json.dumps(document | {"elapsed": LONGEST_SECONDS}))


def test_a_planned_end_that_no_clock_can_show_is_not_read() -> None:
    """So that no screen has to be ready for it; the session is only shown."""
    for kind in ("session_started", "recovery_applied"):
        fields = {"kind": kind, "body": '{"planned_end":"9999-12-31T23:59:00+00:00"}'}
        assert changed(made(b.Paused()), **fields).unreadable


def test_the_chain_shows_every_break() -> None:
    """Each event follows the one before it and no other, blanked bodies included."""
    events = chained([b.SessionStarted(), b.Captured(text="private"), b.Paused(), b.Resumed()])
    head = Head()
    for event in events:
        assert follows(event, head)
        assert follows(blanked(event), head)
        assert not follows(changed(event, elapsed=99), head)
        assert not follows(changed(event, body="{}x"), head)
        head = head_of(event)
    first, second, third, fourth = events
    assert not follows(third, head_of(first))
    assert not follows(second, head_of(second))
    assert not follows(first, head)
    assert not follows(fourth, replace(head_of(third), term=2))
    assert follows(made(b.Paused(), head), head)
    assert not follows(made(b.Paused(), replace(head, seq=9)), head)


@given(bodies)
def test_only_the_host_sees_what_is_private(body: b.Body) -> None:
    """What was typed or marked is for the host alone, and what the host should watch for too."""
    private = (b.HostNotes, b.Marked, b.Captured, b.CaptureReleased, b.PromptDismissed)
    assert (made(body).envelope.visibility is Visibility.HOST) == isinstance(body, private)


@given(st.sampled_from(sorted(b.KINDS)))
def test_every_kind_can_be_blank(kind: str) -> None:
    """Every body has a default, so that the fold is total over blanked ones."""
    assert b.KINDS[kind]().kind == kind
