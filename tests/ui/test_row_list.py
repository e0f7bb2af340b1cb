"""A list of rows: what is not seen is not drawn, and what did not change is not painted again."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region

from facilitui import text as t
from facilitui import themes
from facilitui.widgets.row_list import RowList
from facilitui.widgets.rows import Laid, Row
from tests.ui.stillness import settled

HEIGHT = 10


class Listed(App[None]):
    """A list that says which of its rows were drawn."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: list[str] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The house style's variables."""
        return themes.PAPER_DARK.variables

    def compose(self) -> ComposeResult:
        """One list, as high as the screen."""
        yield RowList(id="rows")

    @property
    def rows(self) -> RowList:
        """The list."""
        return self.query_one(RowList)

    def show(self, words: Sequence[str]) -> None:
        """Show a row for each word, known by its place."""
        self.rows.show([self._row(str(at), word) for at, word in enumerate(words)])

    def _row(self, key: str, word: str) -> Row:
        def draw(width: int, marked: bool) -> t.Lines:
            self.drawn.append(key)
            return [t.ink(word)]

        return Row(key, draw)


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The lines that a list asks to be painted again; −1 for all of it."""
    lines: list[int] = []

    def refresh(self: RowList, *regions: Region, **options: bool) -> RowList:
        lines.extend([region.y for region in regions] or [-1])
        return self

    monkeypatch.setattr(RowList, "refresh", refresh)
    return lines


async def test_only_what_is_seen_is_drawn() -> None:
    """A thousand rows cost what a screenful costs."""
    app = Listed()
    async with app.run_test(size=(40, HEIGHT)) as pilot:
        app.show([f"word {at}" for at in range(1000)])
        await settled(pilot)
        assert set(app.drawn) == {str(at) for at in range(HEIGHT)}


async def test_only_what_changed_is_painted_again(painted: list[int]) -> None:
    """Also where all rows are made anew."""
    app = Listed()
    async with app.run_test(size=(40, HEIGHT)) as pilot:
        words = [f"word {at}" for at in range(100)]
        app.show(words)
        await settled(pilot)
        painted.clear()
        app.show([*words[:4], "[x] 日本", *words[5:50], "unseen", *words[51:]])
        assert painted == [4]


async def test_an_arrow_paints_two_rows(painted: list[int]) -> None:
    """The one that the cursor leaves and the one that it comes to."""
    app = Listed()
    async with app.run_test(size=(40, HEIGHT)) as pilot:
        app.show([f"word {at}" for at in range(5)])
        await settled(pilot)
        painted.clear()
        app.rows.action_move(1)
        assert sorted(painted) == [0, 1]


async def test_the_cursor_covers_all_lines_of_its_row() -> None:
    """Its sign and its ground, across the whole width."""
    app = Listed()
    async with app.run_test(size=(40, HEIGHT)) as pilot:
        two = [Row(key, lambda width, marked: [t.ink("one"), t.ink("two")], 2) for key in "ab"]
        app.rows.focus()
        app.rows.show(two)
        await settled(pilot)
        grounds = [
            {segment.style.bgcolor for segment in app.rows.render_line(y) if segment.style}
            for y in range(4)
        ]
        assert grounds[0] == grounds[1] and grounds[2] == grounds[3] and grounds[0] != grounds[2]


def test_a_change_of_style_alone_is_painted() -> None:
    """The same words in another colour are not the same."""
    assert t.same(t.ink("word"), t.ink("word"))
    assert not t.same(t.ink("word"), t.soft("word"))
    assert not t.same_lines([t.ink("a")], [t.ink("a"), t.BLANK])


def test_rows_lie_under_one_another() -> None:
    """Every line belongs to the row that drew it, and none lies outside."""
    heights = {"a": 1, "b": 3, "c": 2}
    rows = [Row(key, lambda width, marked: [t.BLANK], high) for key, high in heights.items()]
    laid = Laid(rows, 40)
    assert [laid.place_at(line) for line in range(-1, 7)] == [None, 0, 1, 1, 1, 2, 2, None]
    assert [(laid.top(at), laid.end(at)) for at in range(3)] == [(0, 1), (1, 4), (4, 6)]
    assert (laid.place_of("c"), laid.place_of("z")) == (2, None)


async def test_a_scroll_bar_that_comes_back_stands_where_the_list_is() -> None:
    """It was away while a few rows were shown, and stood at the end before."""
    app = Listed()
    async with app.run_test(size=(30, HEIGHT)) as pilot:
        for count, end in ((60, "59"), (3, ""), (60, "")):
            app.show(list(map(str, range(count))))
            await settled(pilot)
            assert app.rows.scroll_y == 0
            assert app.rows.show_vertical_scrollbar is (count > HEIGHT)
            assert count < HEIGHT or app.rows.vertical_scrollbar.position == 0
            app.rows.mark(end)
            await settled(pilot)


async def test_a_heading_is_not_shown_without_anything_of_its_own() -> None:
    """On the last line in view it waits, until what it heads is in view as well."""
    app = Listed()
    async with app.run_test(size=(30, HEIGHT)) as pilot:
        head = Row("", lambda width, marked: [t.ink("October")], heads=True)
        rows = [app._row(str(at), f"row {at}") for at in range(HEIGHT + 3)]
        app.rows.show([*rows[: HEIGHT - 1], head, *rows[HEIGHT - 1 :]])
        await settled(pilot)

        def last(y: int) -> str:
            return app.rows.render_line(y).text.strip()

        assert last(HEIGHT - 1) == "" and last(HEIGHT - 2) == f"row {HEIGHT - 2}"
        app.rows.mark(str(HEIGHT - 1))
        await settled(pilot)
        assert last(HEIGHT - 2) == "October" and last(HEIGHT - 1).endswith(f"row {HEIGHT - 1}")


async def test_a_row_is_seen_with_the_heading_right_above_it() -> None:
    """On the way up as well, as far as both have room."""
    app = Listed()
    async with app.run_test(size=(30, HEIGHT)) as pilot:
        head = Row("", lambda width, marked: [t.ink("October")], heads=True)
        rows = [app._row(str(at), f"row {at}") for at in range(3 * HEIGHT)]
        app.rows.show([*rows[:HEIGHT], head, *rows[HEIGHT:]])
        for key in (str(3 * HEIGHT - 1), str(HEIGHT)):
            app.rows.mark(key)
            await settled(pilot)
        top, below = (app.rows.render_line(y).text.strip() for y in (0, 1))
        assert top == "October" and below.endswith(f"row {HEIGHT}")
