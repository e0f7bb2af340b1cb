"""What was done last in each entry that was logged for an enrolment, its roster among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import eq
from typing import Any

from facilitui.core.any_shape import text_in
from facilitui.core.journals.journal import Document, body_of, latest
from facilitui.core.journals.revising import said_in
from facilitui.core.journals.withdrawal import KIND as WITHDRAWN
from facilitui.core.pathways.belonging_entries import about_enrolments
from facilitui.core.pathways.entry_rows import log_line
from facilitui.core.pathways.roster import KIND as ROSTER
from facilitui.core.pathways.roster import Roster, enrolment_of
from facilitui.core.pathways.taking_back import (
    first_since_purge,
    since_purge,
    still_standing,
    up_to,
)
from facilitui.core.safe_text import quoted

WHO = "who takes part"
BRIEF = 40
"""Letters of what is asked, or of the item that was ticked off, in a line."""
State = Mapping[str, Any] | None
"""What an entry says; None where it is not there, or was withdrawn."""


@dataclass(frozen=True, slots=True)
class LoggedDeed:
    """The last deed in one entry that was not taken back."""

    newest: Document
    """The entry's newest revision."""
    document: Document
    """The revision that did it."""
    before: State
    now: State
    part_called: str = ""
    """What the part of it is called that it is for; empty where that is not known."""

    @property
    def part(self) -> str:
        """The id of that part; empty for none."""
        slot = self._body.get("slot")
        return text_in(slot, "part") if isinstance(slot, dict) else ""

    @property
    def _body(self) -> Mapping[str, Any]:
        return self.now or self.before or {}

    @property
    def briefly(self) -> str:
        """The same as `named`, as short as it fits a line with what became of it."""
        if "members" in self._body:
            return WHO
        slot = self._body.get("slot")
        in_cycle = isinstance(slot, dict) and slot.get("cycle") is not None
        item = "" if in_cycle else self.part_called
        asked = text_in(self._body, "text") or text_in(self._body, "requirement")
        return quoted(item or asked, BRIEF)

    @property
    def named(self) -> str:
        """What is asked, with the part of it and the first words that were written."""
        body = self._body
        if "members" in body:
            return WHO
        asked = quoted(text_in(body, "text") or text_in(body, "requirement"))
        said = log_line(body, self.part_called)
        written = quoted(said) if said else ""
        return f"{asked} ({written})" if written else asked

    @property
    def told(self) -> str:
        """What was done: "“Application” (Sent with two letters) was logged"."""
        if self.now is None:
            return f"{self.named} was withdrawn"
        return f"{self.named} was {'logged' if self.before is None else 'changed'}"


def logged_deeds(id: str, documents: Sequence[Document]) -> Iterator[LoggedDeed]:
    """The last deed in each entry that was logged for an enrolment."""
    for newest, own in _entries(id, documents):
        if (found := _in_entry(newest, own)) is not None:
            yield found


def purged_in_part(id: str, documents: Sequence[Document]) -> Iterator[Document]:
    """Of each such entry whose last deed is not known any more, the first revision that is."""
    for newest, own in _entries(id, documents):
        first = first_since_purge(up_to(own, newest))
        if first is not None and _in_entry(newest, own) is None:
            yield first


def _entries(id: str, documents: Sequence[Document]) -> Iterator[tuple[Document, list[Document]]]:
    """Each entry that was logged for an enrolment: its newest revision, and all of them."""
    names = about_enrolments(documents, {id})
    by_name: dict[str, list[Document]] = {name: [] for name in names}
    for each in documents:
        if each["id"] in by_name:
            by_name[str(each["id"])].append(each)
    for own in by_name.values():
        (newest,) = latest(own).values()
        yield newest, own


def _in_entry(newest: Document, revisions: Sequence[Document]) -> LoggedDeed | None:
    """The last deed in one entry; None where there is none since something of it was purged."""
    every = up_to(revisions, newest)
    known = since_purge(every)
    said = [(_state(each), each) for each in known]
    stood = still_standing(said if len(known) < len(every) else [_nothing(every[0]), *said], eq)
    if len(stood) < 2:
        return None
    (before, _), (now, document) = stood[-2:]
    return LoggedDeed(newest, document, before, now)


def _nothing(first: Document) -> tuple[State, Document]:
    """What an entry said before it was there; a roster then had nobody in it."""
    if first["kind"] != ROSTER:
        return None, first
    empty = Roster(enrolment=enrolment_of(str(first["id"]))).model_dump(mode="json")
    return said_in(empty), first


def _state(document: Document) -> State:
    return None if document["kind"] == WITHDRAWN else said_in(body_of(document))
