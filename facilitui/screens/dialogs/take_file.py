"""A file that is named by its path and read, however large: its progress, and a way to stop it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input

from facilitui import text as t
from facilitui.core.journals.attaching_ports import Progress
from facilitui.screens.dialogs.dialog import Key
from facilitui.screens.dialogs.form_rows import FieldName, Wide
from facilitui.screens.dialogs.long_work import LongWorkDialog
from facilitui.widgets.fields import LineField
from facilitui.widgets.panel import Panel

R = TypeVar("R")
Read = Callable[[str, Progress], Awaitable[R]]
"""Reads a file to its end. Raises FacilituiError."""
SHORT_LINES = 8
"""So many have room under the path where there is little."""


class FileDialog(LongWorkDialog[R]):
    """A path; enter reads the file, escape stops that or leaves."""

    BINDINGS = [Binding("escape", "leave", "leave", show=False)]

    def __init__(
        self,
        title: str,
        about: str,
        verb: str,
        read: Read[R],
        path: str = "",
        *,
        suggested: str = "",
        example: str = "~/photos/posters.jpg",
    ) -> None:
        """`verb` is what enter does; a `path` that is given is read at once, what is only
        `suggested` when enter is pressed; an `example` stands where nothing was typed.
        """
        super().__init__()
        self._suggested, self._example = suggested, example
        self._title, self._about, self._verb = title, about, verb
        self._read, self._path = read, path

    def compose(self) -> ComposeResult:
        """A heading, the path, what becomes of the file or how far it is, the keys."""
        with Vertical(id="dialog"):
            yield Panel(lambda width: [t.fitted(t.strong(self._title), width), t.BLANK])
            with Vertical(id="fields"):
                yield FieldName("File")
                yield LineField(
                    self._path or self._suggested,
                    placeholder=self._example,
                    compact=True,
                    id="path",
                )
                yield Wide(self.draw_result, id="result", classes="section")
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """The keys go to the path."""
        self.set_focus(self.query_one("#path", LineField))
        if self._path:
            self._begin(self._path)

    def idle_keys(self) -> list[Key]:
        """Reading what is named, and leaving."""
        return [("enter", self._verb), ("escape", "leave")]

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            self._begin(event.value.strip())

    @on(Input.Changed)
    def _forget_problem(self) -> None:
        self.tell_problem("")

    def _begin(self, path: str) -> None:
        self.begin(partial(self._read, path))

    def idle_lines(self, width: int) -> t.Lines:
        """What becomes of the file; before that the whole path, where its line has no room."""
        field, about = self.query_one("#path", LineField), t.wrapped(self._about, width, t.SOFT)
        if cell_len(field.value) < field.content_size.width:
            return about
        lines = [*t.wrapped(field.value, width), *([t.BLANK] if self.tall else []), *about]
        return lines if self.tall or len(lines) <= SHORT_LINES else about
