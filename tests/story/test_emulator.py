"""The quicker terminal of these stories shows what the vendored one shows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.story.emulator import Emulator
from tests.vendor import tuidrive

WRITTEN = st.lists(
    st.sampled_from(
        [
            "plain",
            " ",
            "─█▄",
            "日本",
            "e\u0301",
            "👩🏽\u200d🏫",
            "\r",
            "\n",
            "\b",
            "\x1b[H",
            "\x1b[2;4H",
            "\x1b[99999;0H",
            "\x1b[;7H",
            "\x1b[m",
            "\x1b[0;1;38;2;1;2;3;48;5;200m",
            "\x1b[7;4m",
            "\x1b[>4;1m",
            "\x1b[?1m",
            "\x1b[38;2m",
            "\x1b[2K",
            "\x1b[3b",
            "\x1b[2J",
            "\x1b(0",
            "\x1b(B",
            "\x1b]0;a title\x07",
            "\x1b]0;with \x1b[1m in it\x07",
            "\x1b[?1049h",
            "\x1b[",
            "\x1b",
        ]
    ),
    max_size=30,
)


@given(st.lists(WRITTEN, max_size=4))
def test_it_shows_what_the_vendored_terminal_shows(chunks: list[list[str]]) -> None:
    """Cells, colours, the cursor and the title, however the bytes come; and no line is stale."""
    quick, plain = Emulator(12, 4), tuidrive.Terminal(12, 4)
    for chunk in chunks:
        for terminal in (quick, plain):
            terminal.feed("".join(chunk).encode())
        assert quick.rows() == plain.rows()
        assert quick.text() == "\n".join(quick.screen._line(y).rstrip() for y in range(4))
        assert (quick.screen.cursor.x, quick.screen.cursor.y) == (
            plain.screen.cursor.x,
            plain.screen.cursor.y,
        )
        assert quick.screen.title_now == plain.screen.title_now
