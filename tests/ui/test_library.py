"""The library: protocols and agendas found, read, begun with and chosen, by keys alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.widgets import Label

from facilitui.core.library.shelf_filter import ShelfFilter
from facilitui.core.plans.grouping import usual
from facilitui.core.vocabulary import Mode
from facilitui.messages import going as m
from facilitui.screens.library import ChoosingScreen, LibraryScreen
from tests.ui.driving import FARTHEST, SMALLEST, Driven, driven
from tests.ui.test_input_order import post

TUNING = Path(__file__).resolve().parents[2] / "protocols" / "tuning.toml"


def library(app: Driven) -> LibraryScreen:
    assert isinstance(app.screen, LibraryScreen)
    return app.screen


def count(app: Driven) -> str:
    return str(library(app).query_one("#count", Label).content)


def own_protocol(home: Path, **changes: str) -> None:
    """A protocol of the user's own: the tuning protocol with some of its text changed."""
    text = TUNING.read_text("utf-8").replace('id = "tuning"', 'id = "mine"')
    for old, new in changes.items():
        text = text.replace(old, new)
    (home / "protocols").mkdir(mode=0o700, exist_ok=True)
    (home / "protocols" / "mine.toml").write_text(text, encoding="utf-8")


@asynccontextmanager
async def picking(
    home: Path, size: tuple[int, int], people: int = 9, mode: Mode | None = None
) -> AsyncIterator[tuple[Driven, list[str | None]]]:
    """The library pushed as a picker, and what it was dismissed with."""
    chosen: list[str | None] = []
    async with driven(home, size) as app:
        services = app.wiring
        wanted = ShelfFilter(people, mode)
        screen = ChoosingScreen(
            services.planning, services.favourites, services.remembering.drifts, wanted
        )
        app.app.push_screen(screen, chosen.append)
        await app.settle()
        yield app, chosen


@pytest.mark.parametrize("size", FARTHEST)
async def test_protocols_stand_under_what_they_are_for(home: Path, size: tuple[int, int]) -> None:
    """At each size: purposes, names, minutes, people, silence."""
    async with driven(home, size, "library") as app:
        lines = app.text().split("\n")
        head = next(i for i, line in enumerate(lines) if "Foster dialogue" in line)
        assert all(word in lines[head - 1] for word in ("min", "people", "silent"))
        assert "Connections check-in" in lines[head + 1] and "4–40" in lines[head + 1]
        assert "protocols" in count(app)
        assert any("⌁" in line for line in lines)


async def test_the_order_can_be_by_time(home: Path) -> None:
    """`t` puts the shorter ones first, without heads, and back."""
    async with driven(home, (80, 24), "library") as app:
        by_purpose = library(app).rows.keys
        await app.press("t")
        shelf = await app.wiring.planning.shelf()
        found = [shelf.protocols[key] for key in library(app).rows.keys]
        lengths = [usual(each, each.group.default) for each in found]
        assert "Foster dialogue" not in app.text() and len(lengths) == len(by_purpose)
        assert lengths == sorted(lengths)
        assert "by purpose" in library(app).words_of_keys()["order"]
        await app.press("t")
        assert library(app).rows.keys == by_purpose


async def test_the_page_says_all_there_is_to_know(home: Path) -> None:
    """What it is for, minutes with their word, steps with who and silence, pitfalls, credit."""
    async with driven(home, (120, 40), "library") as app:
        await app.press("slash")
        await app.write("tuning warm")
        assert library(app).rows.keys == ("tuning",)
        text = app.page()
        for part in (
            "Surface and challenge",
            "Suggested",
            "67 min for 8 people, from 37 to 68",
            "Silent      17 min",
            "4 to 12 people, best with 8",
            "In person, online, hybrid",
            "⌁  15  Silent examination",
            "Presenter and group",
            "Pitfalls",
            "Credit",
            "Terms: ",
        ):
            assert part in text


async def test_a_search_looks_at_names_purposes_and_families(home: Path) -> None:
    """Any word of them, folded; nothing found says so."""
    async with driven(home, (80, 24), "library") as app:
        await app.press("slash")
        await app.write("DILEMMA")
        assert "consultancy" in library(app).rows.keys
        await app.write(" [/b]")
        assert "No protocol has “DILEMMA [/b]” or anything near it." in app.text()
        await app.press("escape")
        assert len(library(app).rows.keys) > 20


async def test_enter_reads_a_protocol_and_escape_goes_back(home: Path) -> None:
    """On a narrow screen the page is the whole page."""
    async with driven(home, (60, 16), "library") as app:
        await app.press("down", "enter")
        assert library(app).reading and "Group" in app.text()
        await app.press("escape")
        assert "Foster dialogue" in app.text()
        await app.press("escape")
        assert app.sent(m.ModeRequested)[-1].mode == "home"


