"""Choosing a protocol: which of them fit a group and its time, which do not, and why not."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from facilitui.core.grouping import Room, Run, run_of
from facilitui.core.plan import Audience, Block, Plan
from facilitui.core.proposals import Proposal, grouping_proposals, parallel_proposals
from facilitui.core.protocol import Group, Protocol
from facilitui.core.vocabulary import BlockKind, Mode, Purpose
from facilitui.core.words import Word

Proposing = Callable[[Plan, Block, Protocol], tuple[Proposal, ...]]
MOST_PARALLEL = 60
"""More parallel groups are never thought of."""


class Facet(Word):
    """One thing that protocols are chosen by."""

    PEOPLE = "people"
    MINUTES = "minutes"
    MODE = "mode"
    PURPOSE = "purpose"
    SILENCE = "silence"
    FAVOURITES = "favourites"


class Quiet(Word):
    """Whether there has to be silent work, or must be none."""

    SOME = "some", "some silent work"
    NONE = "none", "no silent work"


_LISTS: dict[Facet, tuple[object, ...]] = {
    Facet.MODE: (*Mode, None),
    Facet.PURPOSE: (*Purpose, None),
    Facet.SILENCE: (*Quiet, None),
    Facet.FAVOURITES: (True, False),
}
"""The facets that are one of a few words, each with those words and at the end with none."""


@dataclass(frozen=True, slots=True)
class ShelfFilter:
    """What is looked for; everything else is left out."""

    people: int = 0
    """How many there will be; 0 while that is not known."""
    mode: Mode | None = None
    minutes: float = 0
    """How many there are at most; 0 for any."""
    purpose: Purpose | None = None
    silence: Quiet | None = None
    favourites: bool = False
    unfit: bool = False
    """Whether what is made for others, or for another way of meeting, is there all the same."""

    @property
    def active(self) -> tuple[Facet, ...]:
        """The facets by which something is looked for."""
        return tuple(facet for facet in Facet if getattr(self, facet.value))

    def without(self, *facets: Facet) -> ShelfFilter:
        """The same with some facets let go."""
        return self.having({each: _NOTHING[each] for each in facets})

    def having(self, values: Mapping[Facet, Any]) -> ShelfFilter:
        """The same with other values of some facets.

        Other people or another way of meeting leave out anew what does not fit them; letting go
        of them takes nothing away.
        """
        made = replace(self, **{key.value: value for key, value in values.items()})
        others = values.get(Facet.PEOPLE) or values.get(Facet.MODE)
        return made.with_unfit(self.unfit and not others and bool(made.people or made.mode))

    def with_unfit(self, unfit: bool) -> ShelfFilter:
        """The same with what is made for others, or without it."""
        return replace(self, unfit=unfit)

    def turned(self, facet: Facet) -> ShelfFilter:
        """The same with the next word of one facet's list, and with none after the last."""
        words = _LISTS.get(facet, ())
        chosen = getattr(self, facet.value)
        at = words.index(chosen) + 1 if chosen in words else 0
        return self.having({facet: words[at % len(words)]}) if words else self

    def told(self, facet: Facet) -> str:
        """What is looked for by one facet, in words; empty where that is nothing."""
        words = {
            Facet.PURPOSE: self.purpose.label.lower() if self.purpose else "",
            Facet.MINUTES: f"at most {self.minutes:g} min" if self.minutes else "",
            Facet.PEOPLE: f"for {self.people} people" if self.people else "",
            Facet.MODE: self.mode.label.lower() if self.mode else "",
            Facet.SILENCE: self.silence.label if self.silence else "",
            Facet.FAVOURITES: "★ only" if self.favourites else "",
        }
        return words[facet]


_NOTHING = {each: getattr(ShelfFilter(), each.value) for each in Facet}
"""What each facet is while nothing is looked for by it."""


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
