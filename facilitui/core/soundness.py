"""What verifying a whole home found, and whether the logs that entries name are those they saw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from facilitui.core import entries, safe_text
from facilitui.core.begun_elsewhere import begun_elsewhere
from facilitui.core.errors import Problem
from facilitui.core.journal import Document, body_of, is_blanked
from facilitui.core.journal_faults import Fault, Finding
from facilitui.core.purge_records import NO_LOGS, LogSays, session_of, still_here
from facilitui.core.purged_here import purged_here
from facilitui.core.safe_text import quoted
from facilitui.core.sealing import GENESIS
from facilitui.core.told import capital, plural

SHOWS = (
    "This shows accidental damage and edits made outside the program, not who wrote what: whoever "
    "can write these files can also seal them anew. Plans, drafts and settings have no seal and "
    "are not looked at."
)
"""What verifying can show, and what it cannot."""
REMEDY = (
    "Nothing was put right by this. A backup brings back what the named ones held: facilitui "
    "journal restore FILE --replace, which keeps what is here in backups/ first."
)
UNTOLD = "what {} of it said was blanked, and no purge tells of it; bring it back from a backup"

Row = tuple[str, Document]
"""A document with its place in the journal."""


@dataclass(frozen=True, slots=True)
class About:
    """What a thing that was found is, harmless to show."""

    title: str
    what: str
    """Its kind: a debrief, a session."""
    day: str
    """When it was held, else made, as an ISO date."""

    @property
    def told(self) -> str:
        """What it is, without its title: debrief of 2026-11-01."""
        return f"{self.what} of {self.day}"

    @property
    def name(self) -> str:
        """What it is: Looking at student work, debrief of 2026-11-01."""
        return f"{self.title}, {self.told}" if self.title else capital(self.told)


@dataclass(frozen=True, slots=True)
class Soundness:
    """What verifying found."""

    documents: int
    """How many of the journal were looked at."""
    findings: tuple[Finding, ...]
    """What of them does not hold, or is to be known."""
    problems: tuple[Problem, ...]
    """What else is broken or missing: files of the journal, logs, attachments."""
    logs: int = 0
    copies: int = 0
    """How many attached copies there should be."""
    missed: tuple[Problem, ...] = ()
    """The logs that entries are about and that are gone, or have not what these saw any more."""
    about: Mapping[str, About] = field(default_factory=dict)
    """What is known of entries with findings by their ids, and of broken logs by their files."""

    @property
    def damaged(self) -> int:
        """How many things do not hold; foreign and rivalling documents do."""
        return len(self.problems) + sum(finding.broken for finding in self.findings)

    @property
    def broken(self) -> int:
        """How many things are damaged or missing."""
        return self.damaged + len(self.missed)

    @property
    def entries(self) -> tuple[str, ...]:
        """The entries with findings, each once; those that do not hold come first."""
        found = sorted(self.findings, key=lambda each: not each.broken)
        return tuple(dict.fromkeys(e.entry_id for e in found if e.entry_id in self.about))

    @property
    def named(self) -> tuple[Problem, ...]:
        """All that is named by its file."""
        return (*self.problems, *self.missed)

    @property
    def looked_at(self) -> str:
        """What was looked at: 12 documents, 3 session logs and 1 attachment."""
        beside = [
            plural(count, one)
            for count, one in ((self.logs, "session log"), (self.copies, "attachment"))
            if count
        ]
        parts = [plural(self.documents, "document"), *beside]
        return " and ".join((", ".join(parts[:-1]), parts[-1])) if beside else parts[0]


def summed(found: Soundness) -> str:
    """What verifying found, in one sentence."""
    if found.broken:
        things = plural(found.damaged, "thing does", "things do") + " not hold"
        logs = plural(len(found.missed), "session log is", "session logs are") + " not as before"
        parts = [*([things] if found.damaged else []), *([logs] if found.missed else [])]
        return f"{found.looked_at} looked at: {', '.join(parts)}."
    if found.findings:
        told = f"nothing is damaged, {len(found.findings)} to know about"
        return f"{found.looked_at} verified; {told}."
    return f"{found.looked_at} verified: nothing was changed or lost."


def with_untold(findings: Iterable[Finding], documents: Iterable[Document]) -> tuple[Finding, ...]:
    """Findings of which those that were blanked are told apart: by a purge, or by nothing."""
    found = tuple(findings)
    if not any(each.fault is Fault.BLANKED for each in found):
        return found
    purged = purged_here(documents).entries
    return tuple(
        replace(each, fault=Fault.UNTOLD)
        if each.fault is Fault.BLANKED and each.entry_id not in purged
        else each
        for each in found
    )


def logs_untold(
    blanked: Mapping[str, int], documents: Iterable[Document], logs: LogSays = NO_LOGS
) -> tuple[Problem, ...]:
    """The logs in which something was blanked, by session how much, and no purge names them."""
    if not blanked:
        return ()
    purged = purged_here(documents, logs={**dict.fromkeys(blanked, False), **logs}).sessions
    return tuple(
        Problem(_shown(session), 1, 1, UNTOLD.format(plural(count, "event")))
        for session, count in sorted(blanked.items())
        if session not in purged
    )


def purged_elsewhere(rows: Iterable[Row], logs: LogSays) -> tuple[Finding, ...]:
    """What records of purges name and still says something here, each with the record's place."""
    every = tuple(rows)
    places = {document["id"]: place for place, document in every}
    told = still_here((document for _, document in every), logs)
    return tuple(Finding(places[record], name, Fault.STILL_HERE) for name, record in told)