@pytest.mark.parametrize("size", SMALLEST)
async def test_tab_goes_to_agendas_and_enter_begins_a_plan(
    home: Path, size: tuple[int, int]
) -> None:
    """An agenda can be looked at first; enter asks for a plan made from it."""
    async with driven(home, size, "library") as app:
        await app.press("down", "down", "tab")
        assert "agendas" in count(app) and "Looking at student work" in app.text()
        screen = library(app)
        screen.rows.mark("collaborative_inquiry_student_work")
        await app.press("space")
        text = app.page()
        for part in ("Grade 7 teachers", "Goals", "know: Describe", "Agenda", "of 75 min"):
            assert part in text
        await app.press("enter")
        asked = [each.agenda for each in app.sent(m.NewPlanRequested)]
        assert asked == ["collaborative_inquiry_student_work"]


@pytest.mark.parametrize("size", SMALLEST)
async def test_a_picker_hands_over_the_protocol(home: Path, size: tuple[int, int]) -> None:
    """Enter dismisses with the id, from the list, from the search and from the page."""
    async with picking(home, size) as (app, chosen):
        assert "Choose a protocol" in app.text() and "for 9 people" in app.text()
        await app.write("tuning")
        await app.press("enter")
        assert chosen == ["tuning"]
    async with picking(home, size) as (app, chosen):
        await app.press("down", "tab")
        assert library(app).reading
        await app.press("enter")
        assert chosen == ["one_two_four_all"]


async def test_a_picker_can_be_left_and_has_no_agendas(home: Path) -> None:
    """Escape leaves the page, the search, then the picker, with nothing chosen."""
    async with picking(home, (80, 24)) as (app, chosen):
        before = library(app).rows.keys
        await app.press("tab")
        assert library(app).reading
        await app.press("escape")
        assert library(app).rows.keys == before
        await app.press("x")
        await app.press("escape")
        assert not chosen and library(app).rows.keys == before
        await app.press("escape")
        assert chosen == [None]


async def test_a_picker_tells_minutes_for_the_group_and_what_does_not_fit(home: Path) -> None:
    """A cycle repeats for the largest sub-group; too many people and a wrong mode are said."""
    async with picking(home, (120, 40), people=13) as (app, _):
        await app.write("final word")
        assert "50 min for 13 people" in app.page()
        assert "40  × 5  8 min a round" in app.page()
        assert "a turn for everybody in the largest group" in app.page()
    own_protocol(home, **{'modes = ["in_person", "online", "hybrid"]': 'modes = ["in_person"]'})
    async with picking(home, (120, 40), people=20, mode=Mode.ONLINE) as (app, _):
        assert "mine" not in library(app).rows.keys
        await app.press("ctrl+y")
        library(app).rows.mark("mine")
        await app.settle()
        text = app.page()
        assert "! It is made for 4–12 people; you plan for 20." in text
        assert "! It is made for in-person sessions, not for online ones." in text
        row = next(line for line in app.text().split("\n") if "▌" in line)
        assert "! 4–12" in row


@pytest.mark.parametrize("size", SMALLEST)
async def test_a_bad_file_is_named_with_line_and_column(home: Path, size: tuple[int, int]) -> None:
    """The others are there all the same."""
    (home / "protocols").mkdir(mode=0o700)
    (home / "protocols" / "bad.toml").write_text('kind = "protocol"\nid = bad\n', "utf-8")
    async with driven(home, size, "library") as app:
        assert "bad.toml:2:" in "".join(line.strip() for line in app.text().split("\n"))
        assert "Connections check-in" in app.text()


async def test_a_file_that_was_put_right_is_there_at_the_next_look(home: Path) -> None:
    """The shelf is read anew whenever the library comes up."""
    async with driven(home, (80, 24), "library") as app:
        own_protocol(home, **{'name = "Tuning Protocol"': 'name = "Ours"'})
        await app.press("escape")
        await app.app.switch_mode("library")
        await app.settle()
        assert "mine" in library(app).rows.keys


@pytest.mark.parametrize("size", SMALLEST)
async def test_hostile_text_is_only_text(home: Path, size: tuple[int, int]) -> None:
    """Markup and actions in a protocol's texts are shown as they were written."""
    bad = "[x] [/b] [@click=app.quit]Q1[/] \\\\u202e \\\\u001b[31m 日本 עברית"
    own_protocol(
        home,
        **{
            'name = "Tuning Protocol"': f'name = "{bad}"'.replace("\\\\", "\\"),
            'name = "Debrief"': f'name = "{bad}"'.replace("\\\\", "\\"),
        },
    )
    async with driven(home, size, "library") as app:
        await app.press("slash")
        await app.write("q1")
        assert library(app).rows.keys == ("mine",)
        assert "[x] [/b] [@click=app.quit]" in app.rows("rows") and "[x] [/b]" in app.text()
        await app.press("enter")
        text = app.text() + app.page()
        assert not {"\x1b", "\u202e"} & set(text)
        assert app.app.is_running


async def test_a_key_behind_enter_waits_for_what_enter_takes(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Slow to find, the list takes its time; the next letter is for where enter leads."""
    held: list[LibraryScreen] = []
    async with picking(home, (80, 24)) as (app, chosen):
        with monkeypatch.context() as slow:
            slow.setattr(LibraryScreen, "look_up", lambda screen: held.append(screen))
            post(app, *"1-2-4", "enter", "e")
            for _ in range(20):
                await app.pilot.pause()
            assert held and library(app).search_line.value == "1-2-4" and not chosen
        library(app).look_up()
        await app.settle()
        assert chosen == ["one_two_four_all"]
