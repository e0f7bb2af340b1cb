"""The library's filters: one key each, always in sight, and never a dead end."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.widgets import Input

from facilitui.screens.dialogs.number import NumberDialog
from tests.ui.driving import FARTHEST, SIZES, SMALLEST, driven
from tests.ui.shelves import EVERY_KEY, count, filters, library, picking, say, told_below


@pytest.mark.parametrize("size", SMALLEST)
async def test_every_filter_is_in_sight_with_its_key(home: Path, size: tuple[int, int]) -> None:
    """Before anything is looked for; then what is looked for is, and the key that clears it."""
    async with driven(home, size, "library") as app:
        assert filters(app) == EVERY_KEY
        await say(app, "g", "20")
        await say(app, "m", "45")
        await app.press("o", "o", "f")
        for told in ("g for 20 people", "m at most 45 min", "o online", "f ★ only", "c clear"):
            assert told in filters(app)
        await app.press("c")
        assert filters(app) == EVERY_KEY and re.fullmatch(r"\d+ protocols", count(app))


async def test_minutes_leave_what_can_be_done_in_them(home: Path) -> None:
    """What must be run shorter than usual is marked, and its page gives the figures."""
    async with driven(home, (120, 40), "library") as app:
        await say(app, "m", "45")
        shown = library(app).rows.keys
        assert "tuning" in shown and "world_cafe" not in shown
        assert count(app).startswith(f"{len(shown)} of ")
        row = next(line for line in app.rows("rows").split("\n") if "Tuning Protocol" in line)
        assert "!67" in row and "! before min: usually over 45" in told_below(app)
        library(app).rows.mark("tuning")
        await app.settle()
        words = " ".join(app.page().split())
        assert "! It usually takes 67 min; in 45 it has to be run shorter." in words
        assert "It takes 37 at least." in words
        await say(app, "m", "")
        assert filters(app) == EVERY_KEY and "!67" not in app.rows("rows")


async def test_purpose_and_silence_are_turned_with_one_key(home: Path) -> None:
    """Through every word and back to none; each leaves what it says."""
    async with driven(home, (80, 24), "library") as app:
        everything = library(app).rows.keys
        protocols = (await app.wiring.planning.shelf()).protocols
        for label in ("foster dialogue", "explore", "surface and challenge"):
            await app.press("p")
            assert f"p {label}" in filters(app)
            shown = [protocols[key] for key in library(app).rows.keys]
            assert 0 < len(shown) < len(everything)
            assert all(label in [word.label.lower() for word in each.purposes] for each in shown)
        await app.press("p", "p", "p", "s")
        assert "s some silent work" in filters(app) and library(app).rows.keys
        assert all(
            any(step.silent for step in protocols[key].steps) for key in library(app).rows.keys
        )
        await app.press("s")
        assert library(app).rows.keys
        assert not any(
            step.silent for key in library(app).rows.keys for step in protocols[key].steps
        )
        await app.press("s")
        assert library(app).rows.keys == everything


@pytest.mark.parametrize("size", SMALLEST)
async def test_what_is_made_for_others_is_hidden_until_it_is_asked_for(
    home: Path, size: tuple[int, int]
) -> None:
    """How many there are is said with the key; too many people are offered parallel groups."""
    async with picking(home, size) as app:
        before = library(app).rows.keys
        assert count(app) == f"{len(before)} of {len(before) + 2} protocols"
        assert "wagon_wheels" not in before and "tuning" in before
        assert "2 more not for 20 people, online: ctrl+y shows them" in told_below(app)
        await app.press("ctrl+y")
        lines = app.rows("rows").split("\n")
        heads = [lines.index(head) for head in ("As parallel groups", "Made for other groups")]
        tuning = next(i for i, line in enumerate(lines) if "Tuning Protocol" in line)
        assert heads[0] < tuning < heads[1] and "2 groups" in lines[tuning]
        assert not any("! " in line for line in lines[: heads[1]])
        wheels = next(line for line in lines[heads[1] :] if "Wagon Wheels" in line)
        assert "! 8–60" in wheels
        assert "2 not for 20 people, online: ctrl+y hides them" in told_below(app)
        assert "! before people: made for others" in told_below(app)
        await app.press("ctrl+y")
        assert library(app).rows.keys == before
        library(app).rows.mark("tuning")
        await app.press("tab")
        words = " ".join(app.page().split())
        assert "! It is made for 4–12 people; you plan for 20." in words
        assert "In parallel 20 people in two groups of ten" in words
        assert "67 min for a group of 10" in words


async def test_the_plan_s_own_figures_can_be_taken_off(home: Path) -> None:
    """Each with its key, or all with one; then everything is there and nothing is hidden."""
    async with picking(home, (80, 24)) as app:
        await app.press("ctrl+l")
        assert filters(app).startswith("ctrl+g group ctrl+t minutes ctrl+o meets")
        assert "wagon_wheels" in library(app).rows.keys
        assert "hides" not in told_below(app) and "shows" not in told_below(app)


@pytest.mark.parametrize("size", SMALLEST)
async def test_figures_typed_in_the_search_are_a_filter(home: Path, size: tuple[int, int]) -> None:
    """While they stand there; what is found fits them, and the filter says so."""
    async with driven(home, size, "library") as app:
        await app.press("slash")
        await app.write("data 45 min")
        assert set(library(app).rows.keys) == {
            "data_driven_dialogue",
            "atlas_data",
            "notice_wonder",
        }
        assert "m at most 45 min" in filters(app)
        await app.put("for 3 people")
        assert "g for 3 people" in filters(app) and "tuning" not in library(app).rows.keys
        await app.put("")
        assert filters(app) == EVERY_KEY


async def test_a_page_tells_how_the_group_would_sit(home: Path) -> None:
    """In the sizes that the minutes were worked out with."""
    async with driven(home, (120, 40), "library") as app:
        await say(app, "g", "21")
        library(app).rows.mark("final_word")
        await app.settle()
        assert "21 in fours: four fours and one five" in app.page()
        assert "50 min for 21 people" in app.page()


@pytest.mark.parametrize("size", SIZES[:2])
async def test_a_picker_knows_the_group_and_offers_the_free_time(
    home: Path, size: tuple[int, int]
) -> None:
    """People and mode are looked for from the start; the time only when it is asked for."""
    async with picking(home, size, minutes=12.5) as app:
        for told in ("ctrl+g for 20 people", "ctrl+o online"):
            assert told in filters(app)
        assert ("ctrl+t 12.5 min free" in filters(app)) == (size[0] >= 80)
        assert app.app.focused is library(app).search_line
        await app.press("ctrl+t")
        field = app.app.screen.query_one(Input)
        assert field.value == "12"
        await app.press("enter")
        assert "ctrl+t at most 12 min" in filters(app)


async def test_an_empty_result_says_which_filter_to_loosen(home: Path) -> None:
    """With how many there would be; its key does that, and one key lets all go."""
    async with driven(home, (60, 16), "library") as app:
        await app.press("asterisk", "f")
        await say(app, "m", "1")
        assert library(app).rows.keys == () and count(app).startswith("0 of ")
        text = app.text()
        assert "is left." in text and "all filters" in text
        assert re.search(r"m  at most 1 min +1\b", text)
        await say(app, "m", "")
        assert len(library(app).rows.keys) == 1
        await say(app, "m", "1")
        await app.press("c")
        assert len(library(app).rows.keys) > 20


async def test_a_number_that_is_none_is_told_and_asked_again(home: Path) -> None:
    """Nothing is taken that makes no sense; escape leaves everything as it was."""
    async with driven(home, (60, 16), "library") as app:
        await app.press("g")
        for wrong in ("-3", "4.5", "²", "[/b]", "x"):
            await app.put(wrong)
            await app.press("enter")
            assert isinstance(app.app.screen, NumberDialog)
            assert f"People is a whole number, not “{wrong}”" in app.panels()
        for many in ("1001", "9" * 6):
            await app.put(many)
            await app.press("enter")
            assert "People is at most 1000, or nothing for any" in app.panels()
        await app.press("escape")
        assert filters(app) == EVERY_KEY
        await say(app, "g", " 7 ")
        assert "g for 7 people" in filters(app)
        await app.press("m")
        await app.put("soon")
        await app.press("enter")
        assert "Minutes is a number such as 20 or 1 h 30" in app.panels()
        await app.press("escape")
        await say(app, "m", "1 h 30")
        assert "m at most 90 min" in filters(app)


async def test_agendas_have_the_filters_that_mean_something_for_them(home: Path) -> None:
    """Minutes and favourites; the keys of the others do nothing."""
    async with driven(home, (80, 24), "library") as app:
        await app.press("tab")
        everything = library(app).rows.keys
        await app.press("g", "o", "p", "s")
        assert filters(app) == "m minutes f ★" and library(app).rows.keys == everything
        agendas = (await app.wiring.planning.shelf()).agendas
        await say(app, "m", "75")
        assert library(app).rows.keys
        assert all(agendas[key].minutes <= 75 for key in library(app).rows.keys)
        await say(app, "m", "1")
        assert re.search(rf"m  at most 1 min +{len(everything)}\b", app.text())


@pytest.mark.parametrize("size", FARTHEST)
async def test_filters_can_be_clicked(home: Path, size: tuple[int, int]) -> None:
    """Each is as its key, and so is the word that clears them."""
    async with driven(home, size, "library") as app:

        async def click(word: str) -> None:
            lines = app.text().split("\n")
            y = next(i for i, line in enumerate(lines) if "g group" in line or "clear" in line)
            await app.pilot.click(offset=(lines[y].index(word), y))
            await app.settle()

        await click("purpose")
        assert "p foster dialogue" in filters(app)
        await click("clear")
        assert filters(app) == EVERY_KEY
        await click("group")
        assert isinstance(app.app.screen, NumberDialog)
        await app.press("escape")
