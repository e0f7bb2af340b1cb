"""Checks of people: groups and their borders, who is heard for long, who for a moment only."""

from __future__ import annotations

from typing import Any

import pytest

from facilitui.core.checks import check_plan
from facilitui.core.library.protocol import Cycle, Group, Protocol
from facilitui.core.plans.plan import Block, Plan
from facilitui.core.plans.plan_parts import Grouping, StepMinutes
from facilitui.core.vocabulary import BlockKind, Per, Silence, Who
from tests.core.check_plans import OPENING, WORK, agenda, checks, coming, groups, lasting, work
from tests.core.making import protocol, step


def told(plan: Plan, kind: str) -> list[str]:
    return [check.text for check in checks(plan) if check.id.startswith(f"{kind} ")]


def reason(plan: Plan, kind: str) -> str:
    return next(check.reason for check in checks(plan) if check.id.startswith(f"{kind} "))


@pytest.mark.parametrize(("count", "is_right"), [(3, False), (4, True), (12, True), (13, False)])
def test_the_size_of_the_group_is_checked_at_its_borders(count: int, is_right: bool) -> None:
    """A protocol is for so many people; an unknown number is no mistake."""
    wrong = [] if is_right else [f"Tuning Protocol is for 4 to 12 people, not {count}"]
    assert told(work(67, coming(count), protocol="tuning"), "group-size") == wrong
    assert told(work(67, coming(0), protocol="tuning"), "group-size") == []


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (2, "2 more people"),
        (13, "2 parallel groups of up to 7"),
        (25, "3 parallel groups of up to 9"),
        (1000, "84 parallel groups of up to 12"),
    ],
)
def test_a_group_of_another_size_is_offered_a_way_out(count: int, words: str) -> None:
    """Too many are divided, with what that needs; too few need more people or another protocol."""
    assert words in reason(work(67, coming(count), protocol="tuning"), "group-size")


def test_each_parallel_group_is_checked_for_itself() -> None:
    """What counts is how many are in a group, not how many come."""
    right = work(67, coming(21), protocol="tuning", groups=groups(11, 0))
    assert told(right, "group-size") == []
    wrong = work(67, coming(21), protocol="tuning", groups=groups(3, 13, 0))
    assert told(wrong, "group-size") == ["N1: 3 people, not 4 to 12 (1 more like it)"]
    unknown = work(67, coming(0), protocol="tuning", groups=groups(0, 0))
    assert told(unknown, "group-size") == []


@pytest.mark.parametrize(
    ("people", "words"),
    [
        ((10, 11), []),
        ((10, 0), []),
        ((10, 10), ["Work: its groups hold 20, 21 are coming"]),
        ((20, 10, 0), ["Work: its groups hold 30, 21 are coming"]),
        ((21, 0), ["Work: nobody in 1 of its 2 groups"]),
    ],
)
def test_parallel_groups_hold_everybody(people: tuple[int, ...], words: list[str]) -> None:
    """Nobody is left over and no group stays empty; of an unknown number nothing is said."""
    assert told(work(plan=coming(21), groups=groups(*people)), "groups-sum") == words
    assert told(work(plan=coming(0), groups=groups(*people)), "groups-sum") == []


def opened(*blocks: Block) -> Plan:
    """An agenda that begins with these and has others to talk in."""
    return agenda(*blocks, lasting(WORK, 200))


def opening(name: str, minutes: float, lead: str = "", **fields: Any) -> Block:
    given: dict[str, Any] = {"kind": BlockKind.OPENING, "title": name}
    return Block(id=name, minutes=minutes, lead=lead, **(given | fields))


@pytest.mark.parametrize(("minutes", "found"), [(20, False), (20.5, True)])
def test_one_voice_is_heard_for_twenty_minutes_at_most(minutes: float, found: bool) -> None:
    """Twenty minutes are right, more is not."""
    assert bool(told(opened(opening("a", minutes)), "one-voice")) == found


@pytest.mark.parametrize(
    ("blocks", "words"),
    [
        (
            (opening("a", 15, "Ana"), opening("b", 10, " ana")),
            ["Ana speaks alone for 25 min, 15:30 to 15:55"],
        ),
        ((opening("a", 15, "Ana"), opening("b", 10, "Ben")), []),
        ((opening("a", 15), opening("c", 5, kind=BlockKind.BREAK), opening("b", 10)), []),
        ((opening("a", 15), opening("c", 5, kind=BlockKind.ACTIVITY), opening("b", 10)), []),
        (
            (opening("a", 25), opening("c", 5, kind=BlockKind.BREAK), opening("b", 30)),
            [
                "The facilitator speaks alone for 25 min, 15:30 to 15:55",
                "The facilitator speaks alone for 30 min, 16:00 to 16:30",
            ],
        ),
    ],
)
def test_another_voice_or_a_break_begins_anew(blocks: tuple[Block, ...], words: list[str]) -> None:
    """Consecutive parts of one person count together, however the name is written."""
    assert told(opened(*blocks), "one-voice") == words


