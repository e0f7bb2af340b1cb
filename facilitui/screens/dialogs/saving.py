"""Saving from a dialog: never twice at once, and never given up half-way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from facilitui.core.errors import FacilituiError

STILL_SAVING = "It is still being saved: try again in a moment."


class Saving:
    """A dialog that saves something while it stays open."""

    saving = False
    """Whether it is at it."""

    def tell(self, told: str) -> None:
        """Say something."""
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
            with self.telling():
                yield
        finally:
            self.saving = False

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Around what is asked of a service; why it cannot be done is told."""
        try:
            yield
        except FacilituiError as error:
            self.tell(str(error))

    def is_free(self) -> bool:
        """Whether nothing is being saved just now; else that is told."""
        if self.saving:
            self.tell(STILL_SAVING)
        return not self.saving
