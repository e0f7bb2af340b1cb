"""Plans that checks are tried on, all made from a plan with nothing to look at again."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from facilitui.core.checks import Check, check_plan
from facilitui.core.library.norms import Norm
from facilitui.core.library.protocol import Group
from facilitui.core.library.waits import WaitTarget, WaitTargets
from facilitui.core.plans.agenda import expand
from facilitui.core.plans.plan import Audience, Block, Plan
from facilitui.core.plans.plan_parts import (
    CheckIn,
    Comfort,
    Grouping,
    ParallelGroup,
    PlannedNorms,
)
from facilitui.core.plans.plan_words import AtEase
from facilitui.core.plans.schedule import schedule
from facilitui.core.vocabulary import BlockKind, Mode, Question, Silence, Who
from tests.core.making import START, final_word, good_plan, protocol, step, tuning

LECTURE = protocol(
    step("talk", 5, 15, 40, who=Who.PRESENTER),
    step("think", 2, 5, 9, who=Who.INDIVIDUALS, silence=Silence.ALL),
    step("round", 1, 5, 30, who=Who.EACH_IN_TURN),
    step("ask", 1, 10, 30, say="What do you see?", question=Question.OPEN_OPINION),
    id="lecture",
    name="Lecture",
    group=Group(min=2, max=20, ideal=9, default=9),
    modes=(Mode.IN_PERSON, Mode.ONLINE, Mode.ASYNCHRONOUS),
)
PROTOCOLS = {each.id: each for each in (tuning(), final_word(), LECTURE)}
WAITS = WaitTargets(
    id="w",
    name="w",
    targets=(WaitTarget(question=Question.OPEN_OPINION, in_person=5, online_voice=8, chat=40),),
)
TORONTO = ZoneInfo("America/Toronto")
OPENING, WORK, CLOSING, LOOK_BACK = good_plan().blocks
NORMS = Block(id="n", title="Norms", kind=BlockKind.NORMS, minutes=5)


class Case(NamedTuple):
    """A plan, and the one check that is wanted among its checks."""

    id: str
    place: str
    text: str
    plan: Plan


def agenda(*blocks: Block, minutes: float | None = None, **fields: Any) -> Plan:
    """The good plan with another agenda, for which there is the time it takes."""
    there = sum(block.minutes for block in blocks) if minutes is None else minutes
    return good_plan(blocks=blocks, minutes=there, **fields)


def work(minutes: float = 35, plan: dict[str, Any] | None = None, **fields: Any) -> Plan:
    """The good plan with another block of work."""
    given: dict[str, Any] = {"goals": ("all",), "title": "Work"}
    block = Block(id="work", minutes=minutes, **(given | fields))
    return agenda(OPENING, block, CLOSING, LOOK_BACK, **(plan or {}))


def lasting(block: Block, minutes: float) -> Block:
    """A block with another length."""
    return block.model_copy(update={"minutes": minutes})


def coming(count: int) -> dict[str, Any]:
    """So many people."""
    return {"audience": Audience(who="teachers", count=count)}


def groups(*people: int, lead: str = "Ana") -> tuple[ParallelGroup, ...]:
    """Parallel groups of so many."""
    return tuple(ParallelGroup(name=f"N{n}", people=p, lead=lead) for n, p in enumerate(people, 1))


def checks(plan: Plan) -> tuple[Check, ...]:
    """The checks of a plan that begins in Toronto at 15:30."""
    slots = schedule(expand(plan, PROTOCOLS), START.astimezone(TORONTO))
    return check_plan(plan, PROTOCOLS, slots, WAITS.for_mode(plan.mode))


ONLINE = {"mode": Mode.ONLINE, "link": "meet/abc"}
DAYS: dict[str, Any] = {"mode": Mode.ASYNCHRONOUS, "link": "forum/abc"}
LATER = CheckIn(at=datetime(2026, 11, 28, 9), prompt="What did you try?")
AT_ONCE = CheckIn(at=datetime(2026, 11, 25, 15, 30))
NOT_YET = tuple(Comfort(item=item, level=AtEase.NOT_YET) for item in ("video", "chat"))
UNEASY = Audience(who="teachers", count=9, comfort=NOT_YET)
NOT_ASKED = (Comfort(item="video"),)
AT_EASE = (Comfort(item="video", level=AtEase.MIXED), Comfort(item="chat", level=AtEase.AT_EASE))
E1 = good_plan().evidence[0]

RIGHT = {
    "just the words": work(say="word " * 25, show="word " * 12),
    "a protocol at its usual length": work(67, protocol="tuning"),
    "fours": work(42, coming(16), protocol="final_word", grouping=Grouping(size=4)),
    "parallel groups": work(67, coming(21), protocol="tuning", groups=groups(11, 0)),
    "online": good_plan(**ONLINE),
    "asynchronous": good_plan(**DAYS, check_ins=(AT_ONCE, LATER)),
    "own norms": good_plan(norms=PlannedNorms(own=(Norm(id="n", text="listen"),))),
    "a norms block": agenda(OPENING, NORMS, WORK, CLOSING, LOOK_BACK),
    "needs noted": good_plan(audience=UNEASY.model_copy(update={"needs": "captions"})),
    "some at ease": good_plan(audience=Audience(who="us", count=9, comfort=AT_EASE)),
    "nobody asked": good_plan(audience=Audience(who="us", count=9, comfort=NOT_ASKED)),
    "aftercare": good_plan(sensitive=True, aftercare="ask each on Friday"),
    "an open question with its kind": work(
        say="What do you see, and how?", question=Question.OPEN_OPINION
    ),
}
"""Plans with nothing to look at again."""
