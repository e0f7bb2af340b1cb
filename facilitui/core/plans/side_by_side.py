"""How people are divided for a block, in words for the host."""

from __future__ import annotations

from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.plans.grouping import parallel_sizes
from facilitui.core.plans.seating_words import seated


def groups_told(block: AgendaBlock | None, people: int) -> tuple[str, ...]:
    """Each group with how many are in it, where it works and who leads it."""
    if block is None or not block.groups:
        return ()
    sizes = parallel_sizes(people, block.groups)
    return tuple(
        " · ".join(filter(None, (group.name, str(size or ""), group.place, group.lead)))
        for group, size in zip(block.groups, sizes, strict=True)
    )


def sub_groups_told(block: AgendaBlock | None) -> str:
    """The sub-groups that people form in a block; empty where they sit in one."""
    return seated(block.sizes) if block is not None and len(block.sizes) > 1 else ""
