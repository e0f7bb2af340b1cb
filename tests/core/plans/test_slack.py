"""Booked time that nothing is planned in: told as that, and never more than there is."""

from __future__ import annotations

from datetime import time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.agendas_outside.lead_words import is_role
from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.plans.slack import unused_minutes
from facilitui.core.sessions import moves
from tests.core.making import START, Script, part, plain


@given(st.integers(1, 60), st.integers(0, 60))
def test_what_is_booked_behind_the_agenda_is_free(planned: int, more: int) -> None:
    """From the planned start on, however late it begins; nothing where all is planned."""
    end = START + timedelta(minutes=planned + more)
    script = Script(plain(planned), planned_start=START, planned_end=end).wait(300)
    assert unused_minutes(script.press(moves.forward).state) == more


def test_a_pinned_block_takes_the_time_before_it_too() -> None:
    """Waiting for it is planned."""
    late = AgendaBlock(id="b", parts=(part("b", 10),), pinned_start=time(21, 0))
    end = START + timedelta(minutes=60)
    script = Script((*plain(5), late), planned_start=START, planned_end=end).press(moves.forward)
    assert unused_minutes(script.state, START.tzinfo) == 20


def test_once_another_end_is_agreed_on_none_is_free() -> None:
    """All of that time was asked for."""
    end = START + timedelta(minutes=60)
    script = Script(plain(35), planned_start=START, planned_end=end).press(moves.forward)
    agreed = b.RecoveryApplied(planned_end=end + timedelta(minutes=5))
    assert unused_minutes(script.append((agreed,)).state) == 0


def test_what_no_calendar_holds_is_not_counted() -> None:
    """As a damaged log may ask for."""
    end = START + timedelta(minutes=60)
    script = Script(plain(1e12), planned_start=START, planned_end=end).press(moves.forward)
    assert unused_minutes(script.state) == 0
    assert unused_minutes(Script(plain(5)).press(moves.forward).state) == 0


def test_a_role_is_told_from_a_name() -> None:
    """As agendas write them, in any case."""
    assert is_role("Lead facilitator") and is_role(" co-facilitator ")
    assert not is_role("Ana") and not is_role("")
