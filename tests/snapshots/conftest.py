"""Pictures of whole screens: drawn with one version of Textual, for one home at one moment."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import TypeAlias

import pytest
from textual.message import Message
from textual.pilot import Pilot

from facilitui import bootstrap
from facilitui.app.application import FacilituiApp
from facilitui.bootstrap import Wiring
from facilitui.demo import SimulatedClock
from facilitui.opening.screens import Opening
from facilitui.storage.paths import Home
from tests.picture_pathways import on_their_way
from tests.picture_states import PictureHomes
from tests.ui.stillness import settled

DRAWN_WITH = "8.2.8"
"""The Textual whose pictures are kept; another one draws some cells another way."""

Look: TypeAlias = Callable[..., None]
"""Opens the program at a moment, presses keys, and compares its screen with the kept picture."""


def pytest_configure(config: pytest.Config) -> None:
    """Pictures are made anew only with the Textual they are all drawn with."""
    if config.getoption("update_snapshots", False) and version("textual") != DRAWN_WITH:
        raise pytest.UsageError(
            f"pictures are drawn with Textual {DRAWN_WITH}, not {version('textual')}: install "
            "that one, or change DRAWN_WITH and make all of them anew"
        )


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> PictureHomes:
    """The homes that the pictures of `make pictures` are taken in too."""
    return PictureHomes(tmp_path_factory.mktemp("homes"))


@pytest.fixture(scope="session")
def ways(homes: PictureHomes) -> Path:
    """The home with people on their way through pathways; made before ids become the same."""
    return homes.once("ways", on_their_way)


@pytest.fixture(autouse=True)
def _same_ids(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing on a screen may come from chance."""
    monkeypatch.setattr(bootstrap, "token_hex", lambda size: "a1" * size)


@pytest.fixture
def look(homes: PictureHomes, tmp_path: Path, snap_compare: Callable[..., bool]) -> Iterator[Look]:
    """See `Look`."""
    opened: list[Wiring] = []

    def compare(
        home: Path,
        at: datetime,
        size: tuple[int, int],
        first: Message | None = None,
        keys: tuple[str, ...] = (),
    ) -> None:
        clock = SimulatedClock(at)
        wiring = Wiring(Home(homes.copy(home, tmp_path.name)), clock=clock)
        opened.append(wiring)
        app = FacilituiApp(Opening(wiring), first)

        async def settle(pilot: Pilot[None]) -> None:
            await settled(pilot)
            for key in keys:
                await pilot.press(key)
                await settled(pilot)

        assert snap_compare(app, terminal_size=size, run_before=settle)

    yield compare
    for wiring in opened:
        wiring.close()
