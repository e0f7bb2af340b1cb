"""Choosing one of several: what is told of each, and which is marked at first."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from textual.events import Paste

from facilitui.core.plans.plan_parts import Grouping
from facilitui.core.ports import PlanRow
from facilitui.opening.screens import Opening
from facilitui.screens.dialogs.choose import AT_MOST, SOUGHT_FROM, Choice, ChooseDialog
from facilitui.screens.dialogs.numbered import DIGITS
from facilitui.widgets.search_line import MOST_SOUGHT
from tests.ui.driving import SMALLEST
from tests.ui.planning import desk, planned
from tests.ui.test_dialogs import asked
from tests.ui.test_plan_agenda import mark, protocol_plan


@pytest.mark.parametrize("size", SMALLEST)
async def test_what_is_told_of_the_marked_choice_stands_whole(
    home: Path, size: tuple[int, int]
) -> None:
    """Below the list, where its row has too little room; the figure stands in the row as well."""
    needs = "three leads, three places, three sets of materials"
    long = Choice(
        "b", "Twenty people in three groups: two of seven and one of six", needs, "+8 min"
    )
    choices = [Choice("a", "All together", figure="42 min"), long]
    async with asked(home, lambda: ChooseDialog("How?", choices, "b"), size) as (app, _):
        assert " ".join(f"{long.name}: {long.note}".split()) == " ".join(app.panel("note").split())
        assert "+8 min" in app.rows("choices", 54) and "escape" in app.text()
        await app.press("up")
        assert not app.panel("note").strip()


@pytest.mark.parametrize("size", SMALLEST)
async def test_nothing_is_begun_that_has_no_room(home: Path, size: tuple[int, int]) -> None:
    """A long question takes more lines; what a row cannot hold stands below, as a sentence."""
    title = "Nobody ended “[x] What a year of student work shows about how they think, and 日本”"
    told = "the time since somebody was last there does not count; this cannot be taken back"
    choices = [Choice("a", "Go on with it"), Choice("b", "End it for good, as it was left", told)]
    async with asked(home, lambda: ChooseDialog(title, choices, "b"), size) as (app, _):
        assert " ".join(app.panel("head").split()) == title
        assert "…" not in app.text() and "the time since" not in app.rows("choices", 54)
        assert " ".join(app.panel("note").split()) == told.capitalize()
        assert "Go on with it" in app.text() and "enter choose" in app.text()


async def test_a_short_list_is_seen_whole_and_takes_no_letters(home: Path) -> None:
    """What is typed or pasted by mistake hides nothing; ten rows are looked through."""
    names = ("Go on with it", "Begin a new session", "[/b] Q1?")
    choices = [Choice(name, name) for name in names]
    async with asked(home, lambda: ChooseDialog("Which?", choices)) as (app, got):
        assert isinstance(app.app.screen, ChooseDialog)
        app.app.screen.on_paste(Paste("new"))
        await app.write("zz new/")
        assert app.row_list("choices").keys == names and "/ " not in app.panel("head")
        await app.press("question_mark")
        assert "PageUp" in app.panel("foot") and "letters find" not in app.panel("foot")
        await app.press("enter")
        assert got.answers == [names[0]]
    many = [*choices, *(Choice(f"k{n}", f"k{n}") for n in range(SOUGHT_FROM - 3))]
    async with asked(home, lambda: ChooseDialog("Which?", many)) as (app, got):
        await app.write(" new")
        assert "/ new" in app.panel("head")
        assert app.row_list("choices").keys == ("Begin a new session",)
        await app.press("backspace", "backspace", "backspace", "question_mark", "enter")
        assert got.answers == ["[/b] Q1?"]


async def test_choosing_is_offered_where_something_can_be_chosen(home: Path) -> None:
    """Nothing matches: only escape is named; what may be new can be chosen."""
    choices = [Choice(f"k{n}", f"Norm {n}") for n in range(SOUGHT_FROM)]
    async with asked(home, lambda: ChooseDialog("Which?", choices)) as (app, got):
        assert "enter choose" in app.panel("foot")
        await app.write("zz")
        assert "enter" not in app.panel("foot") and "escape all again" in app.panel("foot")
        await app.press("backspace", "backspace")
        assert "enter choose" in app.panel("foot")
    async with asked(home, lambda: ChooseDialog("Which?", choices[:2], new="+")) as (app, got):
        await app.write("[x] zz")
        assert "enter choose" in app.panel("foot")
        await app.press("enter")
        assert got.answers == ["+[x] zz"]


async def test_what_has_no_room_in_a_long_list_is_counted_and_found(home: Path) -> None:
    """At most 200 rows are shown; whatever lies behind them is a few letters away."""
    choices = [Choice(f"k{number}", f"[x] plan {number}") for number in range(AT_MOST + 5)]
    async with asked(home, lambda: ChooseDialog("Which?", choices)) as (app, got):
        assert len(app.row_list("choices").keys) == AT_MOST
        assert "type to find one   5 more, keep typing" in app.panel("head")
        await app.write("plan 20")
        assert "more" not in app.panel("head")
        await app.write("4")
        assert app.row_list("choices").keys == (f"k{AT_MOST + 4}",)
        await app.press("enter")
        assert got.answers == [f"k{AT_MOST + 4}"]


async def test_what_is_looked_for_is_no_longer_than_a_line(home: Path) -> None:
    """However much is pasted, or typed where a terminal pastes as if it were typed."""
    async with asked(home, lambda: ChooseDialog("Which?", [], new="+")) as (app, _):
        assert isinstance(app.app.screen, ChooseDialog)
        app.app.screen.on_paste(Paste("x" * 5000))
        await app.write("y")
        assert "x" in app.panel("head") and "y" not in app.panel("head")
        await app.press("backspace")
        await app.write("y")
        assert app.app.screen._typed == "x" * (MOST_SOUGHT - 1) + "y"


async def test_every_plan_can_be_chosen() -> None:
    """However many there are, those that were changed last at the top."""
    count = AT_MOST + 5
    plans = tuple(PlanRow(f"p{n}", f"Plan {n}", None, changed=n) for n in range(count))

    async def rows() -> tuple[PlanRow, ...]:
        return plans

    services: Any = SimpleNamespace(planning=SimpleNamespace(rows=rows))
    choices = await Opening(services).plan_choices()
    assert [choice.key for choice in choices] == [f"p{n}" for n in reversed(range(count))]


async def test_a_slash_begins_a_search_and_is_no_part_of_it(home: Path) -> None:
    """As in the journal; after closing nothing of it remains."""
    dialog = [Choice(name, name) for name in ("Opening", "Work", "Close/End", *DIGITS)]
    async with asked(home, lambda: ChooseDialog("Which?", dialog)) as (app, got):
        await app.press("slash", "w", "o")
        assert "/ wo" in app.panel("head") and app.row_list("choices").keys == ("Work",)
        await app.press("escape")
        assert app.row_list("choices").keys == ("Opening", "Work", "Close/End", *DIGITS)
        await app.press("e", "slash", "e")
        assert app.row_list("choices").keys == ("Close/End",)
        await app.press("enter")
        assert got.answers == ["Close/End"]


async def test_a_size_of_ones_own_is_marked_and_kept(home: Path) -> None:
    """An enter too many changes nothing; in fours would be another way."""
    plan = protocol_plan("final_word", 21, 51)
    block = next(each for each in plan.blocks if each.id == "p")
    sevens = block.model_copy(update={"grouping": Grouping(size=7)})
    blocks = tuple(sevens if each is block else each for each in plan.blocks)
    async with planned(home, plan.model_copy(update={"blocks": blocks}), (60, 16)) as app:
        mark(app, "p")
        await app.press("o")
        assert "▌ 21 in groups of seven" in app.text()
        assert "it keeps its 51 min" in app.panel("note")
        await app.press("enter")
        assert desk(app).plan.blocks == blocks


async def test_the_grouping_in_force_is_marked(home: Path) -> None:
    """And where people are divided they can be one group again."""
    async with planned(home, protocol_plan("tuning", 20, 67)) as app:
        mark(app, "p")
        await app.press("o", "down", "enter", "o")
        assert app.row_list("choices").marked == "1"
        app.row_list("choices").mark("0")
        await app.press("end", "up")
        assert "All in one group" in app.text()
        await app.press("enter")
        assert not desk(app).plan.blocks[0].groups


async def test_of_many_choices_each_is_told(home: Path) -> None:
    """Those behind the first two hundred too, however long: nobody has looked at all of them."""
    choices = [Choice(str(n), f"{n} {'long ' * (30 if n == 999 else 0)}end") for n in range(1000)]
    async with asked(home, lambda: ChooseDialog("Which?", choices)) as (app, _):
        assert "800 more, keep typing" in app.panels()
        await app.press(*"999")
        assert "end" in app.panel("note") and "999 long" in app.panel("note")
