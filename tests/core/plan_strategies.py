"""Plans that nobody would write and every plan file may hold, with protocols to go with them."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from facilitui.core import plan_parts as parts
from facilitui.core import plan_words as words
from facilitui.core.agenda import expand
from facilitui.core.norms import Norm
from facilitui.core.plan import Audience, Block, Evidence, Goal, Plan
from facilitui.core.protocol import Cycle, Group
from facilitui.core.schedule import Slot, schedule
from facilitui.core.vocabulary import (
    BlockKind,
    EvidenceKind,
    GoalKind,
    Mode,
    Per,
    Question,
    Role,
    Silence,
    TurnsFor,
    Who,
)
from tests.core.making import HOSTILE, final_word, protocol, step, tuning

ROUNDS = protocol(
    step("input", 5, 30, 40, who=Who.FACILITATOR, say="Is it clear? What do you see?"),
    step("quiet", 2, 4, 9, who=Who.INDIVIDUALS, silence=Silence.ALL),
    step("round", 0.5, 2, 30, who=Who.EACH_IN_TURN, question=Question.OPEN_OPINION),
    step("pairs", 1, 4, 8, who=Who.PAIRS, cycle="B", turn_minutes=2, turns=TurnsFor.OTHERS),
    step("talk", 5, 25, 30, who=Who.PRESENTER, cycle="B"),
    cycles=(Cycle(id="B", times=3, per=Per.GROUP),),
    id="rounds",
    name=HOSTILE,
    modes=(Mode.IN_PERSON,),
    group=Group(min=2, max=9, ideal=6, default=6, sub=3),
)
"""A protocol with everything in it that a check looks at."""
PROTOCOLS = {each.id: each for each in (final_word(), tuning(), ROUNDS)}
STEPS = tuple({step.id for each in PROTOCOLS.values() for step in each.steps})
START = datetime(2026, 11, 25, 15, 30)

lines = st.one_of(
    st.just(""),
    st.just(HOSTILE),
    st.just("And is it so, or not? Did they ask why? " * 7),
    st.just("日" * 300),
    st.text(st.characters(), max_size=12),
)
goal_ids = st.sampled_from(("G1", "G2", "G3", "G9", "all"))
step_ids = st.sampled_from((*sorted(STEPS), "gone"))
minutes = st.sampled_from((0.05, 0.25, 1, 5, 7.5, 20, 60, 480)) | st.floats(0.01, 480)


def several(each: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    """A few of something."""
    return st.lists(each, max_size=most).map(tuple)


def numbered(model: Any, prefix: str, most: int, **fields: Any) -> st.SearchStrategy[Any]:
    """A few of something that has an id."""
    several_of_it: st.SearchStrategy[list[dict[str, Any]]] = st.lists(
        st.builds(dict, **fields), max_size=most
    )
    return several_of_it.map(
        lambda made: tuple(model(id=f"{prefix}{n}", **one) for n, one in enumerate(made, 1))
    )


groupings = st.builds(parts.Grouping, size=st.integers(2, 60), rule=st.sampled_from(words.SizeRule))
parallel_groups = st.builds(
    parts.ParallelGroup, name=lines, people=st.sampled_from((0, 3, 12, 1000)), lead=lines
)
visuals = st.builds(parts.Visual, title=lines, credit=lines)
comfort = st.builds(parts.Comfort, item=lines, level=st.sampled_from(words.AtEase))
people = st.builds(parts.Person, name=lines, role=st.sampled_from(Role))
check_ins = st.builds(
    parts.CheckIn, at=st.datetimes(datetime(2026, 11, 1), datetime(2026, 12, 1)), prompt=lines
)

blocks = numbered(
    Block,
    "b",
    6,
    title=lines,
    kind=st.sampled_from(BlockKind),
    minutes=minutes,
    goals=several(goal_ids),
    lead=lines,
    protocol=st.sampled_from((None, "tuning", "final_word", "rounds", "gone")),
    first_step=st.none() | step_ids,
    last_step=st.none() | step_ids,
    pinned_start=st.none() | st.sampled_from((time(0), time(15), time(15, 40), time(23, 59))),
    question=st.none() | st.sampled_from(Question),
    say=lines,
    show=lines,
    grouping=st.none() | groupings,
    groups=several(parallel_groups),
    steps=several(
        st.builds(parts.StepMinutes, step=step_ids, minutes=st.floats(0.01, 240)), most=6
    ),
)
evidence = numbered(
    Evidence, "E", 3, kind=st.sampled_from(EvidenceKind), text=lines, goals=several(goal_ids)
)
goals = numbered(Goal, "G", 3, text=lines, kind=st.sampled_from(GoalKind))

plans: st.SearchStrategy[Plan] = st.builds(
    Plan,
    title=lines,
    purpose=lines,
    start=st.none() | st.just(START),
    minutes=minutes,
    mode=st.sampled_from(Mode),
    place=lines,
    link=lines,
    sensitive=st.booleans(),
    aftercare=lines,
    audience=st.builds(
        Audience,
        who=lines,
        count=st.sampled_from((0, 1, 9, 21, 1000)),
        needs=lines,
        comfort=several(comfort),
    ),
    goals=goals,
    blocks=blocks,
    evidence=evidence,
    norms=st.builds(
        parts.PlannedNorms,
        sets=several(st.just("seven_norms"), 1),
        own=several(st.builds(Norm, id=st.just("n"), text=lines), 1),
        room_for_own=st.booleans(),
    ),
    people=several(people),
    materials=several(lines),
    visuals=several(visuals),
    ready=several(st.sampled_from(words.ReadyItem)),
    check_ins=several(check_ins),
    improvement=several(
        st.builds(parts.ImprovementLink, text=lines, goals=several(goal_ids)), most=2
    ),
)
"""Any plan at all: names that lead nowhere, pins in any order, hostile text everywhere."""


def slots_of(plan: Plan) -> tuple[Slot, ...]:
    """When the blocks of a plan begin, on an afternoon in Toronto."""
    start = START.replace(tzinfo=ZoneInfo("America/Toronto"))
    return schedule(expand(plan, PROTOCOLS), start)
