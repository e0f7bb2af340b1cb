"""An enrolment as it is shown: where it stands, or why that cannot be told."""

from __future__ import annotations

from dataclasses import dataclass

from facilitui.core.errors import NotFound
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.progress import PathwayProgress
from facilitui.core.safe_text import line

NOT_TOLD = (
    "It cannot be told where this enrolment stands: what its pathway asked for when it was begun "
    "cannot be read any more."
)
OTHERWISE = "Its file says something else under the same version, {}"
UNREAD = "The pathway's file in your pathways folder cannot be read"


@dataclass(frozen=True, slots=True)
class Enrolled:
    """One enrolment of the journal."""

    id: str
    """Its entry's."""
    enrolment: Enrolment
    progress: PathwayProgress | None
    """None where the pathway that it was begun with cannot be read any more."""
    notice: str = ""
    """Why there is none; a sentence."""
    changed_to: str = ""
    """The version of the pathway's file now, where it says something else than it did; else empty.
    A file that is the same in another version is not a change."""
    broken: str = ""
    """That one's own file of the pathway cannot be read, and where; a sentence, or empty. Then
    nothing is told of changes: what is used in its place is another pathway."""
    older: str = ""
    """That it may say otherwise in months that cannot be read; a sentence, or empty. Then what is
    told of it is only what it said before."""

    @property
    def file_told(self) -> str:
        """What is to be known of its pathway's file, in a few words; empty where nothing is.

        What is closed goes by no other file any more.
        """
        if self.broken:
            return UNREAD
        if not self.changed_to or self.enrolment.closed_on is not None:
            return ""
        if self.changed_to == self.enrolment.version:
            return line(OTHERWISE.format(self.changed_to))
        return f"The pathway's file is now version {self.changed_to}"

    @property
    def told(self) -> PathwayProgress:
        """Where it stands. Raises NotFound, which says why that cannot be told."""
        if self.progress is None:
            raise NotFound(self.notice or NOT_TOLD)
        return self.progress
