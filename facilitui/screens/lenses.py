"""Two debriefs of one session side by side: of two people, or two texts of one."""

from __future__ import annotations

from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from facilitui import text as t
from facilitui.commands.lenses import LENSES, TEXTS
from facilitui.messages_evidence import FORGET, TAKE
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.services.lenses import Lenses
from facilitui.widgets import lenses_view as view
from facilitui.widgets.key_line import KeyLine
from facilitui.widgets.panel import Panel
from facilitui.widgets.paper_screen import PaperScreen

R = TypeVar("R")


class SideBySide(PaperScreen[R]):
    """Two debriefs, to be read."""

    CSS_PATH = "lenses.tcss"
    AUTO_FOCUS = ""

    def __init__(self, lenses: Lenses) -> None:
        super().__init__()
        self._lenses = lenses
        self._only = False

    def compose(self) -> ComposeResult:
        """A heading, the questions with both answers, the keys."""
        yield Panel(lambda width: view.head(self._lenses, width), id="head")
        with VerticalScroll(id="rows", can_focus=False):
            yield Panel(self._draw)
        yield KeyLine(self.commands)

    def _draw(self, width: int) -> t.Lines:
        return view.rows_lines(self._lenses, width, only=self._only)

    def action_differ(self) -> None:
        """Show only what differs, or all."""
        self._only = not self._only
        self.query_one("#rows Panel", Panel).show(self._draw)

    def action_scroll(self, lines: int) -> None:
        """Go up or down."""
        self.query_one("#rows", VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Go up or down by what is seen."""
        rows = self.query_one("#rows", VerticalScroll)
        rows.scroll_relative(y=pages * rows.size.height, animate=False)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


class LensesScreen(SideBySide[None]):
    """The debriefs of two people."""

    commands = LENSES
    title_of_help = "Two lenses"
    about = (
        "Two people debriefed one session apart. Each question stands above both answers, as they "
        "are saved: ≠ where they part, = where they say the same, · what one alone was asked."
    )


class TextsScreen(SideBySide[str | None]):
    """Two texts of one debrief; what becomes of the other one is what it is dismissed with."""

    commands = TEXTS
    title_of_help = "Two texts"
    about = (
        "This debrief was typed twice: in two copies of the program, or before what was saved. "
        "Each question stands above both answers: ≠ where they part. enter goes on with the "
        "other text, and this one is kept beside it; f8 throws the other one away."
    )

    def action_take(self) -> None:
        """Go on with the other one."""
        self.dismiss(TAKE)

    def action_throw_away(self) -> None:
        """Throw the other one away, once that is confirmed."""
        told = "What only that text says goes for good. This text stays as it is."
        ask = f"Throw away what was {self._lenses.names[1]}?"
        dialog = ConfirmDialog(ask, told, yes="throw it away", no="keep it")
        self.app.push_screen(dialog, self._thrown)

    def _thrown(self, yes: bool | None) -> None:
        if yes:
            self.dismiss(FORGET)