def alone(made: Protocol, minutes: float, people: int = 9) -> list[str]:
    """Who speaks alone too long in a block that runs a protocol."""
    plan = work(minutes, coming(people), protocol=made.id)
    found = check_plan(plan, {made.id: made})
    return [check.text for check in found if check.id.startswith("one-voice")]


def test_silence_lets_another_voice_begin() -> None:
    """Fifteen minutes before a presenter's own quiet work and ten after it are not twenty-five."""
    own = {"who": Who.PRESENTER}
    quiet = step("quiet", 1, 2, 5, silence=Silence.ALL, **own)
    talks = (step("a", 5, 15, 40, **own), quiet, step("b", 5, 10, 40, **own))
    assert alone(protocol(*talks), 27) == []
    assert alone(protocol(talks[0], talks[2]), 25) == ["The presenter speaks alone for 25 min"]


def test_each_repetition_has_a_presenter_of_its_own() -> None:
    """Three who present for ten minutes each are three voices."""
    talk = step("talk", 5, 10, 40, who=Who.PRESENTER, cycle="A")
    cycles = (Cycle(id="A", times=3, per=Per.PARTICIPANT),)
    assert alone(protocol(talk, cycles=cycles), 30, people=3) == []


def test_the_end_of_one_block_and_the_beginning_of_the_next_are_two_voices() -> None:
    """A facilitator who opens for twenty minutes is not the presenter who speaks then."""
    first = opening("a", 20, "Ana")
    steps = (StepMinutes(step="talk", minutes=20),)
    quiet = Block(id="q", title="Quiet", minutes=40, protocol="lecture", steps=steps)
    assert told(opened(first, quiet), "one-voice") == []


def test_facilitator_talk_is_counted_without_breaks() -> None:
    """Half is right, more is not, and a long break does not hide it."""
    pause = Block(id="p", title="Lunch", minutes=60, kind=BlockKind.BREAK)
    half = agenda(OPENING, pause, lasting(WORK, 10))
    most = agenda(OPENING, pause, lasting(WORK, 9))
    found = [[c.text for c in checks(plan) if c.id == "facilitator-half"] for plan in (half, most)]
    assert found == [[], ["Facilitator talk is 10 of 19 min, 53 %"]]


@pytest.mark.parametrize(
    ("count", "size", "words"),
    [
        (15, None, []),
        (16, None, ["round: 19 s a turn for 16 people"]),
        (24, None, ["round: 13 s a turn for 24 people"]),
        (0, None, []),
        (1000, 4, []),
        (1000, 20, ["round: 15 s a turn for 20 people"]),
    ],
)
def test_a_round_gives_everybody_twenty_seconds(
    count: int, size: int | None, words: list[str]
) -> None:
    """The sub-group decides how long a turn is, and an unknown number is not guessed."""
    grouping = Grouping(size=size) if size else None
    plan = work(35, coming(count), protocol="lecture", grouping=grouping)
    assert told(plan, "short-turns") == words


def test_a_round_of_so_many_turns_is_still_for_everybody() -> None:
    """Three turns say nothing of how many people share the round's six minutes."""
    turns = step("round", 3, 6, 6, who=Who.EACH_IN_TURN, turn_minutes=2)
    pairs = step("pairs", 3, 6, 6, who=Who.PAIRS, turn_minutes=2)
    made = protocol(turns, pairs)
    found = check_plan(work(12, coming(20), protocol=made.id), {made.id: made})
    assert [check.text for check in found if check.id.startswith("short-turns")] == [
        "round: 18 s a turn for 20 people"
    ]


def test_people_who_cannot_be_divided_are_offered_another_protocol() -> None:
    """Eleven are too many for one group of ten and too few for two of eight."""
    narrow = protocol(step("a", 5, 9, 9), group=Group(min=8, max=10, ideal=9, default=9))
    found = check_plan(work(9, coming(11), protocol=narrow.id), {narrow.id: narrow})
    reasons = [check.reason for check in found if check.id == "group-size work"]
    assert len(reasons) == 1 and "a protocol for more people" in reasons[0]


def test_a_turn_set_by_hand_is_a_turn() -> None:
    """Cutting the step that is made of turns cuts each of them."""
    steps = (StepMinutes(step="respond", minutes=1),)
    plan = work(42, coming(16), protocol="final_word", steps=steps)
    assert told(plan, "short-step") == ["respond in 1 min; its least is 3"]
