"""What a terminal answers is no key: it writes nothing and runs no command, however it comes."""

from __future__ import annotations

import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._keyboard_protocol import FUNCTIONAL_KEYS
from textual._xterm_parser import XTermParser
from textual.events import CursorPosition, Key, MouseDown
from textual.messages import TerminalSupportsSynchronizedOutput

from facilitui.terminal.answers import ANSWERED_SECONDS, LONGEST_ANSWER, MOST_ANSWERED
from facilitui.terminal.keys import PastesWhole
from tests.ui.hosting import hosted, kinds
from tests.ui.test_pasting import Clock, read, told

ANSWERS = {
    "a key of no keyboard": "\x1b[1;5X",
    "an unknown key by its number": "\x1b[110~",
    "another": "\x1b[110;1S",
    "device attributes": "\x1b[?62;1;4c",
    "long ones": "\x1b[?64;1;2;6;9;15;16;17;18;21;22;28;29;42;52c",
    "secondary": "\x1b[>0;276;0c",
    "status": "\x1b[0n",
    "theme": "\x1b[?997;1n",
    "kitty's keyboard": "\x1b[?1u",
    "a key that was let go": "\x1b[110;1:3u",
    "no character": "\x1b[99999999999u",
    "size": "\x1b[8;24;80t",
    "position": "\x1b[?24;80R",
    "colour": "\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\",
    "colour by a bell": "\x1b]4;255;rgb:ffff/ffff/ffff\x07",
    "clipboard": f"\x1b]52;c;{'bm13' * 40}\x1b\\",
    "version": "\x1bP>|XTerm(388) nmw\x1b\\",
    "what it can": "\x1bP1+r544e=6b69747479\x1b\\",
    "what it cannot": "\x1bP0+r\x1b\\",
    "setting": "\x1bP1$r0m\x1b\\",
    "pictures": "\x1b_Gi=31;OK\x1b\\",
}
answers = st.sampled_from(sorted(ANSWERS.values()))


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_an_answer_is_no_key(answer: str) -> None:
    """In one piece, with keys before and behind it that stay keys."""
    assert read(f"n{answer}m") == ["n", "m"]
    assert read("n", answer, "m") == ["n", "m"]


@given(answer=answers, cut=st.integers(1, 60))
def test_an_answer_in_two_pieces_is_no_key(answer: str, cut: int) -> None:
    """Wherever a slow line cuts it."""
    assert read(f"n{answer[:cut]}", f"{answer[cut:]}m") == ["n", "m"]


@pytest.mark.parametrize("begun", ["\x1b[1;5", "\x1b]11;rgb:1e", "\x1bP>|XTe"])
def test_an_answer_that_never_ends_is_over_soon(
    begun: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """None of it is a key, and keys are keys again."""
    clock, parser = Clock(monkeypatch), PastesWhole()
    found = told([*parser.feed(begun), *parser.tick()])
    clock.at += ANSWERED_SECONDS
    found += told([*parser.tick(), *parser.feed("n"), *parser.tick()])
    assert found == ["n"]


@pytest.mark.parametrize("begun", ["\x1b]11;rgb:1e", "\x1bP>|XTe", "\x1b_Gi=31"])
def test_an_answer_that_was_cut_off_eats_few_of_the_letters_behind_it(
    begun: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However quickly somebody goes on typing; and the next answer has its own time again."""
    clock, parser, found = Clock(monkeypatch), PastesWhole(), list[str]()
    for sent in (begun, *"x" * 60, begun, *"y" * 60):
        found += told([*parser.feed(sent), *parser.tick()])
        clock.at += 0.125
    eaten = round(LONGEST_ANSWER / 0.125) - 1
    assert found == ["x"] * (60 - eaten) + ["y"] * (60 - eaten)


def test_an_answer_longer_than_any_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """Though no time has passed: what is read behind so much is typed. Each is counted anew."""
    Clock(monkeypatch)
    half, begun = "a" * (MOST_ANSWERED // 2), "\x1b]52;"
    assert read(begun, half, half[1:], "n", "m") == ["m"]
    assert read(begun, half, "\x07", begun, half[1:], "n", "\x07", "m") == ["m"]


@pytest.mark.parametrize(("key", "name"), [("\x11", "ctrl+q"), ("\x1b[19~", "f8"), ("\r", "enter")])
def test_an_answer_that_never_ends_holds_up_no_command(key: str, name: str) -> None:
    """No control is part of one, so it comes through at once."""
    assert read("\x1b]11;rgb:1e", key) == [name]


def test_what_begins_like_an_answer_and_was_typed_is_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Escape, and what comes behind it, once nothing more came."""
    for typed, keys in (("\x1b", ["escape"]), ("\x1bP", ["escape", "P"])):
        clock, parser = Clock(monkeypatch), PastesWhole()
        found = told(parser.feed(typed))
        clock.at += 0.2
        assert [*found, *told(parser.tick())] == keys
        assert told(parser.feed("n")) == ["n"]


@pytest.mark.parametrize(
    ("sent", "kind"),
    [
        ("\x1b[24;80R", CursorPosition),
        ("\x1b[<0;3;4M", MouseDown),
        ("\x1b[?2026;2$y", TerminalSupportsSynchronizedOutput),
    ],
)
def test_what_textual_understands_it_still_gets(sent: str, kind: type[object]) -> None:
    """Where the cursor is, the mouse, and what the terminal can do."""
    assert [type(each) for each in PastesWhole().feed(sent)] == [kind]


def test_every_key_that_textual_knows_is_read_as_textual_reads_it() -> None:
    """None that begins with an escape is taken for an answer, with shift or control neither."""
    numbered = [each for each in FUNCTIONAL_KEYS if each != "1R"]  # where the cursor is
    held = [f"{each[:-1]};{modifier}{each[-1]}" for each in numbered for modifier in (2, 5)]
    named = [each[2:] for each in ANSI_SEQUENCES_KEYS if each.startswith("\x1b[")]
    for sent in (*numbered, *held, *(each for each in named if each[-1] in "abcd$^@Z")):
        ours, theirs = (p.feed(f"\x1b[{sent}") for p in (PastesWhole(), XTermParser()))
        assert told(ours) == told(theirs), sent
    keys = [Key(each, each) for each in string.ascii_letters]
    sent = "".join(f"\x1b[{ord(key.key)}u" for key in keys)
    assert told(PastesWhole().feed(sent)) == [key.key for key in keys]


async def test_no_answer_moves_a_session_or_is_in_its_lines(home: Path) -> None:
    """All of them, over the agenda and while a line is typed."""
    async with hosted(home) as stage:
        before = kinds(home)
        for keys in ((), ("c", "a")):
            await stage.app.press(*keys)
            for message in PastesWhole().feed("".join(ANSWERS.values())):
                stage.app.app.post_message(message)
            await stage.app.settle()
        await stage.app.press("enter")
        assert [note.text for note in stage.state.notes] == ["a"]
        assert len(kinds(home)) == len(before) + 1
