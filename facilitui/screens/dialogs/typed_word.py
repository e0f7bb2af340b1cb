"""Something that cannot be undone: all of it is shown, and a word that is shown has to be typed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input

from facilitui import text as t
from facilitui.core.attaching_ports import Progress
from facilitui.core.errors import FacilituiError
from facilitui.core.told import capital
from facilitui.screens.dialogs.dialog import Dialog, Key
from facilitui.widgets.fields import LineField
from facilitui.widgets.panel import Panel

LOOK_SECONDS = 0.25
"""The progress is drawn so often."""
NOT_TYPED = "That is not the word; nothing was purged."
READ_ON = "The word to type stands at the end: PageDown reads on."
Deed = Callable[[Progress], Awaitable[str]]
"""Does it, and says what was done."""


class WordDialog(Dialog[str | None]):
    """Shows all of it, and does it once the word is typed; ends with what was done.

    The word stands at the end of what is shown: nobody types it who has not been there.
    """

    DEFAULT_CSS = """
    WordDialog #word { background: $tint; color: $ink; }
    """
    BINDINGS = [
        Binding("escape", "leave", "leave", show=False),
        Binding("up", "scroll(-1)", "a line up", show=False),
        Binding("down", "scroll(1)", "a line down", show=False),
        Binding("pageup", "scroll(-8)", "a page up", show=False),
        Binding("pagedown", "scroll(8)", "a page down", show=False),
    ]

    def __init__(self, lines: Sequence[str], word: str, do: Deed) -> None:
        super().__init__()
        self._lines, self._word, self._do = tuple(lines), word, do
        self._progress: Progress | None = None
        self._problem = ""

    def compose(self) -> ComposeResult:
        """What goes, what stays and the word, a line for it, what goes wrong, the keys."""
        with Vertical(id="dialog"):
            with VerticalScroll(id="page", can_focus=False):
                yield Panel(self._draw)
            yield LineField(compact=True, max_length=40, id="word")
            yield Panel(self._below, id="below")
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """The keys go to the word."""
        self._looking = self.set_interval(LOOK_SECONDS, self._show, pause=True)
        self.set_focus(self.query_one("#word", LineField))
        self.call_after_refresh(self._show)

    def on_resize(self) -> None:
        """The word and the keys stay in view."""
        self.fit("#page", 13, 8)
        self.call_after_refresh(self._show)

    def keys(self) -> list[Key]:
        """Purging once the word stands there, and leaving."""
        if self._progress is not None:
            return []
        if self._is_read:
            return [("enter", "purge"), ("escape", "leave")]
        return [("↓ PageDown", "read on"), ("escape", "leave")]

    @property
    def _is_read(self) -> bool:
        """Whether the end of what is shown is in view."""
        page = self.query_one("#page")
        return page.scroll_y >= page.max_scroll_y

    def more_keys(self) -> list[Key]:
        """How a long list is read."""
        return [("↑↓", "a line"), ("PageUp PageDown", "a page")]

    def _draw(self, width: int) -> t.Lines:
        heading, *rest = self._lines
        lines = [*t.wrapped(heading, width, f"bold {t.INK}"), t.BLANK]
        for told in rest:
            point = told.startswith("- ")
            if point:
                lines += t.labelled("-", t.wrapped(told[2:], width - 2), 2)
            else:
                lines.append(t.heading(told))
        return [*lines, t.BLANK, *t.wrapped(f"To purge it, type {self._word}", width)]

    def _below(self, width: int) -> t.Lines:
        """How far it is, or what went wrong."""
        if self._progress is not None:
            total = max(1, self._progress.total)
            done = round(min(1.0, self._progress.done / total) * width)
            return [t.join(t.accent("━" * done), t.soft("─" * (width - done)))]
        told = t.wrapped(self._problem, width - 2) if self._problem else []
        return t.labelled("!", told, 2) or [t.BLANK]

    def _show(self) -> None:
        self.query_one("#below", Panel).show(self._below)
        self.query_one("#foot", Panel).show(self.draw_foot)

    @on(Input.Changed)
    def _forget_problem(self) -> None:
        self._problem = ""
        self._show()

    @on(Input.Submitted)
    def _submit(self, event: Input.Submitted) -> None:
        event.stop()
        if self._progress is not None:
            return
        if event.value.strip() == self._word:
            self._purge()
        else:
            self._problem = NOT_TYPED if self._is_read else READ_ON
            self._show()

    @work(exclusive=True, group="purge")
    async def _purge(self) -> None:
        self._progress = Progress()
        self._looking.resume()
        self._show()
        try:
            told = await self._do(self._progress)
        except FacilituiError as error:
            self._problem = capital(str(error))
        else:
            self.dismiss(told)
            return
        finally:
            self._progress = None
            self._looking.pause()
        self._show()

    def action_scroll(self, by: int) -> None:
        """Read on in what goes and stays."""
        self.query_one("#page").scroll_relative(y=by, animate=False, immediate=True)
        self.call_after_refresh(self._show)

    def action_leave(self) -> None:
        """Purge nothing; what was begun is not given up half-way."""
        if self._progress is None:
            self.dismiss(None)
