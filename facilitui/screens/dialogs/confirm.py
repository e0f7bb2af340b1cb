"""A question that is answered yes or no, before something is lost or ended."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll

from facilitui import text as t
from facilitui.screens.dialogs.dialog import Dialog, Key
from facilitui.widgets.panel import Panel


class ConfirmDialog(Dialog[bool]):
    """Asks once; escape means no. Nobody says yes to what was not seen to its end."""

    BINDINGS = [
        Binding("y,enter", "answer(True)", "yes", show=False),
        Binding("n,escape", "answer(False)", "no", show=False),
        Binding("up", "read(-1)", "a line up", show=False),
        Binding("down", "read(1)", "a line down", show=False),
        Binding("pageup", "read(-8)", "a page up", show=False),
        Binding("pagedown", "read(8)", "a page down", show=False),
    ]

    def __init__(self, question: str, explanation: str, yes: str, no: str = "no") -> None:
        super().__init__()
        self._question, self._explanation = question, explanation
        self._yes, self._no = yes, no

    def compose(self) -> ComposeResult:
        """A question, its explanation, its keys."""
        with Vertical(id="dialog"):
            with VerticalScroll(id="page", can_focus=False):
                yield Panel(self._draw)
            yield Panel(self.draw_foot, id="foot")

    def keys(self) -> list[Key]:
        """The answers, and how to read on where not all is in view."""
        if not self._is_read:
            return [("enter ↓", "read on"), ("escape", self._no)]
        reading = [("↑", "read again")] if self.query_one("#page").max_scroll_y else []
        return [("enter", self._yes), ("escape", self._no), *reading]

    def more_keys(self) -> list[Key]:
        """The answers' letters."""
        return [("y", self._yes), ("n", self._no)]

    def _draw(self, width: int) -> t.Lines:
        return [
            *t.wrapped(self._question, width, f"bold {t.INK}"),
            *t.wrapped(self._explanation, width),
        ]

    def on_mount(self) -> None:
        """The keys are others once the end is in view."""
        self.watch(self.query_one("#page"), "scroll_y", self._tell_keys, init=False)

    def on_resize(self) -> None:
        """The keys stay in view."""
        self.fit("#page", 10, 7)
        self.call_after_refresh(self._tell_keys)

    def _tell_keys(self) -> None:
        if self.is_attached:
            self.query_one("#foot", Panel).show(self.draw_foot)

    def action_read(self, by: int) -> None:
        """Read on in what is explained."""
        self.query_one("#page").scroll_relative(y=by, animate=False, immediate=True)

    @property
    def _is_read(self) -> bool:
        page = self.query_one("#page")
        return page.scroll_y >= page.max_scroll_y

    def action_answer(self, yes: bool) -> None:
        """Close with the answer; before the end was seen a yes reads on."""
        if yes and not self._is_read:
            self.action_read(max(1, self.query_one("#page").size.height - 1))
        else:
            self.dismiss(yes)


def release(what: str) -> ConfirmDialog:
    """Whether something of a sensitive session is to be written; `what` of it others would see."""
    return ConfirmDialog(
        "This session is marked sensitive",
        f"{what} would be seen by whoever gets this. Read it before you pass it on.",
        "write it",
    )
