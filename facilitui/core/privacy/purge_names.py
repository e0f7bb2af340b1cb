"""Entries that stay and name somebody whom a purge takes: their texts without the names.

A sealed revision is never changed. So what an entry says without the names becomes its next
revision, and those before it in which they stand are purged, as any revision is. Only what people
wrote changes, and of that only the words that somebody chose (`names_for_good` tells which of them
are sure): who observed, what something is called, links that are all of a text and the programme's
own words stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from pydantic import ValidationError

from facilitui.core.any_shape import Body
from facilitui.core.journals.entries import LOGGED, PATHWAY, PURGED, ROSTER, WITHDRAWN
from facilitui.core.journals.entry_records import MODELS
from facilitui.core.journals.journal import Document, body_of, hash_of, is_blanked, latest
from facilitui.core.journals.revising import TAKES_BACK
from facilitui.core.journals.rivals import rivals
from facilitui.core.privacy.links_out import LINK
from facilitui.core.privacy.named_entries import Chosen, NamedIn, Place
from facilitui.core.privacy.names_for_good import Standing, Where, where_for_good
from facilitui.core.privacy.purge_texts import rewritten, strings
from facilitui.core.privacy.purging import seal_of
from facilitui.core.privacy.words_around import words_around
from facilitui.core.reports.name_keys import looked_for
from facilitui.core.reports.report_names import where_named
from facilitui.core.reports.report_words import Span, replaced

_SAYS_NOTHING_OF_IT = frozenset({PATHWAY, PURGED})
"""A programme's words, and records in which nobody writes."""
_STAYS = frozenset({ROSTER, WITHDRAWN})
"""Other groups' rosters are purged by themselves, and so is what counts no more."""
_OF_THE_PROGRAMME = {LOGGED: ("text", "asks")}
_WORD_BEGINS = r"(?:(?<![^\W\d_])|(?<=[a-z])(?=[A-Z]))"


def named_in(
    documents: Collection[Document], people: Sequence[str], gone: Collection[str]
) -> tuple[NamedIn, ...]:
    """The entries but those that go which name somebody, in the order of their ids.

    They are found by the rule that names are hidden by on papers
    (`facilitui.core.reports.report_names`). Nothing is chosen yet.
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


def _id(document: Document) -> str:
    return str(document["id"])


@dataclass(frozen=True, slots=True)
class _Names:
    """How names are looked for."""

    may_stand: Callable[[str], list[Span]]
    """As papers hide them."""
    may_go: Where
    parts: re.Pattern[str]

    @classmethod
    def of(cls, people: Sequence[str]) -> _Names:
        return cls(where_named(people), where_for_good(people), _begins_with(people))

    def around(self, body: Body) -> list[str]:
        """The words around each place of a body in which somebody may be named."""
        texts = (text for text in strings(body) if _may_name(text, self.parts))
        return [each for text in texts for each in words_around(text, self.may_stand(text))]

    def places(self, document: Document) -> Iterator[Place]:
        """What may be taken out of a revision: each word of each of its texts, and how certain."""
        texts: list[str] = []

        def look_at(text: str) -> str:
            texts.append(text)
            return text

        _without(body_of(document), document["kind"], look_at)
        for text in texts:
            standing = self._standing(text)
            for chosen in dict.fromkeys(each.chosen for each in standing):
                own = [each for each in standing if each.chosen == chosen]
                around = words_around(text, [each.span for each in own])
                yield Place(*chosen, own[0].is_link, tuple(around))

    def taken_out(self, document: Document, words: Collection[Chosen]) -> Body:
        """What a revision says without some words."""

        def change(text: str) -> str:
            return replaced(text, _spans(self._standing(text), words))

        return _without(body_of(document), document["kind"], change)

    def _standing(self, text: str) -> list[Standing]:
        is_told = _may_name(text, self.parts) and not LINK.fullmatch(text.strip())
        return self.may_go(text) if is_told else []


def _spans(standing: Iterable[Standing], words: Collection[Chosen]) -> list[Span]:
    return [each.span for each in standing if each.chosen in words]


def _found(own: Sequence[Document], names: _Names) -> NamedIn | None:
    """One entry, by its revisions that say something; None where it names nobody."""
    around = {hash_of(each): names.around(_own_words(each)) for each in own}
    if not any(around.values()):
        return None
    newest = latest(own)[_id(own[0])]
    order = [newest, *(each for each in reversed(own) if each is not newest)]
    stays = NamedIn(
        _id(newest), str(newest["kind"]), still=_each(around[hash_of(e)] for e in order)
    )
    if not _can_change(own):
        return replace(stays, is_rivalled=len(own) > 1 and bool(rivals(own)))

    def takes(asked: NamedIn) -> NamedIn:
        return _taken(asked, order, names, around)

    found = replace(stays, places=_places(p for each in order for p in names.places(each)))
    whole = takes(replace(found, changes=found.places))
    return replace(found, takes=takes) if whole.revisions else stays


def _taken(
    asked: NamedIn,
    order: Sequence[Document],
    names: _Names,
    around: Mapping[str, Sequence[str]],
) -> NamedIn:
    """An entry without what is chosen; `order` are its revisions, the newest first."""
    newest, chosen = order[0], {each.chosen for each in asked.changes}
    after = {hash_of(each): names.taken_out(each, chosen) for each in order}
    gone = [each for each in order if after[hash_of(each)] != body_of(each)]
    body = after[hash_of(newest)] if newest in gone else None
    if body is not None and not _can_be_read(asked.kind, body):
        return replace(asked, changes=())
    stays = [around[hash_of(each)] for each in order[1:] if each not in gone]
    now = names.around(_own_words(newest, body))
    return replace(
        asked,
        still=_each((now, *stays)),
        body=_taking_nothing_back(body),
        over=hash_of(newest),
        revisions=tuple(dict.fromkeys(map(seal_of, reversed(gone)))),
    )


def _taking_nothing_back(body: Body | None) -> Body | None:
    """A body that says of no other revision that it is taken back: only names are taken out."""
    return {**body, TAKES_BACK: ""} if body is not None and TAKES_BACK in body else body


def _places(found: Iterable[Place]) -> tuple[Place, ...]:
    """Places of revisions, one of each word that is so certain; what an earlier one has been told
    of already once."""
    known: dict[Chosen, Place] = {}
    for each in found:
        if (one := known.get(each.chosen)) is not None:
            around = dict.fromkeys((*one.around, *each.around))
            each = replace(one, around=tuple(around))
        known[each.chosen] = each
    return tuple(known.values())


def _each(revisions: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """The places of revisions; what an earlier one has been told of already is told once."""
    told: list[str] = []
    for places in revisions:
        before = {*told}
        told += (each for each in places if each not in before)
    return tuple(told)


def _can_change(own: Sequence[Document]) -> bool:
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
