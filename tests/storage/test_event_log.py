"""What the log of a session makes of every state a file can be found in."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.errors import NotFound
from facilitui.core.sealing import canonical, seal
from facilitui.core.sessions.events import Event, Head, head_of, read_event
from facilitui.storage.disk import Disk
from facilitui.storage.event_log import MAX_BYTES, MAX_UNREADABLE, moment_of, parse_log, read_log
from facilitui.storage.log_writer import LogWriter
from tests.storage.chains import HOSTILE, bodies, chain, documents, log_bytes, notes, read


@given(st.lists(bodies, max_size=6), st.data())
def test_a_log_cut_anywhere_gives_its_whole_events_and_goes_on(
    made_of: list[b.Body], data: st.DataObject
) -> None:
    """Cut at any byte, a log reads as the whole events before it, and can be added to."""
    events = chain(made_of)
    whole = log_bytes(events)
    cut = data.draw(st.integers(0, len(whole)))
    left = [event for n, event in enumerate(events) if len(log_bytes(events[: n + 1])) <= cut]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.jsonl"
        path.write_bytes(whole[:cut])
        found = read(path)
        assert documents(found.events) == documents(left)
        assert (found.verified, found.read_only) == (len(left), False)
        assert ("cut off" in found.trouble) == (cut != len(log_bytes(left)))
        head = head_of(left[-1]) if left else Head()
        more = notes(2, head)
        writer = LogWriter(Disk(), path, head, threaded=False)
        writer.append(more)
        writer.close()
        assert path.read_bytes() == log_bytes([*left, *more])
        assert (read(path).verified, read(path).trouble) == (len(left) + 2, "")


@pytest.mark.parametrize(
    "tail",
    [
        pytest.param(notes(3)[2].line.encode(), id="whole but for its newline"),
        pytest.param(b'{"body":"\xf0\x9f\x91', id="within a character"),
        pytest.param(b'{"at":"2026' + bytes(4096), id="padded with NUL"),
        pytest.param(bytes(4096), id="nothing but NUL"),
        pytest.param(b"\r", id="half of a line's end"),
    ],
)
def test_a_torn_last_line_is_left_out_and_told(tail: bytes) -> None:
    """A last line without its newline is torn, even if it parses; the log can be gone on with."""
    found = parse_log(log_bytes(notes(2)) + tail, "s")
    assert (len(found.events), found.verified, found.read_only) == (2, 2, False)
    assert found.trouble == "the last line was cut off while it was written, and is left out"


@given(st.lists(bodies, min_size=2, max_size=5), st.data())
def test_any_changed_byte_is_noticed(made_of: list[b.Body], data: st.DataObject) -> None:
    """One byte changed anywhere: told, and nothing from its line on is called proved."""
    whole = bytearray(log_bytes(chain(made_of)))
    place = data.draw(st.integers(0, len(whole) - 1))
    before = whole[:place].count(b"\n")
    whole[place] = data.draw(st.integers(0, 255).filter(lambda byte: byte != whole[place]))
    found = parse_log(bytes(whole), "s")
    assert found.trouble
    assert found.verified == before
    assert found.read_only == (place != len(whole) - 1)


def test_any_flipped_bit_is_noticed() -> None:
    """Every single bit of a small log, one after the other, an escape's upper case included."""
    whole = log_bytes(chain([b.Captured(text=HOSTILE), b.VoiceHeard(seat=3)]))
    missed = [
        (place, bit)
        for place in range(len(whole))
        for bit in range(8)
        if not parse_log(
            whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :], "s"
        ).trouble
    ]
    assert missed == []


@pytest.mark.parametrize("now", [b'{ "at"', b'{"body":"mine","at"'])
def test_a_line_that_says_the_same_in_other_bytes_is_noticed(now: bytes) -> None:
    """Readers may take a name that stands twice in two ways: the seal covers what it means."""
    found = parse_log(log_bytes(notes(2)).replace(b'{"at"', now, 1), "s")
    assert (found.verified, found.read_only, found.broken) == (0, True, False)


def test_a_last_line_that_is_no_event_breaks_the_log_as_any_other() -> None:
    """It can go on in a copy, though no event stands behind the break."""
    found = parse_log(log_bytes(notes(2)) + b"{damaged\n", "s")
    assert (found.verified, len(found.events), found.read_only, found.broken) == (2, 2, True, True)


def test_a_line_that_cannot_be_read_breaks_the_log_but_hides_nothing() -> None:
    """The sentence says which line and what to do; later events are kept, unproved."""
    events = notes(6)
    lines = log_bytes(events).split(b"\n")
    lines[3] = b"{damaged"
    found = parse_log(b"\n".join(lines), "s")
    assert documents(found.events) == documents([*events[:3], *events[4:]])
    assert (found.verified, found.read_only) == (3, True)
    assert found.trouble == (
        "line 4 of the log cannot be read; from there on nothing is proved: to go on, continue in "
        "a copy"
    )


def test_a_missing_line_breaks_the_log() -> None:
    """Each line may be whole, and still one is missing: that shows where it is missing."""
    events = notes(5)
    found = parse_log(log_bytes([*events[:1], *events[2:]]), "s")
    assert (len(found.events), found.verified, found.read_only) == (4, 1, True)
    assert found.trouble.startswith("line 2 of the log was changed or is out of place; ")
    assert found.line == 2


