"""What was pulled into an answer is found again, whatever its quotation marks are."""

from __future__ import annotations

from datetime import UTC

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facilitui.core.debriefs.asked_moments import pulled, time_of
from facilitui.core.reports.report_hiding import PRIVATE, without_lines, without_pulled
from facilitui.core.reports.report_pulled import pulled_in
from facilitui.core.sessions.session import Note, NoteKind
from facilitui.core.told import QUOTES
from tests.core.making import START
from tests.core.strategies import texts


def capture(text: str) -> Note:
    """A private line of the tenth minute."""
    return Note(1, NoteKind.CAPTURE, 600.0, "a", text)


def when(note: Note) -> str:
    """Its time of day."""
    return time_of(note.elapsed, START, UTC)


own = st.sampled_from(["{}", *(f"{pair[0]}{{}}{pair[1]}" for pair in QUOTES)])
"""The marks that a line brings of its own, or none."""
marks = st.text("".join(set("".join(QUOTES))) + " b", max_size=6)


@given(own, st.sampled_from(["zqa", "zqa zqb", "zqa zqb zqc"]), st.booleans())
@example('"{}"', "zqa", False)
@example("«{}»", "zqa", True)
@example("„{}“", "zqa zqb", False)
def test_no_private_line_stays_as_it_was_pulled_in(quoted: str, line: str, changed: bool) -> None:
    """Short or long, with marks of its own or without, as it was or changed; with no log too."""
    note = capture(quoted.format(line))
    text = f"Slow down when {pulled(note, START, UTC)} was said."
    if changed:
        text = text.replace("zqa", "zqd, zqe")
    told = f"Slow down when {PRIVATE} was said."
    assert without_lines((note,), when)(text) == without_pulled(text) == told


@given(marks, marks, st.sampled_from(["", "zqc"]), texts, texts)
def test_nor_with_marks_within_that_do_not_pair(
    a: str, b: str, end: str, left: str, right: str
) -> None:
    """Whatever stands around it, one or two words or more."""
    note = capture(f"zqa{a}zqb{b}{end}")
    text = f"{left}\n{pulled(note, START, UTC)}{right}"
    assert "zq" not in without_lines((note,), when)(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“We «saw» it” (20:40), “so sad” (15:00)", "“We «saw» it” (20:40), “so sad” (15:00)"),
        ("She «saw» it, »so sad« (20:40).", f"She «saw» it, {PRIVATE}."),
        ('the 6" board: "so sad" (20:40)', f'the 6" board: {PRIVATE}'),
        ('She said "yes" and "so sad" (20:40)', f'She said "yes" and {PRIVATE}'),
        ("“so sad”. (at 20:40, Ana) And on.", f"{PRIVATE} And on."),
        ("“so\nsad” ( 20:40 )", PRIVATE),
        ("“so “sad” (20:40)", PRIVATE),
        ("“so ”sad” (20:40)", PRIVATE),
        ("so sad” (20:40)", "so sad” (20:40)"),
        ("“She said” that at (20:40)", "“She said” that at (20:40)"),
    ],
)
def test_it_is_known_by_its_marks_and_its_time(text: str, told: str) -> None:
    """What stands between other marks, or was typed at another time, stays."""
    told_there = Note(2, NoteKind.PARKED, 600.0, "a", "We «saw» it")
    assert without_lines((capture("so sad"), told_there), when)(text) == told


@given(st.text('“”„"«» \n()1:50a', max_size=60))
def test_whatever_is_written_is_gone_through(text: str) -> None:
    """In order and without overlap; each is words between marks that belong together."""
    done = 0
    for found in pulled_in(text, lambda found: True):
        assert done <= found.start < found.end <= len(text) and found.times
        assert found.words in text[found.start : found.end]
        done = found.end
