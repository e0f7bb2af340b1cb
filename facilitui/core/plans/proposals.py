"""What the program proposes for the people of a block: sub-groups, or groups side by side.

A proposal is chosen by a person and never applied by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from facilitui.core.library.protocol import Protocol
from facilitui.core.plans.agenda import expand_block
from facilitui.core.plans.agenda_editing import lasting
from facilitui.core.plans.editing import LONGEST_BLOCK, with_changed_block
from facilitui.core.plans.grouping import room_of, run_of, sub_groups
from facilitui.core.plans.plan import Block, Plan
from facilitui.core.plans.plan_parts import Grouping, ParallelGroup
from facilitui.core.plans.plan_words import SizeRule
from facilitui.core.plans.seating_words import divided, in_parallel, size_named, usually
from facilitui.core.sessions.seats import turns_told
from facilitui.core.told import figure
from facilitui.core.vocabulary import BlockKind, Per, Role

OFFERED_SIZES = (2, 3, 4, 5, 6)
MOST_PARALLEL = 5
"""How many ways to divide people into groups side by side are offered at once."""
FEWEST_IN_A_BREAKOUT = 2
MOST_GROUPS = 60

_LEADS = frozenset(
    {
        *(Role.FACILITATOR, Role.CO_FACILITATOR, Role.APPRENTICE),
        *(Role.STAFF, Role.MENTOR, Role.PEER, Role.SELF),
    }
)
"""Whoever has one of these parts in a session may be asked to lead a group."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One way for a block's people to work, with what it takes."""

    text: str
    """The choice in words: "21 in fours: four fours and one five"."""
    note: str
    """What the block usually takes then, against what is planned where that follows."""
    grouping: Grouping | None
    """None: as the protocol has it, or all together."""
    groups: tuple[ParallelGroup, ...]
    minutes: float
    """What the block usually takes that way."""
    needs: tuple[str, ...] = ()
    """What else is to be known of it: other turns, whom and what it needs."""
    keeps: str = ""
    """That the block keeps the minutes that somebody chose for it; empty where it follows."""
    follows: bool = False
    """Whether the block takes these minutes when chosen: its own are usual ones, too."""


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to divide people, before it is worked out what it takes."""

    text: str
    grouping: Grouping | None
    groups: tuple[ParallelGroup, ...]
    needs: tuple[str, ...] = ()


def grouping_proposals(plan: Plan, block: Block, protocol: Protocol | None) -> tuple[Proposal, ...]:
    """Ways to divide a block's people into sub-groups, its protocol's own way first."""
    if not _may_divide(block, protocol):
        return ()
    people = room_of(plan.audience.count, block.groups, None).people
    offered = _groupings(people, protocol, block.grouping)
    ways = [_Way(text, grouping, block.groups) for grouping, text in offered]
    return _worked_out(plan, block, protocol, ways)


def parallel_proposals(plan: Plan, block: Block, protocol: Protocol | None) -> tuple[Proposal, ...]:
    """Ways to divide people into groups side by side, each of a size the block is good for.

    Where so many are good for the protocol as they are, only a breakout is divided; where no
    number of groups is right, there is no proposal.
    """
    people = plan.audience.count
    least, most = _range(protocol)
    wanted = block.kind is BlockKind.BREAKOUT and not block.groups
    if least <= people <= most and not wanted:
        return ()
    right = (
        number
        for number in range(2, min(MOST_GROUPS, people) + 1)
        if least <= people // number and -(-people // number) <= most
    )
    ways = [_side_by_side(plan, block, number) for number in islice(right, MOST_PARALLEL)]
    return _worked_out(plan, block, protocol, ways)


def whole_proposals(plan: Plan, block: Block, protocol: Protocol | None) -> tuple[Proposal, ...]:
    """All in one group again, where a block's people are divided."""
    now = block.grouping
    if block.groups:
        ways = [_Way("All in one group", now, ())]
    elif now is not None and not grouping_proposals(plan, block, protocol):
        ways = [_Way(f"In {size_named(now.size, 2)}", now, ()), _Way("All in one group", None, ())]
    else:
        ways = []
    return _worked_out(plan, block, protocol, ways)


def in_force(block: Block, proposals: Sequence[Proposal]) -> int | None:
    """Which of the proposals a block's people are divided by now; None is none of them."""
    now = (block.grouping, block.groups)
    matching = (at for at, p in enumerate(proposals) if (p.grouping, p.groups) == now)
    return next(matching, None)


