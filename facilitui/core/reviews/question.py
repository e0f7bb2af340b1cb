"""Questions that somebody takes to their mentor, each about an entry, or a passage of one.

One without words is a mark: "to bring", and nothing typed. Both are for the mentor: no report of
a session for others pulls them in.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pydantic import AwareDatetime

from facilitui.core.base import Line, Record, Text
from facilitui.core.sealing import sha256
from facilitui.core.words import Word

KIND = "question"
"""What a question is called in the journal."""
MARK = f"{KIND}-mark"
"""How the ids of marks begin: an entry has one at most, whoever sets it."""
_DIGITS = 12


class Standing(Word):
    """How far a question has come."""

    OPEN = "open"
    ANSWERED = "answered"
    SETTLED = "settled"
    TAKEN_BACK = "taken_back", "Taken back"

    @property
    def waits(self) -> bool:
        """Whether something is still to be done about it."""
        return self in {Standing.OPEN, Standing.ANSWERED}


class Question(Record):
    """A question, or a mark. What it stands as by its answers is told by `standing`."""

    about: Text
    """The id of the entry."""
    about_hash: str = ""
    """The hash of the revision that was read when it was asked."""
    session: str = ""
    """The session of that entry, empty without one; so they stand together."""
    title: Line = ""
    """What the entry was called then."""
    held_at: AwareDatetime | None = None
    """When that session was held, so that both stand under the same day."""
    zone: str = ""
    passage: Text = ""
    """The words that it is about, as they stood there; empty for the entry as a whole."""
    text: Text = ""
    """What is asked; empty for a mark."""
    asked_on: date | None = None
    state: Standing = Standing.OPEN
    """What whoever asked says of it."""
    reason: Text = ""
    """Why this revision was made; empty for the first."""
    heard: tuple[str, ...] = ()
    """The hashes of the answers that were there when it was opened once more."""


def standing(question: Question, *, answered: bool) -> Standing:
    """How far a question has come: an answer that came says more than that it was open."""
    is_open = question.state is Standing.OPEN
    return Standing.ANSWERED if is_open and answered else question.state


def settled(question: Question, heard: Iterable[str] = ()) -> Question:
    """The question as the next revision has it where it is done with, or open once more.

    `heard` are the hashes of the answers to it: those do not answer what is open once more.
    """
    return _turned(question, Standing.SETTLED, heard)


def marked(question: Question, heard: Iterable[str] = ()) -> Question:
    """A mark that is taken back where it waits, and set again where it was done with."""
    return _turned(question, Standing.TAKEN_BACK, heard)


def _turned(question: Question, done: Standing, heard: Iterable[str]) -> Question:
    if question.state.waits:
        return question.model_copy(update={"state": done, "reason": ""})
    return opened_again(question, heard).model_copy(update={"reason": ""})


def opened_again(question: Question, heard: Iterable[str]) -> Question:
    """The question as it waits once more, for another answer than those of these hashes."""
    return question.model_copy(update={"state": Standing.OPEN, "heard": tuple(sorted(heard))})


def mark_id(about: str) -> str:
    """What the mark on an entry is called."""
    return f"{MARK}-{digest(about)}"


def digest(entry: str) -> str:
    """Twelve digits that stand for an entry within the names of what is about it.

    A draft is kept under such a name, and an id that somebody else made up may be no file's name.
    """
    return sha256(entry)[:_DIGITS]
