"""Entries that stay and name somebody whom a purge takes: their texts without the names.

A sealed revision is never changed. So what an entry says without the names becomes its next
revision, and those before it in which they stand are purged, as any revision is. Only what people
wrote changes, and there only what is plainly a name (`names_for_good`): who observed, what
something is called, links that are all of a text and the programme's own words stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pydantic import ValidationError

from facilitui.core.any_shape import Body
from facilitui.core.journals.entries import LOGGED, PATHWAY, PURGED, ROSTER, WITHDRAWN
from facilitui.core.journals.entry_records import MODELS
from facilitui.core.journals.journal import Document, body_of, hash_of, is_blanked, latest
from facilitui.core.journals.rivals import rivals
from facilitui.core.pathways.roster import enrolment_of, roster_id
from facilitui.core.privacy.links_out import LINK
from facilitui.core.privacy.names_for_good import Where, where_for_good
from facilitui.core.privacy.purge_texts import rewritten, strings
from facilitui.core.privacy.purging import seal_of
from facilitui.core.reports.name_keys import looked_for
from facilitui.core.reports.report_names import where_named
from facilitui.core.reports.report_words import Span, replaced

AROUND = 24
"""So many letters before a name, and twice as many from it on, show what it is about."""
_SAYS_NOTHING_OF_IT = frozenset({PATHWAY, PURGED})
"""A programme's words, and records in which nobody writes."""
_STAYS = frozenset({ROSTER, WITHDRAWN})
"""Other groups' rosters are purged by themselves, and so is what counts no more."""
_OF_THE_PROGRAMME = {LOGGED: ("text", "asks")}
NAMES_TYPED = "names that were typed into other entries, which papers made from now on do not hide"
NAMES_ELSEWHERE = (
    "names that were typed in another way, into plans, into what is half typed or while a session "
    "ran; papers made from now on do not hide them"
)
_WORD_BEGINS = r"(?:(?<![^\W\d_])|(?<=[a-z])(?=[A-Z]))"
NAMED_STILL = "{} with such a name"


@dataclass(frozen=True, slots=True)
class NamedIn:
    """An entry that stays and names somebody."""

    entry: str
    kind: str
    changes: tuple[str, ...] = ()
    """The words around each place that would change, those of the newest revision first."""
    still: tuple[str, ...] = ()
    """The words around each place that would not, where somebody may be named."""
    body: Body | None = None
    """What it says without the names, to be saved; None where it says none now, or has to stay."""
    over: str = ""
    """The hash of the revision that this goes over."""
    revisions: tuple[str, ...] = ()
    """What names those of its revisions that go; none where nothing can be taken out of it."""
    left: bool = False
    """Whether it may name somebody all the same, as who observed, or in an ordinary word."""

    @property
    def can_go(self) -> bool:
        """Whether names can be taken out of it."""
        return bool(self.revisions)


def named_in(
    documents: Collection[Document], people: Sequence[str], gone: Collection[str]
) -> tuple[NamedIn, ...]:
    """The entries but those that go which name somebody, in the order of their ids.

    They are found by the rule that names are hidden by on papers
    (`facilitui.core.reports.report_names`), and changed by the stricter one of `names_for_good`.
    """
    names = _Names.of(people)
    others = (
        each
        for each in documents
        if each["id"] not in gone
        and each["kind"] not in _SAYS_NOTHING_OF_IT
        and not is_blanked(each)
    )
    by_entry = groupby(sorted(others, key=_id), key=_id) if people else ()
    found = (_found([*own], names) for _, own in by_entry)
    return tuple(each for each in found if each is not None)


def names_anybody(people: Sequence[str]) -> Callable[[Any], bool]:
    """Tells whether in a value of any shape, such as a draft, somebody may be named."""
    names = _Names.of(people)
    return lambda value: bool(people) and bool(names.around({"": value}))


def typed_told(entries: Iterable[str], cleaned: Collection[NamedIn]) -> str:
    """What is told of names in texts where a roster goes and its enrolment stays; else nothing."""
    every = {*entries}
    rosters = (each for each in every if each.startswith(roster_id("")))
    if all(enrolment_of(each) in every for each in rosters):
        return ""
    return NAMES_ELSEWHERE if cleaned else NAMES_TYPED


def seals_of(cleaned: Iterable[NamedIn]) -> tuple[str, ...]:
    """What names the revisions that go where names are taken out."""
    return tuple(seal for each in cleaned for seal in each.revisions)


def kept_told(named: Collection[NamedIn]) -> str:
    """What is told of those that name somebody still, with a place for how many they are."""
    return NAMED_STILL if named else "{}"


