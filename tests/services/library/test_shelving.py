"""The shelf to choose from: what a search and a filter leave, in which order, and the stars."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from facilitui.core.errors import NotSaved
from facilitui.core.library.protocol import Group, Protocol
from facilitui.core.library.shelf import Shelf
from facilitui.core.library.shelf_filter import Facet, ShelfFilter
from facilitui.core.plans.plan import Plan
from facilitui.core.search import Sought, sought
from facilitui.services.library import shelving as shelving_module
from facilitui.services.library.shelving import Shelving
from facilitui.services.plans.planning import Planning
from tests.core.making import HOSTILE, protocol, step, tuning
from tests.services.fakes import FixedLibrary, MemoryPlans, MovableClock
from tests.services.memory_files import MemoryDrafts

LIKE_TUNING = protocol(step("a", 1, 2, 3), id="like", name="Like it", purpose="As tuning, shorter.")
OTHER = protocol(step("b", 1, 2, 3), id="other", name=HOSTILE[:60], purpose="Something else.")
SMALL = protocol(
    step("c", 1, 2, 3),
    id="small",
    name="Small",
    purpose="Fine tuning for a few.",
    group=Group(min=2, max=3, ideal=2, default=2),
)


class FakeFavourites:
    """Favourites in memory; a full disk takes none."""

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.full = False

    async def all(self) -> frozenset[str]:
        return frozenset(self.names)

    async def mark(self, name: str, *, liked: bool) -> None:
        if self.full:
            raise NotSaved("the disk is full")
        (self.names.add if liked else self.names.discard)(name)


def shelved(*protocols: Protocol, **agendas: Plan) -> tuple[Shelving, FixedLibrary, FakeFavourites]:
    """A shelf with these on it, its library, and what is liked."""
    library = FixedLibrary(Shelf(protocols={each.id: each for each in protocols}, agendas=agendas))
    favourites = FakeFavourites()
    planning = Planning(MemoryPlans(), MemoryDrafts(), library, MovableClock())
    return Shelving(planning, favourites), library, favourites


def ids(shelving: Shelving, wanted: ShelfFilter, *words: str) -> list[str]:
    return [each.protocol.id for each in shelving.protocols(words, wanted).offers]


async def test_a_search_puts_names_first_and_then_what_fits() -> None:
    """A name that was asked for stays first even where it does not fit the group."""
    shelving, *_ = shelved(SMALL, LIKE_TUNING, tuning(), OTHER)
    await shelving.load()
    assert ids(shelving, ShelfFilter(people=20), "tuning") == ["tuning", "like", "small"]
    wanted = ShelfFilter(people=3, unfit=True)
    assert ids(shelving, wanted, "tuning") == ["tuning", "small", "like"]
    assert ids(shelving, wanted.with_unfit(False), "tuning") == ["small", "like"]


async def test_what_a_search_found_is_told_beside_what_a_filter_leaves() -> None:
    """So that it can be said whose fault an empty list is."""
    shelving, *_ = shelved(tuning(), LIKE_TUNING)
    await shelving.load()
    listed = shelving.protocols(("tuning",), ShelfFilter(minutes=20))
    assert [each.protocol.id for each in listed.offers] == ["like"]
    assert (len(listed.found), listed.there_are, listed.nearest) == (2, 2, False)
    assert shelving.protocols(("tunnnig",), ShelfFilter()).nearest


async def test_another_load_sees_what_changed() -> None:
    """A new protocol, one that is other now, and one that is gone; also for the same search."""
    shelving, library, _ = shelved(tuning(), OTHER)
    await shelving.load()
    assert ids(shelving, ShelfFilter(), "tuning") == ["tuning"]
    renamed = tuning().model_copy(update={"name": "Ours"})
    library.kept = Shelf(protocols={"tuning": renamed, "like": LIKE_TUNING})
    await shelving.load()
    assert ids(shelving, ShelfFilter(), "tuning") == ["like"]
    assert ids(shelving, ShelfFilter(), "ours") == ["tuning"]
    assert len(ids(shelving, ShelfFilter())) == 2


async def test_what_things_are_found_by_is_worked_out_only_for_a_search(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Opening the library waits for none of it; later only what changed is worked out anew."""
    worked_out: list[str] = []

    def noted(name: str, about: Iterable[str], purpose: Iterable[str]) -> Sought:
        worked_out.append(name)
        return sought(name, about, purpose)

    monkeypatch.setattr(shelving_module, "sought", noted)
    shelving, library, _ = shelved(tuning(), SMALL, tuning=Plan(title="Tune", minutes=60))
    await shelving.load()
    assert len(ids(shelving, ShelfFilter())) == 2 and worked_out == []
    assert ids(shelving, ShelfFilter(), "fine") == ["small"]
    assert sorted(worked_out) == sorted([tuning().name, "Small"])
    kept = dict(library.kept.protocols)
    library.kept = Shelf(protocols={**kept, "like": LIKE_TUNING})
    await shelving.load()
    assert ids(shelving, ShelfFilter(), "shorter") == ["like"]
    assert worked_out[2:] == ["Like it"]


async def test_an_agenda_without_a_title_is_found_by_its_key() -> None:
    """Which is what the list shows of it."""
    shelving, *_ = shelved(first_steps=Plan(minutes=60))
    await shelving.load()
    assert shelving.agendas(("first",), ShelfFilter()).keys == ("first_steps",)


async def test_stars_of_agendas_and_protocols_are_kept_apart() -> None:
    """One of either may have the other's name."""
    shelving, _, favourites = shelved(tuning(), tuning=Plan(title="Tune", minutes=60))
    await shelving.load()
    only = ShelfFilter().having({Facet.FAVOURITES: True})
    await shelving.star("tuning", agenda=True)
    assert ids(shelving, only) == [] and shelving.agendas((), only).keys == ("tuning",)
    await shelving.star("tuning", agenda=False)
    assert ids(shelving, only) == ["tuning"]
    assert favourites.names == {"tuning", "agendas/tuning"}
    await shelving.star("tuning", agenda=True)
    assert favourites.names == {"tuning"}


async def test_a_star_that_is_not_kept_is_none() -> None:
    """The caller hears why."""
    shelving, _, favourites = shelved(tuning())
    await shelving.load()
    favourites.full = True
    with pytest.raises(NotSaved):
        await shelving.star("tuning", agenda=False)
    assert shelving.liked == frozenset()


async def test_an_agenda_is_found_by_its_blocks_and_its_audience() -> None:
    """And with slips of the fingers."""
    plans = {
        "one": Plan(title="Looking at work", audience={"who": "coaches"}),  # type: ignore[arg-type]
        "two": Plan(title=HOSTILE[:60]),
    }
    shelving, *_ = shelved(**plans)
    await shelving.load()
    assert shelving.agendas(("coaches",), ShelfFilter()).keys == ("one",)
    hit = shelving.agendas(("lokoing",), ShelfFilter())
    assert (hit.keys, hit.nearest) == (("one",), True)
    assert shelving.agendas((), ShelfFilter()).keys == ("one", "two")
