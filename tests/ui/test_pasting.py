"""All that is pasted is one text, whatever is in it and however it comes; none of it is a key."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._xterm_parser import BRACKETED_PASTE_END as CLOSES
from textual._xterm_parser import BRACKETED_PASTE_START as OPENS
from textual.events import Key, Paste
from textual.message import Message

from facilitui.core import safe_text
from facilitui.terminal import keys as terminal_input
from facilitui.terminal.keys import PastesWhole
from facilitui.widgets.fields import MOST_PASTED, TOO_MUCH, PastedTooMuch
from facilitui.widgets.line_entry import LineEntry
from tests.ui.hosting import hosted, kinds

RED = "notes: \x1b[31mnmw red\x1b[0m then m n"
KEYS = "nm~[]0126; \n\r\x07日👩🏽‍🏫"
PIECES = [*KEYS, "\x1b", "\x1b[31m", "\x1b[A", "\x1bOP", OPENS, OPENS[:4]]
"""What a paste may hold: keys, beginnings of brackets, and controls that would be keys."""
MODULES = ("facilitui.terminal.keys", "facilitui.terminal.answers")
pasted_texts = st.lists(st.sampled_from([*PIECES, CLOSES[:5]]), max_size=12).map("".join)


class Clock:
    """A clock that stands until it is set."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.at = 100.0
        for module in (*MODULES, "textual._parser"):
            monkeypatch.setattr(f"{module}.get_time", lambda: self.at)


def told(messages: Iterable[Message]) -> list[str]:
    """Keys by name, and pastes as what they hold in braces."""
    return [
        f"{{{each.text}}}" if isinstance(each, Paste) else each.key
        for each in messages
        if isinstance(each, Key | Paste)
    ]


def read(*parts: str) -> list[str]:
    """What is read when these parts come one after the other."""
    parser = PastesWhole()
    return told(message for part in parts if part for message in parser.feed(part))


@given(text=pasted_texts, cuts=st.lists(st.integers(0, 60), max_size=6))
def test_a_paste_is_one_text_wherever_it_is_cut(text: str, cuts: list[int]) -> None:
    """Whatever lies between the brackets, over however many reads; keys around it stay keys."""
    sent = f"n{OPENS}{text}{CLOSES}m"
    text = text.partition(CLOSES)[0]
    ends = sorted({0, *(min(cut, len(sent)) for cut in cuts), len(sent)})
    found = read(*(sent[begin:end] for begin, end in pairwise(ends)))
    assert found[:2] == ["n", f"{{{text}}}"]
    assert found == ["n", f"{{{text}}}", "m"] or CLOSES in sent[len(OPENS) + 1 : -len(CLOSES) - 1]


@pytest.mark.parametrize("cut", range(1, len(OPENS)))
def test_a_slow_line_makes_no_key_of_a_bracket(cut: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rest of an opening bracket comes late: at most how it begins is taken for a key."""
    clock, parser = Clock(monkeypatch), PastesWhole()
    found = told(parser.feed(OPENS[:cut]))
    clock.at += 1
    found += told(parser.tick())
    found += told(parser.feed(f"{OPENS[cut:]}nmw{CLOSES}"))
    begun = {1: ["escape"], 2: ["left_square_bracket"]}.get(cut, [])
    assert found == [*begun, "{nmw}"]


def test_an_escape_just_before_a_paste_is_a_key() -> None:
    """It leaves a line, and what is pasted comes after."""
    assert read("\x1b", f"{OPENS}x{CLOSES}") == read(f"\x1b{OPENS}x{CLOSES}") == ["escape", "{x}"]


def test_a_paste_that_never_closes_is_over_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    """What came of it is its text, and keys are keys again; a slow paste is waited for."""
    clock, parser = Clock(monkeypatch), PastesWhole()
    found = told([*parser.feed(f"{OPENS}half"), *parser.tick()])
    clock.at += terminal_input.CLOSED_SECONDS / 2
    found += told([*parser.tick(), *parser.feed(" of"), *parser.tick()])
    assert found == []
    clock.at += terminal_input.CLOSED_SECONDS
    assert told([*parser.tick(), *parser.feed("n"), *parser.tick()]) == ["{half of}", "n"]


@pytest.mark.parametrize("more", [0, 1, 5, 6, 7, 9_000_000])
def test_a_paste_is_taken_whole_or_not_at_all(more: int) -> None:
    """Up to the most it is one text; beyond it nothing comes but that; keys behind it are keys."""
    text = "\x1b[Anm\n" * (MOST_PASTED // 6) + "nmnm" + "m" * more
    sent = f"{OPENS}{text}{CLOSES}n"
    parser = PastesWhole()
    reads = (sent[at : at + 65_536] for at in range(0, len(sent), 65_536))
    found = [message for part in reads for message in parser.feed(part)]
    assert told(found) == [f"{{{'' if more else text}}}", "n"]
    assert isinstance(found[0], PastedTooMuch) == bool(more)
    assert len(parser._pasted or "") == 0


def test_the_paste_after_one_that_was_too_much_is_taken() -> None:
    """What was refused leaves nothing behind."""
    assert read(f"{OPENS}{'x' * MOST_PASTED}yz{CLOSES}", f"{OPENS}ab{CLOSES}") == ["{}", "{ab}"]


async def test_more_than_anything_takes_is_told_in_the_line(home: Path) -> None:
    """None of it is in the line, and it is said by the number that it was too much."""
    async with hosted(home) as stage:
        await stage.app.press("c", "a")
        for message in PastesWhole().feed(f"{OPENS}{'x' * (MOST_PASTED + 1)}{CLOSES}"):
            stage.app.app.post_message(message)
        await stage.app.settle()
        assert stage.screen.query_one(LineEntry).text == "a"
        assert "1,000,000" in TOO_MUCH and stage.app.notice == f"! {TOO_MUCH}"


async def test_a_paste_with_controls_moves_nothing(home: Path) -> None:
    """With no line open it is for nobody; in one it is there in its order, its controls gone."""
    async with hosted(home) as stage:
        before = kinds(home)
        for message in PastesWhole().feed(f"{OPENS}{RED}{CLOSES}"):
            stage.app.app.post_message(message)
        await stage.app.settle()
        assert kinds(home) == before
        await stage.app.press("c")
        for message in PastesWhole().feed(f"{OPENS}{RED}\x07\x9b2J{CLOSES}"):
            stage.app.app.post_message(message)
        await stage.app.settle()
        await stage.app.press("enter")
        assert [note.text for note in stage.state.notes] == ["notes: [31mnmw red[0m then m n2J"]


@given(st.text())
def test_what_is_typed_in_a_line_has_no_control(text: str) -> None:
    """Neither a line break nor anything that a terminal obeys; all else stays."""
    made = safe_text.typed(text)
    assert not [c for c in made if ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0]
    assert safe_text.typed(made) == made.replace("\u2028", " ").replace("\u2029", " ")
