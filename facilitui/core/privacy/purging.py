"""Purging for privacy: what said something says nothing any more, and the chains still verify.

Of a document only its envelope is left: its id, number, kind, moment and hashes. Its salt goes with
its body, so that nobody can try texts against the hash that stays.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from facilitui.core.any_shape import list_in, text_in
from facilitui.core.base import Record
from facilitui.core.journals.entries import ANSWER, ATTACHED, LOGGED, PURGED, QUESTION, ROSTER, SEEN
from facilitui.core.journals.journal import IMPORTED, Document, body_of, is_blanked, latest
from facilitui.core.pathways.belonging_entries import of_enrolments, shared_pathways
from facilitui.core.pathways.form_drafts import form_draft
from facilitui.core.privacy.purge_texts import apart, names_of_members, written
from facilitui.core.reviews.question import digest

KIND = PURGED
"""What the record of a purge is called in the journal."""
ENTRY, SESSION, REVIEW = "entry", "session", "review"
"""What can be purged: one entry with all its revisions, a session with all there is of it, or what
is kept of another person's journal."""
BLANK = {"body": "", "salt": ""}
PURGED_ENTRY = "What this entry said was purged: only its day, its numbers and its hashes are left."
SEAL_DIGITS = 16
"""So many of a hash's digits tell revisions of one journal apart."""
_ENVELOPE = frozenset(
    {"id", "rev", "kind", "made_at", "body", "salt", "body_hash", "prev", "after", "hash", IMPORTED}
)
_SESSION = re.compile(r'"session"\s*:\s*"([^"]*)"')
_ELSEWHERE = frozenset({SEEN, LOGGED})
"""The kinds that name a file which stays where it is: no copy of it is theirs."""
_OF_SESSION = ("debrief", "scores", "slips", "line")
_OF_ENTRY = ("scores", "withdrawal", ROSTER)
"""What drafts about a session, or about an entry, are called begins so."""


class Purged(Record):
    """An entry of which only the envelope is left."""


@dataclass(frozen=True, slots=True)
class Belonging:
    """The entries that go together, and what they hold beside their texts."""

    entries: tuple[str, ...] = ()
    """Ids, the one that was asked for first."""
    documents: int = 0
    """How many revisions of them say something."""
    copies: tuple[str, ...] = ()
    """Hashes of attached files that no other entry has."""
    shared: tuple[str, ...] = ()
    """Hashes of those that another entry has too; they stay."""
    texts: tuple[str, ...] = ()
    """What was written in them, to be looked for elsewhere."""
    quoted_in: tuple[str, ...] = ()
    """Entries that stay and have taken over some of it, as a promise of before."""
    once_about: tuple[str, ...] = ()
    """Entries that stay since they are about another session now, and once were about this."""
    revisions: tuple[str, ...] = ()
    """What names the revisions that say something: none that is saved later is among them."""
    of_plan: tuple[str, ...] = ()
    """The goals and norms in them, which are written there alone if no plan here has them."""
    plans: tuple[str, ...] = ()
    """The plans that they name."""
    people: tuple[str, ...] = ()
    """Whom rosters among them name."""
    pathways: tuple[str, ...] = ()
    """Those that enrolments among them were made in, and another one too; they stay."""


def blanked(document: Document) -> dict[str, Any]:
    """A document without what it said; one that is sealed still verifies, as purged.

    One without a seal keeps the fields of an envelope alone: any other may hold a text.
    """
    if "hash" in document:
        return {**document, **BLANK}
    return {key: value for key, value in {**document, "body": ""}.items() if key in _ENVELOPE}


def of_entry(documents: Collection[Document], entry: str) -> tuple[str, ...]:
    """An entry with all that belongs to it, itself first."""
    return of_entries(documents, (entry,))


def of_entries(documents: Collection[Document], entries: Collection[str]) -> tuple[str, ...]:
    """Some entries, all of enrolments among them, and what was asked about any of it."""
    return _with_asked(documents, (*entries, *of_enrolments(documents, entries)))


def _with_asked(documents: Collection[Document], own: tuple[str, ...]) -> tuple[str, ...]:
    """Entries, and the marks, questions and answers about them, which quote them."""
    asked = _about(documents, {*own}, "about")
    answers = _about(documents, {*own, *asked}, "about", "to")
    return tuple(dict.fromkeys((*own, *asked, *answers)))


def of_sessions(documents: Collection[Document], sessions: Collection[str]) -> tuple[str, ...]:
    """All entries about some sessions, as any of their newest revisions that can be read says."""
    return tuple(about_sessions(documents, sessions))


def about_sessions(documents: Collection[Document], sessions: Collection[str]) -> dict[str, str]:
    """The same, by entry which session it is."""
    readable = (each for each in documents if not is_blanked(each))
    named = {n: session_among(d, sessions) for n, d in latest(readable).items()}
    own = [(entry, session) for entry, session in named.items() if session]
    return {each: session for entry, session in own for each in _with_asked(documents, (entry,))}


def session_among(document: Document, sessions: Collection[str]) -> str:
    """The one of some sessions that a document is about; empty where it is about none of them."""
    text = str(document.get("body"))
    if (at := text.find('"session"')) < 0 or not any(  # to read what it says takes longer
        each in sessions or "\\" in each for each in _SESSION.findall(text, at)
    ):
        return ""
    session = text_in(body_of(document), "session")
    return session if session in sessions else ""


