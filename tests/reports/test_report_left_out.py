"""What a report leaves out is told at its end by its kind, and only where there is such."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from facilitui.core.debriefs.debrief import Answer, Earlier, MarkTold, Planner
from facilitui.core.debriefs.scores import Score, SelfScores
from facilitui.core.reports.report_case import Case
from facilitui.core.reports.report_left_out import left_out
from facilitui.core.reports.report_making import report_of
from facilitui.core.reports.report_reader import Reader
from facilitui.core.responses.feedback import Feedback, Item, Response
from facilitui.core.sessions.session import Note, NoteKind
from tests.reports.cases import BARE, attachment, case, debrief, observation, responses
from tests.reports.test_session_report import text

NAMES = "names of people, as far as they are known; no others were sought"


def everything_told(one: Case, reader: Reader) -> tuple[str, ...]:
    """What the end of a report tells of one session."""
    return report_of(reader, [one]).left_out


def test_the_leaving_out_is_listed_at_the_end() -> None:
    """What and how much, never what it says; summed where sessions are several."""
    told = text(Reader.LEADER, case(), case(("One thing said.", "Two things said.")))
    assert told.rstrip().split("\n")[-1] == (
        "Left out: 3 private captures, the host's notes and marks, 2 attachments without consent, "
        "what was written about aftercare, what was parked, what was promised before, "
        "the timings of each block, what became of the norms, the scores, the observers' feedback, "
        "the facilitator's own reflection, what participants wrote, "
        "names of people, as far as they are known; no others were sought."
    )
    assert left_out((BARE,), Reader.MENTOR) == ()


@pytest.mark.parametrize(
    ("reader", "kinds", "others"),
    [
        (
            Reader.COUNCIL,
            (
                "what shows it",
                "how participants found",
                "quotes that were",
                "files",
                "the timings of",
            ),
            ("how far participants came", "what participants learned", "next steps"),
        ),
        (
            Reader.CO_FACILITATOR,
            (
                "whether goals",
                "how far",
                "the rest of the facilitator's",
                "what participants learned",
            ),
            ("what was parked", "the timings of", "what participants wrote", "names of people"),
        ),
        (Reader.SPONSOR, ("next steps", "the rest of the facilitator's own"), ("what shows it",)),
        (Reader.MENTOR, ("what participants wrote",), ("files", "the scores", "names of people")),
    ],
)
def test_each_kind_that_is_left_out_is_listed(
    reader: Reader, kinds: tuple[str, ...], others: tuple[str, ...]
) -> None:
    """Only where there is such: nothing is left out of a session of which nothing is known."""
    told = left_out((case(),), reader)
    assert not [each for each in kinds if not any(what.startswith(each) for what in told)], told
    assert not [each for each in others if any(what.startswith(each) for what in told)], told
    assert set(left_out((BARE,), reader)) <= {NAMES}


def test_sentences_that_were_left_out_whole_are_counted() -> None:
    """Of what the reader gets only; whoever shares the work reads them with a stand-in."""
    answers = (Answer(id="plus_delta.plus", ask="What worked?", text="So: a secret line."),)
    torn = case(debrief=debrief(learned="They read. Then: a secret line.", answers=answers))
    told = text(Reader.LEADER, torn)
    assert "They read.\n" in told and "Then" not in told
    assert f"{NAMES}, 1 sentence that held little but a private line." in told
    assert "2 sentences that held little" in text(Reader.SPONSOR, torn)
    assert "Then: (private)." in text(Reader.MENTOR, torn)


def test_what_could_not_be_kept_out_is_told() -> None:
    """Names that nobody could look up, and a capture of a word or two that stands in the text."""
    one = case(("sad",), unnamed=True, debrief=debrief(learned="A sad day."))
    told = everything_told(one, Reader.LEADER)
    known = "as far as they are known; no others were sought"
    assert told[-2] == f"names of people, though not all could be looked up, {known}"
    assert told[-1] == (
        "but for 1 private capture of one or two words that stands among what was written"
    )


SAID = "Some cried and two left, so slow down."


def noted(*notes: tuple[NoteKind, str], **fields: Any) -> Case:
    """A session with such private lines in its log."""
    one = case((), participants=(), **fields)
    assert one.run is not None
    kept = tuple(Note(90 + at, kind, 60.0, "a", text) for at, (kind, text) in enumerate(notes))
    facts = replace(one.run.facts, notes=(*one.run.facts.notes, *kept))
    return replace(one, run=replace(one.run, facts=facts))


@pytest.mark.parametrize(
    ("notes", "told"),
    [
        ([(NoteKind.CAPTURE, "Some cried")], "1 private capture of one or two words that stands"),
        ([(NoteKind.MARK, "two left")], "1 private mark of one or two words that stands"),
        (
            [(NoteKind.CAPTURE, "Some cried"), (NoteKind.MARK, "two left")],
            "1 private capture and 1 private mark of one or two words that stand",
        ),
        ([(NoteKind.CAPTURE, "nobody came")], ""),
    ],
)
def test_short_lines_are_counted_where_they_stand(
    notes: list[tuple[NoteKind, str]], told: str
) -> None:
    """Captures and marks alike; of none to a reader who does not get what they stand in."""
    answer = Answer(id="plus_delta.plus", ask="What worked?", text=SAID)
    one = noted(*notes, debrief=debrief(answers=(answer,)))
    for reader in (Reader.SPONSOR, Reader.MENTOR):
        found = [words for words in everything_told(one, reader) if words.startswith("but for")]
        assert found == ([f"but for {told} among what was written"] if told else [])
    for reader in (Reader.COUNCIL, Reader.LEADER, Reader.POINT_PERSON):
        assert "but for" not in "".join(everything_told(one, reader))


@pytest.mark.parametrize(
    "fields",
    [
        {"title": SAID},
        {"observations": (observation(feedback=SAID),)},
        {"observations": (observation(scores=(Score(criterion="c", level=1, note=SAID),)),)},
        {"scores": SelfScores(scores=(Score(criterion="c", level=1, note=SAID),))},
        {"attachments": (attachment("two left.pdf"),)},
        {"feedback": (Feedback(responses=responses(5), example=SAID),)},
        {"debrief": debrief(place="two left")},
        {"debrief": debrief(planned_with=(Planner(person="two left"),))},
        {"debrief": debrief(marks=(MarkTold(mark=1, text=SAID),))},
        {"debrief": debrief(earlier=(Earlier(entry="e", text="Wait.", happened=SAID),))},
    ],
)
def test_a_short_line_is_counted_wherever_it_stands(fields: dict[str, Any]) -> None:
    """In all that the mentor is handed; nowhere where it is hidden, as it was pulled in."""
    one = noted((NoteKind.MARK, "two left"), **fields)
    assert "but for 1 private mark" in everything_told(one, Reader.MENTOR)[-1]
    pulled = noted(
        (NoteKind.CAPTURE, "two left"), debrief=debrief(learned="So “two left” (15:31).")
    )
    assert "but for" not in "".join(everything_told(pulled, Reader.MENTOR))


@pytest.mark.parametrize(
    ("levels", "reader", "told"),
    [
        ({Item.PACE: 2}, Reader.LEADER, True),
        ({Item.PACE: 2}, Reader.COUNCIL, False),
        ({Item.PACE: 2}, Reader.SPONSOR, False),
        ({Item.BEFORE: 1, Item.NOW: 2}, Reader.COUNCIL, True),
        ({Item.BEFORE: 1, Item.NOW: 2}, Reader.SPONSOR, True),
        ({Item.BEFORE: 1}, Reader.LEADER, False),
        ({Item.PACE: 2, Item.BEFORE: 1, Item.NOW: 2}, Reader.MENTOR, False),
    ],
)
def test_figures_of_few_are_told_as_left_out_to_whom_they_would_be_told(
    levels: dict[Item, int], reader: Reader, told: bool
) -> None:
    """Question by question: nobody misses an answer that nobody was asked for."""
    heard = Feedback(attendance=8, responses=(Response(levels=levels),) * 4)
    left = everything_told(case(feedback=(heard,)), reader)
    assert ("figures where fewer than 5 answered" in left) is told
