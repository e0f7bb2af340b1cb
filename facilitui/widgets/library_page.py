"""A protocol as a page to be read before it is used, with its times for the group there is."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from facilitui import text as t
from facilitui.core.library.protocol import Protocol, Step
from facilitui.core.library.shelf_filter import ShelfFilter
from facilitui.core.library.shelf_offers import Offer, divided, in_parallel
from facilitui.core.plans.rounds import Rounds, rounds_of
from facilitui.core.seconds_told import signed_run
from facilitui.core.told import figure
from facilitui.core.trends.drift import Drift, whole_told
from facilitui.core.vocabulary import Who
from facilitui.core.words import Word
from facilitui.widgets.library_table import Table, flowing, hanging, label

DRIFT = "± plan"
"""Stands above the second figures: what steps ran against their plan, not what is usual."""
NARROW = 44
"""Below this there is no room for who speaks beside a step."""


def protocol_lines(offer: Offer, wanted: ShelfFilter, drift: Drift | None, width: int) -> t.Lines:
    """All there is to know before using a protocol with a group; `drift` where it was run."""
    room, protocol = t.reading(width), offer.protocol
    lines = [
        *t.wrapped(_title(offer), room, f"bold {t.INK}"),
        *t.wrapped(protocol.purpose, room),
        t.BLANK,
    ]
    for trouble in (troubles := _troubles(offer, wanted)):
        lines += hanging(t.accent("! "), trouble, room)
    lines += [t.BLANK] if troubles else []
    lines += [
        *(label("Yours", f"id {protocol.id}; e changes it", room) if offer.own else []),
        *label("For", _listed(protocol.purposes), room),
        *label(protocol.provenance.minutes_word.capitalize(), _takes(offer), room),
        *(label("How it went", f"for me: {whole_told(drift.whole)}", room) if drift else []),
        *(label("Silent", f"{t.minutes(offer.run.silent)} min", room) if offer.run.silent else []),
        *label("Group", _group(protocol), room),
        *_sitting(offer, wanted, room),
        *label("Meets", _listed(protocol.modes), room),
        *(label("Roles", "; ".join(protocol.roles), room) if protocol.roles else []),
        t.BLANK,
        *_step_lines(offer, drift, room),
    ]
    return [*lines, *_read_before(protocol, room), *_credit(protocol, room)]


def _title(offer: Offer) -> str:
    return f"{offer.protocol.name}  ★" if offer.liked else offer.protocol.name


def _troubles(offer: Offer, wanted: ShelfFilter) -> Sequence[str]:
    """What speaks against it here, the time included."""
    if not offer.tight:
        return offer.misfits
    usual, least = t.minutes(offer.run.usual), t.minutes(offer.run.shortest)
    told = f"It usually takes {usual} min; in {figure(wanted.minutes)} it has to be run shorter."
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


def _step_lines(offer: Offer, drift: Drift | None, room: int) -> t.Lines:
    """Every step with its minutes and, beside them, by how much it ran longer or shorter.

    A cycle stands there once, with how often it is run and how long a round is.
    """
    found, total = rounds_of(offer.protocol, offer.run), t.minutes(offer.run.usual)
    figures = [t.minutes(step.ideal) for step in offer.run.steps]
    figures += [t.minutes(each.in_all) for each in found]
    went = {step: signed_run(of.over) for step, of in drift.steps.items()} if drift else {}
    beside = max(map(len, (DRIFT, *went.values()))) if went else 0
    table = Table(room, max(map(len, (*figures, total))), beside)
    lines = [table.head("Steps", t.soft("who") if room >= NARROW else t.BLANK, DRIFT)]
    for each in found:
        lines += _round_lines(each, table) if each.repeats else []
        lines += [
            _step_line(step, went.get(step.id, ""), table, room, each.repeats)
            for step in each.steps
        ]
    return [*lines, table.line(t.strong(total), t.soft(f"for {offer.people} people"))]


def _round_lines(each: Rounds, table: Table) -> t.Lines:
    """A round and all of them: × 4, 7 min each; then what it is repeated for."""
    told = t.join(t.strong(f"× {each.times}"), t.soft(f"  {t.minutes(each.once)} min a round"))
    why = t.wrapped(each.for_what, table.name - 2, t.SOFT)
    first = table.line(t.ink(t.minutes(each.in_all)), told)
    return [first, *(t.join(" " * (table.before + 2), line) for line in why)]


def _step_line(step: Step, went: str, table: Table, room: int, within: bool) -> Content:
    """One step; within a round its minutes are a pass's, and stand with its name."""
    who = t.soft(_who(step)) if room >= NARROW else t.BLANK
    minutes = t.ink(t.minutes(step.ideal))
    before = t.join("  ", t.right(minutes, 4), "  ") if within else t.BLANK
    fits = table.name - who.cell_length - before.cell_length
    name = t.join(before, t.ink(_name_that_fits(step, fits)))
    figure = t.BLANK if within else minutes
    return table.line(figure, name, who, silent=step.silent, beside=t.ink(went))


def _name_that_fits(step: Step, room: int) -> str:
    return step.name if len(step.name) <= room else step.short_name


def _who(step: Step) -> str:
    if not step.silent:
        return step.who.label
    return "silent" if step.who in _EVERYBODY else f"{step.who.label}, silent"


_EVERYBODY = {Who.INDIVIDUALS, Who.WHOLE_GROUP, Who.GROUP}


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
