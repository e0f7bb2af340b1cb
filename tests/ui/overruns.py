"""A session that runs late, and the dialog that recovers."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from pathlib import Path

from facilitui.core.vocabulary import BlockKind, Silence
from facilitui.screens.live.recovering import RecoverDialog
from tests.core.making import agenda, part
from tests.ui.driving import Below, NoHome
from tests.ui.hosting import Stage, hosted

BLOCKS = (
    *agenda(part("open", 10, say="Welcome to all of you")),
    *agenda(part("work/talk", 20, min=10), part("work/quiet", 5, min=4, silence=Silence.ALL)),
    *agenda(part("break", 5, min=5), kind=BlockKind.BREAK),
    *agenda(part("share", 10, min=6), goals=("G2",)),
)
"""Fifty minutes, from 15:30 to 16:20; fifteen of them can be won."""

SHORTER = "Make what is ahead shorter"
"""The first way."""


def on_stage(
    home: Path, size: tuple[int, int] = (120, 40), *, below: Below = NoHome
) -> AbstractAsyncContextManager[Stage]:
    """A session in its first step."""
    return hosted(home, size, blocks=BLOCKS, below=below)


async def overrun(stage: Stage, minutes: float = 6) -> None:
    """The first step takes so many minutes more than it has."""
    await stage.move(600 + minutes * 60)


def dialog(stage: Stage) -> RecoverDialog:
    """The dialog on top."""
    screen = stage.app.app.screen
    assert isinstance(screen, RecoverDialog)
    return screen


def marked(stage: Stage) -> str:
    """The way that is looked at."""
    offer = dialog(stage).marked
    return offer.title if offer is not None else ""
