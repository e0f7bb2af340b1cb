"""What of a journal goes between an apprentice and their mentor, read out of its documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from facilitui.core.base import Record
from facilitui.core.journals import entries
from facilitui.core.journals.entry_moments import Local
from facilitui.core.journals.entry_named import all_named
from facilitui.core.journals.journal import Document, body_of, hash_of
from facilitui.core.journals.said import Section
from facilitui.core.reviews.answer import KIND as ANSWER
from facilitui.core.reviews.answer import Answer
from facilitui.core.reviews.growth import KIND as GROWTH
from facilitui.core.reviews.growth import Growth, GrowthState
from facilitui.core.reviews.mentoring import Mentoring, State, mentoring
from facilitui.core.reviews.mentoring_sections import beside_entry
from facilitui.core.reviews.question import KIND as QUESTION
from facilitui.core.reviews.question import Question, Standing, digest
from facilitui.services.journals.journal_entries import records
from facilitui.services.pathways.entry_names import called_in

R = TypeVar("R", bound=Record)
NOTHING: Mapping[str, State] = MappingProxyType({})
MOST_PASSAGES = 60
"""So many of an entry's paragraphs can be chosen from."""


def picture(newest: Mapping[str, Document], stays: Mapping[str, State] = NOTHING) -> Mentoring:
    """All of it, those that were saved last first; what cannot be read is left out.

    `stays` are the questions and the goals that are still listed as what they were.
    """
    seals = {key: hash_of(each) for key, each in newest.items() if each["kind"] == ANSWER}
    return mentoring(
        _of(newest, QUESTION, Question),
        _of(newest, ANSWER, Answer),
        _of(newest, GROWTH, Growth),
        seals,
        stays,
    )


def as_first_saved(between: Mentoring, revisions: Mapping[str, Sequence[Document]]) -> Mentoring:
    """The same in the order in which all was saved first, the last first: no revision moves any.

    What was saved in one second has its place by its id.
    """

    def by_first(entry: str) -> tuple[str, str]:
        return str(revisions[entry][0]["made_at"]), entry

    def is_done(entry: str) -> bool:
        return between.stays.get(entry, between.goals[entry].state) is not GrowthState.OPEN

    goals = sorted(sorted(between.goals, key=by_first, reverse=True), key=is_done)
    return replace(
        between,
        asked=tuple(sorted(between.asked, key=lambda each: by_first(each.id), reverse=True)),
        notes=tuple(sorted(between.notes, key=lambda each: by_first(each.id), reverse=True)),
        goals={entry: between.goals[entry] for entry in goals},
    )


def without_heard(
    stays: Mapping[str, State], newest: Mapping[str, Document], came: Iterable[str]
) -> dict[str, State]:
    """What is still listed as what it was: a question that waited is where answers came for it."""
    heard = {body_of(newest[key]).get("to") for key in came if newest[key]["kind"] == ANSWER}
    return {k: was for k, was in stays.items() if was is not Standing.OPEN or k not in heard}


def _of(newest: Mapping[str, Document], kind: str, model: type[R]) -> Iterator[tuple[str, R]]:
    found = {key: each for key, each in newest.items() if each["kind"] == kind}
    by_moment = sorted(found.items(), key=lambda each: str(each[1]["made_at"]), reverse=True)
    yield from records(dict(by_moment), model)


def beside(newest: Mapping[str, Document], entry: str, *, but: str = "") -> tuple[Section, ...]:
    """What stands of it on the page of an entry; `but` is one that stands elsewhere."""
    return beside_entry(picture(newest), entry, but=but)


def named_in(
    record: Record | None, newest: Mapping[str, Document], local: Local
) -> Mapping[str, str]:
    """What the entries are called that an entry names, by their ids.

    Of one about an enrolment also what the pathway and the enrolment call things.
    """
    if not isinstance(record, Growth):
        return called_in(record, newest, local)
    named = (each.entry for each in record.steps if each.entry in newest)
    return all_named((newest[entry] for entry in named), local)


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
