"""Answers: what a mentor says to a question, or notes beside an entry without being asked."""

from __future__ import annotations

from datetime import date

from pydantic import AwareDatetime

from facilitui.core.base import Line, Record, Text

SOMEBODY = "somebody"
KIND = "answer"
"""What an answer is called in the journal."""


class Answer(Record):
    """One answer, which reads by itself: it says what was asked."""

    to: Text
    """The id of the question, or of the entry that it is a note on."""
    to_hash: str = ""
    """The hash of the revision that was read when it was written."""
    about: Text = ""
    """The id of the entry that the question is about; of a note the same as `to`."""
    session: str = ""
    title: Line = ""
    held_at: AwareDatetime | None = None
    zone: str = ""
    question: Text = ""
    """What was asked; empty for a note."""
    passage: Text = ""
    text: Text = ""
    giver: Line = ""
    """Who answered."""
    told: bool = False
    """Whether it was said, and written down by whom it was said to."""
    answered_on: date | None = None
    reason: Text = ""
    """Why this revision was made; empty for the first."""

    @property
    def is_note(self) -> bool:
        """Whether nobody had asked."""
        return self.to == self.about

    @property
    def by(self) -> str:
        """Who says so: "Ben", or "as told by Ben" where somebody else wrote it down."""
        giver = self.giver.strip()
        return f"as told by {giver or SOMEBODY}" if self.told else giver
