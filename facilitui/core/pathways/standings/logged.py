"""What is logged: contacts, evidence, check-ins, statements, attestations, credentials.

Logs, evidence and check-ins count by their day within the phase. Attestations, credentials,
documents, checklists and statements of which the newest stands count of whatever day: what was so
before a phase began is still so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from facilitui.core.pathways import contacts
from facilitui.core.pathways.case import Logged, Source
from facilitui.core.pathways.progress import Progress, SlotProgress
from facilitui.core.pathways.requirements import (
    Attestation,
    CheckIns,
    EvidenceOf,
    Log,
    Requirement,
    Writing,
)
from facilitui.core.pathways.standings.counting import (
    Found,
    counted,
    counted_in,
    sources,
    together,
    told_with,
    wished,
)
from facilitui.core.pathways.standings.entries import (
    Logging,
    entry_lacks,
    is_to_come,
    most_words,
)
from facilitui.core.pathways.standings.scope import Scope
from facilitui.core.pathways.standings.slots import Slots, slots_of
from facilitui.core.pathways.words import Standing
from facilitui.core.safe_text import line, quoted
from facilitui.core.told import day_of_month, plural

Entries = Sequence[Logged]
NOTHING_RECORDED = "nothing recorded yet"


def of_logged(asked: Logging, scope: Scope) -> Progress:
    """So many entries as are asked for, once or for each of its slots."""
    entries = scope.logged.get(asked.id, ())
    slots = slots_of(asked, scope)
    need = _need(asked)
    if slots is None:
        return _once(asked, _found(asked, entries, scope), scope)
    if slots.unknown:
        told = f"cannot be told yet: {slots.unknown}"
        return Progress(asked, Standing.UNKNOWN, lacks=(slots.unknown,), told=told)
    return together(
        asked,
        tuple(_in_slots(asked, slots, entries, scope)),
        slots.unit,
        need,
        Found(lacks=tuple(_astray(slots, entries))),
    )


def _once(asked: Logging, found: Found, scope: Scope) -> Progress:
    """What is asked for in no slots: a number of entries, or one that is there with its day."""
    if isinstance(asked, Attestation) and asked.beside_sessions:
        beside = f"the journal holds {plural(scope.held, 'session')}"
        found = replace(found, remarks=(*found.remarks, beside))
    progress = counted(asked, found, _need(asked))
    if counts_by_day(asked):
        return progress
    days = [day_of_month(each.on) for each in found.by if each.on is not None]
    there = ", ".join(["recorded", *(f"dated {day}" for day in days[-1:])])
    told = wished(asked, there if found.by else NOTHING_RECORDED)
    return replace(progress, told=told_with(told, found.remarks))


def counts_by_day(asked: Requirement | None) -> bool:
    """Whether any number of entries is looked for, each by its day within the phase."""
    return isinstance(asked, EvidenceOf | CheckIns) or (
        isinstance(asked, Log) and not asked.current
    )


def _need(asked: Logging) -> int | None:
    """How many of each; what is said once, and what stands, has to be there and no more."""
    return asked.count if counts_by_day(asked) else 1


def _in_slots(
    asked: Logging, slots: Slots, entries: Entries, scope: Scope
) -> Iterator[SlotProgress]:
    placed: dict[tuple[object, ...], list[Logged]] = {}
    for each in entries:
        placed.setdefault(slots.place(each.said.slot), []).append(each)
    nothing = _found(asked, (), scope)
    for slot, name in slots.named:
        there = placed.get(slots.place(slot))
        found = _found(asked, there, scope) if there else nothing
        yield counted_in(slot, line(name), found, _need(asked))


def _astray(slots: Slots, entries: Entries) -> Iterator[str]:
    """What is for none of the slots that there are: of a school that is not entered any more."""
    known = {slots.place(slot) for slot, _ in slots.named}
    for each in entries:
        if slots.place(each.said.slot) not in known and each.said.slot.member not in slots.left:
            yield f"{named(each.source)} is for no {slots.unit} that is asked for"


def _found(asked: Logging, entries: Entries, scope: Scope) -> Found:
    """What of some entries counts. Of a statement it is the newest that lacks nothing."""
    held = [each for each in entries if not is_to_come(asked, each.said)]
    planned = [each for each in entries if is_to_come(asked, each.said)]
    lacking = [tuple(_lacks(asked, each, scope)) for each in held]
    by = [each for each, lacks in zip(held, lacking, strict=True) if not lacks]
    by = by[-1:] if _stands(asked) else by
    lacks = (one for lacks in (*lacking, tuple(_not_said(planned, scope))) for one in lacks)
    return Found(
        sources(each.source for each in by),
        tuple(dict.fromkeys(lacks)),
        (
            *_next(planned, scope),
            *_older(asked, by, scope),
            *_long(asked, by, scope),
            *contacts.lines(asked, held, scope.today),
        ),
    )


def _lacks(asked: Logging, logged: Logged, scope: Scope) -> Iterator[str]:
    """Why one entry does not count, each with what it is called."""
    lacks = entry_lacks(asked, logged.said, scope.today)
    if lacks:
        yield f"{named(logged.source)} lacks {', '.join(lacks)}"
    elif logged.said.on is not None and counts_by_day(asked) and not scope.has(logged.said.on):
        day = day_of_month(logged.said.on)
        yield f"{named(logged.source)} is dated {day}, outside this phase"
    elif isinstance(asked, Log) and asked.upon is not None and not _rests(asked, logged, scope):
        yield f"{named(logged.source)} lacks what it rests on"


def _stands(asked: Logging) -> bool:
    return isinstance(asked, Log) and asked.current


def _base(asked: Log, logged: Logged, scope: Scope) -> Logged | None:
    """The entry that one rests on, as it is now; None where there is none of the other log."""
    others = scope.logged.get(asked.upon or "", ())
    return next((each for each in others if each.source.entry == logged.said.upon), None)


def _rests(asked: Log, logged: Logged, scope: Scope) -> bool:
    """Whether it names one that is there, and of the same school where it is for one."""
    base = _base(asked, logged, scope)
    school = logged.said.slot.school
    return base is not None and base.said.slot.school in (
        {school, ""} if school else {base.said.slot.school}
    )


def _older(asked: Logging, by: Entries, scope: Scope) -> Iterator[str]:
    """What rests on a version of a statement that does not stand any more."""
    if not isinstance(asked, Log) or asked.upon is None:
        return
    for each in by:
        base = _base(asked, each, scope)
        before = each.said.upon_revision
        if base is not None and 0 < before < base.revision:
            told = f"rests on version {before}; version {base.revision} stands now"
            yield f"{named(each.source)} {told}"


def _next(planned: Entries, scope: Scope) -> Iterator[str]:
    """The first check-in that is still to come."""
    days = (each.said.on for each in planned)
    if to_come := sorted(day for day in days if day is not None and day >= scope.today):
        yield f"next on {day_of_month(to_come[0])}"


def _not_said(planned: Entries, scope: Scope) -> Iterator[str]:
    """Check-ins that were planned for a day that is over."""
    for each in planned:
        if each.said.on is None:
            yield f"{named(each.source)} lacks its day"
        elif each.said.on < scope.today:
            day = day_of_month(each.said.on)
            yield f"{named(each.source)} was planned for {day}: nobody said that it was held"


def _long(asked: Logging, by: Entries, scope: Scope) -> Iterator[str]:
    """Parts of a document that have more words than the programme takes."""
    if not isinstance(asked, Writing):
        return
    for each in by:
        limit, words = most_words(asked, each.said, scope.pathway), each.said.word_count
        if limit is not None and words > limit:
            yield f"{words} words, at most {limit} are taken"


def named(source: Source) -> str:
    """Something logged as a sentence names it."""
    return quoted(source.told) if source.told.strip() else "an entry"
