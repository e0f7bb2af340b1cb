"""Asking which of several things is opened, where the things themselves cannot be read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.message import Message

from facilitui.core.errors import InputProblems, Problem
from facilitui.messages import going as m
from facilitui.screens.home import HomeScreen
from tests.ui.driving import driven

PROBLEM = Problem("plans", 1, 1, "cannot be listed")


@pytest.mark.parametrize(
    ("asked", "owner", "name"),
    [
        (m.AllPlansRequested(), "planning", "rows"),
        (m.GroupsRequested(), "series", "groups"),
        (m.NewPlanRequested(), "planning", "shelf"),
        (m.RunRequested("work"), "hosting", "open_runs_of"),
        (m.SeriesRequested("work"), "series", "group_of"),
    ],
)
async def test_what_cannot_be_read_is_told(
    home: Path, monkeypatch: pytest.MonkeyPatch, asked: Message, owner: str, name: str
) -> None:
    """By its file and line; nothing opens, and the program goes on."""

    async def unreadable(*_: Any) -> Any:
        raise InputProblems((PROBLEM,))

    async with driven(home, (120, 40)) as app:
        monkeypatch.setattr(getattr(app.wiring, owner), name, unreadable)
        app.screen.post_message(asked)
        await app.settle()
        assert app.notice == f"! {PROBLEM}" and isinstance(app.screen, HomeScreen)
