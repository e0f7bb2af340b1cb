"""The demonstration's ways through pathways, each gone once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo.ways import Gone, go


@pytest.fixture(scope="session")
def candidate(tmp_path_factory: pytest.TempPathFactory) -> Gone:
    """The candidate's way; its home is only to be read or copied."""
    return go("candidate", tmp_path_factory.mktemp("candidate") / "home")


@pytest.fixture(scope="session")
def community(tmp_path_factory: pytest.TempPathFactory) -> Gone:
    """The community's way; its home is only to be read or copied."""
    return go("community", tmp_path_factory.mktemp("community") / "home")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """Where a home can be."""
    return tmp_path / "new"
