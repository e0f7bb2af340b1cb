"""What Home shows of enrolments: the phase and the one next step of each that is open."""

from __future__ import annotations

from collections.abc import Iterable

from facilitui.core.overview import PathwayStep
from facilitui.core.pathways.enrolled import Enrolled


def first_steps(enrolled: Iterable[Enrolled]) -> tuple[PathwayStep, ...]:
    """Those of open enrolments, in their order."""
    return tuple(_step(each) for each in enrolled if each.enrolment.closed_on is None)


def _step(each: Enrolled) -> PathwayStep:
    progress = each.progress
    current = progress.current if progress is not None else None
    return PathwayStep(
        enrolment=each.id,
        name=each.enrolment.name.strip(),
        pathway=each.enrolment.pathway_name,
        phase=current.phase.name if current is not None and not each.older else "",
        step=_next(each),
        file=each.file_told,
    )


def _next(each: Enrolled) -> str:
    """The next step; where none can be told, why not."""
    why = each.older or each.notice
    return each.progress.step.text if each.progress and not each.older else why.removesuffix(".")
