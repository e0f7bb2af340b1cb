"""Voices are counted by seat, each with its key, and told as totals."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core import moves
from facilitui.core.facts import session_facts
from facilitui.core.people_moves import hear
from facilitui.core.voices import SEAT_KEYS, key_of, seat_of, tally
from tests.core.making import Script, plain


def room(people: int) -> Script:
    """A session with so many here."""
    script = Script(plain(10))
    script.append((b.AttendanceTaken(count=people),))
    return script.press(moves.forward)


@given(st.integers(0, 40))
def test_every_seat_that_is_taken_has_its_own_key(people: int) -> None:
    """Next, back, take back and voices stay keys; a seat nobody sits on has none."""
    seats = [seat_of(key, people) for key in SEAT_KEYS]
    taken = [seat for seat in seats if seat is not None]
    assert taken == list(range(1, min(people or len(SEAT_KEYS), len(SEAT_KEYS)) + 1))
    assert all(key_of(seat) == key for seat, key in zip(taken, SEAT_KEYS, strict=False))
    assert not set("nbuv") & set(SEAT_KEYS)
    assert [seat_of(key, people) for key in ("n", "", "12", "pagedown", "日")] == [None] * 5


def test_totals_tell_who_was_not_heard_yet() -> None:
    """Twice the same seat is one voice; taken back it was never counted."""
    script = room(4).press(hear(1), hear(3), hear(1), hear(2), moves.take_back)
    found = tally(script.state)
    assert (found.heard, found.people, found.times, found.waiting) == (2, 4, 3, (2, 4))
    facts = session_facts(script.state)
    assert (facts.voices, facts.heard) == (3, 2)


@given(st.integers(-5, 50), st.lists(st.integers(-3, 60), max_size=9))
def test_totals_are_right_whatever_a_log_says(people: int, seats: list[int]) -> None:
    """More may be heard than were counted as here; no seat is both heard and waiting."""
    script = room(people)
    script.append(tuple(b.VoiceHeard(seat=seat) for seat in seats))
    found = tally(script.state)
    assert found.heard == len({seat for seat in seats if seat > 0}) <= found.people
    assert not set(found.waiting) & set(seats)
