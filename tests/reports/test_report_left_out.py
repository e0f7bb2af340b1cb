"""What a report leaves out is told at its end by its kind, and only where there is such."""

from __future__ import annotations

import pytest

from facilitui.core.debrief import Answer
from facilitui.core.report_left_out import left_out
from facilitui.core.report_reader import Reader
from tests.reports.cases import BARE, case, debrief
from tests.reports.test_session_report import text


def test_the_leaving_out_is_listed_at_the_end() -> None:
    """What and how much, never what it says; summed where sessions are several."""
    told = text(Reader.LEADER, case(), case(("One thing said.", "Two things said.")))
    assert told.rstrip().split("\n")[-1] == (
        "Left out: 3 private captures, the host's notes and marks, 2 attachments without consent, "
        "what was written about aftercare, what was parked, what was promised before, "
        "the timings, what became of the norms, the scores, the observers' feedback, "
        "the facilitator's own reflection, what participants wrote, names of people."
    )
    assert left_out((BARE,), Reader.MENTOR) == ()


@pytest.mark.parametrize(
    ("reader", "kinds", "others"),
    [
        (
            Reader.COUNCIL,
            ("what shows it", "how participants found", "quotes that were", "files", "the timings"),
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
            ("what was parked", "the timings", "what participants wrote", "names of people"),
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
    assert set(left_out((BARE,), reader)) <= {"names of people"}


def test_sentences_that_were_left_out_whole_are_counted() -> None:
    """Of what the reader gets only; whoever shares the work reads them with a stand-in."""
    answers = (Answer(id="plus_delta.plus", ask="What worked?", text="So: a secret line."),)
    torn = case(debrief=debrief(learned="They read. Then: a secret line.", answers=answers))
    told = text(Reader.LEADER, torn)
    assert "They read.\n" in told and "Then" not in told
    assert "names of people, 1 sentence that held little but a private line." in told
    assert "2 sentences that held little" in text(Reader.SPONSOR, torn)
    assert "Then: (private)." in text(Reader.MENTOR, torn)


def test_what_could_not_be_kept_out_is_told() -> None:
    """Names that nobody could look up, and a capture of a word or two that stands in the text."""
    told = left_out(
        (case(("sad",), unnamed=True, debrief=debrief(learned="A sad day.")),), Reader.LEADER
    )
    assert told[-2] == "names of people, though not all could be looked up"
    assert told[-1] == (
        "but for 1 private capture of one or two words that stands among what was written"
    )
