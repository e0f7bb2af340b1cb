"""Saving from a dialog: never twice at once, never given up half-way, and left only afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from facilitui.core.errors import FacilituiError, Refused

STILL_SAVING = "It is still being saved: try again in a moment."


class Saving:
    """A dialog that saves something while it stays open.

    Whoever leaves meanwhile leaves as soon as it is saved, and stays where that fails.
    """

    saving = False
    """Whether it is at it."""
    leaving = False
    """Whether it is left once that is done."""

    if TYPE_CHECKING:

        @property
        def is_current(self) -> bool:
            """Whether the keys go to it, as every screen knows."""

    def tell(self, told: str) -> None:
        """Say something."""
        raise NotImplementedError

    def tell_at(self, field: str, told: str) -> None:
        """Say something about a field, for a dialog that has any."""
        self.tell(told)

    def leave_saved(self) -> None:
        """Leave, now that it is saved."""
        raise NotImplementedError

    def begin_saving(self) -> bool:
        """Begin, unless it is at it already, which is told then."""
        free = self.is_free()
        self.saving = True
        return free

    @contextmanager
    def while_saving(self) -> Iterator[None]:
        """Around what was begun; why it cannot be done is told."""
        try:
            yield
        except FacilituiError as error:
            self.leaving = False
            self._tell_why(error)
        finally:
            leaving, self.saving, self.leaving = self.leaving, False, False
        if leaving and self.is_current:
            self.leave_saved()

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Around what is asked of a service; why it cannot be done is told."""
        try:
            yield
        except FacilituiError as error:
            self._tell_why(error)

    def _tell_why(self, error: FacilituiError) -> None:
        """Why it cannot be done, where that can be mended."""
        self.tell_at(error.field if isinstance(error, Refused) else "", str(error))

    def is_free(self) -> bool:
        """Whether nothing is being saved just now; else that is told."""
        if self.saving:
            self.tell(STILL_SAVING)
        return not self.saving

    def can_leave(self) -> bool:
        """Whether nothing is being saved just now; else it is left once it is saved."""
        self.leaving = self.saving
        return not self.saving
