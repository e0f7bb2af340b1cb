"""Plans as somebody may have written them and as nobody would, with protocols to go with them."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from facilitui.core.library.norms import Norm
from facilitui.core.library.protocol import Cycle, Group
from facilitui.core.plans import plan_parts as parts
from facilitui.core.plans import plan_words as words
from facilitui.core.plans.agenda import expand
from facilitui.core.plans.began_from import BeganFrom, BlockThen, GoalThen
from facilitui.core.plans.plan import Audience, Block, Evidence, Goal, Plan
from facilitui.core.plans.schedule import Slot, schedule
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
    step("begin", 1, 2.5, 4),
    step("ask", 0.5, 1, 2, cycle="A"),
    step("answer", 1, 2, 3, cycle="A"),
    step("close", 2, 3, 5, cycle="B"),
    cycles=(Cycle(id="A", times=3, per=Per.ROUND), Cycle(id="B", times=2, per=Per.PARTICIPANT)),
    id="rounds",
)
"""A protocol with cycles of two kinds, and no sub-groups."""
EVERYTHING = protocol(
    step("input", 5, 30, 40, who=Who.FACILITATOR, say="Is it clear? What do you see?"),
    step("quiet", 2, 4, 9, who=Who.INDIVIDUALS, silence=Silence.ALL),
    step("round", 0.5, 2, 30, who=Who.EACH_IN_TURN, question=Question.OPEN_OPINION),
    step("pairs", 1, 4, 8, who=Who.PAIRS, cycle="B", turn_minutes=2, turns=TurnsFor.OTHERS),
    step("talk", 5, 25, 30, who=Who.PRESENTER, cycle="B"),
    cycles=(Cycle(id="B", times=3, per=Per.GROUP),),
    id="everything",
    name=HOSTILE,
    modes=(Mode.IN_PERSON,),
    group=Group(min=2, max=9, ideal=6, default=6, sub=3),
)
"""A protocol with everything in it that a check looks at."""
PROTOCOLS = {each.id: each for each in (final_word(), tuning(), ROUNDS, EVERYTHING)}
STEPS = sorted({step.id for each in PROTOCOLS.values() for step in each.steps})
START = datetime(2026, 11, 25, 15, 30)

lines = st.one_of(
    st.just(""),
    st.just(HOSTILE),
    st.just("And is it so, or not? Did they ask why? " * 7),
    st.just("日" * 300),
    st.text(st.characters(), max_size=12),
)
goal_ids = st.sampled_from(("G1", "G2", "G3", "G9", "all"))
step_ids = st.sampled_from((*STEPS, "gone"))
HALVES = st.integers(1, 960).map(lambda n: n / 2)
minutes = st.sampled_from((0.05, 0.25, 1, 5, 7.5, 20, 60, 480)) | HALVES | st.floats(0.01, 480)
pins = st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0))


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
comfort = st.builds(parts.Comfort, item=lines, level=st.none() | st.sampled_from(words.AtEase))
people = st.builds(parts.Person, name=lines, role=st.sampled_from(Role))
step_minutes = st.builds(parts.StepMinutes, step=step_ids, minutes=st.floats(0.01, 240))
check_ins = st.builds(
    parts.CheckIn, at=st.datetimes(datetime(2026, 11, 1), datetime(2026, 12, 1)), prompt=lines
)


@st.composite
def blocks(draw: st.DrawFn, name: str) -> Block:
    """One block, with ranges of steps that make sense and others that do not."""
    planned = draw(minutes)
    return Block(
        id=name,
        title=draw(lines),
        kind=draw(st.sampled_from(BlockKind)),
        minutes=planned,
        min=draw(st.sampled_from([None, planned, planned / 2])),
        max=draw(st.sampled_from([None, planned, 480.0])),
        goals=draw(several(goal_ids)),
        lead=draw(lines),
        protocol=draw(st.none() | st.sampled_from([*PROTOCOLS, "gone"])),
        first_step=draw(st.none() | step_ids),
        last_step=draw(st.none() | step_ids),
        pinned_start=draw(pins),
        question=draw(st.none() | st.sampled_from(Question)),
        say=draw(lines),
        show=draw(lines),
        grouping=draw(st.none() | groupings),
        groups=draw(several(parallel_groups)),
        steps=draw(several(step_minutes)),
    )


evidence = numbered(
    Evidence, "E", 3, kind=st.sampled_from(EvidenceKind), text=lines, goals=several(goal_ids)
)
goals = numbered(Goal, "G", 3, text=lines, kind=st.sampled_from(GoalKind))

outlines = st.builds(
    BeganFrom,
    title=lines,
    on=st.none() | st.just(START.date()),
    goals=numbered(GoalThen, "G", 3, text=lines),
    blocks=numbered(
        BlockThen,
        "b",
        5,
        title=lines,
        minutes=minutes,
        protocol=st.none() | st.sampled_from([*PROTOCOLS, "gone"]),
    ),
)
"""What a plan says that it began from."""

about: st.SearchStrategy[dict[str, Any]] = st.builds(
    dict,
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
    began_from=st.none() | outlines,
)
"""All of a plan but its blocks: names that lead nowhere, hostile text everywhere."""


@st.composite
def plans(draw: st.DrawFn, fewest: int = 0) -> Plan:
    """Any plan at all with at least so many blocks, pinned in any order, some of them parked."""
    made = [draw(blocks(f"b{n + 1}")) for n in range(draw(st.integers(fewest, 5)))]
    kept = draw(st.integers(fewest, len(made)))
    return Plan(blocks=tuple(made[:kept]), parked=tuple(made[kept:]), **draw(about))


def slots_of(plan: Plan) -> tuple[Slot, ...]:
    """When the blocks of a plan begin, on an afternoon in Toronto."""
    start = START.replace(tzinfo=ZoneInfo("America/Toronto"))
    return schedule(expand(plan, PROTOCOLS), start)
