"""Protocols as they would be run: which fit a group and its time, which do not, and why not."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from facilitui.core.library.protocol import Group, Protocol
from facilitui.core.library.shelf_filter import Facet, Quiet, ShelfFilter
from facilitui.core.plans.grouping import Room, Run, run_of
from facilitui.core.plans.plan import Audience, Block, Plan
from facilitui.core.plans.proposals import Proposal, grouping_proposals, parallel_proposals
from facilitui.core.vocabulary import BlockKind

Proposing = Callable[[Plan, Block, Protocol], tuple[Proposal, ...]]
MOST_PARALLEL = 60
"""More parallel groups are never thought of."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A protocol as it would be run with a group."""

    protocol: Protocol
    run: Run
    """With the group; where that is too large, with the largest of several parallel ones."""
    people: int
    """For how many the run's minutes are."""
    groups: int = 1
    """How many parallel groups it takes; 1 where it takes everybody at once."""
    misfits: tuple[str, ...] = ()
    """What speaks against it with these people or this way of meeting, in sentences."""
    unfit_by: frozenset[Facet] = frozenset()
    """What it is not made for, and cannot be made right for in parallel groups either."""
    tight: bool = False
    """Whether it only fits the time when it is run shorter than usual."""
    liked: bool = False
    own: bool = False
    """Whether a file of one's own holds it."""

    @property
    def fits(self) -> bool:
        """Whether it is made for these people and their way of meeting."""
        return not self.misfits


def offer(
    protocol: Protocol, wanted: ShelfFilter, *, liked: bool = False, own: bool = False
) -> Offer:
    """A protocol as it would be run with the group that is looked for."""
    groups = parallel_groups(protocol.group, wanted.people)
    present = -(-wanted.people // groups) or protocol.group.default
    run = run_of(protocol, Room(present))
    misfits = dict(_misfits(protocol, wanted))
    return Offer(
        protocol=protocol,
        run=run,
        people=present,
        groups=groups,
        misfits=tuple(misfits.values()),
        unfit_by=frozenset(misfits) - ({Facet.PEOPLE} if groups > 1 else set()),
        tight=bool(wanted.minutes) and run.usual > wanted.minutes,
        liked=liked,
        own=own,
    )


def offers(
    protocols: Iterable[Protocol], wanted: ShelfFilter, liked: Collection[str] = ()
) -> tuple[Offer, ...]:
    """All protocols as they would be run, whether or not they are what is looked for."""
    return tuple(offer(each, wanted, liked=each.id in liked) for each in protocols)


def parallel_groups(group: Group, people: int) -> int:
    """How many parallel groups make so many people right for a protocol; 1 if nothing does."""
    if people <= group.max:
        return 1
    able = range(2, min(MOST_PARALLEL, people) + 1)
    good = (n for n in able if group.min <= people // n and -(-people // n) <= group.max)
    return next(good, 1)


def _misfits(protocol: Protocol, wanted: ShelfFilter) -> Iterator[tuple[Facet, str]]:
    group = protocol.group
    if wanted.people and not group.min <= wanted.people <= group.max:
        yield Facet.PEOPLE, f"It is made for {span(protocol)} people; you plan for {wanted.people}."
    if wanted.mode is not None and wanted.mode not in protocol.modes:
        modes = " or ".join(mode.adjective for mode in protocol.modes)
        told = f"It is made for {modes} sessions, not for {wanted.mode.adjective} ones."
        yield Facet.MODE, told


def span(protocol: Protocol) -> str:
    """How many people a protocol is good for."""
    group = protocol.group
    return f"{group.min}–{group.max}" if group.min < group.max else f"{group.min}"


def kept(offered: Iterable[Offer], wanted: ShelfFilter) -> list[Offer]:
    """What a filter leaves."""
    return [each for each in offered if _is_left(each, wanted)]


def unfit(offered: Iterable[Offer], wanted: ShelfFilter) -> int:
    """How many a filter would leave, were they made for these people and this way of meeting."""
    return sum(bool(each.unfit_by) for each in kept(offered, wanted.with_unfit(True)))


def _is_left(each: Offer, wanted: ShelfFilter) -> bool:
    return (
        (wanted.unfit or each.unfit_by.isdisjoint(wanted.active))
        and (not wanted.minutes or each.run.shortest <= wanted.minutes)
        and (wanted.purpose is None or wanted.purpose in each.protocol.purposes)
        and (wanted.silence is None or (each.run.silent > 0) is (wanted.silence is Quiet.SOME))
        and (not wanted.favourites or each.liked)
    )


def loosenings(offered: Sequence[Offer], wanted: ShelfFilter) -> list[tuple[Facet, int]]:
    """Which one facet could be let go, and how many would then be left; the most helpful first.

    For where a filter leaves nothing.
    """
    counts = [(each, _left_without(offered, wanted.without(each))) for each in wanted.active]
    return sorted((each for each in counts if each[1]), key=lambda each: -each[1])


def _left_without(offered: Sequence[Offer], wanted: ShelfFilter) -> int:
    """How many are left by a filter with less in it; people say how long things take."""
    again = (offer(each.protocol, wanted, liked=each.liked) for each in offered)
    return len(kept(again, wanted))


def plans_kept(
    plans: Iterable[tuple[str, Plan]], wanted: ShelfFilter, liked: Collection[str]
) -> list[str]:
    """The agendas that a filter leaves, by key: their time and the favourites alone decide."""
    return [
        key
        for key, plan in plans
        if (not wanted.minutes or plan.minutes <= wanted.minutes)
        and (not wanted.favourites or key in liked)
    ]


def divided(protocol: Protocol, people: int) -> str:
    """How the group would sit, in words; empty where all sit together."""
    return _first(grouping_proposals, protocol, people) if protocol.group.sub else ""


def in_parallel(protocol: Protocol, people: int) -> str:
    """How too large a group could work in parallel, in words; empty where it could not."""
    return _first(parallel_proposals, protocol, people)


def _first(propose: Proposing, protocol: Protocol, people: int) -> str:
    block = Block(id="b", title="b", kind=BlockKind.PROTOCOL, protocol=protocol.id, minutes=1)
    plan = Plan(title="p", audience=Audience(count=people), blocks=(block,))
    found = propose(plan, block, protocol)
    return found[0].text if found else ""
