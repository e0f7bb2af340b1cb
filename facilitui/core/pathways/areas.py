"""The areas of a rubric that a score gate is about: the one place that knows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from facilitui.core.pathways.enrolment import Enrolment, PriorityAreas
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.requirements import ScoreGate
from facilitui.core.scores import RubricRef
from facilitui.core.told import day_of_month

_DIVIDING = re.compile(r"[,;]|\band\b")


def areas_of(
    gate: ScoreGate, pathway: Pathway, enrolment: Enrolment, until: date, today: date
) -> PriorityAreas | None:
    """The gate's own areas, else those of the enrolment, else the file's.

    `until` is the last day of the phase, or today while it lasts. Of those that were entered for
    the enrolment the ones stand that were designated last by then, so that what is designated in
    a later phase scores nothing anew; where there were none yet, the first ones after it.
    None where nobody has named any: then nothing can be told of the gate.
    """
    known = [each for each in enrolment.areas if _since(each) <= today]
    if gate.areas or not known:
        return areas_of_file(gate, pathway)
    by_then = [each for each in known if _since(each) <= until]
    # Of several on one day the one that was entered last stands.
    return max(reversed(by_then), key=_since) if by_then else min(known, key=_since)


def areas_of_file(gate: ScoreGate, pathway: Pathway) -> PriorityAreas | None:
    """The same as the file alone tells it, with the day that it gives, which may be none."""
    areas = gate.areas or pathway.rubric.priority
    return _of_file(areas, pathway) if areas else None


def remarks_on(
    areas: PriorityAreas | None, gate: ScoreGate, enrolment: Enrolment, until: date, today: date
) -> Iterator[str]:
    """That areas were designated after the phase, and which are still to come."""
    if gate.areas:
        return
    if areas in enrolment.areas and areas is not None and _since(areas) > until:
        yield f"its areas were designated on {day_of_month(_since(areas))}, after this phase"
    for each in enrolment.areas:
        if _since(each) > today:
            on = day_of_month(_since(each))
            yield f"areas that are designated from {on} on do not stand yet"


def _since(areas: PriorityAreas) -> date:
    """Those that say no day stand from the beginning."""
    return areas.on or date.min


def _of_file(areas: tuple[str, ...], pathway: Pathway) -> PriorityAreas:
    told = PriorityAreas(
        rubric=RubricRef(id=pathway.rubric.id or ""),
        areas=areas[:1],
        source=pathway.rubric.source or pathway.source,
        on=pathway.rubric.since or pathway.checked_on,
    )
    # A file may name more of them than anybody may enter.
    return told.model_copy(update={"areas": areas})


def names_told(names: Sequence[str], last: str = ", ") -> str:
    """What areas are called in a row: names with a comma or an "and" of their own stand apart.

    `last` stands before the last of them where none has.
    """
    if any(_DIVIDING.search(each) for each in names):
        return "; ".join(names)
    *before, end = names or ("",)
    return f"{', '.join(before)}{last}{end}" if before else end
