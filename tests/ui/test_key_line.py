"""The line of keys: what is seen of it is what a click does."""

from __future__ import annotations

import pytest

from facilitui.commands import HELP
from facilitui.commands.live import LIVE
from facilitui.widgets.key_line import MOST_LINES, KeyLine


@pytest.mark.parametrize("width", [1, 12, 30, 39, 40, 64, 80, 116])
def test_a_click_runs_the_word_that_is_seen_there(width: int) -> None:
    """Each column of a word runs it; where nothing stands, nothing that found no room is run."""
    line = KeyLine(LIVE)
    told = line.line(width).plain
    for column in range(width):
        command = line.key_at(column, width)
        if command is None:
            assert told[column] == " "
        elif command is not HELP:
            assert f"{command.key_label} {command.word}" in told
    assert line.key_at(width - 1, width) is HELP


@pytest.mark.parametrize("problem", [True, False])
@pytest.mark.parametrize("width", [40, 56, 76])
def test_what_is_told_is_told_in_as_many_lines_as_it_needs(width: int, problem: bool) -> None:
    """Every word of an instruction is read; beyond three lines it is cut, and that is seen."""
    line = KeyLine(LIVE)
    for words, high in (("short", 1), ("word " * 12, 4), ("日本 👩🏽‍🏫 [x] [/b] " * 90, 3)):
        _put(line, words.strip(), problem=problem)
        told = [each.plain for each in line.lines(width)]
        assert len(told) <= min(high, MOST_LINES) and told[0].endswith("? all keys")
        assert all(each.cell_length <= width for each in line.lines(width))
        whole = " ".join("\n".join(told).replace("? all keys", "").split())
        if high == 1 and width == 76 and not problem:
            assert whole.endswith(f" {line.notice}")  # the keys stay beside it
            continue
        assert whole.endswith("…") if high == MOST_LINES else whole == line.notice


@pytest.mark.parametrize("width", [72, 76, 116])
def test_what_is_short_leaves_the_keys_beside_it(width: int) -> None:
    """Those that have room stay where they are, and are run by a click; what is told is no key."""
    line = KeyLine(LIVE)
    before = line.line(width).plain
    for words in ("Saved.", "[x] 日本"):
        _put(line, words, problem=False)
        (now,) = (each.plain for each in line.lines(width))
        keys, _, _ = now.partition(words)
        assert now.endswith(f"{words}   ? all keys") and before.startswith(keys.rstrip())
        assert len(keys.split("   ")) > 2
        for column in range(len(keys), len(keys) + len(words)):
            assert line.key_at(column, width) is None
        assert line.key_at(0, width) is LIVE[0]
        _put(line, words, problem=True)
        assert line.lines(width)[0].plain.startswith(f"! {words}") and line.key_at(2, width) is None
        _put(line, words, problem=False)
        assert line.lines(71)[0].plain.startswith(words)


def test_the_foot_grows_only_while_something_is_told() -> None:
    """Otherwise it is one line, whatever the width."""
    line = KeyLine(LIVE)
    assert {len(line.lines(width)) for width in range(1, 120)} == {1}


def _put(line: KeyLine, words: str, *, problem: bool) -> None:
    """Tell something on a line that stands on no screen."""
    line._notice, line._problem = words, problem


@pytest.mark.parametrize(("width", "last"), [(39, "?"), (40, "? all keys")])
def test_all_keys_are_always_a_click_away(width: int, last: str) -> None:
    """Where its word is not seen, a click on where it would be does nothing."""
    line = KeyLine(LIVE)
    assert line.line(width).plain.endswith(last)
    columns = [x for x in range(width) if line.key_at(x, width) is HELP]
    assert columns == list(range(width - len(last), width))
