"""A protocol open on its screen, and its file beside it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from facilitui.core.library.protocol import Protocol
from facilitui.screens.protocol import ProtocolScreen
from facilitui.services.library.protocol_desk import ProtocolDesk
from facilitui.storage.toml_files import parse_model
from tests.core.protocols import protocol, step
from tests.ui.driving import Driven, NoHome, driven

MADE = protocol(
    step("begin", name="Begin", debrief=True),
    step("look", "A", name="Look closely"),
    step("tell", "A", name="Tell"),
)


@asynccontextmanager
async def writing(
    home: Path, made: Protocol = MADE, size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Driven]:
    """One's own protocol, open."""
    async with driven(home, size, below=NoHome) as app:
        await app.wiring.protocols.save(made.id, made, "")
        await app.show(await app.opening.protocol(made.id, copy=False))
        yield app


def desk(app: Driven) -> ProtocolDesk:
    """The protocol that is open."""
    screen = next(each for each in app.app.screen_stack if isinstance(each, ProtocolScreen))
    return screen._desk


def order(app: Driven) -> str:
    """The steps by id."""
    return " ".join(each.id for each in desk(app).protocol.steps)


def on_disk(home: Path, id: str = "own") -> Protocol:
    """What the file says."""
    path = home / f"protocols/{id}.toml"
    return parse_model(path.read_text("utf-8"), Protocol, path)
