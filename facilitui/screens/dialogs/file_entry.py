"""An entry with a file that stays where it is: enter on its path in the form reads it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from facilitui.core.journals.attaching_ports import Progress
from facilitui.screens.dialogs.dialog import Key
from facilitui.screens.dialogs.entry_form import EntryDialog
from facilitui.screens.dialogs.take_file import FileDialog
from facilitui.services.forms.looked_file import FILE, is_unread
from facilitui.services.journals.entry_form import EntryForm

ReadFile = Callable[[str, Progress], Awaitable[str]]
"""Reads a file to its end; what stands in the form for it. Raises FacilituiError."""
ABOUT = (
    "The file is read once for its fingerprint. Its name and that are kept; it stays where it is "
    "and nothing of it is copied."
)


class FileEntryDialog(EntryDialog):
    """The form; a path in it that nobody has read yet is read before it is gone on from."""

    def __init__(self, made: EntryForm[Any], what: str, title: str, read: ReadFile) -> None:
        """`title` stands above what is told while the file is read."""
        super().__init__(made, what)
        self._title, self._read = title, read

    @property
    def unread(self) -> str:
        """The path that stands in the field one is in, where nobody has read that file yet."""
        here = self.focused is not None and self.focused is self._fields.editors.get(FILE)
        return self._path if here else ""

    @property
    def _path(self) -> str:
        """The path in the form that nobody has read yet; empty for none."""
        typed = self.values.get(FILE, "")
        return typed.strip() if is_unread(typed) else ""

    def keys(self) -> list[Key]:
        """Enter on a path reads that file."""
        reading = [("enter", "read the file")] if self.unread else []
        return [*reading, *super().keys()]

    def action_next(self, key: str) -> None:
        """Go on; a path that nobody has read yet is read first."""
        if key == "enter" and self.unread:
            self._read_path(lambda: None)
        else:
            super().action_next(key)

    def save_by(self, key: str, then: Callable[[], None]) -> None:
        """Save; a path that nobody has read yet is read first, and saved with the rest."""
        if self._path and self.is_free():
            self._read_path(lambda: super(FileEntryDialog, self).save_by(key, then))
        else:
            super().save_by(key, then)

    def _read_path(self, then: Callable[[], None]) -> None:
        """Read the file, put what is kept of it in the path's place, and go on."""

        def put(read: str | None) -> None:
            if read is None:
                return self.go_to(FILE)
            self._fields.editors[FILE].value = read
            then()

        ask = FileDialog(self._title, ABOUT, "read it", self._read, self._path)
        self.app.push_screen(ask, put)
