"""What a protocol is for, for whom, after whom, and how its cycles repeat, as rows."""

from __future__ import annotations

from collections.abc import Sequence

from facilitui import text as t
from facilitui.core.library.protocol import Cycle, Protocol
from facilitui.core.vocabulary import Per
from facilitui.core.words import Word
from facilitui.services.library.protocol_desk import ProtocolView
from facilitui.widgets.rows import Row, blank_row

INDENT = 2


def fact_rows(view: ProtocolView, file: str, *, airy: bool) -> list[Row]:
    """A row for each form there is, the keys say which; then the file it is kept in."""
    protocol = view.protocol
    group = protocol.group
    lines = 3 if airy else 2
    parts = [
        (
            "about",
            "Purpose",
            [
                protocol.purpose or "what is it for?",
                _words("to", protocol.purposes),
                _words("family:", protocol.family),
            ],
        ),
        (
            "group",
            "Group",
            [
                f"{group.min} to {group.max} people, best with {group.ideal}" + _sub(protocol),
                _words("", protocol.modes),
                "; ".join(protocol.roles),
            ],
        ),
        *(
            (f"cycle {cycle.id}", f"Cycle {cycle.id}", [_cycle(view, cycle)])
            for cycle in protocol.cycles
        ),
        (
            "credit",
            "Credit",
            [protocol.origin or "whom is it after?", protocol.terms, protocol.provenance.label],
        ),
        ("notes", "Pitfalls and note", [_notes(protocol)]),
        ("", "File", [file]),
    ]
    rows: list[Row] = []
    for key, title, told in parts:
        rows += [blank_row()] if rows and airy else []
        rows.append(_row(key, title, [each for each in told if each], lines))
    return rows


def _row(key: str, title: str, told: Sequence[str], lines: int) -> Row:
    def draw(width: int, marked: bool) -> t.Lines:
        room = width - INDENT
        first = t.wrapped(told[0], room) if told else []
        rest = [line for each in told[1:] for line in t.wrapped(each, room, t.SOFT)]
        below = [*t.clipped(first, lines, room), *t.clipped(rest, lines, room)]
        heading = t.strong(title) if marked else t.heading(title)
        return [t.fitted(heading, width), *(t.join(" " * INDENT, line) for line in below)]

    return Row(key, draw, lambda width: len(draw(width, False)))


def _words(before: str, words: Sequence[Word]) -> str:
    return f"{before} {', '.join(word.label.lower() for word in words)}".strip()


def _sub(protocol: Protocol) -> str:
    return f", in groups of {protocol.group.sub}" if protocol.group.sub else ""


def _cycle(view: ProtocolView, cycle: Cycle) -> str:
    steps = [step for step in view.protocol.steps if step.cycle == cycle.id]
    if not steps:
        return "no step is in it"
    told = t.plural(len(steps), "step")
    if cycle.per is Per.PARTICIPANT:
        turns = view.run.counts[steps[0].id]
        return f"{told}, a turn for everybody in the largest group, here {turns}"
    return f"{told}, {cycle.times} times, once for every {cycle.per.label.lower()}"


def _notes(protocol: Protocol) -> str:
    pitfalls = t.plural(len(protocol.pitfalls), "pitfall") if protocol.pitfalls else "no pitfalls"
    return f"{pitfalls}, {'a note' if protocol.note else 'no note'}"
