"""A file that is named by its path and read, however large: its progress, and a way to stop it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input

from facilitui import text as t
from facilitui.core.attaching_ports import Progress, Stopped
from facilitui.core.errors import FacilituiError
from facilitui.core.told import capital, size
from facilitui.screens.dialogs.dialog import Dialog, Key
from facilitui.screens.dialogs.form_rows import FieldName, Wide
from facilitui.widgets.fields import LineField
from facilitui.widgets.panel import Panel

R = TypeVar("R")
Read = Callable[[str, Progress], Awaitable[R]]
"""Reads a file to its end. Raises FacilituiError."""
LOOK_SECONDS = 0.25
"""The progress is drawn so often."""
PROBLEM_LINES = 4


class FileDialog(Dialog[R | None], Generic[R]):
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
        self._progress: Progress | None = None
        self._problem = ""

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
                yield Wide(self._below, id="result", classes="section")
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """The keys go to the path."""
        self.set_focus(self.query_one("#path", LineField))
        self._looking = self.set_interval(LOOK_SECONDS, self._show_progress, pause=True)
        if self._path:
            self._begin(self._path)

    def keys(self) -> list[Key]:
        """What can be done."""
        if self._progress is not None:
            return [("escape", "stop")]
        return [("enter", self._verb), ("escape", "leave")]

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip() and self._progress is None:
            self._begin(event.value.strip())

    @on(Input.Changed)
    def _forget_problem(self) -> None:
        if self._progress is None:
            self._problem = ""
            self._show()

    def _begin(self, path: str) -> None:
        self._progress, self._problem = Progress(), ""
        self._looking.resume()
        self._show()
        self._read_it(path, self._progress)

    @work(exclusive=True)
    async def _read_it(self, path: str, progress: Progress) -> None:
        try:
            read = await self._read(path, progress)
        except Stopped:
            self._problem = "Stopped; nothing was kept."
        except FacilituiError as error:
            self._problem = capital(str(error))
        else:
            self.dismiss(read)
            return
        finally:
            self._progress = None
            self._looking.pause()
        self._show()

    def _show_progress(self) -> None:
        self.query_one("#result", Panel).show(self._below)

    def _show(self) -> None:
        self.query_one("#result", Panel).show(self._below)
        self.query_one("#foot", Panel).show(self.draw_foot)

    def _below(self, width: int) -> t.Lines:
        """How far it is, what went wrong, or what becomes of the file."""
        if self._progress is not None:
            return [t.BLANK, *progress_lines(self._progress, width)]
        if self._problem:
            lines = t.clipped(t.wrapped(self._problem, width - 2), PROBLEM_LINES, width - 2)
            return [t.BLANK, *t.labelled("!", lines, 2)]
        return [t.BLANK, *t.wrapped(self._about, width, t.SOFT)]

    def action_leave(self) -> None:
        """Stop reading, else leave without a file."""
        if self._progress is not None:
            self._progress.stopped = True
        else:
            self.dismiss(None)

    def on_unmount(self) -> None:
        """Ended from outside: nothing goes on being read for nobody."""
        if self._progress is not None:
            self._progress.stopped = True


def progress_lines(progress: Progress, width: int) -> t.Lines:
    """How much of a file is read, in words and as a line that grows."""
    if not progress.total:
        return [t.soft("Opening it…")]
    share = min(1.0, progress.done / progress.total)
    told = f"{size(progress.done)} of {size(progress.total)}"
    done = round(share * width)
    bar = t.join(t.accent("━" * done), t.soft("─" * (width - done)))
    return [t.spread(t.ink(told), t.soft(f"{share:.0%}"), width), t.fitted(bar, width)]
