"""What the journal says of attached files: which sessions have one, since when."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, tzinfo

from facilitui.core.attachment import KIND, Attachment
from facilitui.core.journal import Document, body_of, latest
from facilitui.core.safe_text import quoted
from facilitui.core.told import short_day
from facilitui.services.journal_entries import records

_HASH = re.compile("[0-9a-f]{64}")


def of_kind(documents: Iterable[Document]) -> dict[str, Document]:
    """The newest revision of each attachment's entry."""
    return {name: each for name, each in latest(documents).items() if each["kind"] == KIND}


def attached(documents: Iterable[Document]) -> list[tuple[str, Attachment]]:
    """What is attached to any session, but for what was let go."""
    found = records(of_kind(documents), Attachment)
    return [(entry, each) for entry, each in found if not each.removed]


def used(documents: Iterable[Document]) -> dict[str, str]:
    """By their hash the copies that an entry has, with whose they are.

    What this version cannot read otherwise counts too, so that no copy of it is deleted.
    """
    found: dict[str, str] = {}
    for document in of_kind(documents).values():
        body = body_of(document)
        file_hash = str(body.get("file_hash", ""))
        if _HASH.fullmatch(file_hash) and body.get("removed") is not True:
            of = str(body.get("title") or body.get("session", ""))
            found[file_hash] = f"{quoted(str(body.get('name', '')))} of {quoted(of)}"
    return found


def since(entry: str, documents: Iterable[Document]) -> str:
    """The moment at which a file was attached, the last time if it was let go in between."""
    at = ""
    for each in documents:
        if each["id"] == entry:
            at = "" if body_of(each).get("removed") is True else at or each["made_at"]
    return at


def told_day(moment: str, zone: tzinfo, today: date) -> str:
    """The day of a moment as the journal has it; a damaged one is not guessed at."""
    try:
        return short_day(datetime.fromisoformat(moment).astimezone(zone).date(), today)
    except (ValueError, OverflowError):
        return "a day that cannot be read"


def others_told(it: Attachment, documents: Iterable[Document], zone: tzinfo, today: date) -> str:
    """Which other sessions have the same file, and since when; empty where none has."""
    documents = tuple(documents)
    others = [
        f"{quoted(each.title or each.session)} since "
        f"{told_day(since(entry, documents), zone, today)}"
        for entry, each in attached(documents)
        if each.file_hash == it.file_hash and each.session != it.session
    ]
    return f"kept once, and attached to {', '.join(others)} too" if others else ""
