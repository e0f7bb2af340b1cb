"""What the library's list shows: protocols and agendas as rows, in columns under their heads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from textual.content import Content

from facilitui import text as t
from facilitui.core.agenda import AgendaBlock, expand
from facilitui.core.grouping import repeats, usual
from facilitui.core.plan import Plan
from facilitui.core.protocol import Protocol
from facilitui.core.search import folded, matches
from facilitui.core.vocabulary import Mode, Purpose
from facilitui.widgets.row_list import Row, blank_row
from facilitui.widgets.search_line import emphasised

MINUTES, PEOPLE, SILENT = 4, 9, 8
"""The columns behind the name."""
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Situation:
    """For whom something is looked for."""

    people: int = 0
    """How many there will be; 0 while that is not known."""
    mode: Mode | None = None

    def people_for(self, protocol: Protocol) -> int:
        """For how many a protocol's minutes are told."""
        return self.people or protocol.group.default

    def misfits(self, protocol: Protocol) -> list[str]:
        """What speaks against a protocol here, in words."""
        group, found = protocol.group, []
        if self.people and not group.min <= self.people <= group.max:
            found.append(f"It is made for {span(protocol)} people; you plan for {self.people}.")
        if self.mode is not None and self.mode not in protocol.modes:
            modes = " or ".join(mode.label.lower() for mode in protocol.modes)
            found.append(f"It is made for meeting {modes}, not {self.mode.label.lower()}.")
        return found


def span(protocol: Protocol) -> str:
    """How many people a protocol is good for."""
    group = protocol.group
    return f"{group.min}–{group.max}" if group.min < group.max else f"{group.min}"


def silent_minutes(protocol: Protocol, people: int) -> float:
    """How much of a usual run is silent."""
    return sum(
        step.ideal * repeats(protocol, step, people) for step in protocol.steps if step.silent
    )


def silent_in(block: AgendaBlock) -> float:
    """How much of a block is silent."""
    return sum(part.minutes for part in block.parts if part.silent)


def column_lines(who: str, width: int) -> t.Lines:
    """The heads of the columns, over rows that begin behind the cursor's column."""
    return [_columns(t.BLANK, t.soft("min"), t.soft(who), t.soft("silent"), width)]


def _columns(
    name: Content, minutes: Content, people: Content, silent: Content, width: int
) -> Content:
    figures = t.join(t.right(minutes, MINUTES), t.right(people, PEOPLE), t.right(silent, SILENT))
    room = max(4, width - figures.cell_length)
    return t.join(t.padded(name, room), figures)


def found_protocols(protocols: Mapping[str, Protocol], words: Words) -> list[Protocol]:
    """Those in whose name, purpose and families every word occurs."""
    return [each for each in protocols.values() if matches(words, folded(_said(each)))]


def _said(protocol: Protocol) -> str:
    labels = (word.label for word in (*protocol.purposes, *protocol.family))
    return " ".join((protocol.name, protocol.purpose, *labels))


def found_agendas(agendas: Mapping[str, Plan], words: Words) -> dict[str, Plan]:
    """Those in whose title, purpose and audience every word occurs."""
    return {
        key: plan
        for key, plan in agendas.items()
        if matches(words, folded(f"{plan.title} {plan.purpose} {plan.audience.who}"))
    }


def protocol_rows(
    protocols: Iterable[Protocol], situation: Situation, words: Words, *, by_time: bool
) -> list[Row]:
    """Protocols under what they are for, or all by their length; the shorter ones first."""
    ordered = sorted(
        protocols, key=lambda each: (usual(each, situation.people_for(each)), each.name)
    )
    if by_time:
        return [_protocol_row(each, situation, words) for each in ordered]
    rows: list[Row] = []
    for head, group in _by_purpose(ordered):
        rows += [*([blank_row()] if rows else []), _head(head)]
        rows += [_protocol_row(each, situation, words) for each in group]
    return rows


def _by_purpose(ordered: list[Protocol]) -> Iterator[tuple[str, list[Protocol]]]:
    """Each under the purpose that its file names first."""
    for purpose in Purpose:
        group = [each for each in ordered if each.purposes[0] is purpose]
        if group:
            yield purpose.label, group


def _head(text: str) -> Row:
    return Row("", lambda width, marked: [t.fitted(t.heading(text), width)])


def _protocol_row(protocol: Protocol, situation: Situation, words: Words) -> Row:
    people = situation.people_for(protocol)
    silent = silent_minutes(protocol, people)
    fits = not situation.misfits(protocol)
    group = t.join("" if fits else t.accent("! "), t.soft(span(protocol)))

    def draw(width: int, marked: bool) -> t.Lines:
        name = t.strong(protocol.name) if marked else t.ink(protocol.name)
        minutes = t.ink(t.minutes(usual(protocol, people)))
        return [_columns(emphasised(name, words), minutes, group, _silent(silent), width - 1)]

    return Row(protocol.id, draw)


def _silent(minutes: float) -> Content:
    return t.soft(f"⌁ {t.minutes(minutes):>2}") if minutes else t.BLANK


def agenda_rows(
    agendas: Mapping[str, Plan], protocols: Mapping[str, Protocol], words: Words
) -> list[Row]:
    """Agendas, the shorter ones first."""
    ordered = sorted(agendas.items(), key=lambda each: (each[1].minutes, each[1].title))
    return [_agenda_row(key, plan, protocols, words) for key, plan in ordered]


def _agenda_row(key: str, plan: Plan, protocols: Mapping[str, Protocol], words: Words) -> Row:
    silent = sum(map(silent_in, expand(plan, protocols)))
    people = t.soft(plan.audience.count or "")

    def draw(width: int, marked: bool) -> t.Lines:
        title = plan.title or key
        name = emphasised(t.strong(title) if marked else t.ink(title), words)
        minutes = t.ink(t.minutes(plan.minutes))
        return [_columns(name, minutes, people, _silent(silent), width - 1)]

    return Row(key, draw)


def nothing_found(query: str, what: str, width: int) -> t.Lines:
    """Nothing has these words, and how to go on."""
    return [
        *t.wrapped(f"No {what} has “{query.strip()}” in its name or purpose.", width),
        t.BLANK,
        t.join(t.strong("escape  "), t.ink("show all of them again")),
    ]


def empty_lines(what: str, width: int) -> t.Lines:
    """No file could be read."""
    return [
        t.strong(f"There are no {what}s."),
        t.BLANK,
        *t.wrapped(
            f"Those that come with the program could not be found. A file of your own in the "
            f"{what}s folder of your data appears here at once.",
            min(66, width),
        ),
    ]
