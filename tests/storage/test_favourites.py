"""Favourites: kept in the settings beside the theme, and nothing else of the file changes."""

from __future__ import annotations

import asyncio
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from facilitui.core.errors import NotSaved
from facilitui.storage.disk import Disk
from facilitui.storage.paths import Home
from facilitui.storage.settings_file import FileFavourites, keep_theme, read_theme
from tests.storage.broken_disks import FullDisk, ReadOnlyDisk


@contextmanager
def favourites(home: Path, disk: Disk | None = None) -> Iterator[FileFavourites]:
    """The favourites of a home."""
    kept = FileFavourites(Home(home), disk or Disk())
    try:
        yield kept
    finally:
        kept.close()


def settings(home: Path) -> str:
    return (home / "config.toml").read_text("utf-8")


async def test_favourites_are_kept_and_given_up(home: Path) -> None:
    """Another start finds them; one that is marked twice is there once."""
    with favourites(home) as kept:
        assert await kept.all() == frozenset()
        for name in ("tuning", "agendas/book_study", "tuning"):
            await kept.mark(name, liked=True)
    with favourites(home) as kept:
        assert await kept.all() == {"tuning", "agendas/book_study"}
        await kept.mark("tuning", liked=False)
        await kept.mark("nothing", liked=False)
        assert await kept.all() == {"agendas/book_study"}
    assert tomllib.loads(settings(home)) == {"favourites": ["agendas/book_study"]}


WRITTEN = """# my own settings
theme = "paper-light"  # for the projector

favourites = [
    "final_word",  # for texts
    "consultancy",
    3,
]

[other]
kept = true
"""


async def test_comments_and_everything_else_are_kept(home: Path) -> None:
    """What a person wrote by hand is there afterwards, whatever it is."""
    (home / "config.toml").write_text(WRITTEN, "utf-8")
    with favourites(home) as kept:
        assert await kept.all() == {"final_word", "consultancy"}
        await kept.mark("tuning", liked=True)
        await kept.mark("consultancy", liked=False)
        assert await kept.all() == {"final_word", "tuning"}
    text = settings(home)
    assert all(each in text for each in ("# my own settings", "# for the projector", "# for texts"))
    read = tomllib.loads(text)
    assert (read["theme"], read["other"]) == ("paper-light", {"kept": True})
    assert 3 in read["favourites"]


async def test_the_first_favourite_goes_above_the_tables(home: Path) -> None:
    """A key behind a table's head would be that table's."""
    (home / "config.toml").write_text("[other]\nkept = true\n", "utf-8")
    with favourites(home) as kept:
        await kept.mark("tuning", liked=True)
        assert await kept.all() == {"tuning"}
    keep_theme(Disk(), Home(home), "paper-light")
    assert tomllib.loads(settings(home)) == {
        "favourites": ["tuning"],
        "theme": "paper-light",
        "other": {"kept": True},
    }


@pytest.mark.parametrize(
    "text",
    [
        "favourites = 7\n",
        'favourites = "tuning"\n',
        "favourites = [\n",
        "\x00",
        "[favourites]\na = 1",
        f"a = {'[' * 5000}",
    ],
)
async def test_a_file_that_makes_no_sense_is_left_alone(home: Path, text: str) -> None:
    """There are no favourites then; marking one says why it cannot be kept."""
    (home / "config.toml").write_text(text, "utf-8")
    with favourites(home) as kept:
        assert await kept.all() == frozenset()
        for liked in (True, False):
            with pytest.raises(NotSaved, match=r"config\.toml"):
                await kept.mark("tuning", liked=liked)
    assert settings(home) == text


async def test_what_changes_nothing_writes_nothing(home: Path) -> None:
    """Not even a file, where there was none."""
    with favourites(home) as kept:
        await kept.mark("tuning", liked=False)
        assert not (home / "config.toml").exists()
        await kept.mark("tuning", liked=True)
        before = (home / "config.toml").stat()
        await kept.mark("tuning", liked=True)
        assert (home / "config.toml").stat().st_ino == before.st_ino


@pytest.mark.parametrize("disk", [FullDisk(4), ReadOnlyDisk()], ids=["full", "read only"])
async def test_a_disk_that_takes_nothing_is_told(home: Path, disk: Disk) -> None:
    """The file is as it was."""
    (home / "config.toml").write_text(WRITTEN, "utf-8")
    with favourites(home, disk) as kept:
        with pytest.raises(NotSaved):
            await kept.mark("tuning", liked=True)
        assert await kept.all() == {"final_word", "consultancy"}
    assert settings(home) == WRITTEN


async def test_two_copies_never_lose_each_others_favourites(home: Path) -> None:
    """Nor the theme that is chosen in between."""
    names = [f"p{n}" for n in range(12)]
    with favourites(home) as one, favourites(home) as other:
        marks = [(one, other)[n % 2].mark(name, liked=True) for n, name in enumerate(names)]
        themes = [asyncio.to_thread(keep_theme, Disk(), Home(home), "paper-light")]
        await asyncio.gather(*marks, *themes)
        assert await one.all() == set(names)
    assert read_theme(Disk(), Home(home)) == "paper-light"


async def test_any_name_is_kept_or_refused(home: Path) -> None:
    """An agenda goes by its file's name, which may hold anything."""
    odd = 'agendas/[x] "q" \\ \x1b\n👩🏽\u200d🏫 日本'
    with favourites(home) as kept:
        await kept.mark(odd, liked=True)
        with pytest.raises(NotSaved, match="not text"):
            await kept.mark("agendas/\udcff", liked=True)
        assert await kept.all() == {odd}
        await kept.mark(odd, liked=False)
        assert await kept.all() == frozenset()
