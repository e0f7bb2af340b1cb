"""What every test stands on: a plain environment, an empty home, and nothing that blinks."""

import gc
import os
import sys

# Textual reads these once, when it is imported, which any import below may cause.
for _name in ("NO_COLOR", "TEXTUAL_THEME", "FACILITUI_HOME", "FACILITUI_TEST_CLOCK"):
    os.environ.pop(_name, None)
os.environ["TEXTUAL_ANIMATIONS"] = "none"

# Each of several workers collects everything: what one has compiled is kept for the next run, and
# nothing of it is garbage before a test has run.
sys.dont_write_bytecode = False
gc.disable()

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import settings

# Each run here tries other examples; the one there tries always the same. Rare faults are looked
# for with many more: FACILITUI_EXAMPLES=500.
EXAMPLES = int(os.environ.get("FACILITUI_EXAMPLES", "14"))
settings.register_profile("local", deadline=None, max_examples=EXAMPLES)
settings.register_profile(
    "ci", deadline=None, max_examples=EXAMPLES, derandomize=True, database=None
)
settings.load_profile("ci" if os.environ.get("CI") else "local")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """One worker begins with the stories, which mostly wait, while the others compute."""
    items.sort(key=lambda item: "story" not in item.path.parts)


def pytest_collection_finish() -> None:
    """What every test needs stays to the end: looking through it for garbage is no use."""
    import_module("tests.parsed_once")
    gc.freeze()
    gc.enable()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An empty folder that only this user can read, for one test's data."""
    folder = tmp_path / "home"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture(autouse=True, scope="session")
def _developers_own_files_out_of_reach(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """A test that forgets to name a data folder finds an empty one, never the developer's."""
    folder = tmp_path_factory.mktemp("nobody")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(folder))
        for name in ("CACHE", "CONFIG", "DATA", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
        yield


@pytest.fixture(autouse=True)
def _steady_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """No cursor blinks in a picture; a test without Textual does not pay for importing it."""
    for module, widget in (
        ("textual.widgets._input", "Input"),
        ("textual.widgets._text_area", "TextArea"),
    ):
        if "textual.app" in sys.modules:
            reactive = vars(getattr(import_module(module), widget))["cursor_blink"]
            monkeypatch.setattr(reactive, "_default", False)
