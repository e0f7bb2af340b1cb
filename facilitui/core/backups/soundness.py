"""What verifying a whole home found, and whether the logs that entries name are those they saw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from facilitui.core.any_shape import Body, text_in
from facilitui.core.errors import Problem
from facilitui.core.journals.entry_named import label_of
from facilitui.core.journals.findings_about import log_file
from facilitui.core.journals.journal import Document, body_of, is_blanked
from facilitui.core.journals.journal_faults import Fault, Finding
from facilitui.core.privacy.purge_records import NO_LOGS, LogSays, still_here
from facilitui.core.privacy.purged_here import purged_here
from facilitui.core.safe_text import line as safe_line
from facilitui.core.sealing import GENESIS
from facilitui.core.sessions.begun_elsewhere import begun_elsewhere
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

MOST_PLACES = 5
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
    leads: Mapping[str, str] = field(default_factory=dict)
    """What `leads_found` gave."""

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
        """The entries with findings, each once; those that do not hold come first.

        What is missing is no fault of the entry after it, whose page says nothing of that.
        """
        found = sorted(self.findings, key=lambda each: not each.broken)
        own = (e.entry_id for e in found if e.fault is not Fault.MISSING)
        of_files = (self.leads[each.file] for each in self.named if each.file in self.leads)
        return tuple(dict.fromkeys((*(each for each in own if each in self.about), *of_files)))

    def told(self, finding: Finding) -> str:
        """What a finding says, in a sentence without its end."""
        name = self.about.get(finding.entry_id, "")
        if finding.fault is not Fault.MISSING:
            return f"{capital(name) or finding.entry_id}: {finding.fault.value}"
        name = name or finding.entry_id
        before = self.about.get(finding.before, "") if finding.before != finding.entry_id else ""
        changed = {each.entry_id for each in self.findings if each.fault is Fault.ALTERED}
        is_hurt = bool(changed & {finding.before, finding.entry_id})
        if before:
            sound = "" if is_hurt else ", which are as they were"
            return f"A document is missing that was saved between {before} and {name}{sound}"
        sound = "" if is_hurt else ", which is as it was"
        return f"A document is missing that was saved before {name}{sound}"

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
    """Findings of which those of one entry's conflicting revisions are one, with its places."""
    every = tuple(findings)
    places: dict[str, list[str]] = {}
    for each in every:
        if each.fault is Fault.RIVAL:
            places.setdefault(each.entry_id, []).append(each.place)
    return tuple(
        replace(each, place=_several(places.pop(each.entry_id)))
        if each.fault is Fault.RIVAL
        else each
        for each in every
        if each.fault is not Fault.RIVAL or each.entry_id in places
    )


def _several(places: list[str]) -> str:
    """The first of some places, the others counted."""
    more = len(places) - MOST_PLACES
    return ", ".join(places[:MOST_PLACES]) + (f" and {more} more" if more > 0 else "")


def logs_untold(
    blanked: Mapping[str, int], documents: Iterable[Document], logs: LogSays = NO_LOGS
) -> tuple[Problem, ...]:
    """The logs in which something was blanked, by session how much, and no purge names them."""
    if not blanked:
        return ()
    purged = purged_here(documents, logs={**dict.fromkeys(blanked, False), **logs}).sessions
    return tuple(
        Problem.of_all(log_file(session), UNTOLD.format(plural(count, "event")))
        for session, count in sorted(blanked.items())
        if session not in purged
    )


def purged_elsewhere(rows: Iterable[Row], logs: LogSays) -> tuple[Finding, ...]:
    """What records of purges name and still says something here, each with the record's place."""
    every = tuple(rows)
    places = {document["id"]: place for place, document in every}
    told = still_here((document for _, document in every), logs)
    return tuple(Finding(places[record], name, Fault.STILL_HERE) for name, record in told)


def about_session(rows: Iterable[Row], session: str) -> tuple[Row, ...]:
    """The documents about a session; of many only those are read that have its name."""
    having = (each for each in rows if session in text_in(each[1], "body"))
    return tuple(each for each in having if text_in(body_of(each[1]), "session") == session)


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
            why = f"the session's log was cut or changed since its {entry} ({place})"
        else:
            continue
        gone[session] = Problem.of_all(log_file(session), f"{why}; bring it back from a backup")
    return tuple(gone[session] for session in sorted(gone))


def _head(body: Body) -> str:
    head = text_in(body, "log_head")
    return head if head != GENESIS else ""
