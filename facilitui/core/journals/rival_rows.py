"""Two revisions of one entry that stand side by side, of whatever kind: where they part."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import tzinfo

from facilitui.core.base import Record
from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.debriefs.differences import Difference, differences
from facilitui.core.errors import NotFound
from facilitui.core.journals.entries import label
from facilitui.core.journals.entry_parts import ABOUT, FROM_THE_RUN, REFLECTION, parts
from facilitui.core.journals.entry_records import record_in
from facilitui.core.journals.journal import Document, body_of
from facilitui.core.sealing import canonical
from facilitui.core.sessions.facts import SessionFacts

_Said = dict[tuple[str, str, int], str]
_ASKED_ALONE = frozenset({"", ABOUT, FROM_THE_RUN, REFLECTION})
"""Headings that a question does not need to be understood."""


def rival_rows(
    first: Document, second: Document, facts: SessionFacts, zone: tzinfo
) -> tuple[Difference, ...]:
    """What each of them says to everything, in the order in which it is read.

    Two debriefs part by what they were asked, all others by their parts; and where none of these
    tells what is not the same, by what they hold.
    """
    was, says = (label(each["kind"], body_of(each)) for each in (first, second))
    kinds = Difference("What it is", was, says)
    one, other = _record(first), _record(second)
    if isinstance(one, Debrief) and isinstance(other, Debrief):
        rows = differences(one, other, facts, zone)
    else:
        rows = tuple(_rows(_said(first, zone), _said(second, zone)))
    rows = ((kinds,) if kinds.differs else ()) + rows
    return rows if any(row.differs for row in rows) else (*rows, *_held(first, second))


def _record(document: Document) -> Record | None:
    try:
        return record_in(document)
    except NotFound:
        return None


def _said(document: Document, zone: tzinfo) -> _Said:
    """Its parts by what they are called; those of one heading without a name are one text."""
    found: _Said = {}
    seen: Counter[tuple[str, str]] = Counter()
    unnamed: defaultdict[str, list[str]] = defaultdict(list)
    for part in parts(_record(document), body_of(document), zone):
        if part.name:
            key = (part.heading, part.name)
            found[(*key, seen[key])] = part.text
            seen[key] += 1
        else:
            unnamed[part.heading].append(part.text)
            found[part.heading, "", 0] = "\n".join(unnamed[part.heading])
    return found


def _rows(mine: _Said, theirs: _Said) -> Iterator[Difference]:
    for key in (*mine, *(key for key in theirs if key not in mine)):
        yield Difference(_ask(key), mine.get(key, ""), theirs.get(key, ""))


def _ask(key: tuple[str, str, int]) -> str:
    heading, name, _ = key
    if not name:
        return heading or "It says"
    return name if heading in _ASKED_ALONE else f"{heading}: {name}"


def _held(first: Document, second: Document) -> Iterator[Difference]:
    """The fields that are not the same, as they are stored."""
    one, other = body_of(first), body_of(second)
    for name in (*one, *(name for name in other if name not in one)):
        was, says = (_told(body[name]) if name in body else "" for body in (one, other))
        if was != says:
            yield Difference(name.replace("_", " "), was, says)


def _told(value: object) -> str:
    return value if isinstance(value, str) else canonical(value)
