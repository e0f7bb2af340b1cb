"""What came into a journal since somebody looked at it last: made, revised or imported.

The order of saving is told by the chain (`facilitui.core.journals.journal`), so a clock that was
put back hides nothing. Where the chain is broken, or another program wrote, the moments say it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from facilitui.core.journals.journal import IMPORTED, Document, follows, link
from facilitui.core.sealing import GENESIS


@dataclass(frozen=True, slots=True)
class Looked:
    """Up to where a journal was looked at."""

    heads: frozenset[str] = frozenset()
    """The links of the documents that nothing followed then; usually one."""
    at: datetime | None = None
    """When that was, aware; None where nobody looked yet."""
    gaps: frozenset[str] = frozenset()
    """The links that were missing then, as in an export of a part: what lies behind is not seen."""
    also: frozenset[str] = frozenset()
    """The links of what was seen beside that, such as what a search found."""


def looked_at(documents: Iterable[Document], at: datetime) -> Looked:
    """A look at all of these documents."""
    every = tuple(documents)
    followed, there = frozenset(map(follows, every)), frozenset({GENESIS, *map(link, every)})
    return Looked(there - followed - {""}, at, followed - there - {""})


def seen_too(looked: Looked, documents: Iterable[Document]) -> Looked:
    """A look as before, and at these documents beside it."""
    return replace(looked, also=looked.also | frozenset(map(link, documents)) - {""})


def came_since(documents: Sequence[Document], looked: Looked) -> list[Document]:
    """Those that were saved after a look, in the order in which they are given."""
    every = [each for each in documents if link(each) not in looked.also]
    if looked.at is None:
        return every
    at = looked.at
    before, later = _around(documents, looked)
    return [
        each
        for each in every
        if link(each) in later or (link(each) not in before and _is_after(each, at))
    ]


def came_at(document: Document) -> datetime | None:
    """When a document came into this journal: an imported one by its import. None if not told."""
    note = document.get(IMPORTED)
    told = note.get("at") if isinstance(note, dict) else document.get("made_at")
    try:
        at = datetime.fromisoformat(str(told))
    except ValueError:
        return None
    return at if at.tzinfo is not None else None


def _is_after(document: Document, moment: datetime) -> bool:
    at = came_at(document)
    return at is not None and at > moment


def _around(documents: Iterable[Document], looked: Looked) -> tuple[set[str], set[str]]:
    """The links of all that was seen, and of all that came later or lies behind a gap."""
    back: dict[str, list[str]] = {}
    on: defaultdict[str, list[str]] = defaultdict(list)
    for document in documents:
        if own := link(document):
            back[own] = [follows(document)]
            on[follows(document)].append(own)
    seen_back = {own: [each for each in to if each not in looked.gaps] for own, to in back.items()}
    before = _reached(looked.heads, seen_back)
    later = _reached(looked.heads, on) | _reached(looked.gaps, back)
    return before, later - before


def _reached(begin: Iterable[str], ways: Mapping[str, Sequence[str]]) -> set[str]:
    """All that can be reached from somewhere, the beginning included."""
    found: set[str] = set()
    waiting = list(begin)
    while waiting:
        own = waiting.pop()
        if own not in found:
            found.add(own)
            waiting += ways.get(own, ())
    return found
