"""What everybody in the room is shown: where we are, what to do, how long, and nobody's name."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from facilitui.core import bodies as b
from facilitui.core.library.norms import Norm
from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.plans.plan_parts import ParallelGroup
from facilitui.core.sessions import moves
from facilitui.core.sessions.room import (
    QUIET,
    Place,
    RoomClock,
    RoomMoment,
    RoomView,
    room_note,
    room_view,
    room_welcome,
)
from facilitui.core.sessions.starting import Prepared
from facilitui.core.sessions.timing import Pace
from facilitui.core.vocabulary import BlockKind, Per, Silence, TurnsFor, Who
from tests.core.making import HOSTILE, START, Script, agenda, good_plan, part, plain

GROUPS = (ParallelGroup(name="Blue", lead="Ana", place="Room 12"), ParallelGroup(name="Green"))


def shown(script: Script) -> RoomView:
    """What the room sees now."""
    return room_view(script.state, script.elapsed, script.now)


def of_kind(kind: BlockKind, minutes: float = 10, **fields: object) -> tuple[AgendaBlock, ...]:
    """One block of a kind."""
    (block,) = plain(minutes)
    return (block.model_copy(update={"kind": kind, **fields}),)


def begun(*blocks: AgendaBlock, **started: object) -> Script:
    """A session of these blocks in its first part."""
    return Script(blocks, **started).press(moves.forward)


@pytest.mark.parametrize(
    ("minutes_before", "label", "told"),
    [(20, "we begin", ""), (-2, "", "we begin soon"), (90, "", "we begin soon")],
    ids=["in time", "late", "another time than planned"],
)
def test_before_the_start_the_room_is_told_when(minutes_before: int, label: str, told: str) -> None:
    """Title, purpose and when it begins; a start that has passed is not held up to anybody."""
    plan = good_plan(zone="", start=datetime(2026, 11, 25, 15, 30), link="https://example.org/x")
    now = datetime(2026, 11, 25, 15, 30, tzinfo=UTC) - timedelta(minutes=minutes_before)
    view = room_welcome(Prepared(plan, "p", plain(5, 5)), now)
    assert (view.moment, view.title, view.purpose) == (RoomMoment.WELCOME, plan.title, plan.purpose)
    assert (view.clock.label, view.clock.told) == (label, told)
    assert [row.place for row in view.outline] == [Place.AHEAD, Place.AHEAD]
    assert view.norms == ()


def test_the_outline_says_where_we_are() -> None:
    """Done, here and ahead; only the block that runs shows its steps."""
    script = begun(*agenda(part("a"), part("b/1"), part("b/2"), part("c/1"), part("c/2")))
    script.press(moves.forward, moves.forward)
    rows = [(row.title, row.place, row.step) for row in shown(script).outline]
    assert rows == [
        ("a", Place.DONE, False),
        ("b", Place.HERE, False),
        ("b/1", Place.DONE, True),
        ("b/2", Place.HERE, True),
        ("c", Place.AHEAD, False),
    ]


def test_what_is_left_out_is_not_talked_about() -> None:
    """A block that was left out is in nobody's outline."""
    script = begun(*plain(5, 5)).press(moves.skip)
    assert [row.title for row in shown(script).outline] == ["b"]


def test_a_step_shows_what_it_shows_and_what_is_left() -> None:
    """Its title, what is to be shown, seconds left; a pause says so."""
    script = begun(*agenda(part("a", 5, show="Look twice", say="private"))).wait(10)
    view = shown(script)
    assert (view.step, view.show, view.clock.left) == ("a", "Look twice", 290)
    assert view.clock.told == "left of 5 min"
    assert shown(script.press(moves.pause_or_resume)).clock.told == "paused"


def test_a_clock_at_its_end_says_so_and_counts_no_further() -> None:
    """At 0 it stands, however long ago that was."""
    for seconds in (300, 900):
        clock = shown(begun(*plain(5)).wait(seconds)).clock
        assert (clock.told, clock.left, clock.pace) == ("time is up", 0, Pace.OVER)
    assert shown(begun(*plain(5)).wait(299)).clock.left == 1


def test_soon_is_told_as_to_the_host() -> None:
    """From its last fifth on; not while it is paused, nor in a silence."""
    script = begun(*plain(5)).wait(239)
    assert shown(script).clock.pace is Pace.STEADY
    assert shown(script.wait(1)).clock.pace is Pace.SOON
    assert shown(script.press(moves.pause_or_resume)).clock.pace is Pace.STEADY
    silent = begun(*agenda(part("a", 5, silence=Silence.ALL))).wait(299)
    assert shown(silent).clock.pace is Pace.STEADY


def test_silence_has_no_seconds() -> None:
    """Quiet until a time of day, the same at each second of it; once that is past, only quiet."""
    script = begun(*agenda(part("a", 5, silence=Silence.ALL)))
    views = [shown(script.wait(70)).clock for _ in range(4)]
    assert {view.label for view in views} == {"quiet until"}
    assert {view.at for view in views} == {START + timedelta(minutes=5)}
    assert {view.left for view in views} == {None}
    paused = shown(script.press(moves.pause_or_resume)).clock
    assert (paused.told, paused.at) == (QUIET, None)
    past = shown(script.press(moves.pause_or_resume).wait(30))
    assert past.clock == RoomClock(told=QUIET)
    assert room_note(past).endswith(f"5 min · {QUIET}")


