"""Homes that several stories begin with, each made once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.story.commands import facilitui


@pytest.fixture(scope="session")
def demonstrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one session, debriefed, as the demonstration leaves it; only to be copied."""
    home = tmp_path_factory.mktemp("demonstrated") / "home"
    made = facilitui(home, "--home", home, "demo")
    assert made.returncode == 0, made.stderr
    return home


@pytest.fixture(scope="module")
def filled(demonstrated: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for the tests of one file."""
    return Path(shutil.copytree(demonstrated, tmp_path_factory.mktemp("filled") / "home"))
