"""What is asked or told after something that took long waits behind the cover that was put up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.message import Message

from facilitui.messages import evidence as m
from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.dialogs.observation import ObservationDialog
from facilitui.screens.dialogs.page import PageDialog
from facilitui.screens.live.cover import CoverScreen
from tests.ui.hosting import Stage, hosted
from tests.ui.test_cover_told import reached
from tests.ui.test_input_order import post, slowly

Slow = tuple[Callable[[str], Message], tuple[str, ...], str, str, type[Any]]
"""What is asked for, the keys until it takes long, the service with its slow part, what comes."""
REPORT: Slow = (m.ReportRequested, ("enter", "enter"), "reporting", "made", PageDialog)
CHOICE: Slow = (m.ObservationRequested, (), "observing", "rows", ChooseDialog)
FORM: Slow = (m.ObservationRequested, (), "observing", "open", ObservationDialog)


@pytest.mark.parametrize("slow", [REPORT, CHOICE, FORM], ids=["report", "which", "form"])
async def test_what_is_long_in_coming_waits_behind_the_cover(
    home: Path, slow: Slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The room sees its own page until the host shows the other one again."""
    wish, keys, service, part, comes = slow
    async with hosted(home) as stage:
        session = stage.hosted.session
        if slow is CHOICE:
            await _observed(stage)
        there = slowly(monkeypatch, getattr(stage.app.wiring, service), part)
        stage.app.app.post_message(wish(session))
        await stage.app.pilot.pause()
        for key in keys:
            await stage.app.pilot.press(key)
        await stage.app.pilot.pause()
        post(stage.app, "f8")
        await reached(stage, CoverScreen)
        there.set()
        for _ in range(20):
            await stage.app.pilot.pause(0.005)
        assert isinstance(stage.app.app.screen, CoverScreen) and stage.app.app.covered
        post(stage.app, "f8")
        await reached(stage, comes)
        await stage.app.press("escape")


async def _observed(stage: Stage) -> None:
    """There is an observation already, half written."""
    stage.app.app.post_message(m.ObservationRequested(stage.hosted.session))
    await stage.app.settle()
    await stage.app.press("r", "enter", "down")
    await stage.app.put("Ana")
    await stage.app.press("escape")
