"""Entries of the journal that are half written: begun in a form, or changed there, never saved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from facilitui.core.journals.entries import (
    ANSWER,
    ATTACHED,
    ENROLLED,
    GROWTH,
    HEARD,
    LOGGED,
    QUESTION,
    ROSTER,
    SEEN,
    WITHDRAWN,
    title,
)
from facilitui.core.journals.journal import Document, body_of, is_blanked
from facilitui.core.journals.withdrawal import is_withdrawn
from facilitui.core.journals.written_over import KEPT_AT
from facilitui.core.pathways.form_drafts import FormDraft, FormOf, form_draft
from facilitui.core.ports import LeftDraft
from facilitui.core.responses.feedback import Feedback
from facilitui.services.journals.entry_drafts import is_left_over
from facilitui.services.journals.journal_entries import records, typed_in
from facilitui.services.responses import slip_drafts
from facilitui.services.responses.heard import Kept, entries_of
from facilitui.services.reviews.between import about_in

SLIPS = "slips"
_OF_PATHWAYS = (ENROLLED, LOGGED, ROSTER)
_FORMS = (SEEN, HEARD, ATTACHED, QUESTION, ANSWER, GROWTH, *_OF_PATHWAYS, WITHDRAWN, SLIPS)
"""What is written in a form that keeps a draft; what it is called begins with its kind."""
DRAFTS = tuple(f"{kind}-" for kind in _FORMS)
"""How the names of such drafts begin."""
_OF_SAVED = frozenset({HEARD, ATTACHED, WITHDRAWN})
"""What is written only about an entry that the journal has."""
_OF_ANOTHER = frozenset({QUESTION, ANSWER})
"""What is about another entry, which its name tells."""


@dataclass(frozen=True, slots=True)
class HalfEntry:
    """What was typed of one entry."""

    kind: str
    """What it is in the journal, or "slips"."""
    entry: str
    """The one that it is typed for; for a withdrawal, the one that it withdraws."""
    session: str
    """Empty where it is about none."""
    about: str
    """What it is called where that session cannot tell; empty where nothing does."""
    held_at: datetime | None
    """When that session was held, as the journal has it."""
    changes: bool
    """Whether the entry was saved before."""
    draft: str = ""
    """What is typed is kept as, where an entry has several forms; else empty."""
    form: FormOf | None = None
    """Which of several forms it is typed in."""
    typed_at: datetime | None = None
    """When it was typed last, where it is about no session."""


def half_entries(
    left: Iterable[LeftDraft], newest: Mapping[str, Document]
) -> tuple[HalfEntry, ...]:
    """Those drafts that say what the journal does not, the one that was typed last first.

    `newest` are the newest revisions of all entries. What cannot be gone on with, as its entry was
    withdrawn or purged, or is not here, is left out for as long as that is so.
    """
    latest = sorted(left, key=lambda each: -each.changed)
    return tuple(_found(latest, newest))


def _found(left: Iterable[LeftDraft], newest: Mapping[str, Document]) -> Iterator[HalfEntry]:
    for draft in left:
        kind, _, rest = draft.name.partition("-")
        if kind == SLIPS:
            if slip_drafts.wait(draft.value, _heard(rest, newest)):
                yield HalfEntry(SLIPS, draft.name, rest, "", None, False)
            continue
        form = form_draft(draft.name) if kind == ENROLLED else None
        entry = form.entry if form else rest if kind == WITHDRAWN else draft.name
        saved = newest.get(entry)
        other = newest.get(about_in(entry, newest)) if kind in _OF_ANOTHER else saved
        is_lacking = saved is None and (
            kind in _OF_SAVED
            or (kind in _OF_ANOTHER and not other)
            or (form is not None and form.form is not FormOf.NEW)
        )
        if typed_in(draft.value) and not (is_lacking or _is_gone(saved) or _is_said(draft, saved)):
            session = str(draft.value.get("session") or _said(other or saved, "session"))
            changes = saved is not None and kind not in _OF_SAVED
            found = HalfEntry(
                kind,
                entry,
                session,
                _called(draft, other or saved),
                _held_at(other or saved),
                changes,
            )
            yield _of_pathway(found, draft, form) if kind in _OF_PATHWAYS else found


def _of_pathway(found: HalfEntry, draft: LeftDraft, form: FormDraft | None) -> HalfEntry:
    """What is about a way and no session: in which form it is typed, and when."""
    with suppress(ValueError):
        at = datetime.fromisoformat(str(draft.value.get(KEPT_AT)))
        found = replace(found, typed_at=at if at.tzinfo is not None else None)
    return replace(found, draft=draft.name, form=form.form) if form else found


def _heard(session: str, newest: Mapping[str, Document]) -> list[Kept]:
    """The answers that the journal has of a session."""
    own = entries_of(session, {key: each for key, each in newest.items() if each["kind"] == HEARD})
    return [Kept(entry, feedback, own[entry]) for entry, feedback in records(own, Feedback)]


def _is_gone(saved: Document | None) -> bool:
    """Whether nothing can be written in an entry, as it counts no more."""
    if saved is None:
        return False
    return is_blanked(saved) or is_withdrawn(saved) or body_of(saved).get("removed") is True


def _is_said(draft: LeftDraft, saved: Document | None) -> bool:
    """Whether all of a draft was saved, and only a kill kept it from being forgotten."""
    if saved is None or not is_left_over(draft.value, saved):
        return False
    typed = typed_in(draft.value)
    return all(_said(saved, key).strip() == text.strip() for key, text in typed.items())


def _called(draft: LeftDraft, known: Document | None) -> str:
    """What it is about, else how what was typed begins."""
    typed = typed_in(draft.value)
    if known is not None and not is_blanked(known):
        return title("", body_of(known))
    said = [typed.get(key, "") for key in ("text", "giver", "name")]
    words = next(filter(str.strip, [*said, str(draft.value.get("text") or "")]), "")
    return " ".join(words.split())


def _held_at(known: Document | None) -> datetime | None:
    with suppress(ValueError):
        held = datetime.fromisoformat(_said(known, "held_at"))
        return held if held.tzinfo is not None else None
    return None


def _said(document: Document | None, name: str) -> str:
    if document is None or is_blanked(document):
        return ""
    return str(body_of(document).get(name) or "")
