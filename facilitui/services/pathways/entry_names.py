"""What things are called that an entry about an enrolment names by their ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from facilitui.core.any_shape import Body, list_in, text_in
from facilitui.core.base import Record
from facilitui.core.debriefs.debrief_about import entry_id as debrief_of
from facilitui.core.journals.entry_moments import Local
from facilitui.core.journals.entry_named import all_named, session_in
from facilitui.core.journals.journal import Document, body_of
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.entry_sections import PRIVATE, key_of, private_key
from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.roster import Roster, roster_id
from facilitui.core.pathways.snapshot import snapshot_id

_Pair = tuple[str, str]
_OF_PATHWAY = (("phases", "phase", "name"), ("roles", "role", "name"))
_IN_PATHWAY = (("cycles", "parts"), ("documents", "parts"), ("checklists", "items"))
"""What of a pathway has parts, each of which something may be logged for."""


def called_in(
    record: Record | None, newest: Mapping[str, Document], local: Local
) -> Mapping[str, str]:
    """By its id, or as `facilitui.core.pathways.entry_sections` asks for it, what each is called.

    Whatever nothing here says a name of is missing. `newest` are the newest revisions by entry.
    """
    match record:
        case Enrolment():
            kept = snapshot_id(record.pathway, record.digest)
            counted = [each.key for each in record.serves]
            return {**dict(_of_pathway(_body(newest, kept))), **_sources(counted, newest, local)}
        case LogEntry() | Roster():
            own = _body(newest, record.enrolment)
            kept = snapshot_id(text_in(own, "pathway"), text_in(own, "digest"))
            roster = _body(newest, roster_id(record.enrolment))
            named = {
                **dict(_of_pathway(_body(newest, kept))),
                **dict(_pairs(own, "schools", "school", "name")),
                **dict(_pairs(roster, "members", "member", "name")),
            }
            ids, about = [record.enrolment], list[str]()
            if isinstance(record, LogEntry):
                ids, about = [*ids, record.upon], [record.session]
            entries = all_named((newest[each] for each in ids if each in newest), local)
            return {**named, **entries, **_sources(about, newest, local)}
    return {}


def _of_pathway(kept: Body) -> Iterator[_Pair]:
    """The phases, requirements, roles and parts of a pathway as it was enrolled in."""
    pathway = _table(kept, "pathway")
    for name, sort, key in _OF_PATHWAY:
        yield from _pairs(pathway, name, sort, key)
    for phase in _rows(pathway, "phases"):
        yield from _pairs(phase, "requirements", "requirement", "text")
        for each in _rows(phase, "requirements"):
            yield from _private(each)
    for name, parts in _IN_PATHWAY:
        for each in (_table(pathway, name), *_rows(pathway, name)):
            yield from _pairs(each, parts, "part", "text")
            yield from _pairs(each, parts, "part", "name")


def _private(requirement: Body) -> Iterator[_Pair]:
    for each in _rows(requirement, "fields"):
        if each.get("private") is True:
            yield private_key(text_in(requirement, "id"), text_in(each, "id")), PRIVATE


def _sources(
    keys: Iterable[str], newest: Mapping[str, Document], local: Local
) -> Mapping[str, str]:
    """What sessions and entries are called, by their ids."""
    named: dict[str, str] = {}
    for key in filter(None, keys):
        debriefed = session_in(_body(newest, debrief_of(key)), local)
        entry = all_named((newest[key],), local) if key in newest else {}
        if told := debriefed or entry.get(key, ""):
            named[key_of("source", key)] = told
    return named


def _pairs(body: Body, name: str, sort: str, key: str) -> Iterator[_Pair]:
    for each in _rows(body, name):
        if text_in(each, "id") and text_in(each, key).strip():
            yield key_of(sort, text_in(each, "id")), text_in(each, key)


def _body(newest: Mapping[str, Document], entry: str) -> Body:
    return body_of(newest[entry]) if entry in newest else {}


def _rows(body: Body, name: str) -> list[Body]:
    return [each for each in list_in(body, name) if isinstance(each, dict)]


def _table(body: Body, name: str) -> Body:
    found = body.get(name)
    return found if isinstance(found, dict) else {}
