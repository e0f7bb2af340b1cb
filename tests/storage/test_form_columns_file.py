"""Which columns of forms were taken for what: known to every copy of it, and never lost."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

from facilitui.core.errors import NotSaved
from facilitui.core.plans.plan import Goal
from facilitui.core.responses.feedback_columns import guessed
from facilitui.core.responses.form_memory import (
    MOST_FORMS,
    as_kept,
    as_remembered,
    columns_of,
    form_id,
)
from facilitui.storage.disk import Disk
from facilitui.storage.form_columns_file import NAME, FileForms
from facilitui.storage.paths import Home
from tests.core.forms import usual_form
from tests.storage.broken_disks import FullDisk, ReadOnlyDisk

COLUMNS: list[dict[str, Any]] = [{"item": "pace", "reading": "words", "scale": [1, 5], "goal": ""}]


@contextmanager
def forms(home: Path, disk: Disk | None = None) -> Iterator[FileForms]:
    """The forms of a home, as one copy of the program knows them."""
    kept = FileForms(Home(home), disk or Disk())
    try:
        yield kept
    finally:
        kept.close()


async def test_two_copies_remember_together(home: Path) -> None:
    """Each knows at once what the other took, and none writes over it, however close together."""
    with ExitStack() as stack:
        copies = [stack.enter_context(forms(home)) for _ in range(4)]
        names = [f"{at}-{n}" for at in range(4) for n in range(5)]
        await asyncio.gather(
            *(copies[int(each[0])].remember(each, COLUMNS) for each in names),
        )
        for copy in copies:
            found = await copy.forms()
            assert {each["form"] for each in found} == set(names)
            assert columns_of(found, "3-4") == COLUMNS
    with forms(home) as later:
        assert len(await later.forms()) == len(names)
    assert (home / NAME).stat().st_mode & 0o777 == 0o600


async def test_only_the_last_ones_are_remembered(home: Path) -> None:
    """A form that comes again is one of the last."""
    with forms(home) as kept:
        for n in range(MOST_FORMS):
            await kept.remember(f"{n}", [])
        await kept.remember("0", COLUMNS)
        await kept.remember("new", [])
        names = [each["form"] for each in await kept.forms()]
    assert len(names) == MOST_FORMS and names[:2] == ["2", "3"] and names[-2:] == ["0", "new"]


@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"[" * 100_000, b"[]", b'{"forms": 3}', b'{"forms": [1, "x", null]}']
)
async def test_a_damaged_file_is_no_memory(home: Path, data: bytes) -> None:
    """It stops nothing, and the next form is remembered."""
    (home / NAME).write_bytes(data)
    with forms(home) as kept:
        assert await kept.forms() == ()
        await kept.remember("a", COLUMNS)
        assert columns_of(await kept.forms(), "a") == COLUMNS


async def test_where_it_cannot_be_read_nothing_is_written_over(home: Path) -> None:
    """A folder in its place, a full disk, one that takes nothing: said, and the rest stays."""
    with forms(home) as kept:
        await kept.remember("a", COLUMNS)
    before = (home / NAME).read_bytes()
    for disk in (FullDisk(0), ReadOnlyDisk()):
        with forms(home, disk) as kept:
            with pytest.raises(NotSaved):
                await kept.remember("b", COLUMNS)
            assert columns_of(await kept.forms(), "a") == COLUMNS
    assert (home / NAME).read_bytes() == before and json.loads(before)
    (home / NAME).unlink()
    (home / NAME).mkdir()
    with forms(home) as kept:
        assert await kept.forms() == ()
        with pytest.raises(NotSaved, match=r"cannot read forms\.json"):
            await kept.remember("b", COLUMNS)


async def test_columns_that_were_kept_in_a_draft_before_are_still_known(home: Path) -> None:
    """As long as there is no other file; what nobody chose there is asked for anew."""
    goal, table = Goal(id="G1", text="one"), usual_form()
    guess = guessed(table, (goal,))
    columns = [{**each, "goal": ""} for each in as_kept(guess)]
    (home / "drafts").mkdir(parents=True)
    draft = home / "drafts" / "feedback-columns.json"
    draft.write_text(json.dumps({"forms": [{"form": form_id(table), "columns": columns}]}))
    with forms(home) as kept:
        known = columns_of(await kept.forms(), form_id(table))
        assert draft.exists() and as_remembered(guess, known, (goal,)) == guess
        await kept.remember("new", COLUMNS)
        assert not draft.exists() and len(await kept.forms()) == 2
        assert columns_of(await kept.forms(), form_id(table)) == known
        assert isinstance(known, list) and {each["goal"] for each in known} == {None}


@pytest.mark.parametrize("data", [b"", b"[" * 100_000, b'{"forms": [{"columns": 3}, {}, 1]}'])
async def test_a_damaged_draft_of_them_is_no_memory(home: Path, data: bytes) -> None:
    """It stops nothing, and goes with the first form that is remembered; so does none at all."""
    (home / "drafts").mkdir(parents=True)
    draft = home / "drafts" / "feedback-columns.json"
    draft.write_bytes(data)
    with forms(home) as kept:
        assert not any(each.get("columns") for each in await kept.forms())
        await kept.remember("a", COLUMNS)
        assert columns_of(await kept.forms(), "a") == COLUMNS and not draft.exists()


async def test_a_draft_of_them_that_cannot_be_read_now_stays(home: Path) -> None:
    """It can be another time: nothing is remembered over it, and that is said."""
    draft = home / "drafts" / "feedback-columns.json"
    draft.mkdir(parents=True)
    with forms(home) as kept:
        assert await kept.forms() == ()
        with pytest.raises(NotSaved):
            await kept.remember("a", COLUMNS)
    assert draft.exists() and not (home / NAME).exists()


async def test_a_file_that_is_there_goes_before_the_draft(home: Path) -> None:
    """Even a damaged one: what was remembered since is not undone by what was before."""
    (home / "drafts").mkdir(parents=True)
    body = json.dumps({"forms": [{"form": "a", "columns": COLUMNS}]})
    (home / "drafts" / "feedback-columns.json").write_text(body)
    (home / NAME).write_text("{}")
    with forms(home) as kept:
        assert await kept.forms() == ()
