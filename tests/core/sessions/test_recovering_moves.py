"""Applying what was offered and taking it back, decided from the state at that moment."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given

from facilitui.core import bodies as b
from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.sessions import moves
from facilitui.core.sessions.outlook import Outlook, Undoing, outlook, sentence
from facilitui.core.sessions.recovering_moves import apply_recovery, undo_recovery
from facilitui.core.sessions.recovery import Proposal, proposals
from facilitui.core.sessions.recovery_preview import Change, preview
from facilitui.core.sessions.session import Stage
from facilitui.core.sessions.timing import projected_end
from tests.core.making import START, Script, agenda, part, timeless
from tests.core.recoveries import agendas, keys, lates, moment, overrunning

BLOCKS = (
    *agenda(part("a", 10)),
    *agenda(part("b", 20, min=10), goals=("G1", "G2")),
    *agenda(part("c", 10, min=6), goals=("G2",)),
)


def ahead(script: Script) -> Outlook:
    return outlook(script.course, moment(script))


def way(told: Outlook, key: str) -> Proposal:
    found = told.find(key)
    assert isinstance(found, Proposal)
    return found


def recover(script: Script, key: str) -> Script:
    return script.press(apply_recovery(way(ahead(script), key).body, moment(script)))


def undoings(script: Script) -> list[Undoing]:
    return [each for each in ahead(script).offers if isinstance(each, Undoing)]


@given(agendas(), lates, keys)
def test_what_is_applied_is_what_was_offered(
    blocks: tuple[AgendaBlock, ...], late: float, pressed: int
) -> None:
    """By its key, which no two share; `u` then restores all."""
    script = overrunning(blocks, late, pressed)
    before, found = timeless(script.state), proposals(script.state, moment(script))
    assert len({each.key for each in found}) == len(found)
    for each in found:
        recover(script, each.key)
        assert timeless(script.state).runs == timeless(each.after).runs
        assert script.state.planned_end == each.after.planned_end
        assert timeless(script.press(moves.take_back).state) == before


@given(agendas(), lates, keys)
def test_every_offer_to_take_back_keeps_its_word(
    blocks: tuple[AgendaBlock, ...], late: float, pressed: int
) -> None:
    """What the preview shows is what comes of it, after other keys too."""
    script = overrunning(blocks, late, pressed)
    for each in proposals(script.state, moment(script)):
        if not ahead(script).can(each.key):  # what was taken back has left it in time
            continue
        recover(script, each.key).press(moves.mark, moves.forward)
        for undoing in undoings(script):
            script.press(undo_recovery(undoing.recovery))
            assert timeless(script.state).runs == timeless(undoing.after).runs
            assert script.state.planned_end == undoing.after.planned_end
            assert undoing.recovery not in [each.seq for each in script.state.recoveries]
            script.press(moves.take_back)


def test_what_is_no_longer_offered_is_refused() -> None:
    """A minute later a block has begun, or all is in time again: no events, nothing changed."""
    script = overrunning(BLOCKS, 6)
    without, shorter = (way(ahead(script), key).body for key in ("leave out/b", "shorter"))
    assert apply_recovery(without, moment(script))(script.state) == (without,)
    script.press(moves.forward)
    assert apply_recovery(without, moment(script))(script.state) == ()
    assert apply_recovery(shorter, moment(script))(script.state) == ()
    recover(script, "shorter")
    assert script.run("c").minutes < 10
    assert apply_recovery(b.RecoveryApplied(), moment(script))(script.state) == ()


def test_a_later_moment_gives_the_same_way_with_its_own_figures() -> None:
    """It is the same to whoever looks at it, and its minutes are those of now."""
    script = overrunning(BLOCKS, 6)
    chosen = ahead(script).offers[-1]
    assert (chosen.key, chosen.title) == ("later end", "Ask the group to end at 21:16")
    script.wait(120)
    recover(script, chosen.key)
    assert script.state.planned_end == START + timedelta(minutes=48)
    assert script.state.recoveries[0].body.title == "Ask the group to end at 21:18"


def test_a_recovery_can_be_taken_back_after_other_keys() -> None:
    """By when it was made; what came after it stays, and a second time there is nothing to do."""
    script = recover(overrunning(BLOCKS, 6), "shorter")
    seq = script.state.recoveries[0].seq
    script.wait(60).press(moves.mark)
    (undoing,) = undoings(script)
    assert undoing.title == f"Take back the recovery of {START + timedelta(minutes=16):%H:%M}"
    assert undoing.won == -6
    script.press(undo_recovery(seq))
    assert [run.minutes for run in script.state.runs] == [10, 20, 10]
    assert len(script.state.notes) == 1 and script.state.recoveries == ()
    assert undoings(script) == [] and undo_recovery(seq)(script.state) == ()


def test_a_later_end_can_be_taken_back() -> None:
    """Though it changes no part."""
    script = overrunning(BLOCKS, 6)
    planned = script.state.planned_end
    recover(script, "later end").press(moves.forward)
    (undoing,) = undoings(script)
    assert undoing.planned_end == planned and undoing.won == 0
    assert script.press(undo_recovery(undoing.recovery)).state.planned_end == planned


def test_a_block_that_was_passed_stays_left_out() -> None:
    """Taking that back would put a step before the present one that nobody could come to."""
    script = recover(overrunning(BLOCKS, 6), "leave out/b")
    assert len(undoings(script)) == 1
    script.press(moves.forward)
    assert script.run("c").stage is Stage.RUNNING and undoings(script) == []
    assert undo_recovery(script.state.recoveries[0].seq)(script.state) == ()


def test_in_time_it_is_told_what_could_be_won() -> None:
    """To be looked at only; nothing of it is in what can be done."""
    script = overrunning(BLOCKS, 0)
    told = ahead(script)
    assert (told.late, told.offers) == (0, ())
    assert {each.title: each.won for each in told.reserve} == {
        "Make what is ahead shorter": 14,
        "Leave out b": 20,
        "Leave out c": 10,
    }
    first = told.reserve[0]
    assert told.find(first.key) is first and not told.can(first.key)
    late = ahead(overrunning(BLOCKS, 6))
    assert late.reserve == () and late.can("shorter") and late.find("nonsense") is None


@pytest.mark.parametrize("script", [Script(BLOCKS), overrunning(BLOCKS, 6).press(moves.end)])
def test_outside_a_running_session_nothing_is_offered(script: Script) -> None:
    """Before its first step it can only be looked at what could be won."""
    assert ahead(script).offers == ()
    assert bool(ahead(script).reserve) is script.state.running


def test_the_sentence_stands_for_a_minute_or_until_the_next_step() -> None:
    """Nothing is said of a recovery that was taken back."""
    script = overrunning(BLOCKS, 6)
    assert sentence(script.state, script.elapsed) == ""
    recover(script, "shorter").wait(59)
    told = "We are 6 minutes behind, so what comes next is a little shorter. We end at 21:10."
    assert sentence(script.state, script.elapsed) == told
    assert sentence(script.state, script.elapsed + 1) == ""
    assert sentence(script.press(moves.forward).state, script.elapsed) == ""
    script.press(moves.take_back)
    assert sentence(script.state, script.elapsed) == told
    assert sentence(script.press(moves.take_back).state, script.elapsed) == ""


@given(agendas(), lates, keys)
def test_the_preview_holds_all_that_changes_and_ends_right(
    blocks: tuple[AgendaBlock, ...], late: float, pressed: int
) -> None:
    """Each part once, in order; what differs is named, and the times are those of the forecast."""
    script = overrunning(blocks, late, pressed)
    at = moment(script)
    for each in ahead(script).offers:
        rows = preview(script.state, each.after, at)
        order = [script.state.index_of(row.was.part.id) or 0 for row in rows]
        assert order == sorted(set(order))
        changed = {row.was.part.id for row in rows if row.change is not Change.NONE}
        both = zip(script.state.runs, each.after.runs, strict=True)
        assert changed == {was.part.id for was, now in both if was != now}
        for row in rows:
            assert (row.then_starts is None) == (row.running or row.change is Change.LEFT_OUT)
        ends = [row.then_starts for row in rows if row.then_starts]
        assert all(start <= each.ends for start in ends)


def test_a_preview_names_what_becomes_of_each_part() -> None:
    """Shorter, left out, and the other way round where a recovery is taken back."""
    script = overrunning(BLOCKS, 6)

    def changes(key: str) -> list[tuple[str, Change]]:
        offer = ahead(script).find(key)
        assert offer is not None
        rows = preview(script.state, offer.after, moment(script))
        return [(row.was.part.id, row.change) for row in rows]

    same, shorter, out = Change.NONE, Change.SHORTER, Change.LEFT_OUT
    assert changes("shorter") == [("a", same), ("b", shorter), ("c", shorter)]
    assert changes("leave out/b") == [("a", same), ("b", out), ("c", same)]
    recover(script, "leave out/b")
    key = undoings(script)[0].key
    assert changes(key) == [("a", same), ("b", Change.BACK), ("c", same)]
    recover(script.press(moves.take_back), "shorter")
    assert changes(undoings(script)[0].key)[1] == ("b", Change.LONGER)


def test_a_part_longer_than_any_calendar_holds_can_be_made_shorter() -> None:
    """As a damaged log may have it; what can be done about the time is told all the same."""
    script = overrunning(BLOCKS, 0).append((b.MinutesChanged(part="b", minutes=1e308),))
    assert next(each.title for each in ahead(script).shown) == "Make what is ahead shorter"


def test_a_log_of_an_older_version_has_no_sentence() -> None:
    """A recovery whose body was left out changes nothing and says nothing."""
    script = overrunning(BLOCKS, 6)
    runs = script.state.runs
    script.append((b.RecoveryApplied(),))
    assert script.state.runs == runs and sentence(script.state, script.elapsed) == ""
    assert undoings(script) == []
    assert projected_end(script.state, script.elapsed, script.now) == START + timedelta(minutes=46)
