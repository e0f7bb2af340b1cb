"""A plan that lies outside the home: what was typed is found again, and goes where it is said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from facilitui.bootstrap import Wiring
from facilitui.core.files import Way
from facilitui.services.filed import draft_name
from facilitui.services.plans.plan_desk import PlanDesk
from facilitui.storage.paths import Home
from facilitui.storage.plan_files import plan_text
from tests.core.making import good_plan
from tests.services.fakes import MovableClock

NAME = "[x] [Q1] my 日本 work.toml"


@pytest.fixture
def program(home: Path) -> Iterator[Callable[[], Wiring]]:
    """Starts a program over one home."""
    with ExitStack() as ending:

        def start() -> Wiring:
            made = Wiring(Home(home), clock=MovableClock())
            ending.callback(made.close)
            return made

        yield start


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A plan's file elsewhere."""
    made = tmp_path / "elsewhere" / NAME
    made.parent.mkdir()
    made.write_text(plan_text(good_plan(title="Elsewhere")), "utf-8")
    return made


async def typed(start: Callable[[], Wiring], path: Path) -> str:
    """A program is ended in which a title was typed into the file elsewhere; its name there."""
    wiring = start()
    desk = await wiring.planning.open((await wiring.plans.load_file(path)).name)
    titled(desk, "typed")
    await desk.keep_draft()
    wiring.close()
    return desk.name


def titled(desk: PlanDesk, title: str) -> None:
    """Change the title."""
    desk.change(lambda plan: plan.model_copy(update={"title": title}), title)


async def test_what_was_typed_is_gone_on_with_where_the_file_lies(
    program: Callable[[], Wiring], path: Path, home: Path
) -> None:
    """It is listed with its place, opens without a conflict, and is written there."""
    name = await typed(program, path)
    wiring = program()
    assert [(row.title, row.outside) for row in await wiring.planning.rows()] == [
        ("typed", str(path))
    ]
    assert [each.outside for each in (await wiring.overseeing.overview()).plans] == [str(path)]
    desk = await program().planning.open(name)
    assert (desk.plan.title, desk.conflict, desk.where) == ("typed", None, str(path))
    assert await desk.write() and 'title = "typed"' in path.read_text("utf-8")
    assert not list((home / "plans").glob("*.toml"))
    assert await program().planning.rows() == ()


async def test_a_file_elsewhere_that_is_gone_is_written_again_there(
    program: Callable[[], Wiring], path: Path, home: Path
) -> None:
    """Its place is told; it can go on in the home as well."""
    name = await typed(program, path)
    path.unlink()
    desk = await program().planning.open(name)
    assert desk.conflict and str(path) in desk.conflict.told
    assert desk.conflict.ways == (Way.AGAIN, Way.APART)
    await desk.write_again()
    assert 'title = "typed"' in path.read_text("utf-8") and desk.where == str(path)
    titled(desk, "more")
    assert await desk.write() and 'title = "more"' in path.read_text("utf-8")
    assert not list((home / "plans").glob("*.toml"))


async def test_both_kept_the_one_here_goes_on_in_the_home(
    program: Callable[[], Wiring], path: Path, home: Path
) -> None:
    """Which is told, and where it is listed; the file elsewhere is left alone."""
    name = await typed(program, path)
    path.write_text('title = "theirs"\n', "utf-8")
    wiring = program()
    desk = await wiring.planning.open(name)
    assert desk.conflict and Way.BOTH in desk.conflict.ways
    await desk.save_as()
    assert (desk.where, desk.outside) == ("plans/typed.toml", "")
    titled(desk, "more")
    assert await desk.write() and 'title = "more"' in (home / desk.where).read_text("utf-8")
    assert path.read_text("utf-8") == 'title = "theirs"\n'
    assert [(row.name, row.outside) for row in await wiring.planning.rows()] == [("typed", "")]


@pytest.mark.parametrize(
    "place", ["/etc/work.toml", "work.toml", "", "/\x00", "/\ud800", "/" + "x" * 9999]
)
async def test_a_draft_cannot_send_a_plan_anywhere(
    program: Callable[[], Wiring], home: Path, place: str
) -> None:
    """A place that the name was not made of is not believed: it is as if the file were gone."""
    wiring = program()
    body = {"digest": "x", "outside": place, "plan": good_plan().model_dump(mode="json")}
    await wiring.drafts.keep(draft_name("plan", "work"), body)
    wiring.close()
    wiring = program()
    assert len(await wiring.planning.rows()) == 1
    desk = await wiring.planning.open("work")
    await desk.write_again()
    assert (desk.where, (home / "plans/work.toml").exists()) == ("plans/work.toml", True)
