"""What verifying a whole home found, and whether the logs that entries name are those they saw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from facilitui.core.any_shape import Body, text_in
from facilitui.core.begun_elsewhere import begun_elsewhere
from facilitui.core.entry_moments import Local
from facilitui.core.entry_named import all_named, label_of, session_in
from facilitui.core.errors import Problem
from facilitui.core.journal import Document, body_of, is_blanked
from facilitui.core.journal_faults import Fault, Finding
from facilitui.core.purge_records import NO_LOGS, LogSays, session_of, still_here
from facilitui.core.purged_here import purged_here
from facilitui.core.safe_text import line as safe_line
from facilitui.core.safe_text import quoted
from facilitui.core.sealing import GENESIS
from facilitui.core.told import plural

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
    about: Mapping[str, str] = field(default_factory=dict)
    """What `about_found` gave, harmless to show."""

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
        """What was looked at: 12 revisions, 3 session logs and 1 attachment."""
        beside = [
            plural(count, one)
            for count, one in ((self.logs, "session log"), (self.copies, "attachment"))
            if count
        ]
        parts = [plural(self.documents, "revision"), *beside]
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


def with_untold(findings: Iterable[Finding], rows: Iterable[Row]) -> tuple[Finding, ...]:
    """Findings of which those that were blanked are told apart: by a purge, or by nothing."""
    found, every = tuple(findings), tuple(rows)
    if not any(each.fault is Fault.BLANKED for each in found):
        return found
    purged = purged_here(document for _, document in every)
    told = {place for place, each in every if is_blanked(each) and purged.explains(each)}
    return tuple(
        replace(each, fault=Fault.UNTOLD)
        if each.fault is Fault.BLANKED and each.place not in told
        else each
        for each in found
    )


def conflicts_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings of which those of one entry's conflicting revisions are one, with all its places."""
    every = tuple(findings)
    places: dict[str, list[str]] = {}
    for each in every:
        if each.fault is Fault.RIVAL:
            places.setdefault(each.entry_id, []).append(each.place)
    return tuple(
        replace(each, place=", ".join(places.pop(each.entry_id)))
        if each.fault is Fault.RIVAL
        else each
        for each in every
        if each.fault is not Fault.RIVAL or each.entry_id in places
    )


def logs_untold(
    blanked: Mapping[str, int], documents: Iterable[Document], logs: LogSays = NO_LOGS
) -> tuple[Problem, ...]:
    """The logs in which something was blanked, by session how much, and no purge names them."""
    if not blanked:
        return ()
    purged = purged_here(documents, logs={**dict.fromkeys(blanked, False), **logs}).sessions
    return tuple(
        Problem.of_all(_shown(session), UNTOLD.format(plural(count, "event")))
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
    findings: Iterable[Finding],
    problems: Iterable[Problem],
    documents: Iterable[Document],
    local: Local,
) -> dict[str, str]:
    """What entries with findings are called, by their ids, and sessions, by their broken logs."""
    every, files = list(documents), {each.file for each in problems}
    entries = {each.entry_id for each in findings}
    names = all_named(every, local) if entries else {}
    found = {entry: name for entry, name in names.items() if entry in entries}
    for each in every if files else ():
        log = _shown(session_of(each))
        if log in files:
            found[log] = session_in(body_of(each), local) or found.get(log, "")
    return found


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
        session, entry = text_in(body, "session"), safe_line(label_of(document))
        if document["id"] in elsewhere or not session:
            continue
        head = _head(body)
        if session not in logs:
            why = f"the session's log is missing, though its {entry} ({place}) is about it"
        elif head and head not in logs[session]:
            why = f"the session's log was cut or changed since its {entry} ({place}) was written"
        else:
            continue
        gone[session] = Problem.of_all(_shown(session), f"{why}; bring it back from a backup")
    return tuple(gone[session] for session in sorted(gone))


def _head(body: Body) -> str:
    head = text_in(body, "log_head")
    return head if head != GENESIS else ""


def _shown(session: str) -> str:
    return f"sessions/{session}/events.jsonl" if session.isprintable() else quoted(session)
