"""Private lines are taken out of what was written; everything else stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.debriefs.debrief import Answer, Debrief
from facilitui.core.reports.report_hiding import (
    KEPT,
    PRIVATE,
    short_ones_in,
    whole_sentences,
    without_lines,
    without_pulled,
)
from facilitui.core.reports.report_records import hidden
from facilitui.core.sessions.session import Note, NoteKind
from tests.core.strategies import texts

MARRIAGE = "My marriage is over and I cannot teach"


def capture(text: str, *, released: bool = False, kind: NoteKind = NoteKind.CAPTURE) -> Note:
    """A line that was typed while it ran."""
    return Note(1, kind, 0.0, "a", text, released)


@given(texts, texts, st.lists(texts, max_size=3))
def test_what_holds_nothing_private_stays_as_it_is(text: str, other: str, lines: list[str]) -> None:
    """Whatever it is made of; released lines and parked ones hide nothing."""
    notes = [capture(line, released=True) for line in lines]
    notes.append(capture(f"{other} zqz zqz", kind=NoteKind.PARKED))
    assert without_lines(notes, lambda note: "15:40")(text) == text


words = st.lists(st.sampled_from(["cried", "marriage", "never", "the", "she"]), max_size=4)
between = st.sampled_from([" ", ", ", "\n", " “", "” - ", "…", ". ", " *"])


@given(words, words, st.lists(between, min_size=12, max_size=12), st.booleans())
def test_words_are_compared_not_letters(
    before: list[str], after: list[str], gaps: list[str], loud: bool
) -> None:
    """No comma, quote, line break or capital letter between the words lets a line out."""
    line = [*before, "zqa", "zqb", "zqc", *after]
    pulled = "".join(word + gap for word, gap in zip(line, gaps, strict=False))
    hide = without_lines((capture(" ".join(line)),))
    told = hide(f"so {pulled.upper() if loud else pulled} she taught")
    assert "zq" not in told.lower() and told.startswith(f"so {PRIVATE}")
    assert told.endswith("she taught")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“My marriage is over, and I cannot teach”.", f"{PRIVATE}."),
        ("my  marriage\nis over and", PRIVATE),
        ("My marriage is over. So be it.", "My marriage is over. So be it."),
        ("She said he said it", "She said he said it"),
        ("At the end of the lesson", "At the end of the lesson"),
        ("Then at the end of the day we lost it.", f"Then {PRIVATE}."),
        ("昨日、彼は今日とても泣いていましたと", f"昨日、{PRIVATE} と"),
    ],
)
def test_a_line_is_known_by_five_words_in_a_row(text: str, told: str) -> None:
    """Or by all of a shorter one; a row that is in everybody's mouth is none by itself."""
    lines = (
        MARRIAGE,
        "he said",
        "at the end of the day we lost it",
        "彼は今日とても泣いていました",
    )
    assert without_lines(map(capture, lines))(text) == told


def test_what_was_pulled_in_goes_as_a_whole_by_its_time() -> None:
    """Whatever was changed in it, short ones too, unless it may be told of that time."""
    notes = (capture(MARRIAGE), capture("so sad"), capture("We heard.", released=True))
    hide = without_lines(notes, lambda note: "15:40")
    assert hide("He: “My divorce was hard” (15:40).") == f"He: {PRIVATE}."
    assert hide("“so sad” (15:40), “a “b” c” (15:40)") == f"{PRIVATE}, {PRIVATE}"
    for text in ("“we heard” (15:40)", "“My divorce was hard” (15:41)", "so sad (15:40)"):
        assert hide(text) == text
    assert without_pulled("a “b” (9:05) c “d”") == f"a {PRIVATE} c “d”"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "start earlier“My marriage is over and” (15:41) - until",
            f"start earlier {PRIVATE} - until",
        ),
        ("““My marriage is over and I cannot teach.”” (9:05)", PRIVATE),
        ("He: my marriage is over and (15:40)so", f"He: {PRIVATE} so"),
        ("“Well, my marriage is over and I” (9:05)", f"“Well, {PRIVATE}” (9:05)"),
    ],
)
def test_its_quotation_marks_and_its_time_go_with_it(text: str, told: str) -> None:
    """No hole is left, and no time of nothing; a stand-in touches no word."""
    assert without_lines((capture(MARRIAGE),), lambda note: "15:40")(text) == told


@pytest.mark.parametrize(
    ("text", "kept", "torn"),
    [
        (f"They read. Then {PRIVATE} and on. We left.", "They read. We left.", 1),
        (f"- one\n- {PRIVATE}\n- two", "- one\n- two", 1),
        (f"partly {PRIVATE} and on", KEPT, 1),
        (f"We read it until {PRIVATE} was said.", f"We read it until {PRIVATE} was said.", 0),
        (" as it was ", " as it was ", 0),
    ],
)
def test_a_sentence_of_which_little_is_left_goes_whole(text: str, kept: str, torn: int) -> None:
    """From five words on it still says something; where nothing is left, that is said."""
    assert whole_sentences(text)[0] == kept and len(whole_sentences(text)[1]) == torn


def test_a_short_one_that_stays_is_counted() -> None:
    """One or two words are words like any other; that they stand there is told."""
    notes = (capture("so sad"), capture("he"), capture(MARRIAGE), capture("x y", released=True))
    texts = ("It was so SAD, the theme.", "x y")
    assert short_ones_in(notes, texts, NoteKind.CAPTURE) == 1
    assert short_ones_in(notes, texts, NoteKind.MARK) == 0
    assert short_ones_in(notes, ("sad so", MARRIAGE), NoteKind.CAPTURE) == 0
    marked = (capture("so sad", kind=NoteKind.MARK),)
    assert short_ones_in(marked, texts, NoteKind.MARK) == 1


def test_what_was_released_as_well_is_not_hidden() -> None:
    """The same words were captured twice, and one of them may be quoted."""
    line = "We heard each other in the end."
    hide = without_lines((capture(line), capture(f"Yes: {line}", released=True)))
    assert hide(line) == line


def test_a_mark_that_says_something_is_private_too() -> None:
    """It is the host's alone (design §6)."""
    hide = without_lines((capture("she left early", kind=NoteKind.MARK),))
    assert hide("She left early.") == f"{PRIVATE}."


def test_references_and_closed_words_are_left_alone() -> None:
    """So that an answer is still found under its question."""
    line = "plus_delta.delta now"
    kept = Debrief(frame=line, answers=(Answer(id=line, ask=line, text=line),))
    safe = hidden(kept, without_lines((capture(line),)))
    assert (safe.frame, safe.answers[0].id) == (line, line)
    assert (safe.answers[0].ask, safe.answers[0].text, safe.my_role) == (
        *(PRIVATE, PRIVATE),
        kept.my_role,
    )
