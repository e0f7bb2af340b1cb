"""What an entry is called in a list and in a sentence, so that nobody takes it for another one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime

from facilitui.core.any_shape import Body, text_in
from facilitui.core.journals import entries
from facilitui.core.journals.entry_moments import Local, listed_at
from facilitui.core.journals.journal import Document, body_of, is_blanked, latest
from facilitui.core.safe_text import line as safe_line
from facilitui.core.safe_text import quoted
from facilitui.core.told import short_day

PURGED_TITLE = "Purged"
"""What an entry is called of which only its envelope is left."""
PURGED_LINE = "only its day, its numbers and its hashes are left · {}"


def title_of(document: Document) -> str:
    """The title of an entry in a list."""
    entry = str(document["id"])
    return PURGED_TITLE if is_blanked(document) else entries.title(entry, body_of(document))


def label_of(document: Document) -> str:
    """What it is, in a list: "debrief", "purged debrief"."""
    kind, entry = document["kind"], str(document["id"])
    blank = is_blanked(document)
    return entries.purged_label(kind, entry) if blank else entries.label(kind, body_of(document))


def line_of(document: Document) -> str:
    """What it says, in a line; where it was purged, what is left, and last which entry it is."""
    if is_blanked(document):
        return PURGED_LINE.format(document["id"])
    return entries.line(document["kind"], body_of(document))


def all_named(documents: Iterable[Document], local: Local) -> dict[str, str]:
    """What each entry is called, by its id: debrief of Mon 23 Nov 2026, “Looking at work”.

    As its newest revision that says what the entry says has it; where all of them were purged, only
    the kind and the day it was saved are left. Alike ones are numbered, in the order of their ids:
    given all entries, each is called otherwise than all others, and the same whoever asks.
    """
    every = list(documents)
    full = [each for each in every if not is_blanked(each)]
    said = latest(each for each in full if each["kind"] != entries.WITHDRAWN)
    counted: Counter[str] = Counter()
    names = {}
    for entry, newest in sorted({**latest(every), **latest(full), **said}.items()):
        name = name_of(newest, local)
        counted[name] += 1
        names[entry] = name if counted[name] == 1 else f"{name} ({counted[name]})"
    return names


def session_named(title: str, held: datetime | None) -> str:
    """What a session is called: the session of Mon 23 Nov 2026, “Looking at work”.

    Empty where it has no title: a day alone may be that of several.
    """
    when = f" of {short_day(held)}" if held is not None else ""
    return f"the session{when}, {quoted(title.strip())}" if title.strip() else ""


def session_in(body: Body, local: Local) -> str:
    """What the session of an entry is called, as that has it."""
    held = local(text_in(body, "held_at"), text_in(body, "zone"))
    return session_named(text_in(body, "title"), held)


def name_of(document: Document, local: Local) -> str:
    """What an entry is called where no other has to be told from it (`all_named`)."""
    body, label = body_of(document), safe_line(label_of(document))
    moment = listed_at(body, str(document["made_at"]), local)
    when = short_day(moment) if moment is not None else ""
    if is_blanked(document):
        return f"{label}, saved {when}" if when else label
    dated = f"{label} of {when}" if when else label
    title = entries.title("", body).strip()
    return f"{dated}, {quoted(title)}" if title else dated