def with_proposal(plan: Plan, block_id: str, proposal: Proposal) -> Plan:
    """The plan with a proposal chosen for a block.

    The block's minutes follow where they were usual ones; minutes that somebody chose stay.
    """
    block = plan.block(block_id)
    if block is None:
        return plan
    chosen = block.model_copy(update={"grouping": proposal.grouping, "groups": proposal.groups})
    return with_changed_block(
        plan, lasting(chosen, proposal.minutes) if proposal.follows else chosen
    )


def _may_divide(block: Block, protocol: Protocol | None) -> bool:
    """Whether sub-groups mean anything for what a block does."""
    if protocol is None:
        return block.kind is not BlockKind.BREAK and not block.protocol
    return protocol.group.sub is not None or any(
        cycle.per is Per.PARTICIPANT for cycle in protocol.cycles
    )


def _groupings(
    people: int, protocol: Protocol | None, now: Grouping | None
) -> Iterator[tuple[Grouping | None, str]]:
    """Every choice once, though several sizes may seat people alike; nobody sits alone.

    How people sit now is among them, whatever its size is.
    """
    if people < 2:
        return
    own = protocol.group.sub if protocol else None
    usual = sub_groups(people, own or people)
    held = sub_groups(people, now.size, now.rule) if now else usual
    seen = {usual, held}
    yield now if held == usual else None, usually(people, own)
    if now and held != usual:
        yield now, divided(people, now.size, now.rule)
    for size in dict.fromkeys((own or 2, *OFFERED_SIZES)):
        for rule in SizeRule:
            sizes = sub_groups(people, size, rule)
            if sizes not in seen and size in sizes and len(sizes) > 1 and sizes[-1] > 1:
                seen.add(sizes)
                yield Grouping(size=size, rule=rule), divided(people, size, rule)


def _side_by_side(plan: Plan, block: Block, number: int) -> _Way:
    """A block's people in so many groups, led by those who have a part in the session."""
    leads = [person.name for person in plan.people if person.role in _LEADS]
    groups = tuple(
        ParallelGroup(name=f"Group {n + 1}", lead=leads[n] if n < len(leads) else "")
        for n in range(number)
    )
    needs = [f"{number} leads", f"{number} places", f"{number} sets of materials"]
    if leads:
        needs.append(f"could lead: {', '.join(leads)}")
    return _Way(in_parallel(plan.audience.count, number), block.grouping, groups, tuple(needs))


def _worked_out(
    plan: Plan, block: Block, protocol: Protocol | None, ways: Sequence[_Way]
) -> tuple[Proposal, ...]:
    """What each way takes. Minutes that any of them usually takes were not chosen by hand."""
    chosen = [
        block.model_copy(update={"grouping": way.grouping, "groups": way.groups}) for way in ways
    ]
    minutes = [_usual(plan, each, protocol) for each in chosen]
    follows = block.minutes in {_usual(plan, block, protocol), *minutes}
    keeps = "" if follows else f"it keeps its {figure(block.minutes)} min"
    return tuple(
        Proposal(
            text=way.text,
            note=_note(block.minutes, then, follows),
            grouping=way.grouping,
            groups=way.groups,
            minutes=then,
            needs=(
                *_turns(plan, lasting(taken, then) if follows else taken, protocol),
                *way.needs,
            ),
            keeps=keeps,
            follows=follows,
        )
        for way, taken, then in zip(ways, chosen, minutes, strict=True)
    )


def _turns(plan: Plan, block: Block, protocol: Protocol | None) -> tuple[str, ...]:
    """How long turns then are, where that is not what the protocol has."""
    if protocol is None:
        return ()
    usual = {step.id: step.turn_minutes for step in protocol.steps}
    told = turns_told(usual, expand_block(block, protocol, plan.audience.count))
    return (told,) if told else ()


def _usual(plan: Plan, block: Block, protocol: Protocol | None) -> float:
    """What a block usually takes; without steps to go by, what is planned."""
    if protocol is None:
        return block.minutes
    room = room_of(plan.audience.count, block.groups, block.grouping)
    usual = run_of(protocol, room, block.first_step, block.last_step).usual
    return min(LONGEST_BLOCK, usual) or block.minutes


def _note(now: float, then: float, follows: bool) -> str:
    if then == now:
        return f"{figure(now)} min, as now"
    if not follows:
        return f"usually {figure(then)} min"
    return f"{'+' if then > now else '−'}{figure(abs(then - now))} min"


def _range(protocol: Protocol | None) -> tuple[int, int]:
    """How many people one group can be."""
    if protocol is None:
        return FEWEST_IN_A_BREAKOUT, 1000
    return protocol.group.min, protocol.group.max
