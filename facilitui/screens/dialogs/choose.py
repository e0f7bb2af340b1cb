"""One of several things, chosen from a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content

from facilitui import text as t
from facilitui.screens.dialogs.dialog import Dialog
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import Row, RowList


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that can be chosen."""

    key: str
    name: str
    about: str = ""


class ChooseDialog(Dialog[str | None]):
    """A list to choose from; escape chooses nothing."""

    BINDINGS = [Binding("escape", "leave", "leave", show=False)]

    def __init__(self, title: str, choices: Sequence[Choice], mark: str = "") -> None:
        super().__init__()
        self._title, self._choices, self._mark = title, choices, mark

    def compose(self) -> ComposeResult:
        """A heading, the list, its keys."""
        with Vertical(id="dialog"):
            yield Panel(lambda width: [t.fitted(t.strong(self._title), width), t.BLANK])
            yield RowList(id="choices")
            yield Panel(lambda width: [t.BLANK, _keys()])

    def on_mount(self) -> None:
        """Fill the list; it is as high as it has to be."""
        rows = self.query_one(RowList)
        rows.styles.height = min(len(self._choices), 14)
        rows.show([_row(choice) for choice in self._choices], self._mark)
        self.set_focus(rows)

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        self.dismiss(event.key)

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)


def _keys() -> Content:
    return t.join(t.strong("enter"), t.soft(" choose   "), t.strong("escape"), t.soft(" leave"))


def _row(choice: Choice) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        name = t.strong(choice.name) if marked else t.ink(choice.name)
        room = width - name.cell_length - 2
        about = t.fitted(t.soft(choice.about), room) if room > 8 else t.BLANK
        return [t.spread(name, about, width)]

    return Row(choice.key, draw)


RESUME, BEGIN = "resume", "begin"


def resume_or_begin() -> ChooseDialog:
    """Asked where a session of the plan lies open."""
    return ChooseDialog(
        "A session of this plan lies open",
        [Choice(RESUME, "Go on with it"), Choice(BEGIN, "Begin a new session")],
    )
