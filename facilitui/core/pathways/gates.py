"""Where the gate of a phase stands. Whether it opens is always the programme's decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from facilitui.core.base import LONGEST_LINE
from facilitui.core.pathways.pathway import Gate
from facilitui.core.pathways.progress import GateProgress, Progress
from facilitui.core.pathways.remarks import all_said
from facilitui.core.pathways.standings.depending import FULFILLED
from facilitui.core.pathways.whose_words import Said, joined
from facilitui.core.pathways.words import Standing
from facilitui.core.safe_text import quoted

MEETS = "meets the recorded criteria; the decision is the programme's"
DECIDES = "the programme decides"
NOT_MET = "not met yet"
"""Never "open": a gate that lacks something would be told by the word for one that lets through."""
_NAMED = 2
"""More of what is not met yet makes no line."""


def gate_of(gate: Gate, requirements: Sequence[Progress]) -> GateProgress:
    """It meets the recorded criteria where all that it needs is met or logged.

    What somebody set aside is not met, neither where the gate needs it nor where something does
    that the gate needs: nobody opens a gate alone. What another requirement stands for is as good
    as met. What no number is printed for is told beside it.
    """
    by_id = {each.requirement.id: each for each in requirements}
    needed = [each for each in requirements if each.requirement.id in gate.needs]
    lacks = {each.requirement.id for each in needed if _lacks(each, by_id)}
    lacks |= {each.requirement.id for each in _aside_beneath(needed, by_id)}
    in_order = tuple(each for each in requirements if each.requirement.id in lacks)
    beside = joined(_beside(needed))
    said = joined((_told(in_order, needed), beside))
    return GateProgress(not lacks, in_order, said, _brief(in_order, needed), beside)


def is_done(gate: GateProgress) -> bool:
    """Whether nothing is left to do for it, though some of it may have been set aside."""
    return all(each.standing is Standing.SET_ASIDE for each in gate.lacks)


def _lacks(each: Progress, by_id: Mapping[str, Progress]) -> bool:
    return each.standing not in FULFILLED and not _is_replaced(each, by_id)


def _is_replaced(each: Progress, by_id: Mapping[str, Progress]) -> bool:
    """Whether what it stands for is met, or what stands for it."""
    asked = each.requirement
    others = (
        other
        for id, other in by_id.items()
        if id == asked.instead_of or other.requirement.instead_of == asked.id
    )
    return any(other.standing in FULFILLED for other in others)


def _aside_beneath(needed: Sequence[Progress], by_id: Mapping[str, Progress]) -> Iterator[Progress]:
    """What was set aside though something rests on it that is needed."""
    below = [*needed]
    for each in below:
        others = (by_id[id] for id in each.requirement.needs if id in by_id)
        below += [other for other in others if other not in below]
        if each.standing is Standing.SET_ASIDE and _lacks(each, by_id):
            yield each


def _told(lacks: Sequence[Progress], needed: Sequence[Progress]) -> str:
    """What is not met yet; where all is, that it meets all, or what was set aside of it."""
    aside = [each for each in lacks if each.standing is Standing.SET_ASIDE]
    open_ones = [each for each in lacks if each not in aside]
    told, of = f"{len(aside)} set aside", len(needed)
    if open_ones:
        named = f"{len(open_ones)} of {of} {NOT_MET}: {_names(open_ones)}"
        return f"{named}; {told}" if aside else named
    met = of - sum(each in needed for each in aside)
    return f"{met} of {of} met, {told}; {DECIDES}" if aside else MEETS


def _brief(lacks: Sequence[Progress], needed: Sequence[Progress]) -> Said:
    """The same without names: those stand below, each with where it stands.

    Where it meets all, what that rests on is told with it.
    """
    aside = sum(each.standing is Standing.SET_ASIDE for each in lacks)
    open_ones = len(lacks) - aside
    if not open_ones:
        return joined((_told(lacks, needed), *_rests_on(needed)))
    open_told = f"{open_ones} of {len(needed)} {NOT_MET}"
    return f"{open_told}, {aside} set aside" if aside else open_told


def _beside(needed: Sequence[Progress]) -> Iterator[Said]:
    if logged := [each for each in needed if each.standing is Standing.LOGGED]:
        it = "it" if len(logged) == 1 else "them"
        yield f"no number is given for {_names(logged)}: the programme decides on {it}"
    yield from _rests_on(needed)


def _rests_on(needed: Sequence[Progress]) -> Iterator[Said]:
    yield from dict.fromkeys(all_said(each.beside) for each in needed if each.beside)


def _names(found: Sequence[Progress]) -> str:
    named = ", ".join(quoted(each.requirement.text, LONGEST_LINE) for each in found[:_NAMED])
    return f"{named} and {len(found) - _NAMED} more" if len(found) > _NAMED else named
