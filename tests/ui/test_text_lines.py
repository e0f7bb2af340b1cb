"""Texts set in lines: whole words, no wider than there is room, and what was cut off is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from facilitui import text as t
from facilitui.widgets.set_in_lines import beside, parted, titled
from tests.core.strategies import texts

signs = st.sampled_from(["a", "b", "é", "日", "本", "[", "]", "/", "\N{WOMAN}", "👩🏽\u200d🏫"])
words = st.lists(signs, min_size=1, max_size=9).map("".join)
sentences = st.lists(words, min_size=1, max_size=30).map(" ".join)
widths = st.integers(4, 40)
counts = st.integers(1, 4)


def clipped(text: str, width: int, count: int) -> list[str]:
    """The lines of a text, as they are read."""
    return [line.plain for line in t.clipped(t.wrapped(text, width), count, width)]


@given(text=sentences, width=widths, count=counts)
def test_clipped_lines_have_room(text: str, width: int, count: int) -> None:
    """Nothing is painted beyond the width, so that nothing, "…" least of all, is lost there."""
    lines = clipped(text, width, count)
    assert len(lines) <= count
    assert all(cell_len(line) <= width for line in lines)


@given(text=texts | sentences, width=widths, count=counts)
def test_a_cut_is_always_shown(text: str, width: int, count: int) -> None:
    """Where lines were left out, and only there, the last one ends in "…"."""
    whole = [line.plain for line in t.wrapped(text, width)]
    lines = clipped(text, width, count)
    assert lines == whole if len(whole) <= count else lines[-1].endswith(t.ELLIPSIS)
    assert lines[:-1] == whole[: len(lines) - 1]


@given(text=sentences, width=widths, count=counts)
def test_a_cut_leaves_whole_words(text: str, width: int, count: int) -> None:
    """Only a word that is alone in its line is cut itself; of others the last one gives way."""
    whole = [line.plain for line in t.wrapped(text, width)]
    if len(whole) <= count:
        return
    last, kept = whole[count - 1].split(), clipped(text, width, count)[-1][:-1].split()
    assert kept in (last, last[:-1]) or len(last) == 1


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (21, "No goals yet: what…"),
        (25, "No goals yet: what…"),
        (26, "No goals yet: what should…"),
    ],
)
def test_the_last_word_gives_way(width: int, shown: str) -> None:
    """A line that fills its width to the last column still ends in "…"."""
    asked = "No goals yet: what should they know or be able to do?"
    assert clipped(asked, width, 1) == [shown]


def test_a_clipped_line_keeps_its_style() -> None:
    """What gives way takes nothing of the look of the rest with it."""
    line = t.clipped(t.wrapped("one two three", 7, t.MARK), 1, 7)[0]
    spans = [(span.start, span.end, span.style) for span in line.spans]
    assert spans == [(0, 3, t.MARK), (3, 4, t.MARK)], "the dots as well"


def test_the_path_of_a_file_is_broken_behind_a_slash() -> None:
    """Not at a hyphen within a name, as other words are."""
    told = "Written to /home/ana/exports/journal-ana-2026-11-23.jsonl with all"
    lines = [line.plain for line in t.wrapped(told, 30)]
    assert lines == ["Written to /home/ana/exports/", "journal-ana-2026-11-23.jsonl", "with all"]
    assert [line.plain for line in t.wrapped("so-and-so", 7)] == ["so-and-", "so"]


@given(text=sentences, width=widths)
def test_a_title_ends_in_no_word_alone_where_another_can_join_it(text: str, width: int) -> None:
    """In as many lines, of the same words in the same order, none wider."""
    lines = [line.plain for line in titled(text, width)]
    whole = [line.plain for line in t.wrapped(text, width)]
    assert len(lines) == len(whole) and lines[:-2] == whole[:-2]
    assert "".join(lines).replace(" ", "") == "".join(whole).replace(" ", "")
    assert all(cell_len(line) <= width for line in lines)
    if len(lines) > 1 and " " not in lines[-1]:
        head, _, word = lines[-2].rpartition(" ")
        assert " " not in head or cell_len(f"{word} {lines[-1]}") > width


def test_a_title_puts_no_space_into_a_word() -> None:
    """Where a line ends behind a hyphen its other half comes along, or stays."""
    told = "Take part with those who are full-time"
    for width in range(10, 40):
        assert "full-time" in "".join(line.plain for line in titled(told, width))


@given(text=sentences, width=widths, count=counts)
def test_a_title_that_is_cut_is_cut_as_any_text(text: str, width: int, count: int) -> None:
    """Then nothing is kept for its last line."""
    if len(t.wrapped(text, width)) > count:
        assert [e.plain for e in titled(text, width, most=count)] == clipped(text, width, count)


@given(parts=st.lists(sentences, min_size=1, max_size=6), width=widths)
def test_no_point_ends_a_line_of_parts(parts: list[str], width: int) -> None:
    """All parts are there in no more lines than their words take."""
    whole = t.wrapped(" · ".join(parts), width)
    lines = [line.plain for line in parted(" · ".join(parts), width)]
    assert len(lines) <= len(whole) and all(cell_len(line) <= width for line in lines)
    assert not any(line.endswith("·") for line in lines if line != "·")
    said, meant = ("".join(each).replace("·", "").replace(" ", "") for each in (lines, parts))
    assert said == meant


@given(text=sentences, width=widths, less=st.integers(0, 12))
def test_below_what_stands_behind_its_first_line_a_title_may_use_the_room(
    text: str, width: int, less: int
) -> None:
    """Never more lines than in the narrow column, each with room, and every word is there."""
    room = max(4, width - less)
    lines = [line.plain for line in beside(text, room, width)]
    assert len(lines) <= len(titled(text, room))
    assert cell_len(lines[0]) <= room and all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_a_third_line_is_spared_where_the_second_has_room() -> None:
    """In the smallest window twelve lines are seen of a board."""
    text = "Professional experience in schools or higher education, or in support of them"
    assert len(titled(text, 37)) == 3
    lines = [line.plain for line in beside(text, 37, 52)]
    assert lines[1:] == ["higher education, or in support of them"]
