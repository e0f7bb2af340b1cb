"""A long line costs no more than a short one to type in, and breaks where it always would."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

from hypothesis import example, given
from hypothesis import strategies as st
from rich.text import Text
from textual._wrap import compute_wrap_offsets
from textual.document._document import Document
from textual.document._wrapped_document import WrappedDocument
from textual.widgets import TextArea

from facilitui.widgets import long_lines
from facilitui.widgets.long_lines import Lines, LongLine, rewrapped
from tests.ui.debriefing import debriefing

WORDS = st.text("ab日 \u0301", max_size=12)
EDITS = st.lists(st.tuples(st.integers(0, 99), st.integers(0, 30), WORDS), max_size=6)
TEXTS = st.lists(st.one_of(WORDS, st.just("\n"), st.just("\t")), max_size=14).map("".join)


def breaks(document: WrappedDocument) -> object:
    """All that is known of where its lines break."""
    kept = (document._wrap_offsets, document._offset_to_line_info)
    return (*kept, document._line_index_to_offsets, document._tab_width_cache, document.height)


@given(TEXTS, EDITS, st.integers(2, 9))
@example("aaa bbbbbbbb", [(6, 6, "")], 5)
@example("aa bbbb", [(5, 2, "")], 6)
@example("a" * 40, [(20, 0, " ")], 5)
def test_an_edit_breaks_lines_as_if_all_were_wrapped_anew(
    text: str, edits: list[tuple[int, int, str]], width: int
) -> None:
    """Wherever it is, whatever it takes and puts there, one after the other."""
    with patch.object(long_lines, "LONG", 3), patch.object(long_lines, "ROWS", 1):
        document = Document(text)
        wrapped = Lines(document, width)
        for place, length, typed in edits:
            at = place % (len(document.text) + 1)
            start = document.get_location_from_index(at)
            end = document.get_location_from_index(min(at + length, len(document.text)))
            wrapped.wrap_range(start, start, start)  # the line is known from now on
            done = document.replace_range(start, end, typed)
            wrapped.wrap_range(start, end, done.end_location)
            assert breaks(wrapped) == breaks(WrappedDocument(document, width))
            for row in range(document.line_count):
                assert "".join(wrapped.get_sections(row)) == document.get_line(row)


def test_of_a_long_line_only_what_changes_is_wrapped() -> None:
    """Two hundred thousand characters, and a letter in their middle."""
    line = "".join(f"word{number % 97} " for number in range(30_000))
    before = WrappedDocument(Document(line), 66)._wrap_offsets[0]
    wrapped: list[int] = []

    def count(text: str, width: int, tabs: int) -> list[int]:
        wrapped.append(len(text))
        return compute_wrap_offsets(text, width, tabs)

    at = len(line) // 2
    with patch.object(long_lines, "compute_wrap_offsets", count):
        made = rewrapped(f"{line[:at]}x{line[at:]}", before, (at, at, at + 1), 66)
    assert made == compute_wrap_offsets(f"{line[:at]}x{line[at:]}", 66, 4)
    assert sum(wrapped) < 20_000


@given(TEXTS.filter(bool), st.integers(0, 20), st.integers(0, 20))
def test_a_row_is_drawn_as_it_would_be_of_the_whole_line(text: str, start: int, end: int) -> None:
    """With what is marked in it; of the rows above it, its tabs are told."""
    line, whole = (kind(text.replace("\n", " "), end="") for kind in (LongLine, Text))
    offsets = list(range(3, len(text), 3))
    for each in (line, whole):
        each.stylize("bold", start, end)
    rows = whole.divide(offsets)
    for at, row in enumerate(rows):
        ours = line.divide(offsets)
        drawn = ours[at]
        assert (drawn.plain, drawn.spans) == (row.plain, row.spans)
        above = [each.plain.count("\t") for each in rows[:at]]
        assert [ours[each].plain.count("\t") for each in range(at)] == above


async def test_a_long_answer_is_shown_where_it_is_written(home: Path) -> None:
    """Its end, and its beginning once the cursor is there."""
    line = "".join(f"word{number} " for number in range(4_000))
    async with debriefing(home) as stage:
        answer = stage.app.app.screen.focused
        assert isinstance(answer, TextArea)
        answer.insert(line, maintain_selection_offset=False)
        await stage.app.press("e", "n", "d")
        assert "word3999 end" in stage.app.text()
        answer.move_cursor((0, 0))
        await stage.app.press("x")
        assert "xword0 word1" in stage.app.text()
        await stage.app.press("ctrl+z")
        assert answer.text.startswith(line)
        assert "   word0 word1" in stage.app.text()


async def test_every_answer_is_wrapped_by_these_means(home: Path) -> None:
    """From the first time on, after a text was put there, and for each letter anew."""
    async with debriefing(home) as stage:
        area = stage.app.app.screen.query(TextArea).first()
        assert isinstance(area.wrapped_document, Lines)
        area.text = "".join(f"word{number % 97} " for number in range(30_000))
        await stage.app.settle()
        assert isinstance(area.wrapped_document, Lines)
        area.insert("x", (0, 90_000))  # from the first letter on the line is known
        wrapped: list[int] = []

        def count(text: str, width: int, tabs: int) -> list[int]:
            wrapped.append(len(text))
            return compute_wrap_offsets(text, width, tabs)

        with patch.object(long_lines, "compute_wrap_offsets", count):
            area.insert("x", (0, 100_000))
            await stage.app.settle()
        assert 0 < sum(wrapped) < 20_000
