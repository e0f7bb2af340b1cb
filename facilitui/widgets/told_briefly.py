"""A screen on which what is told makes room: for the next key, and for another screen."""

from __future__ import annotations

from typing import Generic

from textual import on
from textual._time import get_time
from textual.events import Key, ScreenSuspend
from textual.message import Message
from textual.widgets import Input

from facilitui.widgets.key_line import Still, always
from facilitui.widgets.paper_screen import PaperScreen, R


class ToldBriefly(PaperScreen[R], Generic[R]):
    """A screen of which the foot tells what was done, then its keys again."""

    def __init__(self) -> None:
        super().__init__()
        self._told_at = 0.0
        """When something was told last, on the clock of events."""

    def tell(self, text: str, *, problem: bool = False, still: Still = always) -> None:
        """Say something in the key line, until the next key, or until another screen is shown."""
        super().tell(text, problem=problem, still=still)
        self._told_at = get_time()

    @on(Key)
    @on(Input.Changed)
    def _make_room(self, event: Message) -> None:
        """What was told goes with the next key; the one that led to it was pressed before."""
        if event.time >= self._told_at:
            self.key_line.clear()

    @on(ScreenSuspend)
    def _tell_no_more(self) -> None:
        """What was told does not wait for somebody to come back."""
        self.key_line.clear()
