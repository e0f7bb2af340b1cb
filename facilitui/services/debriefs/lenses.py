"""Two debriefs of one session, ready to be read side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo

from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.debriefs.differences import Difference, between_people
from facilitui.core.errors import NotFound
from facilitui.core.sessions.facts import SessionFacts

NOT_SAVED = "{} is not in the journal yet; ctrl+s in it saves it, then both can be compared."


@dataclass(frozen=True, slots=True)
class Lenses:
    """Two debriefs of one session."""

    title: str
    names: tuple[str, str]
    rows: tuple[Difference, ...]
    heading: str = "Two lenses"


def laid_side_by_side(
    mine: Debrief | None, theirs: Debrief | None, name: str, facts: SessionFacts, zone: tzinfo
) -> Lenses:
    """One's own debrief beside that of somebody else. Raises NotFound where one is missing."""
    if mine is None:
        raise NotFound(NOT_SAVED.format("Your own debrief"))
    if theirs is None:
        raise NotFound(NOT_SAVED.format(f"The debrief of {name}"))
    rows = between_people(mine, theirs, facts, zone)
    return Lenses(mine.title, ("mine", theirs.lens), rows)
