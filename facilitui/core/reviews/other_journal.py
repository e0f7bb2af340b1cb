"""A journal that goes to another person: its lines, and by what it is known again there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from facilitui.core.errors import FacilituiError
from facilitui.core.journals.journal import IMPORTED, Document, body_of, hash_of
from facilitui.core.naming import slug
from facilitui.core.safe_text import line as safe_line
from facilitui.core.sealing import canonical

_DIGITS = 16
"""So much of a hash tells a document from every other one."""
_AROUND = re.compile(r"^journal(?=-|$)|-?\d{4}-\d{2}-\d{2}(-\d+)?$")
"""What an export's own name has around whose it is."""
_ENDING = re.compile(r"\.[A-Za-z]+$")
FALLBACK = "journal"
JOURNAL_OF = "journal_of"
"""What the first line of an export says whose it is with, where that is known."""
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class KnownJournal:
    """A person's journal as it is known again."""

    name: str
    """Whose it is."""
    documents: frozenset[str] = frozenset()
    """What `documents_told` gave of the files that were opened as theirs."""
    file: str = ""
    """The file that was opened last; empty where none can be opened again."""


class WhoseUnknown(FacilituiError):
    """Nobody but the mentor can say whose a journal is."""

    def __init__(self, suggested: str, names: tuple[str, ...]) -> None:
        """`suggested` is the name that the file tells; `names` are those of journals before."""
        super().__init__("say whose journal it is")
        self.suggested, self.names = suggested, names


def documents_told(documents: Iterable[Document]) -> frozenset[str]:
    """The documents that a journal is known by: those that were made in it.

    What was imported is another person's, and tells nothing where there is anything else.
    """
    every = [each for each in documents if hash_of(each)]
    own = [each for each in every if IMPORTED not in each]
    return frozenset(hash_of(each)[:_DIGITS] for each in own or every)


def owner(known: Iterable[KnownJournal], marks: frozenset[str]) -> str:
    """Whose of the known journals has any of the documents that a file is known by; else empty."""
    return next((each.name for each in known if each.documents & marks), "")


def whose(known: Mapping[str, KnownJournal], name: str, here: frozenset[str]) -> str | None:
    """Which of the known journals a file has, by its key; empty for a new one, where none is known.

    `name` is what the file tells. None where nobody but a person can tell: two journals that were
    begun from the same backup have some documents in common, and so has everything in an import.
    """
    if not known:
        return ""
    fitting = {key: each for key, each in known.items() if _fits(each, name, here)}
    for key, each in fitting.items():
        if all(other.documents < each.documents for k, other in fitting.items() if k != key):
            return key
    return None


def _fits(known: KnownJournal, name: str, here: frozenset[str]) -> bool:
    """Whether a file has all that is known of a journal, and its name, or a part of it alone."""
    there = known.documents
    if not (there and here):
        return False
    return here <= there or (there <= here and is_same_name(name, known.name))


def is_same_name(name: str, other: str) -> bool:
    """Whether two names are one person's; one of them may have come from a file's name alone."""
    if name.strip().casefold() == other.strip().casefold():
        return True
    one, two = slug(name, ""), slug(other, "")
    return one == two != "" and (name == one or other == two)


def name_shown(name: str) -> str:
    """A name from outside as it may be shown and kept: one harmless line, and not all of it."""
    shown = " ".join(safe_line(name[: LONGEST_NAME * 2]).split())
    return shown if len(shown) <= LONGEST_NAME else f"{shown[: LONGEST_NAME - 1]}…"


def name_told(line: Any) -> str | None:
    """Whose journal it is, as a line of an export tells; None where it is no such line.

    Empty where what it tells is no name.
    """
    if not isinstance(line, dict) or JOURNAL_OF not in line or "body" in line:
        return None
    name = line[JOURNAL_OF]
    return name_shown(name) if isinstance(name, str) else ""


def is_here(answer: Document, revisions: Collection[tuple[str, str]]) -> bool:
    """Whether an answer is to an entry among revisions, each given by its id and its hash.

    The id alone says nothing: debriefs of two people's sessions may be called alike.
    """
    body = body_of(answer)
    return (str(body.get("to", "")), str(body.get("to_hash", ""))) in revisions


def called(file: str) -> str:
    """What a journal is called by the name of its file, as a part of another file's name."""
    return _AROUND.sub("", slug(_ENDING.sub("", file), FALLBACK)).strip("-") or FALLBACK


def joined(
    theirs: Iterable[tuple[str, Document]], ours: Iterable[tuple[str, Document]]
) -> tuple[tuple[str, Document], ...]:
    """Their documents, then those of ours that they have not taken in yet."""
    every = tuple(theirs)
    known = {hash_of(document) for _, document in every}
    return (*every, *(each for each in ours if hash_of(each[1]) not in known))


def given_here(
    theirs: Iterable[Document], ours: Iterable[tuple[str, Document]]
) -> tuple[tuple[str, Document], ...]:
    """What of ours was written to what is theirs, with all its revisions; nothing else of it."""
    revisions = {(str(each["id"]), hash_of(each)) for each in theirs}
    every = tuple(ours)
    to_them = {each["id"] for _, each in every if is_here(each, revisions)}
    return tuple(row for row in every if row[1]["id"] in to_them)


def lines_of(documents: Iterable[Document], of: str = "") -> bytes:
    """Documents as JSON Lines, in the form that `journal import` takes.

    Before them stands whose journal they are of, where that is known.
    """
    name = name_shown(of)
    every = (*([{JOURNAL_OF: name}] if name else []), *map(dict, documents))
    return "".join(f"{canonical(each)}\n" for each in every).encode("ascii")
