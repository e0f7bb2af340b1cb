"""What can be done about the time ahead: whether there is anything, and what a choice does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.sessions import moves
from facilitui.core.sessions.outlook import Outlook, Undoing, chosen, has_ways, outlook
from facilitui.core.sessions.recovering_moves import apply_recovery
from facilitui.core.sessions.recovery import Proposal
from tests.core.making import Script, agenda, part
from tests.core.recoveries import agendas, moment, overrunning

BLOCKS = (*agenda(part("a", 10)), *agenda(part("b", 20, min=10)), *agenda(part("c", 10, min=6)))


def ahead(script: Script) -> Outlook:
    """What can be done now."""
    return outlook(script.course, moment(script))


@given(agendas(), st.integers(60, 1800), st.integers(0, 300), st.data())
def test_what_was_shown_is_done_or_nothing_is(
    blocks: tuple[AgendaBlock, ...], late: int, looked: int, data: st.DataObject
) -> None:
    """Enter on what was shown does just that while the minute turns; later it must be the same."""
    script = overrunning(blocks, late / 60)
    shown = ahead(script)
    offer = data.draw(st.sampled_from(shown.offers))
    now = ahead(script.wait(looked))
    by = chosen(shown, now, offer.key)
    assert (by is shown) or looked > 30
    if by is None:
        assert now.late > shown.late + 1
        return
    assert isinstance(offer, Proposal) and by.find(offer.key) is not None
    script.press(apply_recovery(offer.body, by.at))
    assert script.state.recoveries[-1].body == offer.body


@given(agendas(), st.floats(-20, 60), st.integers(0, 20), st.booleans())
def test_the_key_is_offered_where_there_is_something_to_look_at(
    blocks: tuple[AgendaBlock, ...], late: float, pressed: int, agreed: bool
) -> None:
    """And nowhere else: not in a last step in time, nor when all is done, however late."""
    script = overrunning(blocks, max(0.0, late), pressed)
    later = ahead(script).find("later end")
    if agreed and isinstance(later, Proposal):
        script.press(apply_recovery(later.body, moment(script)), *[moves.forward] * 20)
    told = ahead(script)
    assert has_ways(script.state, moment(script)) is bool(told.shown)
    if script.state.finished:
        assert all(isinstance(each, Undoing) for each in told.shown)


def test_taking_back_stands_behind_what_would_win_time() -> None:
    """Late or not: nothing that gives time back is the first that is marked."""
    script = overrunning(BLOCKS, 6)
    first = ahead(script).offers[1]
    assert isinstance(first, Proposal)
    script.press(apply_recovery(first.body, moment(script)))
    for _ in range(2):
        told = ahead(script)
        taking_back = [isinstance(each, Undoing) for each in told.shown]
        assert taking_back == sorted(taking_back) and set(taking_back) == {False, True}
        assert {each.key for each in told.shown} == {e.key for e in told.offers + told.reserve}
        script.wait(600)
    assert ahead(script).is_late


def test_in_the_last_step_only_a_later_end_is_left_and_after_it_nothing() -> None:
    """Where it is late; nothing that is over could end later."""
    script = overrunning(BLOCKS, 0, 2)
    assert not has_ways(script.state, moment(script))
    script.wait(240)
    assert [each.key for each in ahead(script).shown] == ["later end"]
    script.press(moves.forward)
    assert script.state.finished and ahead(script).late == 4
    assert ahead(script).shown == () and not has_ways(script.state, moment(script))
