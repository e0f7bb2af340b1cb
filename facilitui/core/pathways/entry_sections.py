"""What entries about enrolments say, part by part: the same on a screen and in a document.

`named` says what something is called by its id, which stands behind what sort of thing it is:
"school x7", "requirement acceptance"; an entry is asked for by its id alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from facilitui.core.journals.said import NOT_TOLD, Said, Section, hash_said, on_day, some
from facilitui.core.pathways.enrolment import Enrolment, Entered, OwnRule, PriorityAreas, SetAside
from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.names_in_a_row import names_told
from facilitui.core.pathways.roster import Roster, RosterMember
from facilitui.core.pathways.snapshot import Snapshot
from facilitui.core.pathways.snapshot_sections import snapshot_sections
from facilitui.core.told import short_day

OfPathway = Enrolment | LogEntry | Roster | Snapshot
Named = Callable[[str], str]
PRIVATE = "private"
"""Beside what goes into no paper; one's own journal has it, and so has an export of that."""


def about_of_pathway(record: OfPathway) -> str:
    """What there is to say about it itself, in a line."""
    match record:
        case Enrolment():
            closed = f"closed on {short_day(record.closed_on)}" if record.closed_on else ""
            return ", ".join(some(record.pathway_name or record.pathway, closed))
        case LogEntry():
            return "" if record.on else "without a day"
        case Roster():
            return ""
    return f"version {record.version}" if record.version else ""


def pathway_sections(record: OfPathway, named: Named = str) -> tuple[Section, ...]:
    """All that it says; sections that say nothing are among them."""
    match record:
        case Enrolment():
            return _enrolment(record, named)
        case LogEntry():
            return _log_entry(record, named)
        case Roster():
            of = _pairs((("Of the enrolment", named(record.enrolment)),))
            members = tuple(_member(each, named) for each in record.members)
            return (Section("Who takes part", members), Section("About it", of))
    return snapshot_sections(record)


def key_of(sort: str, id: str) -> str:
    """What something that is no entry is asked for by."""
    return f"{sort} {id}"


def private_key(requirement: str, field: str) -> str:
    """What tells of a requirement's field that it is private, by being called anything."""
    return key_of(PRIVATE, f"{requirement} {field}")


def _called(named: Named, sort: str, id: str) -> str:
    """What it is called; its id where nothing says so."""
    told = named(key_of(sort, id))
    return id if told == key_of(sort, id) else told


def _enrolment(kept: Enrolment, named: Named) -> tuple[Section, ...]:
    pairs = (
        ("Name", kept.name or NOT_TOLD),
        ("Whose way", kept.holder.label),
        ("Pathway", kept.pathway_name or kept.pathway),
        ("Version", kept.version),
        ("Begun", on_day(kept.started_on)),
        ("Closed", short_day(kept.closed_on) if kept.closed_on else ""),
        ("Meets as the group", kept.group),
    )
    hashed = hash_said("Hash of what the pathway said", kept.digest)
    asked = tuple(Said(name, value) for name, value in kept.parameters.items())
    return (
        Section("The enrolment", (*_pairs(pairs), *asked, *hashed)),
        Section("Schools", tuple(Said(each.name) for each in kept.schools)),
        Section("Phases entered", tuple(_entered(each, named) for each in kept.entered)),
        Section("Priority areas", tuple(map(_areas, kept.areas))),
        Section("Set aside, or waiting", tuple(_aside(each, named) for each in kept.aside)),
        Section("The programme's own rules", tuple(_rule(each, named) for each in kept.rules)),
        Section(
            "What counts for it",
            tuple(
                Said(_called(named, "source", each.key), "counts" if each.counts else "counts not")
                for each in kept.serves
            ),
        ),
    )


def _entered(each: Entered, named: Named) -> Said:
    lacked = [f"Lacked: {text}" for text in each.lacked]
    return Said(_called(named, "phase", each.phase), short_day(each.on), some(*lacked, each.reason))


def _areas(each: PriorityAreas) -> Said:
    names = names_told([each.names.get(area, area) for area in each.areas])
    return Said(names, on_day(each.on), some(f"Told by: {each.source}", each.rubric.told))


def _aside(each: SetAside, named: Named) -> Said:
    how = "asked again" if each.asked else "waiting" if each.waits else "set aside"
    told = f"{how} since {short_day(each.on)}"
    return Said(_called(named, "requirement", each.requirement), told, some(each.reason))


def _rule(each: OwnRule, named: Named) -> Said:
    one = f", one at {each.one_at_least} or higher" if each.one_at_least is not None else ""
    told = "as the file has it again" if each.is_over else f"{each.at_least} or higher{one}"
    by = f"Told by: {each.source}, {short_day(each.on)}" if each.source else short_day(each.on)
    return Said(_called(named, "requirement", each.requirement), told, (by,))


def _log_entry(entry: LogEntry, named: Named) -> tuple[Section, ...]:
    slot = entry.slot
    pairs = (
        ("Of the enrolment", named(entry.enrolment) if entry.enrolment else ""),
        ("Requirement", entry.text or entry.requirement),
        ("Day", _day_of(entry)),
        ("Cycle", str(slot.cycle) if slot.cycle is not None else ""),
        ("Part", _called(named, "part", slot.part) if slot.part else ""),
        ("School", _called(named, "school", slot.school) if slot.school else ""),
        ("Member", _called(named, "member", slot.member) if slot.member else ""),
        ("Session", _called(named, "source", entry.session) if entry.session else ""),
        ("Rests on", _upon(entry, named)),
    )
    values = (Said(_ask(entry, id, named), "", some(text)) for id, text in entry.values.items())
    shown = (
        *(Said(text) for text in some(entry.link)),
        *(Said(text) for text in some(entry.file_name)),
        *hash_said("Hash of its file", entry.file_hash),
    )
    return (
        Section("Logged for", _pairs(pairs)),
        Section("Written down", tuple(each for each in values if each.below)),
        Section("Note", tuple(map(Said, some(entry.note)))),
        Section("Where it can be seen", shown),
    )


def _day_of(entry: LogEntry) -> str:
    at = f"{entry.at:%H:%M}" if entry.at is not None else ""
    return ", ".join(some(on_day(entry.on), at, "still to come" if entry.planned else ""))


def _ask(entry: LogEntry, field: str, named: Named) -> str:
    """What a field asked, and beside it that what is written there goes into no paper."""
    key = private_key(entry.requirement, field)
    return f"{entry.asks.get(field, field)}{'' if named(key) == key else f' ({PRIVATE})'}"


def _upon(entry: LogEntry, named: Named) -> str:
    if not entry.upon:
        return ""
    revision = f", revision {entry.upon_revision}" if entry.upon_revision else ""
    return f"{named(entry.upon)}{revision}"


def _member(each: RosterMember, named: Named) -> Said:
    role = _called(named, "role", each.role) if each.role else ""
    school = _called(named, "school", each.school) if each.school else ""
    beside = ", ".join(some(role, school, "takes part no more" if each.left else ""))
    return Said(each.name, beside)


def _pairs(pairs: Iterable[tuple[str, str]]) -> tuple[Said, ...]:
    return tuple(Said(name, value) for name, value in pairs if value.strip())
