"""What of a journal goes between an apprentice and their mentor, read out of its documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from facilitui.core import entries
from facilitui.core.answer import KIND as ANSWER
from facilitui.core.answer import Answer
from facilitui.core.base import Record
from facilitui.core.growth import KIND as GROWTH
from facilitui.core.growth import Growth
from facilitui.core.journal import Document, body_of, hash_of
from facilitui.core.mentoring import Mentoring, mentoring
from facilitui.core.mentoring_sections import beside_entry
from facilitui.core.question import KIND as QUESTION
from facilitui.core.question import Question, digest
from facilitui.core.said import Section
from facilitui.services.journal_entries import records

R = TypeVar("R", bound=Record)
MOST_PASSAGES = 60
"""So many of an entry's paragraphs can be chosen from."""


def picture(newest: Mapping[str, Document]) -> Mentoring:
    """All of it, those that were saved last first; what cannot be read is left out."""
    seals = {key: hash_of(each) for key, each in newest.items() if each["kind"] == ANSWER}
    return mentoring(
        _of(newest, QUESTION, Question),
        _of(newest, ANSWER, Answer),
        _of(newest, GROWTH, Growth),
        seals,
    )


def _of(newest: Mapping[str, Document], kind: str, model: type[R]) -> Iterator[tuple[str, R]]:
    found = {key: each for key, each in newest.items() if each["kind"] == kind}
    by_moment = sorted(found.items(), key=lambda each: str(each[1]["made_at"]), reverse=True)
    yield from records(dict(by_moment), model)


def beside(newest: Mapping[str, Document], entry: str) -> tuple[Section, ...]:
    """What stands of it on the page of an entry."""

    def named(other: str) -> str:
        document = newest.get(other)
        return entries.title(other, body_of(document)) if document is not None else other

    return beside_entry(picture(newest), entry, named)


def passages(document: Document) -> tuple[str, ...]:
    """The paragraphs that an entry says, each once and in their order, behind their question."""
    found: dict[str, None] = {}
    for piece in entries.pieces(body_of(document)):
        if piece.text.strip() and not piece.is_name:
            lines = (*piece.ask.splitlines(), *piece.text.splitlines())
            found |= dict.fromkeys(filter(_is_said, map(str.strip, lines)))
    return tuple(found)[:MOST_PASSAGES]


def about_in(name: str, newest: Iterable[str]) -> str:
    """The entry that a draft of a question or an answer is about; empty where it is not here."""
    digits = name.rpartition("-")[2]
    return next((entry for entry in newest if digest(entry) == digits), "")


def _is_said(line: str) -> bool:
    """Whether a line is more than a name: scripts without blanks say much in few signs."""
    return len(line.split()) > 1 or (len(line) > 1 and not line.isascii())