def test_a_break_says_when_to_be_back() -> None:
    """Back at a time of day, which minutes that are added move."""
    script = begun(*of_kind(BlockKind.BREAK)).wait(60)
    view = shown(script)
    assert (view.moment, view.clock.label) == (RoomMoment.BREAK, "back at")
    assert view.clock.at == START + timedelta(minutes=10)
    script.press(lambda state: moves.change_minutes(state, 1)).wait(599)
    assert shown(script).clock.at == START + timedelta(minutes=11)


def test_a_break_that_ran_over_sends_nobody_back_to_a_time_that_has_passed() -> None:
    """It is over as any other step is, on the screen and in what is copied."""
    for seconds in (600, 1200):
        view = shown(begun(*of_kind(BlockKind.BREAK)).wait(seconds))
        assert (view.clock.at, view.clock.told, view.clock.pace) == (None, "time is up", Pace.OVER)
        assert room_note(view) == "a · 10 min · time is up"
    more = begun(*of_kind(BlockKind.BREAK)).wait(700)
    more.press(lambda state: moves.change_minutes(state, 5))
    assert shown(more).clock.label == "back at"


def test_everybody_sees_whose_turn_it_is() -> None:
    """By seat, also where a step is repeated, with what is left of the turn; until it is over."""
    share = {"turn_minutes": 2, "turns_for": TurnsFor.EACH}
    parts = [part(f"a/{n}", 6, cycle=n, cycles=3, per=Per.QUESTION, **share) for n in (1, 2, 3)]
    script = begun(*agenda(*parts, sizes=(4, 3))).wait(130)
    assert (shown(script).turn, shown(script).turn_left) == ("turn 2 of 3: seat 2", 110)
    assert shown(script.wait(240)).turn == ""
    assert shown(script.press(moves.forward)).turn == "turn 1 of 3: seat 2"
    assert shown(script).step == "a/2 (question 2 of 3)"
    quiet = begun(*agenda(part("a", 6, silence=Silence.ALL, **share))).wait(130)
    assert shown(quiet).turn == shown(begun(*plain(6))).turn == ""


@pytest.mark.parametrize(("minutes", "told"), [(10.5, "11 min"), (0.5, "1 min"), (7, "7 min")])
def test_the_room_reads_whole_minutes(minutes: float, told: str) -> None:
    """Half a minute is the host's to count; on the screen and in what is copied."""
    view = shown(begun(*plain(minutes)))
    assert view.clock.told == f"left of {told}"
    assert room_note(view).startswith(f"a · {told} · until")


def test_while_people_move_no_clock_runs() -> None:
    """Directions show the length of what is about to begin."""
    view = shown(begun(*agenda(part("a", 5, who=Who.PAIRS))))
    assert (view.clock.left, view.clock.told) == (None, "5 min, about to begin")


def test_what_the_group_said_itself_comes_first() -> None:
    """The norm to watch, then the group's own, whatever there is no room for behind them."""
    norms = tuple(Norm(id=each, text=each) for each in ("one", "two", "ours", "watched"))
    script = Script(plain(5)).append((b.NormsAgreed(norms=norms, own=("ours",), watch="watched"),))
    assert shown(script).norms == ("watched", "ours", "one", "two")


def test_norms_are_the_matter_of_their_own_block_only() -> None:
    """They are there once they are agreed; in a block about norms they are what it is about."""
    agreed = (b.NormsAgreed(norms=(Norm(id="n", text="listen"),)),)
    script = begun(*of_kind(BlockKind.NORMS))
    assert shown(script).norms == ()
    view = shown(script.append(agreed))
    assert (view.norms, view.norms_now) == (("listen",), True)
    other = shown(begun(*plain(5)).append(agreed))
    assert (other.norms, other.norms_now) == (("listen",), False)


def test_the_end_is_an_end() -> None:
    """After the last step nothing is left to show, and after the end it is over."""
    script = begun(*plain(5)).press(moves.forward)
    assert shown(script).moment is RoomMoment.CLOSING
    assert shown(script.press(moves.end)).moment is RoomMoment.ENDED


def test_groups_are_told_where_to_go_and_never_who_leads_them() -> None:
    """The name and the place of each group."""
    view = shown(begun(*of_kind(BlockKind.BREAKOUT, groups=GROUPS)))
    assert view.groups == ("Blue · Room 12", "Green")
    assert "Ana" not in repr(view)


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        (of_kind(BlockKind.ACTIVITY), "a · 10 min · until 20:40\nhttps://example.org/x"),
        (of_kind(BlockKind.BREAK), "a · 10 min · back at 20:40\nhttps://example.org/x"),
        (
            of_kind(BlockKind.BREAKOUT, groups=GROUPS, parts=(part("a", 10),)),
            "a · 10 min · back at 20:40\nBlue · Room 12\nGreen\nhttps://example.org/x",
        ),
    ],
    ids=["a step", "a break", "groups"],
)
def test_what_is_copied_for_the_room(blocks: tuple[AgendaBlock, ...], expected: str) -> None:
    """The step, its minutes, the time to be back, where groups meet, the plan's link."""
    assert room_note(shown(begun(*blocks, link="https://example.org/x"))) == expected


def test_before_the_start_the_copy_says_when_it_begins() -> None:
    """The title and the time, so that an invitation can be sent once more."""
    plan = good_plan(zone="", start=datetime(2026, 11, 25, 15, 30), title=HOSTILE)
    now = datetime(2026, 11, 25, 15, 10, tzinfo=UTC)
    assert room_note(room_welcome(Prepared(plan, "p", plain(5)), now)) == (
        f"{HOSTILE} · we begin 15:30"
    )
