"""The library's stars, its forgiving search, and asking for a protocol of one's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.messages import going as m
from tests.storage.broken_disks import ReadOnlyDisk
from tests.ui.driving import HOSTILE, SMALLEST, driven
from tests.ui.shelves import filters, library, picking, say


@pytest.mark.parametrize("size", SMALLEST)
async def test_a_star_puts_a_protocol_first_and_is_kept(home: Path, size: tuple[int, int]) -> None:
    """In its own section, in the settings, and at the next start."""
    (home / "config.toml").write_text("# mine\n", "utf-8")
    async with driven(home, size, "library") as app:
        before = library(app).rows.keys
        await app.press("down", "down", "asterisk")
        assert library(app).rows.keys[0] == before[2] == library(app).rows.marked
        assert "★" in next(line for line in app.text().split("\n") if "▌" in line)
        assert app.rows("rows").split("\n")[0] == "★ Favourites"
    assert f'["{before[2]}"]' in (home / "config.toml").read_text("utf-8")
    async with driven(home, size, "library") as app:
        assert library(app).rows.keys[0] == before[2]
        await app.press("f")
        assert library(app).rows.keys == (before[2],)
        await app.press("asterisk")
        assert library(app).rows.keys == ()
    assert (home / "config.toml").read_text("utf-8").startswith("# mine\n")
    assert before[2] not in (home / "config.toml").read_text("utf-8")


async def test_an_agenda_and_a_protocol_of_one_name_are_starred_apart(home: Path) -> None:
    """Both are called book_study."""
    async with driven(home, (80, 24), "library") as app:
        await app.press("tab")
        library(app).rows.mark("book_study")
        await app.press("asterisk", "f")
        assert library(app).rows.keys == ("book_study",)
        await app.press("tab")
        assert library(app).rows.keys == ()
        assert await app.wiring.favourites.all() == {"agendas/book_study"}


async def test_a_star_that_cannot_be_kept_is_not_shown(home: Path) -> None:
    """The disk takes nothing; the key line says so."""
    async with driven(home, (80, 24), "library", disk=ReadOnlyDisk()) as app:
        before = library(app).rows.keys
        await app.press("down", "asterisk")
        assert app.notice.startswith("! ")
        assert library(app).rows.keys == before and "★" not in app.rows("rows")


@pytest.mark.parametrize("size", SMALLEST)
async def test_a_search_with_slips_says_that_it_shows_the_nearest(
    home: Path, size: tuple[int, int]
) -> None:
    """And one without does not."""
    async with driven(home, size, "library") as app:
        await app.press("slash")
        await app.write("tunning protocl")
        assert library(app).rows.marked == "tuning" and "Nearest to that" in app.text()
        await app.press("escape", "slash")
        await app.put("tuning")
        assert library(app).rows.marked == "tuning" and "Nearest" not in app.text()
        await app.press("escape", "slash")
        await app.put("silent examination")
        assert library(app).rows.keys == ("tuning",)


async def test_a_search_looks_within_the_filters(home: Path) -> None:
    """And says where it is they that leave nothing."""
    async with driven(home, (80, 24), "library") as app:
        await say(app, "m", "20")
        await app.press("slash")
        await app.write("tuning")
        assert library(app).rows.keys == ()
        assert "is left." in app.text() and "at most 20 min" in app.text()
        await app.press("enter")
        assert app.app.focused is library(app).rows
        await app.press("c")
        assert library(app).rows.keys[0] == "tuning"
        await app.press("slash")
        await app.write(" zebra")
        assert "No protocol has “tuning zebra” or anything near it." in app.text()


async def test_what_is_asked_for_by_its_name_is_first(home: Path) -> None:
    """Also where it does not fit the group, which it says; enter takes it."""
    async with picking(home, (80, 24)) as app:
        await app.write("protocol")
        first = app.rows("rows").split("\n")[0]
        assert "Tuning Protocol" in first and "2 groups" in first


async def test_letters_are_always_searched_for_where_a_protocol_is_chosen(home: Path) -> None:
    """None of them is a command, wherever the keys go: not n, not e, not a question mark."""
    async with picking(home, (80, 24)) as app:
        await app.write("/ne")
        await app.press("tab", "w")
        assert library(app).search_line.value == "new" and not library(app).reading
        library(app).set_focus(library(app).rows)
        await app.write("?*/")
        assert library(app).search_line.value == "new?*/"
        assert app.app.screen is library(app) and not app.sent(m.ProtocolEditRequested)
        assert "ctrl+g for 20 people" in filters(app) and "ctrl+o online" in filters(app)
        await app.put(HOSTILE)
        assert not {"\x1b", "\u202e"} & set(app.text()) and app.app.is_running


async def test_writing_and_changing_a_protocol_are_asked_for(home: Path) -> None:
    """Of the marked one, or of none; never of an agenda."""
    async with driven(home, (120, 40), "library") as app:
        await app.press("tab", "n", "e", "tab")
        assert app.sent(m.ProtocolEditRequested) == []
        await app.press("n")
        assert [each.protocol for each in app.sent(m.ProtocolEditRequested)] == [""]
    for key, copy in (("e", False), ("d", True)):
        async with driven(home, (120, 40), "library") as app:
            await app.press("down")
            marked = library(app).rows.marked
            await app.press(key)
            asked = [(each.protocol, each.copy) for each in app.sent(m.ProtocolEditRequested)]
            assert asked == [(marked, copy)]


async def test_favourites_without_any_say_how_one_is_made(home: Path) -> None:
    """Of protocols as of agendas."""
    async with driven(home, mode="library") as app:
        await app.press("f")
        assert "No protocol is a favourite yet: *" in app.text()
        await app.press("tab")
        assert "No agenda is a favourite yet: *" in app.text()
