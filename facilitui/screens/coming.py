"""What is seen while a screen that the command line asked for is on its way: not Home's keys."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.events import Key

from facilitui import text as t
from facilitui.widgets.key_line import KeyLine, Still, always
from facilitui.widgets.made_later import MadeLater
from facilitui.widgets.panel import Panel
from facilitui.widgets.paper_screen import PaperScreen


class ComingScreen(MadeLater, PaperScreen):
    """An empty page over Home that says what is being opened; it is never ready for a key."""

    CSS_PATH = "coming.tcss"
    title_of_help = "Opening"
    about = "What was asked for is being read. Home is seen if it cannot be opened."

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        """One line at the top, and no keys of its own."""
        yield Panel(self._draw, id="coming")
        yield KeyLine(self.commands)

    def _draw(self, width: int) -> t.Lines:
        line = t.join(t.soft("opening "), t.ink(self._title), t.soft(f" {t.ELLIPSIS}"))
        return [t.fitted(line, width)]

    @on(Key)
    def _take_no_key(self, event: Key) -> None:
        """A key that waited too long is for nothing: what comes meanwhile would do it half made."""
        event.stop()

    def tell(self, text: str, *, problem: bool = False, still: Still = always) -> None:
        """Say it below, where it is seen once this gives way."""
        below = self.app.screen_stack[0]
        if isinstance(below, PaperScreen) and below is not self:
            below.tell(text, problem=problem, still=still)
