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
from facilitui.core.pathways.remarks import Lack, LackKind, Remark, RemarkKind, lacking_told
from facilitui.core.pathways.requirements import (
    Attestation,
    CheckIns,
    EvidenceOf,
    Log,
    Requirement,
    Writing,
)
from facilitui.core.pathways.standings.counting import (
    Counted,
    counted,
    counted_in,
    judged_by,
    sources,
    together,
)
from facilitui.core.pathways.standings.entries import (
    Logging,
    brief_of,
    entry_lacks,
    is_to_come,
    most_words,
)
from facilitui.core.pathways.standings.scope import Scope
from facilitui.core.pathways.standings.slots import Slots, slots_of
from facilitui.core.pathways.whose_words import Said, called, words
from facilitui.core.pathways.words import Standing
from facilitui.core.safe_text import line
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
        unknown = Lack(slots.unknown, LackKind.COUNTED)
        lacks = (unknown, *_astray(slots, entries))
        return Progress(asked, Standing.UNKNOWN, lacks=lacks, count=told)
    return together(
        asked,
        tuple(_in_slots(asked, slots, entries, scope)),
        slots.unit,
        need,
        Counted(lacks=tuple(_astray(slots, entries))),
    )


def _once(asked: Logging, found: Counted, scope: Scope) -> Progress:
    """What is asked for in no slots: a number of entries, or one that is there with its day."""
    if isinstance(asked, Attestation) and asked.beside_sessions:
        beside = f"the journal holds {plural(scope.held, 'session')}"
        found = replace(found, remarks=(*found.remarks, _remark(beside)))
    progress = counted(asked, found, _need(asked))
    if counts_by_day(asked):
        return progress
    days = [day_of_month(each.on) for each in found.by if each.on is not None]
    there = ", ".join(["recorded", *(f"dated {day}" for day in days[-1:])])
    count = there if found.by else lacking_told(found.lacks) or NOTHING_RECORDED
    return replace(progress, count=count, rule=judged_by(asked))


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


def _astray(slots: Slots, entries: Entries) -> Iterator[Lack]:
    """What is for none of the slots that there are: of a school that is not entered any more."""
    known = {slots.place(slot) for slot, _ in slots.named}
    for each in entries:
        if slots.place(each.said.slot) not in known and each.said.slot.member not in slots.left:
            told = f"for no {slots.unit} that is asked for"
            yield _of_entry(each, f"is {told}", told)


def _found(asked: Logging, entries: Entries, scope: Scope) -> Counted:
    """What of some entries counts. Of a statement it is the newest that lacks nothing."""
    held = [each for each in entries if not is_to_come(asked, each.said)]
    planned = [each for each in entries if is_to_come(asked, each.said)]
    lacks = [each for each in (_lack(asked, one, scope) for one in held) if each is not None]
    lacking = {each.source for each in lacks}
    by = [each for each in held if each.source not in lacking]
    by = by[-1:] if _stands(asked) else by
    remarks = (
        *_older(asked, by, scope),
        *_long(asked, by, scope),
        *contacts.lines(asked, held, scope.today, scope.enrolment.closed_on),
    )
    return Counted(
        sources(each.source for each in by),
        (*lacks, *_not_said(planned, scope)),
        (*_next(planned, scope), *map(_remark, remarks)),
    )


def _lack(asked: Logging, logged: Logged, scope: Scope) -> Lack | None:
    """Why one entry does not count, with what it is called; None where it does."""
    if lacks := entry_lacks(asked, logged.said, scope.today):
        told = f"lacks {', '.join(each.text for each in lacks)}"
        return _of_entry(logged, told, brief_of(lacks))
    on = logged.said.on
    if on is not None and counts_by_day(asked) and not scope.has(on):
        told = f"is dated {day_of_month(on)}, outside this phase"
        return _of_entry(logged, told, "outside this phase")
    if isinstance(asked, Log) and asked.upon is not None and not _rests(asked, logged, scope):
        return _of_entry(logged, "lacks what it rests on", "lacks what it rests on")
    return None


def _of_entry(logged: Logged, told: str, brief: str) -> Lack:
    return Lack(words(named(logged.source), f" {told}"), source=logged.source, brief=brief)


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


def _older(asked: Logging, by: Entries, scope: Scope) -> Iterator[Said]:
    """What rests on a version of a statement that does not stand any more."""
    if not isinstance(asked, Log) or asked.upon is None:
        return
    for each in by:
        base = _base(asked, each, scope)
        before = each.said.upon_revision
        if base is not None and 0 < before < base.revision:
            told = f"rests on version {before}; version {base.revision} stands now"
            yield words(named(each.source), f" {told}")


def _next(planned: Entries, scope: Scope) -> Iterator[Remark]:
    """The first check-in that is still to come."""
    days = (each.said.on for each in planned)
    if to_come := sorted(day for day in days if day is not None and day >= scope.today):
        brief = f"planned, {day_of_month(to_come[0], scope.today)}"
        told = f"next on {day_of_month(to_come[0])}"
        yield Remark(RemarkKind.LOGGED, told, brief=brief)


def _not_said(planned: Entries, scope: Scope) -> Iterator[Lack]:
    """Check-ins that were planned for a day that is over."""
    for each in planned:
        if each.said.on is None:
            yield _of_entry(each, "lacks its day", "lacks its day")
        elif each.said.on < scope.today:
            told = f"was planned for {day_of_month(each.said.on)}: nobody said that it was held"
            yield _of_entry(each, told, "not said to be held")


def _long(asked: Logging, by: Entries, scope: Scope) -> Iterator[str]:
    """Parts of a document that have more words than the programme takes."""
    if not isinstance(asked, Writing):
        return
    for each in by:
        limit, words = most_words(asked, each.said, scope.pathway), each.said.word_count
        if limit is not None and words > limit:
            yield f"{words} words, at most {limit} are taken"


def _remark(said: Said) -> Remark:
    return Remark(RemarkKind.LOGGED, said)


def named(source: Source) -> Said:
    """Something logged as a sentence names it."""
    return called(source) if source.told.strip() else "an entry"
