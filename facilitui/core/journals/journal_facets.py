"""What an entry of the journal can be filtered by, told from its body without making it a model.

A body may be of any shape: another version or another program may have written it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from facilitui.core.agendas_outside.lead_words import is_role
from facilitui.core.any_shape import Body, list_in, text_in
from facilitui.core.journals.entries import ANSWER, KINDS, group_of
from facilitui.core.pathways.entry_rows import people
from facilitui.core.privacy.names_in_lines import names_in
from facilitui.core.safe_text import storable, typed
from facilitui.core.search import folded_line
from facilitui.core.vocabulary import Role

if TYPE_CHECKING:
    from facilitui.core.sessions.session_digest import SessionDigest

DATE = "date"
NAMED = ("role", "person", "goal", "protocol", "criterion", "kind")
"""The filters whose values are names; each is a field of `Facets`."""
FILTERS = (*NAMED, DATE)
"""All filters, as they are written in the search line."""
_BY = {ANSWER: (Role.MENTOR.value,)}
"""Who writes entries of a kind, whatever else they say of themselves."""
LONGEST_SHOWN = 60
"""Characters of a value that are offered; so many tell it from the others."""
_KEPT = 4096
"""So many different values are worked out once; a journal names the same ones again and again."""
_Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Facet:
    """What one filter can find an entry by."""

    values: tuple[str, ...] = ()
    """What is offered, each in one line."""
    folded: str = ""
    """All it is found by, ids and other words for it included: one a line, folded."""


NONE = Facet()


@dataclass(frozen=True, slots=True)
class Facets:
    """What an entry can be filtered by."""

    role: Facet = NONE
    person: Facet = NONE
    goal: Facet = NONE
    protocol: Facet = NONE
    criterion: Facet = NONE
    kind: Facet = NONE
    day: str = ""
    """The day it is listed under, as 2026-11-03; empty where it has none."""


def facets_of(kind: str, body: Body, when: datetime | None, digest: SessionDigest | None) -> Facets:
    """What an entry can be filtered by: by what it says itself, and by what its session shows.

    `when` is the local moment that it is listed under; `digest` is that of its session.
    """
    return Facets(
        role=_roles(text_in(body, "my_role"), text_in(body, "role"), *_BY.get(kind, ())),
        person=_people(
            (text_in(body, "with_whom"), *_leads(digest)),
            (
                *(text_in(body, name) for name in ("giver", "lens", "credit")),
                *_planners(body),
                *people(body),
            ),
        ),
        goal=_named(tuple(_goals(body, digest))),
        protocol=_named(digest.protocols if digest is not None else ()),
        criterion=_named(tuple(_pairs(body, ("scores", "withdrawn"), "criterion", "name"))),
        kind=kind_facet(kind),
        day=when.date().isoformat() if when is not None else "",
    )


def facets_together(several: Sequence[Facets]) -> Facets:
    """What an entry can be filtered by of which several revisions stand; the day is the first's."""
    named = {name: _together([getattr(each, name) for each in several]) for name in NAMED}
    return Facets(**named, day=several[0].day)


def _together(several: Iterable[Facet]) -> Facet:
    found = list(several)
    lines = dict.fromkeys(line for each in found for line in each.folded.split("\n") if line)
    values = dict.fromkeys(value for each in found for value in each.values)
    return Facet(tuple(values), "\n".join(lines))


def _leads(digest: SessionDigest | None) -> Iterator[str]:
    """Who led, but for those of whom only their part is known."""
    for who, _ in digest.led if digest is not None else ():
        if not is_role(who):
            yield who


def _planners(body: Body) -> Iterator[str]:
    """Who planned the session."""
    for each in list_in(body, "planned_with"):
        if isinstance(each, dict):
            yield text_in(each, "person")


def _goals(body: Body, digest: SessionDigest | None) -> Iterator[_Pair]:
    if digest is not None:
        yield from digest.goals
    yield from _pairs(body, ("judgements", "asked"), "goal", "text")
    yield text_in(body, "goal"), ""
    for capture in list_in(body, "captures"):
        if isinstance(capture, dict):
            yield text_in(capture, "goal"), ""
            yield from ((each, "") for each in list_in(capture, "goals") if isinstance(each, str))


def _pairs(body: Body, lists: Iterable[str], id_name: str, text_name: str) -> Iterator[_Pair]:
    for name in lists:
        for each in list_in(body, name):
            if isinstance(each, dict):
                yield text_in(each, id_name), text_in(each, text_name)


@lru_cache(_KEPT)
def _named(pairs: tuple[_Pair, ...]) -> Facet:
    """Of ids and names. An id is offered only where nothing says what it is called."""
    called = {name for name, text in pairs if text.strip()}
    shown = (text if text.strip() else name for name, text in pairs if text or name not in called)
    return _facet(shown, (name for name, _ in pairs))


@lru_cache(_KEPT)
def _people(lines: tuple[str, ...], names: tuple[str, ...]) -> Facet:
    """Of lines that name several people, and of single names. A line is found as it is, too."""
    told = (name for line in lines for name in names_in(_clean(line)) or (line,))
    return _facet((*told, *names), lines)


@lru_cache(_KEPT)
def _roles(*roles: str) -> Facet:
    return _facet(map(_role_told, roles), roles)


def _role_told(role: str) -> str:
    return Role(role).label.lower() if role in Role._value2member_map_ else role


@lru_cache(_KEPT)
def kind_facet(kind: str) -> Facet:
    """What an entry of a kind is found by."""
    if kind not in KINDS:
        return _facet((kind,), (group_of(kind),))
    known = KINDS[kind]
    return _facet((known.one,), (kind, known.many))


def _facet(shown: Iterable[str], also: Iterable[str]) -> Facet:
    whole = list(dict.fromkeys(filter(None, map(_clean, shown))))
    besides = filter(None, map(_clean, also))
    lines = dict.fromkeys(map(folded_line, (*whole, *besides)))
    return Facet(tuple(dict.fromkeys(map(_shortened, whole))), "\n".join(lines)) if lines else NONE


def _clean(text: str) -> str:
    """A text in one line, as a keyboard could have written it."""
    return " ".join(storable(typed(text)).split())


def _shortened(value: str) -> str:
    """The beginning of a value, which finds it too, as far as whole words go."""
    if len(value) <= LONGEST_SHOWN:
        return value
    return (value[: LONGEST_SHOWN + 1].rpartition(" ")[0] or value[:LONGEST_SHOWN]).rstrip()
