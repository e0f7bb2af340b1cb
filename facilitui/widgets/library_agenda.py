"""An agenda as a page to be read before a plan is begun with it."""

from __future__ import annotations

from collections.abc import Mapping

from facilitui import text as t
from facilitui.core.library.protocol import Protocol
from facilitui.core.plans.agenda import AgendaBlock, expand
from facilitui.core.plans.plan import Audience, Plan
from facilitui.widgets.library_table import Table, flowing, label
from facilitui.widgets.library_view import silent_in


def agenda_lines(key: str, plan: Plan, protocols: Mapping[str, Protocol], width: int) -> t.Lines:
    """All there is to know before beginning a plan from an agenda."""
    room = t.reading(width)
    audience = plan.audience
    lines = [
        *t.wrapped(plan.title or key, room, f"bold {t.INK}"),
        *(t.wrapped(plan.purpose, room) if plan.purpose else []),
        t.BLANK,
        *label("Audience", _audience(audience), room),
    ]
    for name, text in (("Experience", audience.experience), ("Needs", audience.needs)):
        lines += label(name, text, room) if text else []
    if plan.goals:
        lines += [t.BLANK, t.heading("Goals")]
        for goal in plan.goals:
            told = t.wrapped(f"{goal.kind.label.lower()}: {goal.text}", room - 4)
            lines += t.labelled(goal.id, told, 4)
    lines += [t.BLANK, *_block_lines(expand(plan, protocols), plan.minutes, room)]
    if plan.note:
        lines += [t.BLANK, t.heading("Note"), *t.wrapped(flowing(plan.note), room)]
    return lines


def _audience(audience: Audience) -> str:
    people = f"{audience.count} people" if audience.count else ""
    return ": ".join(part for part in (people, audience.who) if part) or "not given"


def _block_lines(blocks: tuple[AgendaBlock, ...], there_is: float, room: int) -> t.Lines:
    total = t.minutes(sum(block.minutes for block in blocks))
    table = Table(room, len(total))
    lines = [table.head("Agenda", t.soft("goals"))]
    for block in blocks:
        silent = silent_in(block)
        quiet = f", {t.minutes(silent)} min silent" if silent else ""
        steps = f"  {t.plural(len(block.parts), 'step')}" if len(block.parts) > 1 else ""
        name = t.join(t.ink(block.title), t.soft(steps + quiet))
        goals = t.soft(" ".join(block.goals) or "none")
        lines.append(table.line(t.ink(t.minutes(block.minutes)), name, goals, silent=bool(silent)))
    return [*lines, table.line(t.strong(total), t.soft(f"of {t.minutes(there_is)} min"))]
