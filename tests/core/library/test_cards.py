"""Words for the moment: which of several sets a host has at hand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from facilitui.core.library.cards import Card, CardSet
from facilitui.core.library.shelf import Shelf


def sets(names: Sequence[str]) -> dict[str, CardSet]:
    """Sets of one card each, by their ids."""
    cards = (Card(id="one", name="One", say=("This.", "Or that.")),)
    return {name: CardSet(id=name, name=name, cards=cards) for name in names}


@pytest.mark.parametrize(
    ("names", "used"),
    [
        (("default",), "default"),
        (("crisis", "default"), "default"),
        (("default", "zebra"), "default"),
        (("zebra", "crisis"), "crisis"),
        ((), None),
    ],
)
def test_another_set_takes_the_place_of_the_shipped_one_by_its_name_only(
    names: Sequence[str], used: str | None
) -> None:
    """What its name sorts before has nothing to do with it; without it the first is used."""
    found = Shelf(cards=sets(names)).cards_in_use
    assert (found.id if found is not None else None) == used
