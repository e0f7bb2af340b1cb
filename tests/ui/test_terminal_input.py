"""What a terminal sends in one go is read as it was typed: an escape, and what came behind it."""

from __future__ import annotations

import os
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver
from textual.events import Key, Resize
from textual.geometry import Size

from facilitui.screens.dialogs.form import FormDialog
from facilitui.terminal.keys import ESCAPE, PastesWhole, of_this_size, read_as_typed
from tests.ui.planning import planned, screen_of, titles

BEHIND = sorted(set(string.ascii_letters + string.digits + "+-=?/ é日ß") - set("Obf"))
"""What may be typed behind an escape, but for the few that mean another key there."""
ENDS = "x"
"""A character at the end, so that no escape waits for what may come behind it."""


def read(*parts: str) -> list[Key]:
    """The keys that are read when these parts come one after the other."""
    parser = PastesWhole()
    return [key for part in parts if part for key in parser.feed(part) if isinstance(key, Key)]


def names(*parts: str) -> list[str]:
    """The same by name, or by the character that is written."""
    return [key.character if key.is_printable else key.key for key in read(*parts)]  # type: ignore[misc]


@given(typed=st.lists(st.sampled_from([ESCAPE, *BEHIND])), data=st.data())
def test_keys_that_come_together_are_read_one_by_one(typed: list[str], data: st.DataObject) -> None:
    """Escapes and characters in any order, cut anywhere: each is a key, in its place, none alt."""
    sent = "".join([*typed, ENDS])
    cut = data.draw(st.integers(0, len(sent)))
    told = ["escape" if each == ESCAPE else each for each in [*typed, ENDS]]
    assert names(sent) == told
    assert names(sent[:cut], sent[cut:]) == told


@pytest.mark.parametrize(
    ("sent", "key"),
    [
        ("\x1b[A", "up"),
        ("\x1bOP", "f1"),
        ("\x1b[Z", "shift+tab"),
        ("\x1b[1;3C", "alt+right"),
        ("\x1bb", "ctrl+left"),
        ("\x1bf", "ctrl+right"),
        ("\x1b\x7f", "ctrl+w"),
    ],
)
def test_keys_that_begin_with_an_escape_stay_one_key(sent: str, key: str) -> None:
    """Arrows, function keys, and moving by words with alt or option, as Textual reads them."""
    assert [each.key for each in read(sent)] == [key]
    assert [each.key for each in XTermParser().feed(sent) if isinstance(each, Key)] == [key]


def test_enter_is_enter_from_the_first_moment_on() -> None:
    """Before the program reads keys the terminal makes a line's end of it."""
    assert names("j\n\r\x1b\n") == ["j", "enter", "enter", "escape", "enter"]


@pytest.mark.parametrize("character", ["å", "†", "¡", "—", "@"])
def test_what_an_option_key_writes_is_written(character: str) -> None:
    """It comes as the character it is, from every keyboard that has one there."""
    assert names(character) == [character]


def test_textual_still_takes_them_together() -> None:
    """What is mended is there; without it the line would hold "^g", or "g"."""
    assert [each.key for each in XTermParser().feed("\x1bg\x1b[A") if isinstance(each, Key)] == [
        "circumflex_accent",
        "g",
        "up",
    ]


def test_the_driver_reads_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """What Textual makes to read a terminal with is ours from then on."""
    driver = vars(linux_driver)
    for name in ("XTermParser", "getincrementaldecoder"):
        monkeypatch.setitem(driver, name, driver[name])
    read_as_typed()
    assert driver["XTermParser"] is PastesWhole
    assert driver["getincrementaldecoder"]("utf-8")().decode(b"a\xff") == "a\ufffd"


async def test_a_form_is_left_and_the_next_key_is_a_command(home: Path) -> None:
    """Typed blind and sent at once: the form holds no more than was meant for it."""
    async with planned(home) as app:
        await app.press("e", "!")
        assert isinstance(app.app.screen, FormDialog)
        for key in read(f"?{ESCAPE}u"):
            app.app.post_message(key)
        await app.settle()
        assert app.app.screen_stack[-1] is screen_of(app)
        assert titles(app)[0] == "Opening", "u took the title back"


@pytest.mark.parametrize("told", [(1, 1), (80, 24)])
def test_the_size_that_a_window_has_by_now_is_the_one_that_holds(
    told: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """News of a change that was overtaken by the next one brings the size of the next."""
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size((80, 24)))
    assert of_this_size(Resize(Size(*told), Size(*told))).size == Size(80, 24)
