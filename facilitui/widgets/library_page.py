"""A protocol as a page to be read before it is used, with its times for the group there is."""

from __future__ import annotations

from collections.abc import Sequence

from facilitui import text as t
from facilitui.core.protocol import Cycle, Protocol, Step
from facilitui.core.shelf_filter import Offer, ShelfFilter, divided, in_parallel
from facilitui.core.vocabulary import Per, Who
from facilitui.core.words import Word
from facilitui.widgets.library_table import READING, Table, flowing, hanging, label

NARROW = 44
"""Below this there is no room for who speaks beside a step."""


def protocol_lines(offer: Offer, wanted: ShelfFilter, width: int) -> t.Lines:
    """All there is to know before using a protocol with a group."""
    room, protocol = min(width, READING), offer.protocol
    lines = [
        *t.wrapped(_title(offer), room, f"bold {t.INK}"),
        *t.wrapped(protocol.purpose, room),
        t.BLANK,
    ]
    for trouble in (troubles := _troubles(offer, wanted)):
        lines += hanging(t.accent("! "), trouble, room)
    lines += [t.BLANK] if troubles else []
    lines += [
        *label("For", _listed(protocol.purposes), room),
        *label(protocol.provenance.minutes_word.capitalize(), _takes(offer), room),
        *(label("Silent", f"{t.minutes(offer.run.silent)} min", room) if offer.run.silent else []),
        *label("Group", _group(protocol), room),
        *_sitting(offer, wanted, room),
        *label("Meets", _listed(protocol.modes), room),
        *(label("Roles", "; ".join(protocol.roles), room) if protocol.roles else []),
        t.BLANK,
        *_step_lines(offer, room),
    ]
    return [*lines, *_read_before(protocol, room), *_credit(protocol, room)]


def _title(offer: Offer) -> str:
    return f"{offer.protocol.name}  ★" if offer.liked else offer.protocol.name


def _troubles(offer: Offer, wanted: ShelfFilter) -> Sequence[str]:
    """What speaks against it here, the time included."""
    if not offer.tight:
        return offer.misfits
    usual, least = t.minutes(offer.run.usual), t.minutes(offer.run.shortest)
    told = f"It usually takes {usual} min; in {wanted.minutes:g} it has to be run shorter."
    return (*offer.misfits, f"{told} It takes {least} at least.")


def _listed(words: Sequence[Word]) -> str:
    return ", ".join(word.label for word in words).capitalize()


def _takes(offer: Offer) -> str:
    run = offer.run
    who = f"{offer.people} people" if offer.groups == 1 else f"a group of {offer.people}"
    low, high = t.minutes(run.shortest), t.minutes(run.longest)
    return f"{t.minutes(run.usual)} min for {who}, from {low} to {high}"


def _group(protocol: Protocol) -> str:
    group = protocol.group
    sub = f", in groups of {group.sub}" if group.sub else ""
    if group.min == group.max:
        return f"{group.min} people{sub}"
    return f"{group.min} to {group.max} people, best with {group.ideal}{sub}"


def _sitting(offer: Offer, wanted: ShelfFilter, room: int) -> t.Lines:
    """How the people who come would sit, where that is not simply together."""
    if offer.groups > 1:
        return label("In parallel", in_parallel(offer.protocol, wanted.people), room)
    told = divided(offer.protocol, wanted.people) if wanted.people else ""
    return label("Sitting", told, room) if told else []


def _step_lines(offer: Offer, room: int) -> t.Lines:
    run = offer.run
    figures = {step.id: _figure(step, run.counts[step.id]) for step in run.steps}
    total = t.minutes(run.usual)
    table = Table(room, max(map(len, (*figures.values(), total))))
    lines = [table.head("Steps", t.soft("who") if room >= NARROW else t.BLANK)]
    for step in run.steps:
        who = t.soft(_who(step)) if room >= NARROW else t.BLANK
        name = t.ink(_name_that_fits(step, table.name - who.cell_length))
        lines.append(table.line(t.ink(figures[step.id]), name, who, silent=step.silent))
    lines.append(table.line(t.strong(total), t.soft(f"for {offer.people} people")))
    times = {step.cycle: run.counts[step.id] for step in run.steps}
    for cycle in offer.protocol.cycles:
        if times.get(cycle.id, 0) > 1:
            told = _repeated(cycle, times[cycle.id])
            lines += hanging(t.soft(" " * table.before + "× "), told, room)
    return lines


def _figure(step: Step, times: int) -> str:
    return f"{times} × {t.minutes(step.ideal)}" if times > 1 else t.minutes(step.ideal)


def _name_that_fits(step: Step, room: int) -> str:
    return step.name if len(step.name) <= room else step.short_name


def _who(step: Step) -> str:
    if not step.silent:
        return step.who.label
    return "silent" if step.who in _EVERYBODY else f"{step.who.label}, silent"


_EVERYBODY = {Who.INDIVIDUALS, Who.WHOLE_GROUP, Who.GROUP}


def _repeated(cycle: Cycle, times: int) -> str:
    if cycle.per is Per.PARTICIPANT:
        return f"a turn for everybody in the largest group: {times}"
    return f"once for every {cycle.per.label.lower()}"


def _read_before(protocol: Protocol, room: int) -> t.Lines:
    """What can go wrong, and what else there is to know."""
    lines: t.Lines = []
    if protocol.pitfalls:
        lines += [t.BLANK, t.heading("Pitfalls")]
        for pitfall in protocol.pitfalls:
            lines += hanging(t.soft("· "), pitfall, room)
    if protocol.note:
        lines += [t.BLANK, t.heading("Note"), *t.wrapped(flowing(protocol.note), room)]
    return lines


def _credit(protocol: Protocol, room: int) -> t.Lines:
    """Whom it is after, what its owner allows, where to read on, how well it is known."""
    lines = [t.BLANK, t.heading("Credit"), *t.wrapped(protocol.origin, room)]
    terms = (f"Terms: {protocol.terms}",) if protocol.terms else ()
    for told in (*terms, *protocol.sources, protocol.provenance.label.capitalize()):
        lines += t.wrapped(told, room, t.SOFT)
    return lines
