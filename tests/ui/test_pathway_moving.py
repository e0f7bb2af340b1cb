"""What the screen says of a move to a pathway's changed file."""

from __future__ import annotations

from typing import Any, cast

from textual.screen import ModalScreen

from facilitui.core.pathways.previewing import Preview
from facilitui.screens.dialogs.pathway_asking import moved
from facilitui.services.pathways.desk import PathwayDesk
from tests.ui.pathways import MINE


class Answering:
    """An application in which somebody answers so."""

    def __init__(self, answer: bool) -> None:
        self._answer = answer

    async def push_screen_wait(self, _: ModalScreen[bool]) -> bool:
        return self._answer


class Moving:
    """A desk that moves to what was seen."""

    async def preview(self, _: str) -> Preview:
        return Preview(("Version 1 becomes version 2.",), digest="seen")

    async def move(self, _: str, previewed: str) -> str:
        return f"Moved to what was {previewed}"


async def test_the_key_that_takes_a_move_back_is_told_where_there_are_keys() -> None:
    """Whoever stays is told nothing."""
    desk = cast(PathwayDesk, Moving())
    told = await moved(cast(Any, Answering(True)), desk, MINE)
    assert told == "Moved to what was seen; u takes it back."
    assert await moved(cast(Any, Answering(False)), desk, MINE) == ""
