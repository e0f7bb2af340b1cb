"""Series: how the next plan of a group that meets again begins."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from facilitui.core.library.norms import Norm, NormSet
from facilitui.core.plans.editing import free_id
from facilitui.core.plans.group import Group, Wish, with_norms
from facilitui.core.plans.plan import Audience, Block, Plan
from facilitui.core.plans.plan_parts import Asked, Carried, PlannedNorms
from facilitui.core.vocabulary import BlockKind
from facilitui.core.words import Word

ROLES = 40
"""So many roles an audience can have."""


class Keep(Word):
    """A part of the last plan that the next one can begin with."""

    FRAME = "frame", "The frame of the agenda"
    BLOCKS = "blocks", "The blocks between"
    GOALS = "goals", "Purpose and goals"
    EVIDENCE = "evidence"
    THINGS = "things", "Visuals, resources and note"


_FRAME = frozenset(
    {
        BlockKind.OPENING,
        BlockKind.NORMS,
        BlockKind.BREAK,
        BlockKind.CLOSING,
        BlockKind.PROCESS_DEBRIEF,
    }
)
"""The kinds of block that a group begins and ends with, whatever it works on."""
_COUNTED = re.compile(
    r"(?:\b(?:session|meeting|part|day|week|no\.)|#) ?([0-9]{1,3})\Z", re.IGNORECASE
)
"""The end of a title that counts sessions."""
LONGEST_TITLE = 300


def next_title(title: str) -> str:
    """What the session after one is called, so that the two are told apart in every list.

    A number that counts sessions goes on; "Data talk, grade 7" is followed by its session 2.
    """
    found = _COUNTED.search(title)
    stem = title[: found.start(1)] if found else title
    ending = str(int(found[1]) + 1) if found else ", session 2"
    return f"{stem[: LONGEST_TITLE - len(ending)]}{ending}" if title else ""


def begun_with(group: Group, plan: Plan, sets: Mapping[str, NormSet]) -> Group:
    """A new group with the norms that its first plan names: its first version."""
    return with_norms(group, steady(plan.norms.all_of(sets)), agreed=None)


def in_group(plan: Plan, group: str) -> Plan:
    """The plan as one of a group's."""
    return plan.model_copy(update={"group": group})


def next_plan(
    last: Plan,
    group: Group,
    *,
    keep: Collection[Keep] = (),
    commitments: tuple[Carried, ...] = (),
    wishes: tuple[Wish, ...] = (),
    sets: Mapping[str, NormSet] | None = None,
) -> Plan:
    """The plan of a group's next session. It has no date: nobody knows it yet.

    It starts from the group's norms and people, from what was promised, and from what was asked
    for. What belonged to the last session alone is gone: what was ticked off, looked at again,
    told to calendars, or counted as planning together.
    """
    first = Plan(
        title=last.title,
        zone=last.zone,
        minutes=last.minutes,
        mode=last.mode,
        place=last.place,
        link=last.link,
        group=group.id,
        sensitive=last.sensitive,
        aftercare=last.aftercare,
        audience=_audience(last.audience, group),
        norms=_norms(last.norms, group, sets or {}),
        people=last.people,
        materials=last.materials,
        carried=commitments,
        asked=tuple(Asked(text=wish.text) for wish in wishes),
        learning_model=last.learning_model,
        research=last.research,
        improvement=tuple(_aimless(link) for link in last.improvement),
    )
    return first.model_copy(update=_kept(last, keep))


_NAMES = {
    Keep.FRAME: ("blocks",),
    Keep.BLOCKS: ("blocks", "parked"),
    Keep.GOALS: ("purpose", "goals", "improvement"),
    Keep.EVIDENCE: ("evidence",),
    Keep.THINGS: ("visuals", "resources", "note"),
}


def _kept(last: Plan, keep: Collection[Keep]) -> dict[str, Any]:
    kept = {name: getattr(last, name) for each in keep for name in _NAMES[each]}
    if "blocks" in kept:
        kept["blocks"] = _blocks(last, keep)
    if _is_whole(keep):
        kept["began_from"] = last.began_from
    if Keep.GOALS in keep:
        return kept
    aimed = ("blocks", "parked", "evidence")
    return kept | {name: tuple(map(_aimless, kept[name])) for name in aimed if name in kept}


def _blocks(last: Plan, keep: Collection[Keep]) -> tuple[Block, ...]:
    """What is kept of the agenda; pins hold only where all of it is kept."""
    if _is_whole(keep):
        return last.blocks
    kept = (b for b in last.blocks if (Keep.FRAME if b.kind in _FRAME else Keep.BLOCKS) in keep)
    return tuple(block.model_copy(update={"pinned_start": None}) for block in kept)


def _is_whole(keep: Collection[Keep]) -> bool:
    """Whether the agenda is kept whole: only such a copy still has what the first began from."""
    return {Keep.FRAME, Keep.BLOCKS} <= set(keep)


def _aimless(thing: Any) -> Any:
    """Something without its goals, which go with the session they were for."""
    return thing.model_copy(update={"goals": ()})


def _audience(last: Audience, group: Group) -> Audience:
    if not group.roster:
        return last
    roles = tuple(dict.fromkeys(member.role for member in group.roster if member.role))
    return last.model_copy(
        update={"count": len(group.roster), "roles": roles[:ROLES] or last.roles}
    )


def _norms(last: PlannedNorms, group: Group, sets: Mapping[str, NormSet]) -> PlannedNorms:
    """The norms in force as the group's own. A set that the group has decided on is in them."""
    now = group.norms_now
    if not group.norms:
        return last
    decided = {norm.id for version in group.norms for norm in version.norms}
    left = tuple(name for name in last.sets if not decided & _ids(sets.get(name)))
    watched = next((norm.text for norm in last.own if norm.id == last.watch), None)
    watch = next((n.id for n in now if last.watch == n.id or watched == n.text), None)
    return last.model_copy(update={"sets": left, "own": now, "watch": watch})


def _ids(norm_set: NormSet | None) -> set[str]:
    return {norm.id for norm in norm_set.norms} if norm_set else set()


def steady(norms: tuple[Norm, ...]) -> tuple[Norm, ...]:
    """Norms whose ids last longer than a session.

    Live numbers the norms that are added, from one in every session. Here they get names, so that
    the next session's first cannot take the place of this one's.
    """
    known = [norm.id for norm in norms]
    return tuple(_renamed(norm, known) if _numbered(norm.id) else norm for norm in norms)


def _numbered(norm_id: str) -> bool:
    stem, _, number = norm_id.partition("-")
    return stem == "own" and number.isdigit()


def _renamed(norm: Norm, known: list[str]) -> Norm:
    known.append(free_id(f"kept-{norm.text}", known))
    return norm.model_copy(update={"id": known[-1]})
