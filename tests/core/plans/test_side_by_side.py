"""Groups side by side: what a host is told of them."""

from __future__ import annotations

from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.plans.plan_parts import ParallelGroup
from facilitui.core.plans.side_by_side import groups_told
from tests.core.making import HOSTILE


def test_each_group_is_told_with_what_is_known_of_it() -> None:
    """How many, where and who leads; those without a number share the rest."""
    groups = (
        ParallelGroup(name=HOSTILE, people=3, place="Hall", lead="Bo"),
        ParallelGroup(name="B"),
        ParallelGroup(name="C", lead="Cy"),
    )
    block = AgendaBlock(id="x", groups=groups)
    assert groups_told(block, 8) == (f"{HOSTILE} · 3 · Hall · Bo", "B · 3", "C · 2 · Cy")
    assert groups_told(block, 2)[1:] == ("B", "C · Cy")


def test_a_block_for_everybody_has_none() -> None:
    """Nor has a moment between two blocks."""
    assert groups_told(AgendaBlock(id="x"), 8) == groups_told(None, 8) == ()