def about_found(
    findings: Iterable[Finding], problems: Iterable[Problem], documents: Iterable[Document]
) -> dict[str, About]:
    """What the entries with findings are, by their ids, and the broken logs, by their files."""
    named = {each.entry_id for each in findings}
    files = {each.file for each in problems}
    found: dict[str, About] = {}
    for each in documents:
        entry, log = each["id"], _shown(session_of(each))
        if entry in named:
            found[entry] = _about(each, each["kind"])
        if log in files:
            found[log] = _about(each, "session")
    return found


def _about(document: Document, what: str) -> About:
    body = body_of(document)
    title = "" if is_blanked(document) else entries.title(document["id"], body)
    day = entries.day(body, document["made_at"])[:10]
    return About(safe_text.line(title), safe_text.line(what), safe_text.line(day))


def sought(documents: Iterable[Document]) -> frozenset[str]:
    """The hashes of events that entries were written over."""
    return frozenset(head for each in documents if (head := _head(body_of(each))))


def logs_missed(rows: Iterable[Row], logs: Mapping[str, frozenset[str]]) -> tuple[Problem, ...]:
    """What entries name of logs that is not there, once for each session.

    `logs` has by session those of the hashes sought that its log has. What another journal's
    entries name is on another machine.
    """
    gone: dict[str, Problem] = {}
    every = tuple(rows)
    elsewhere = begun_elsewhere(document for _, document in every)
    for place, document in every:
        body = body_of(document)
        session, entry = body.get("session"), document["id"][:80]
        if document["id"] in elsewhere or not isinstance(session, str) or not session:
            continue
        head = _head(body)
        if session not in logs:
            why = f"the session's log is missing, though {entry} ({place}) is about it"
        elif head and head not in logs[session]:
            why = (
                f"the session's log was cut or changed since {entry} ({place}) was written over it"
            )
        else:
            continue
        gone[session] = Problem(_shown(session), 1, 1, f"{why}; bring it back from a backup")
    return tuple(gone[session] for session in sorted(gone))


def _head(body: Mapping[str, Any]) -> str:
    head = body.get("log_head")
    return head if isinstance(head, str) and head != GENESIS else ""


def _shown(session: str) -> str:
    return f"sessions/{session}/events.jsonl" if session.isprintable() else quoted(session)
