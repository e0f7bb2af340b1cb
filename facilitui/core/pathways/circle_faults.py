"""Requirements of a pathway that lead back to themselves, each circle told in a sentence.

A sentence begins with the key that it is about, as those of all faults do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from facilitui.core.pathways.dependency_circles import circles
from facilitui.core.pathways.requirements import Log

if TYPE_CHECKING:
    from facilitui.core.pathways.pathway import Pathway, Phase

Named = Mapping[str, Sequence[str]]


def circles_of_phase(where: str, phase: Phase) -> Iterator[str]:
    """What waits for itself, what stands in its own place, and what does so over both."""
    own = [each.id for each in phase.requirements]
    needs: Named = {each.id: each.needs for each in phase.requirements}
    instead = {each.id: (each.instead_of,) for each in phase.requirements if each.instead_of}
    for key, named in (("instead_of", instead), ("needs", needs)):
        for circle in circles(named):
            yield f"{_place(where, own, circle)} {key} leads in a circle: {_told(circle)}"
    for circle in _over_both(needs, instead):
        at = _place(where, own, circle)
        yield f"{at} instead_of leads in a circle over needs: {_told(circle)}"


def circles_of_logs(pathway: Pathway) -> Iterator[str]:
    """Logs that rest upon themselves by way of others, of whatever phases."""
    places = {
        each.id: f"phases[{number}] requirements[{place}]"
        for number, phase in enumerate(pathway.phases, 1)
        for place, each in enumerate(phase.requirements, 1)
    }
    logs = [each for each in pathway.requirements if isinstance(each, Log)]
    for circle in circles({each.id: (each.upon,) for each in logs if each.upon}):
        yield f"{places[circle[0]]} upon leads in a circle: {_told(circle)}"


def _over_both(needs: Named, instead: Named) -> Iterator[Sequence[str]]:
    """Circles of both kinds, each from one on that stands in the place of the one before it.

    Those of two names are told by themselves: one needs what it stands in the place of.
    """
    met_by = {id: [other for other, named in instead.items() if id in named] for id in needs}
    for circle in circles({id: (*needs[id], *met_by[id]) for id in needs}):
        steps = [*zip(circle, (*circle[1:], circle[0]), strict=True)]
        only_met = [at for at, (one, other) in enumerate(steps, 1) if other not in needs[one]]
        is_of_needs = any(other not in met_by[one] for one, other in steps)
        if only_met and is_of_needs and len(circle) > 2:
            yield (*circle[only_met[0] :], *circle[: only_met[0]])


def _place(where: str, own: Sequence[str], circle: Sequence[str]) -> str:
    return f"{where} requirements[{own.index(circle[0]) + 1}]"


def _told(circle: Sequence[str]) -> str:
    return ", ".join((*circle, circle[0]))