def is_record(documents: Iterable[Document], entry: str) -> bool:
    """Whether an entry is the record of a purge: it says why something is blank, and stays."""
    own = [each for each in documents if each["id"] == entry]
    return bool(own) and all(each["kind"] == KIND for each in own)


def _about(documents: Iterable[Document], ids: set[str], *fields: str) -> list[str]:
    """Questions and answers that name one of some entries."""
    found: list[str] = []
    for each in documents:
        if each["kind"] in (QUESTION, ANSWER):
            body = body_of(each)
            if any(text_in(body, name) in ids for name in fields):
                found.append(str(each["id"]))
    return found


def belonging(
    documents: Collection[Document],
    ids: tuple[str, ...],
    sessions: Collection[str] = (),
) -> Belonging:
    """What the entries of these ids hold."""
    own = [each for each in documents if each["id"] in ids and not is_blanked(each)]
    others = [each for each in documents if each["id"] not in ids]
    copies, kept = copies_in(own), copies_kept(others)
    bodies = [body_of(each) for each in own]
    parts = [*map(apart, bodies)]
    return Belonging(
        ids,
        len(own),
        tuple(sorted(copies - kept)),
        tuple(sorted(copies & kept)),
        tuple(dict.fromkeys(text for typed, _ in parts for text in written(typed))),
        tuple(sorted(set(_quoting(others, set(ids))))),
        once_about(documents, ids, sessions),
        tuple(sorted({seal_of(each) for each in own} - {""})),
        tuple(dict.fromkeys(text for _, named in parts for text in written(named))),
        tuple(sorted({text_in(body, "plan") for body in bodies} - {""})),
        tuple(sorted({name for body in bodies for name in names_of_members(body)})),
        shared_pathways(documents, ids),
    )


def seal_of(document: Document) -> str:
    """What names one revision for a purge; empty where it has no seal."""
    return str(document.get("hash") or "")[:SEAL_DIGITS]


def once_about(
    documents: Iterable[Document], ids: Collection[str], sessions: Collection[str]
) -> tuple[str, ...]:
    """Other entries of which a revision was about one of some sessions."""
    others = (each for each in documents if each["id"] not in ids)
    return tuple(dict.fromkeys(str(e["id"]) for e in others if session_among(e, sessions)))


def copies_kept(documents: Iterable[Document]) -> set[str]:
    """Hashes of the attached files that entries have now."""
    return copies_in(each for each in latest(documents).values() if not _let_go(each))


def copies_in(documents: Iterable[Document]) -> set[str]:
    """Hashes of the attached files that some documents name."""
    attached = (body_of(each) for each in documents if each["kind"] == ATTACHED or _was(each))
    hashes = (body.get("file_hash") for body in attached)
    return {each for each in hashes if isinstance(each, str) and each}


def attached_to(
    documents: Iterable[Document], session: str, but: Collection[str]
) -> tuple[str, ...]:
    """What the files are called that a session has attached; `but` are entries left out."""
    own = (e for e in latest(documents).values() if e["kind"] == ATTACHED and e["id"] not in but)
    bodies = (body_of(each) for each in own if session_among(each, {session}) and not _let_go(each))
    return tuple(text_in(body, "name") for body in bodies)


def _was(document: Document) -> bool:
    """Whether a body names a copy; what was looked at or logged only names a file elsewhere."""
    return document["kind"] not in _ELSEWHERE and '"file_hash"' in str(document.get("body"))


def _let_go(document: Document) -> bool:
    return body_of(document).get("removed") is True


def _quoting(documents: Iterable[Document], ids: set[str]) -> Iterator[str]:
    """Entries whose debriefs ask about what was promised in one of some others."""
    for each in documents:
        if '"earlier"' in str(each.get("body")):
            rows = list_in(body_of(each), "earlier")
            if any(isinstance(row, dict) and text_in(row, "entry") in ids for row in rows):
                yield str(each["id"])


def word_for(entries: Iterable[str], sessions: Iterable[str], revisions: Iterable[str] = ()) -> str:
    """What has to be typed to purge this: another word for anything else, or for more of it."""
    told = "\n".join((*sorted(entries), "", *sorted(sessions), "", *sorted(revisions)))
    digits = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
    return f"purge-{digits[:4]}"


def draft_belongs(
    name: str, value: Mapping[str, Any] | None, entries: Collection[str], sessions: Collection[str]
) -> bool:
    """Whether a draft is about one of some entries or sessions; damaged ones go by their names."""
    about = {*entries, *(f"{kind}-{each}" for each in sessions for kind in _OF_SESSION)}
    own = name.removeprefix("line-")
    about |= {f"{kind}-{each}" for each in entries for kind in _OF_ENTRY}
    kind, _, _ = own.partition("-")
    if kind in (QUESTION, ANSWER) and own.rpartition("-")[2] in set(map(digest, entries)):
        return True
    if name in about or own in about:
        return True
    if (form := form_draft(own)) is not None and form.entry in entries:
        return True
    if any(own.startswith(f"debrief-{each}--") for each in sessions):
        return True
    if value is None:
        return False
    return text_in(value, "session") in sessions or text_in(value, "enrolment") in entries
