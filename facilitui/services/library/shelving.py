"""The shelf to choose from: what it holds, what is liked best, what a search and a filter leave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from facilitui.core.errors import NotSaved
from facilitui.core.library.protocol import Protocol
from facilitui.core.library.search_words import also_fits, also_for, also_meant
from facilitui.core.library.shelf import Shelf
from facilitui.core.library.shelf_filter import ShelfFilter
from facilitui.core.library.shelf_offers import Offer, kept, offer, plans_kept, unfit
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.planning_ports import Favourites
from facilitui.core.search import Found, SearchIndex, Sought, sought
from facilitui.services.plans.planning import Planning

AGENDAS = "agendas/"
"""What the name of an agenda begins with among the favourites; a protocol has its id alone."""
T = TypeVar("T", Protocol, Plan)
Said = tuple[str, Iterable[str], Iterable[str]]
"""The name of a thing, what else is said about it, and what it is for."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The protocols that a search and a filter leave.

    The likeliest first where one searched; of equally likely ones those that fit the group, then
    favourites, then the shorter ones.
    """

    offers: tuple[Offer, ...]
    found: tuple[Offer, ...]
    """What the search found, before the filter."""
    there_are: int
    nearest: bool = False
    """Whether nothing has the words that were typed, and these are only near them."""
    unfit: int = 0
    """How many more, or of these, are made for others or for another way of meeting."""


@dataclass(frozen=True, slots=True)
class ListedAgendas:
    """The same of agendas, by key."""

    keys: tuple[str, ...]
    found: tuple[str, ...]
    there_are: int
    nearest: bool = False


class Shelving:
    """Protocols and agendas as somebody looks through them."""

    def __init__(self, planning: Planning, favourites: Favourites) -> None:
        self._planning = planning
        self._favourites = favourites
        self.shelf = Shelf()
        self.liked: frozenset[str] = frozenset()
        self._protocols: _Searched[Protocol] = _Searched(_said_of_protocol)
        self._agendas: _Searched[Plan] = _Searched(_said_of_agenda)
        self._offered: dict[str, Offer] = {}
        self._offered_for: object = None

    async def load(self) -> None:
        """Read everything, anew where a file changed."""
        self.shelf = await self._planning.shelf()
        self.liked = await self._favourites.all()
        self._protocols.hold(self.shelf.protocols)
        self._agendas.hold(self.shelf.agendas)
        self._offered_for = None

    def offer(self, protocol: str, wanted: ShelfFilter) -> Offer | None:
        """One protocol as it would be run with the group that is looked for."""
        return self._offers(wanted).get(protocol)

    def protocols(self, words: tuple[str, ...], wanted: ShelfFilter) -> Listed:
        """The protocols that have these words, or are near them, and that the filter leaves."""
        offered = self._offers(wanted)
        hit = self._protocols.find(words)
        tiers = ([offered[key] for key in tier] for tier in hit.tiers)
        found = tuple(each for tier in tiers for each in sorted(tier, key=_likelier))
        others = unfit(found, wanted)
        return Listed(tuple(kept(found, wanted)), found, len(offered), hit.nearest, others)

    def agendas(self, words: tuple[str, ...], wanted: ShelfFilter) -> ListedAgendas:
        """The agendas that have these words, or are near them, and that the filter leaves."""
        agendas = self.shelf.agendas
        hit = self._agendas.find(words)
        left = plans_kept(((key, agendas[key]) for key in hit.keys), wanted, self.liked_agendas)
        return ListedAgendas(tuple(left), hit.keys, len(agendas), hit.nearest)

    @property
    def liked_agendas(self) -> frozenset[str]:
        """The keys of the agendas among the favourites."""
        return frozenset(
            each.removeprefix(AGENDAS) for each in self.liked if each.startswith(AGENDAS)
        )

    async def star(self, key: str, *, agenda: bool) -> None:
        """Make a protocol or an agenda a favourite, or no longer. Raises NotSaved."""
        name = f"{AGENDAS}{key}" if agenda else key
        self.liked ^= {name}
        try:
            await self._favourites.mark(name, liked=name in self.liked)
        except NotSaved:
            self.liked = await self._favourites.all()
            raise

    def _offers(self, wanted: ShelfFilter) -> Mapping[str, Offer]:
        """All protocols for the group; made anew only when it, the time or the shelf changes."""
        made_for = (wanted.people, wanted.mode, wanted.minutes, self.liked)
        if made_for != self._offered_for:
            self._offered_for = made_for
            self._offered = {
                key: offer(
                    each, wanted, liked=key in self.liked, own=key in self.shelf.own_protocols
                )
                for key, each in self.shelf.protocols.items()
            }
        return self._offered


def _likelier(each: Offer) -> tuple[bool, bool, float]:
    """Of what is equally well found, what fits first, then favourites, then the shorter ones."""
    return not each.fits, not each.liked, each.run.usual


class _Searched(Generic[T]):
    """Things to be searched; what they are found by is worked out when somebody first searches."""

    def __init__(self, said: Callable[[T], Said]) -> None:
        self._said: Callable[[T], Said] = said
        self._things: Mapping[str, T] = {}
        self._known: dict[str, tuple[T, Sought]] = {}
        self._index: SearchIndex | None = None

    def hold(self, things: Mapping[str, T]) -> None:
        """Search these from now on."""
        self._things, self._index = things, None

    def find(self, words: tuple[str, ...]) -> Found:
        """What has these words, or is near them; everything where there are none."""
        if not words:
            return Found((tuple(self._things),))
        if self._index is None:
            self._known = {key: self._read(key, each) for key, each in self._things.items()}
            self._index = SearchIndex({key: each for key, (_, each) in self._known.items()})
        return self._index.find(words)

    def _read(self, key: str, thing: T) -> tuple[T, Sought]:
        """What one is found by, worked out anew only if it changed; without a name by its key."""
        known = self._known.get(key)
        if known and known[0] is thing:
            return known
        name, about, purpose = self._said(thing)
        return thing, sought(name or key, about, purpose)


def _said_of_protocol(protocol: Protocol) -> Said:
    labels = (word.label for word in (*protocol.purposes, *protocol.family))
    what_for = " ".join((protocol.name, protocol.purpose, *labels))
    about = " ".join((*protocol.roles, *(step.name for step in protocol.steps)))
    return (
        protocol.name,
        (about, *also_meant(about), *also_fits(protocol)),
        (what_for, *also_for(protocol), *also_meant(what_for)),
    )


def _said_of_agenda(plan: Plan) -> Said:
    blocks = (block.title for block in plan.blocks)
    return plan.title, (plan.audience.who, *blocks), (plan.purpose,)
