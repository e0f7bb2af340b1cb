"""A protocol or an agenda as a page to be read before it is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content

from facilitui import text as t
from facilitui.core.agenda import AgendaBlock, expand
from facilitui.core.grouping import longest, repeats, shortest, usual
from facilitui.core.plan import Audience, Plan
from facilitui.core.protocol import Cycle, Protocol, Step
from facilitui.core.vocabulary import Per, Who
from facilitui.core.words import Word
from facilitui.widgets.library_view import Situation, silent_in, silent_minutes

READING = 66
LABEL = 12
NARROW = 44
"""Below this there is no room for who speaks beside a step."""


def protocol_lines(protocol: Protocol, situation: Situation, width: int) -> t.Lines:
    """All there is to know before using a protocol."""
    room = min(width, READING)
    silent = silent_minutes(protocol, situation.people_for(protocol))
    lines = [
        *t.wrapped(protocol.name, room, f"bold {t.INK}"),
        *t.wrapped(protocol.purpose, room),
        t.BLANK,
    ]
    for trouble in situation.misfits(protocol):
        lines += _hanging(t.accent("! "), trouble, room)
    lines += [
        *_label("For", _listed(protocol.purposes), room),
        *_label(protocol.provenance.minutes_word.capitalize(), _takes(protocol, situation), room),
        *(_label("Silent", f"{t.minutes(silent)} min", room) if silent else []),
        *_label("Group", _group(protocol), room),
        *_label("Meets", _listed(protocol.modes), room),
        *(_label("Roles", "; ".join(protocol.roles), room) if protocol.roles else []),
        t.BLANK,
        *_step_lines(protocol, situation.people_for(protocol), room),
    ]
    if protocol.pitfalls:
        lines += [t.BLANK, t.heading("Pitfalls")]
        for pitfall in protocol.pitfalls:
            lines += _hanging(t.soft("· "), pitfall, room)
    if protocol.note:
        lines += [t.BLANK, t.heading("Note"), *t.wrapped(_flowing(protocol.note), room)]
    lines += [t.BLANK, t.heading("Credit"), *t.wrapped(protocol.origin, room)]
    for source in (*protocol.sources, protocol.provenance.label.capitalize()):
        lines += t.wrapped(source, room, t.SOFT)
    return lines


def _listed(words: Sequence[Word]) -> str:
    return ", ".join(word.label for word in words).capitalize()


def _label(label: str, text: str, room: int) -> t.Lines:
    return t.labelled(label, t.wrapped(text, room - LABEL), LABEL)


def _hanging(glyph: Content, text: str, room: int) -> t.Lines:
    return [
        t.join(glyph if i == 0 else " " * glyph.cell_length, line)
        for i, line in enumerate(t.wrapped(text, room - glyph.cell_length))
    ]


def _flowing(note: str) -> str:
    """A note in paragraphs, its lines joined as they would be in a book."""
    paragraphs = [" ".join(part.split()) for part in note.split("\n\n")]
    return "\n\n".join(part for part in paragraphs if part)


def _takes(protocol: Protocol, situation: Situation) -> str:
    people = situation.people_for(protocol)
    low, high = shortest(protocol, people), longest(protocol, people)
    return (
        f"{t.minutes(usual(protocol, people))} min for {people} people, "
        f"from {t.minutes(low)} to {t.minutes(high)}"
    )


def _group(protocol: Protocol) -> str:
    group = protocol.group
    sub = f", in groups of {group.sub}" if group.sub else ""
    if group.min == group.max:
        return f"{group.min} people{sub}"
    return f"{group.min} to {group.max} people, best with {group.ideal}{sub}"


def _step_lines(protocol: Protocol, people: int, room: int) -> t.Lines:
    figures = {step.id: _figure(protocol, step, people) for step in protocol.steps}
    total = t.minutes(usual(protocol, people))
    table = _Table(room, max(map(len, (*figures.values(), total))))
    lines = [table.head("Steps", t.soft("who") if room >= NARROW else t.BLANK)]
    for step in protocol.steps:
        who = t.soft(_who(step)) if room >= NARROW else t.BLANK
        name = t.ink(_name_that_fits(step, table.name - who.cell_length))
        lines.append(table.line(t.ink(figures[step.id]), name, who, silent=step.silent))
    lines.append(table.line(t.strong(total), t.soft(f"for {people} people")))
    times = {step.cycle: repeats(protocol, step, people) for step in protocol.steps}
    for cycle in protocol.cycles:
        if times.get(cycle.id, 0) > 1:
            told = _repeated(cycle, times[cycle.id])
            lines += _hanging(t.soft(" " * table.before + "× "), told, room)
    return lines


def _figure(protocol: Protocol, step: Step, people: int) -> str:
    times = repeats(protocol, step, people)
    return f"{times} × {t.minutes(step.ideal)}" if times > 1 else t.minutes(step.ideal)


class _Table:
    """Minutes, what they are for, and a word at the end; ⌁ stands in the first column."""

    def __init__(self, room: int, figure: int) -> None:
        self._room, self._figure = room, max(3, figure)
        self.before = 2 + self._figure + 2
        """Columns before the name."""
        self.name = room - self.before - 2
        """Columns that a name and the word at the end have together."""

    def head(self, name: str, end: Content = t.BLANK) -> Content:
        """The heads of the columns."""
        return self.line(t.soft("min"), t.heading(name), end)

    def line(
        self, figure: Content, name: Content, end: Content = t.BLANK, *, silent: bool = False
    ) -> Content:
        """One row."""
        glyph = t.soft("⌁ " if silent else "  ")
        return t.spread(t.join(glyph, t.right(figure, self._figure), "  ", name), end, self._room)


def _name_that_fits(step: Step, room: int) -> str:
    return step.name if len(step.name) <= room else step.short_name


def _who(step: Step) -> str:
    if not step.silent:
        return step.who.label
    return "silent" if step.who in _EVERYBODY else f"{step.who.label}, silent"


_EVERYBODY = {Who.INDIVIDUALS, Who.WHOLE_GROUP, Who.GROUP}


def _repeated(cycle: Cycle, times: int) -> str:
    if cycle.per is Per.PARTICIPANT:
        return f"a turn for everybody in the largest group, here {times}"
    return f"once for every {cycle.per.label.lower()}"


def agenda_lines(key: str, plan: Plan, protocols: Mapping[str, Protocol], width: int) -> t.Lines:
    """All there is to know before beginning a plan from an agenda."""
    room = min(width, READING)
    audience = plan.audience
    lines = [
        *t.wrapped(plan.title or key, room, f"bold {t.INK}"),
        *(t.wrapped(plan.purpose, room) if plan.purpose else []),
        t.BLANK,
        *_label("Audience", _audience(audience), room),
    ]
    for label, text in (("Experience", audience.experience), ("Needs", audience.needs)):
        lines += _label(label, text, room) if text else []
    if plan.goals:
        lines += [t.BLANK, t.heading("Goals")]
        for goal in plan.goals:
            told = t.wrapped(f"{goal.kind.label.lower()}: {goal.text}", room - 4)
            lines += t.labelled(goal.id, told, 4)
    lines += [t.BLANK, *_block_lines(expand(plan, protocols), plan.minutes, room)]
    if plan.note:
        lines += [t.BLANK, t.heading("Note"), *t.wrapped(_flowing(plan.note), room)]
    return lines


def _audience(audience: Audience) -> str:
    people = f"{audience.count} people" if audience.count else ""
    return ": ".join(part for part in (people, audience.who) if part) or "not given"


def _block_lines(blocks: tuple[AgendaBlock, ...], there_is: float, room: int) -> t.Lines:
    total = t.minutes(sum(block.minutes for block in blocks))
    table = _Table(room, len(total))
    lines = [table.head("Agenda", t.soft("goals"))]
    for block in blocks:
        silent = silent_in(block)
        quiet = f", {t.minutes(silent)} min silent" if silent else ""
        steps = f"  {t.plural(len(block.parts), 'step')}" if len(block.parts) > 1 else ""
        name = t.join(t.ink(block.title), t.soft(steps + quiet))
        goals = t.soft(" ".join(block.goals) or "none")
        lines.append(table.line(t.ink(t.minutes(block.minutes)), name, goals, silent=bool(silent)))
    return [*lines, table.line(t.strong(total), t.soft(f"of {t.minutes(there_is)} min"))]
