"""What screens ask of the application about enrolments in pathways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitui.messages.asked import Asked
from facilitui.messages.going import Then

if TYPE_CHECKING:
    from facilitui.core.pathways.form_drafts import FormOf
    from facilitui.core.pathways.log_entry import Slot
    from facilitui.core.pathways.pathway import Pathway


class PathwaysRequested(Asked):
    """Somebody wants to see all enrolments."""


class EnrolRequested(Asked):
    """Somebody wants to enrol in a pathway, which is still to be chosen."""


class PathwayRequested(Asked):
    """Somebody wants to read all that a pathway asks for."""

    pathway: Pathway


class PathwayCardsRequested(Asked):
    """Somebody wants to read the cards of a pathway."""

    pathway: Pathway


class BoardRequested(Asked):
    """Somebody wants to see where an enrolment stands."""

    called = "pathway"
    enrolment: str
    """Its entry's id."""


class CyclesRequested(Asked):
    """Somebody wants to see the cycles of an enrolment."""

    enrolment: str


class RosterRequested(Asked):
    """Somebody wants to see who takes part in an enrolment."""

    enrolment: str


class RosterEditRequested(Asked):
    """Somebody wants to write down who takes part."""

    enrolment: str
    at: str | None = None
    """Whose line the keys go to, by the name; empty for a new line, None where that is all one."""
    which: int = 0
    """Which of those of that name it is, counted from 0 in the order of the lines."""
    then: Then | None = None
    """Called once that is left."""


class EnrolmentEditRequested(Asked):
    """Somebody wants to write down something of an enrolment."""

    enrolment: str
    form: FormOf
    about: str = ""
    """The requirement, or the phase; where a phase is wanted and none is told, it is asked for."""


class LogRequested(Asked):
    """Somebody wants to log something under a requirement."""

    enrolment: str
    requirement: str
    slot: Slot | None = None
    entry: str = ""
    """What was logged before and is gone on with; empty for something new."""
    then: Then | None = None
    """Called once that is left."""


class TickRequested(Asked):
    """Somebody wants to tick items of a checklist off."""

    enrolment: str
    requirement: str


class SortRequested(Asked):
    """Somebody wants to say which sessions count for an enrolment."""

    enrolment: str
    then: Then | None = None
    """Called once that is said."""


class DocumentsRequested(Asked):
    """Somebody wants documents of an enrolment, written into files."""

    enrolment: str


class CardRequested(Asked):
    """Somebody wants the card of an enrolment's cycles, to be printed."""

    enrolment: str
    cycle: int | None = None
    """The cycle that is marked; None for none."""


class TakeBackRequested(Asked):
    """Somebody wants the last thing taken back that was done for an enrolment."""

    enrolment: str
    then: Then
    """Called once it is."""


class MoveRequested(Asked):
    """Somebody wants to see what the changed file of a pathway would change, and may move to it."""

    enrolment: str
    then: Then
    """Called once that is done."""


class ReopenRequested(Asked):
    """Somebody wants to go on with an enrolment that was closed."""

    enrolment: str
    then: Then
    """Called once it is open."""
