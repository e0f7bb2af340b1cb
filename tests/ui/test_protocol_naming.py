"""Writing a protocol from nothing: its name, its file, and finding it again in the library."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core.library.protocol_editing import UNNAMED
from facilitui.core.library.shelf_filter import ShelfFilter
from facilitui.screens.library import ChoosingScreen, LibraryScreen
from facilitui.screens.protocol import ProtocolScreen
from tests.ui.driving import HOSTILE, SMALLEST, Driven, driven
from tests.ui.shelves import library


def files(home: Path) -> list[str]:
    """The protocols that have a file."""
    return sorted(path.stem for path in (home / "protocols").glob("[!.]*.toml"))


async def begin(app: Driven, name: str) -> None:
    """Ask for a new one, and type its name."""
    await app.press("n")
    assert isinstance(app.app.screen_stack[-2], ProtocolScreen)
    await app.write(name)
    await app.press("escape")


@pytest.mark.parametrize("size", SMALLEST)
async def test_a_new_one_is_named_kept_and_marked_in_the_library(
    home: Path, size: tuple[int, int]
) -> None:
    """The name is what was typed and no more; the file is told; leaving goes to it."""
    async with driven(home, size, "library") as app:
        await begin(app, "Our round")
        assert files(home) == ["our_round"]
        assert app.notice == "Kept as protocols/our_round.toml"
        assert "protocols/our_round.toml" in app.rows("facts")
        await app.press("escape")
        assert isinstance(app.app.screen, LibraryScreen)
        assert library(app).rows.marked == "our_round"
        row = next(line for line in app.text().split("\n") if "▌" in line)
        assert "Our round · yours" in row


async def test_a_name_that_is_taken_is_told(home: Path) -> None:
    """The shipped one of that name stays; the new one has an id of its own."""
    async with driven(home, (80, 24), "library") as app:
        await begin(app, "Tuning")
        assert app.notice == "Kept as protocols/tuning_2.toml, as there is a tuning already"
        assert files(home) == ["tuning_2"]


async def test_one_without_a_name_waits_for_it(home: Path) -> None:
    """Nothing is written under a name that nobody gave; leaving all the same loses nothing."""
    async with driven(home, (80, 24), "library") as app:
        await app.press("n")
        await app.press("tab")
        await app.write("Hear everyone.")
        await app.press("escape")
        assert files(home) == [] and "no name yet" in app.notice
        assert "it gets its file with its name" in " ".join(app.rows("facts", 60).split())
        await app.press("escape")
        assert files(home) == ["untitled_protocol"]
        assert library(app).rows.marked == "untitled_protocol" and UNNAMED in app.text()


async def test_undo_goes_back_past_the_name_and_keeps_the_file(home: Path) -> None:
    """And redo names it again, in the same file."""
    async with driven(home, (80, 24), "library") as app:
        await begin(app, "Our round")
        await app.press("u")
        assert app.panel("head").startswith(UNNAMED)
        await app.press("U", "escape")
        assert files(home) == ["our_round"] and "Our round" in app.text()


async def test_the_cursor_goes_to_a_copy(home: Path) -> None:
    """Not to the one that it was made of."""
    async with driven(home, (80, 24), "library") as app:
        library(app).rows.mark("final_word")
        await app.press("d")
        await app.press("escape")
        assert library(app).rows.marked == files(home)[0] != "final_word"


async def test_one_that_was_written_in_the_picker_can_be_taken_at_once(home: Path) -> None:
    """Enter on it hands it to the plan; a hostile name is only a name."""
    taken: list[str | None] = []
    async with driven(home, (80, 24)) as app:
        services = app.wiring
        picker = ChoosingScreen(
            services.planning,
            services.favourites,
            services.remembering.drifts,
            ShelfFilter(people=9),
        )
        app.app.push_screen(picker, taken.append)
        await app.settle()
        await app.press("ctrl+n")
        await app.put(HOSTILE)
        await app.press("escape")
        await app.press("escape")
        (name,) = files(home)
        assert library(app).rows.marked == name
        await app.press("enter")
        assert taken == [name]
