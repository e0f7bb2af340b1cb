"""Voices are counted by seat, each with its key, and told as totals."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.sessions import moves
from facilitui.core.sessions.facts import session_facts
from facilitui.core.sessions.people_moves import hear
from facilitui.core.sessions.voices import (
    KEPT_LETTERS,
    SEAT_KEYS,
    empty_seat_of,
    ranges,
    seat_of,
    seats_by_key,
    seats_without_key,
    tally,
)
from tests.core.making import Script, plain


def room(people: int) -> Script:
    """A session with so many here."""
    script = Script(plain(10))
    script.append((b.AttendanceTaken(count=people),))
    return script.press(moves.forward)


@given(st.integers(0, 70))
def test_every_seat_that_is_taken_has_its_own_key(people: int) -> None:
    """What no session can do without stays a key; a seat nobody sits on has none."""
    seats = [seat_of(key, people) for key in SEAT_KEYS]
    taken = [seat for seat in seats if seat is not None]
    assert taken == list(range(1, min(people or len(SEAT_KEYS), len(SEAT_KEYS)) + 1))
    assert not set(KEPT_LETTERS) & set(SEAT_KEYS) and len(set(SEAT_KEYS)) == len(SEAT_KEYS)
    assert seats_without_key(people) == max(0, people - len(SEAT_KEYS))
    assert [seat_of(key, people) for key in ("n", "", "12", "pagedown", "日")] == [None] * 5


@given(st.integers(1, 70), st.sampled_from((*SEAT_KEYS, *KEPT_LETTERS, "", "12", "日")))
def test_only_a_digit_can_be_an_empty_seat(people: int, key: str) -> None:
    """A letter without a seat stays what it is; `0` is the tenth seat."""
    empty = key.isascii() and len(key) == 1 and key.isdigit() and (int(key) or 10) > people
    assert empty_seat_of(key, people) == ((int(key) or 10) if empty else None)


def test_totals_tell_who_was_not_heard_yet() -> None:
    """Twice the same seat is one voice; taken back it was never counted."""
    script = room(4).press(hear(1), hear(3), hear(1), hear(2), moves.take_back)
    found = tally(script.state)
    assert (found.heard, found.people, found.times, found.waiting) == (2, 4, 3, (2, 4))
    facts = session_facts(script.state)
    assert (facts.voices, facts.heard) == (3, 2)


@example(2, [1, 2, 3])
@given(st.integers(-5, 50), st.lists(st.integers(-3, 60), max_size=9))
def test_totals_are_right_whatever_a_log_says(people: int, seats: list[int]) -> None:
    """More may be heard than were counted as here; no seat is both heard and waiting."""
    script = room(people)
    script.append(tuple(b.VoiceHeard(seat=seat) for seat in seats))
    found = tally(script.state)
    assert found.heard == len({seat for seat in seats if seat > 0}) <= found.people
    assert not set(found.waiting) & set(seats)


@given(st.integers(0, 70))
def test_the_key_of_any_seat_is_told(people: int) -> None:
    """Few keys at a time with their seats; digits up to nine need no telling."""
    told: dict[int, str] = {}
    for keys, seats in seats_by_key(people):
        first, _, last = keys.partition("–")
        names = [chr(n) for n in range(ord(first), ord(last) + 1)] if last else list(keys)
        start, _, end = seats.partition("–")
        numbers = range(int(start), int(end or start) + 1)
        told |= dict(zip(numbers, names, strict=True))
        assert len(numbers) <= 5
    assert told == {
        seat: key for seat, key in enumerate(SEAT_KEYS, 1) if 9 < seat <= (people or len(SEAT_KEYS))
    }


@given(st.sets(st.integers(1, 60)))
def test_ranges_hold_every_seat_and_no_other(seats: set[int]) -> None:
    """Rising, those side by side together."""
    found: list[int] = []
    for told in ranges(sorted(seats)):
        first, _, last = told.partition("–")
        found += range(int(first), int(last or first) + 1)
    assert found == sorted(seats)
