"""A pathway whose file says something else than what was enrolled in, and moving to that.

What was logged for a requirement that is gone stays in the journal.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from facilitui.core.pathways.enrolment import Enrolment, Entered
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.phases_renamed import phases_renamed
from facilitui.core.pathways.snapshot import digest
from facilitui.core.safe_text import line
from facilitui.core.told import day_of_month


def moved(enrolment: Enrolment, before: Pathway | None, after: Pathway, today: date) -> Enrolment:
    """The enrolment in a pathway as its file has it now; all that was entered stays as it is.

    A phase that has another id then is entered under that one. What nothing there is the same as
    stays entered under its old id, and so does everything where `before`, what was enrolled in, is
    None as it cannot be read.
    """
    told = f"it moved to the pathway's file of {day_of_month(today)}, version {after.version}"
    return enrolment.model_copy(
        update={
            "holder": after.holder,
            "pathway": after.id,
            "pathway_name": after.name,
            "version": after.version,
            "digest": digest(after),
            "entered": tuple(_entered_then(enrolment, before, after)),
            "reason": line(told),
        }
    )


def _entered_then(
    enrolment: Enrolment, before: Pathway | None, after: Pathway
) -> Iterator[Entered]:
    ids = phases_renamed(before, after) if before is not None else {}
    for each in enrolment.entered:
        yield each.model_copy(update={"phase": ids.get(each.phase, each.phase)})