def _id(document: Document) -> str:
    return str(document["id"])


@dataclass(frozen=True, slots=True)
class _Names:
    """How names are looked for."""

    may_stand: Where
    """As papers hide them."""
    may_go: Where
    parts: re.Pattern[str]

    @classmethod
    def of(cls, people: Sequence[str]) -> _Names:
        return cls(where_named(people), where_for_good(people), _begins_with(people))

    def around(self, body: Body) -> list[str]:
        """The words around each place of a body in which somebody may be named."""
        texts = (text for text in strings(body) if _may_name(text, self.parts))
        return [_around(text, span) for text in texts for span in self.may_stand(text)]

    def taken_out(self, document: Document) -> tuple[Body, list[str]]:
        """What a revision says without names, and the words around each place that changed."""
        places: list[str] = []

        def change(text: str) -> str:
            spans = self.may_go(text) if _may_name(text, self.parts) else []
            spans = [] if LINK.fullmatch(text.strip()) else spans
            places.extend(_around(text, span) for span in spans)
            return replaced(text, spans)

        return _without(body_of(document), document["kind"], change), places


def _found(own: Sequence[Document], names: _Names) -> NamedIn | None:
    """One entry, by its revisions that say something; None where it names nobody."""
    naming = [(each, around) for each in own if (around := names.around(_own_words(each)))]
    if not naming:
        return None
    newest = latest(own)[_id(own[0])]
    entry, kind = _id(newest), str(newest["kind"])
    stays = NamedIn(entry, kind, still=_each(around for _, around in naming), left=True)
    if not _can_change(own, newest):
        return stays
    said = body_of(newest)
    after, places = names.taken_out(newest)
    if after != said and not _can_be_read(kind, after):
        return stays
    before = [(each, names.taken_out(each)[1], around) for each, around in naming]
    still = [around for each, gone, around in before if not gone and each is not newest]
    still = [names.around(_own_words(newest, after)), *reversed(still)]
    changes = [gone for each, gone, _ in reversed(before) if each is not newest]
    return NamedIn(
        entry,
        kind,
        changes=_each([places, *changes]),
        still=_each(still),
        body=after if after != said else None,
        over=hash_of(newest),
        revisions=tuple(dict.fromkeys(seal_of(each) for each, gone, _ in before if gone)),
        left=any(still),
    )


def _each(revisions: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """The places of revisions; what an earlier one has been told of already is told once."""
    told: list[str] = []
    for places in revisions:
        before = {*told}
        told += (each for each in places if each not in before)
    return tuple(told)


def _can_change(own: Sequence[Document], newest: Document) -> bool:
    """Whether a revision can be saved over the newest, and those before it purged."""
    kinds = {str(each["kind"]) for each in own}
    is_sealed = all(map(seal_of, own))
    return is_sealed and kinds <= MODELS.keys() - _STAYS and not (len(own) > 1 and rivals(own))


def _can_be_read(kind: str, body: Body) -> bool:
    try:
        MODELS[kind].model_validate(body)
    except (ValidationError, ValueError, OverflowError):
        return False
    return True


def _own_words(document: Document, body: Body | None = None) -> Body:
    """What a revision says but for the programme's words in it."""
    said = body_of(document) if body is None else body
    programmes = _OF_THE_PROGRAMME.get(document["kind"], ())
    return {name: value for name, value in said.items() if name not in programmes}


def _without(body: Body, kind: str, change: Callable[[str], str]) -> Body:
    """A body without names in what people wrote."""
    programmes = _OF_THE_PROGRAMME.get(kind, ())
    own = {name: value for name, value in body.items() if name not in programmes}
    return {**body, **rewritten(own, change)}


def _begins_with(people: Iterable[str]) -> re.Pattern[str]:
    """Finds words that begin as one does by which somebody is looked for, as this is compared."""
    parts = {max(keys, key=lambda key: (key.isalpha(), len(key))) for keys in looked_for(people)}
    return re.compile(f"{_WORD_BEGINS}(?i:{'|'.join(sorted(map(re.escape, parts)))})")


def _may_name(text: str, parts: re.Pattern[str]) -> bool:
    """Whether a text is worth being looked at closely: one that has only letters without accents
    names somebody as that is compared."""
    return not text.isascii() or parts.search(text) is not None


def _around(text: str, span: Span) -> str:
    """The words around a place, on a line."""
    begin, end = max(0, span.start - AROUND), max(span.end, span.start + 2 * AROUND)
    words = " ".join(text[begin:end].split())
    return f"{'…' if begin else ''}{words}{'…' if end < len(text) else ''}"
