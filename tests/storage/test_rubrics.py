"""Rubrics as files: a programme's own beside the shipped one, and what is wrong with one named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitui.storage.disk import Disk
from facilitui.storage.library import FileLibrary
from facilitui.storage.library_files import shipped_folder
from facilitui.storage.paths import Home

HEAD = 'kind = "rubric"\nid = "{id}"\nname = "[x] [/b] 日本"\n\n[scale]\n{scale}\n'
CRITERION = '\n[[criteria]]\nid = "{id}"\nname = "[Q1]"\n\n[criteria.levels]\n{levels}\n'


def lines(levels: range) -> str:
    """A line for each level."""
    return "\n".join(f'{level} = "at {level} [/b]"' for level in levels)


def put(home: Path, name: str, text: str) -> Path:
    """A file among a person's own rubrics."""
    path = home / "rubrics" / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def ours(name: str, levels: int = 4, *criteria: str) -> str:
    """The file of a rubric, its criteria already written."""
    return HEAD.format(id=name, scale=lines(range(1, levels + 1))) + "".join(criteria)


@pytest.fixture
def library(home: Path) -> Iterator[FileLibrary]:
    """What is shipped, and a home."""
    made = FileLibrary(Home(home), Disk(), shipped_folder)
    yield made
    made.close()


async def test_a_programmes_own_rubric_stands_beside_the_shipped_one(
    library: FileLibrary, home: Path
) -> None:
    """With its own scale; one of the shipped one's name takes its place."""
    of_three = CRITERION.format(id="a", levels=lines(range(1, 4)))
    put(home, "ours", ours("ours", 3, of_three))
    shelf = await library.shelf()
    assert list(shelf.rubrics) == ["facilitui_neutral", "ours"]
    assert shelf.rubrics["ours"].top == 3 and shelf.rubrics["ours"].name == "[x] [/b] 日本"
    put(home, "facilitui_neutral", ours("facilitui_neutral", 3, of_three))
    shelf = await library.shelf()
    assert [each.top for each in shelf.rubrics.values()] == [3, 3] and not shelf.problems


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        (
            ours(
                "bad",
                4,
                CRITERION.format(id="a", levels=lines(range(1, 5))),
                CRITERION.format(id="b", levels='1 = "x"\n2 = "x"\n4 = "x"'),
            ),
            25,
            "criteria[2] levels must say something at level 3: the scale has 4 levels (b)",
        ),
        (
            ours(
                "bad",
                2,
                CRITERION.format(id="a", levels=lines(range(1, 3))),
                CRITERION.format(id="a", levels=lines(range(1, 3))),
            ),
            18,
            "two criteria have the id a",
        ),
        (
            ours("bad", 2, CRITERION.format(id="a", levels='1 = "x"\n10 = "y"')),
            15,
            "criteria[1] levels.10 must be a level from 1 to 9, not “10”",
        ),
        (
            ours("bad", 2, CRITERION.format(id="a", levels='1 = 1\n2 = "y"')),
            14,
            "criteria[1] levels.1 must be text in quotes, not 1",
        ),
        (ours("bad"), 1, "criteria is missing"),
    ],
)
async def test_what_is_wrong_is_named_with_its_line(
    library: FileLibrary, home: Path, text: str, line: int, told: str
) -> None:
    """In one sentence, by the check and on the shelf; the shipped rubric is there all the same."""
    path = put(home, "bad", text)
    (problem,) = library.check_paths([path])[1]
    assert (problem.line, problem.reason) == (line, told)
    shelf = await library.shelf()
    assert shelf.problems == (problem,) and list(shelf.rubrics) == ["facilitui_neutral"]


async def test_a_huge_file_is_not_read(library: FileLibrary, home: Path) -> None:
    """Five megabytes are told in a sentence."""
    put(home, "huge", "#" * 5_000_000)
    (problem,) = (await library.shelf()).problems
    assert "larger than 2 MB" in problem.reason