def test_a_broken_first_line_leaves_nothing_to_go_on_from() -> None:
    """Where nothing is proved the sentence does not send anybody to a copy."""
    found = parse_log(b"{}\n" + log_bytes(notes(1)), "s")
    assert (len(found.events), found.verified, found.read_only) == (1, 0, True)
    assert "nothing of it is proved: begin a new session from the plan" in found.trouble
    assert found.line == 1


def test_a_line_that_is_there_twice_counts_once() -> None:
    """A duplicate is told as a break, and the same event is not handed out twice."""
    events = notes(3)
    found = parse_log(log_bytes([*events[:2], *events[1:]]), "s")
    assert documents(found.events) == documents(events)
    assert (found.verified, found.read_only) == (2, True)
    assert "line 3 of the log repeats an earlier one" in found.trouble


def unknown(essential: bool, event: Event) -> Event:
    """An event of a kind from the future that follows `event`."""
    fields = {**event.document, "seq": event.seq + 1, "prev": event.envelope.hash}
    fields |= {"kind": "tele\x1bported", "essential": essential, "new_field": [1.5, None]}
    for name in ("body", "salt", "body_hash", "hash"):
        del fields[name]
    return read_event(canonical(seal(fields, '{"where":"\\ud800"}', "5a" * 16)))


def test_an_unknown_essential_event_makes_the_log_read_only() -> None:
    """All of it is proved; the sentence names line and kind with nothing a terminal obeys."""
    events = notes(2)
    events.append(unknown(essential=True, event=events[-1]))
    found = parse_log(log_bytes(events), "s")
    assert documents(found.events) == documents(events)
    assert (found.verified, found.read_only) == (3, True)
    assert "line 3 of the log holds an event (tele␛ported)" in found.trouble
    assert "newer version" in found.trouble


def test_an_unknown_event_that_does_not_matter_is_kept() -> None:
    """Fields and kinds of a newer version pass through unharmed."""
    events = notes(2)
    events.append(unknown(essential=False, event=events[-1]))
    found = parse_log(log_bytes(events), "s")
    assert documents(found.events) == documents(events)
    assert (found.verified, found.read_only, found.trouble) == (3, False, "")


def test_what_an_editor_does_to_a_file_is_borne() -> None:
    """A byte order mark, Windows line ends and empty lines lose nothing and prove the same."""
    events = chain([b.Captured(text=HOSTILE), *[b.Paused()] * 3])
    edited = b"\xef\xbb\xbf" + log_bytes(events).replace(b"\n", b"\r\n") + b"\r\n\n"
    found = parse_log(edited, "s")
    assert documents(found.events) == documents(events)
    assert (found.verified, found.read_only, found.trouble) == (4, False, "")


def test_an_empty_log_is_a_session_that_has_not_begun(tmp_path: Path) -> None:
    """No event, no trouble."""
    (tmp_path / "events.jsonl").touch()
    found = read(tmp_path / "events.jsonl")
    assert (found.events, found.verified, found.trouble, found.read_only) == ((), 0, "", False)


def test_a_missing_log_is_not_found(tmp_path: Path) -> None:
    """Neither the file nor the folder has to be there."""
    for path in (tmp_path / "events.jsonl", tmp_path / "no" / "events.jsonl"):
        with pytest.raises(NotFound, match="there is no session s"):
            read(path)


def test_a_file_beyond_all_measure_is_refused_unread(tmp_path: Path) -> None:
    """200 MB are refused with a sentence, without being read."""
    path = tmp_path / "events.jsonl"
    path.touch()
    os.truncate(path, 200 * 2**20)

    class Unread(Disk):
        def read(self, path: Path) -> bytes:
            raise AssertionError("read")

    found = read_log(Unread(), path, "s")
    assert (found.events, found.read_only) == ((), True)
    assert found.trouble == ("events.jsonl is larger than a session's log, which may have 64 MB")
    assert MAX_BYTES == 64 * 2**20


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    """A pipe that nobody writes to would otherwise be waited for without end."""
    os.mkfifo(tmp_path / "events.jsonl")
    found = read(tmp_path / "events.jsonl")
    assert (found.read_only, found.trouble) == (True, "events.jsonl is not a file")


@pytest.mark.parametrize(
    "line",
    [
        b"[" * 100_000,
        b'{"v":' + b"9" * 10_000 + b"}",
        b'{"elapsed":NaN}',
        b"\xff\xfe",
        b"null",
        b"",
    ],
)
def test_hostile_lines_are_read_no_further_than_sense(
    monkeypatch: pytest.MonkeyPatch, line: bytes
) -> None:
    """Deep nesting, endless numbers and endless lines end in a sentence, soon."""
    looked: list[str] = []
    monkeypatch.setattr(
        "facilitui.storage.event_log.read_event",
        lambda line: (looked.append(line), read_event(line))[1],  # type: ignore[func-returns-value]
    )
    found = parse_log(log_bytes(notes(1)) + (line + b"\n") * (MAX_UNREADABLE + 5), "s")
    assert (len(found.events), found.verified, found.read_only) == (1, 1, True)
    assert "continue in a copy" in found.trouble
    assert len(looked) <= MAX_UNREADABLE + 2


@pytest.mark.parametrize("seconds", [1e12, -1e12, 1e20, float("inf"), float("nan")])
def test_a_date_that_no_calendar_has_is_no_date(seconds: float) -> None:
    """File systems hold what they are told."""
    assert moment_of(seconds) is None
