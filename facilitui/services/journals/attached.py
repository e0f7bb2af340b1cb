"""What the journal says of attached files: which sessions have one, since when."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, tzinfo

from facilitui.core.journals.attaching_ports import Attachments
from facilitui.core.journals.attachment import KIND, Attachment
from facilitui.core.journals.journal import Document, body_of, latest
from facilitui.core.safe_text import quoted
from facilitui.core.sessions.begun_elsewhere import begun_elsewhere
from facilitui.core.told import short_day
from facilitui.services.journals.journal_entries import records

_HASH = re.compile("[0-9a-f]{64}")
MOST_READ = 50_000_000
"""Bytes of copies that are read while somebody waits for a page or a list."""


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


async def flaws_of(
    held: Iterable[tuple[str, Attachment]], documents: Sequence[Document], copies: Attachments
) -> dict[str, str]:
    """By their entries what is wrong with copies, as far as somebody waits for that.

    Large ones are left to verifying; those of another machine's entries are there.
    """
    elsewhere, lying = begun_elsewhere(documents), {e.name for e in await copies.lying()}
    wanted, left = dict[str, str](), MOST_READ
    for entry, each in held:
        is_here = entry not in elsewhere or each.file_hash in lying
        if is_here and not each.removed and each.size <= left:
            wanted[entry], left = each.file_hash, left - each.size
    flaws = await copies.flaws(frozenset(wanted.values())) if wanted else {}
    return {entry: flaws[name] for entry, name in wanted.items() if name in flaws}


def since(entries: Collection[str], documents: Iterable[Document]) -> dict[str, str]:
    """The moments at which files were attached, the last time if they were let go in between."""
    found = dict.fromkeys(entries, "")
    for each in documents:
        if (entry := each["id"]) in found:
            gone = body_of(each).get("removed") is True
            found[entry] = "" if gone else found[entry] or each["made_at"]
    return found


def told_day(moment: str, zone: tzinfo, today: date) -> str:
    """The day of a moment as the journal has it; a damaged one is not guessed at."""
    try:
        return short_day(datetime.fromisoformat(moment).astimezone(zone).date(), today)
    except (ValueError, OverflowError):
        return "a day that cannot be read"


def attached_to(
    session: str, documents: Sequence[Document], zone: tzinfo, today: date
) -> list[tuple[str, Attachment, str]]:
    """What is attached to a session, each with which other sessions have the same file."""
    mine, others = [], defaultdict[str, list[tuple[str, Attachment]]](list)
    for entry, each in attached(documents):
        if each.session == session:
            mine.append((entry, each))
        else:
            others[each.file_hash].append((entry, each))
    shared = [other for _, each in mine for other, _ in others.get(each.file_hash, ())]
    moments = since(shared, documents)

    def told(it: Attachment) -> str:
        found = [
            f"{quoted(other.title or other.session)} since {told_day(moments[entry], zone, today)}"
            for entry, other in others.get(it.file_hash, ())
        ]
        return f"kept once, and attached to {', '.join(found)} too" if found else ""

    return [(entry, each, told(each)) for entry, each in mine]
