"""The commands about a plan that print: show, export, import. They never import Textual."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Callable, Coroutine

from facilitui.bootstrap import Wiring
from facilitui.cli.commands import give
from facilitui.cli.named import named_plan
from facilitui.cli.printing import PROBLEM, WELL, WRONG_USAGE, note, say
from facilitui.core import safe_text
from facilitui.core.reports.handout import Format, What, needs_release
from facilitui.core.told import figure
from facilitui.services.plans.taking_in import Preview
from facilitui.storage.paths import find_home

MOST_SHOWN = 200
"""Lines of one kind that an import prints."""


def obey_plan(options: argparse.Namespace) -> int:
    """Do what a command says; the code says how it went. Raises FacilituiError."""
    wiring = Wiring(find_home(options.home))
    try:
        return asyncio.run(_PLAN[options.command](wiring, options))
    finally:
        wiring.close()


async def show(wiring: Wiring, options: argparse.Namespace) -> int:
    """The four questions, the agenda with starts, the alignment, the checks."""
    from facilitui.reports.plain_text import plain_text
    from facilitui.reports.plan_summary import plan_summary
    from facilitui.services.plans.handing_over import handout
    from facilitui.services.plans.plan_view import plan_view

    stored, shelf = await named_plan(wiring, options.file), await wiring.planning.shelf()
    view = plan_view(stored.state, shelf, wiring.clock)
    shown = handout(view, shelf)
    document = plan_summary(shown, view.goals, view.answered, view.checks, view.begun)
    say(plain_text(document).rstrip("\n"))
    return WELL


async def export(wiring: Wiring, options: argparse.Namespace) -> int:
    """A document, to standard output or into a file; what it leaves out, to standard error."""
    from facilitui.services.plans.plan_view import plan_view

    form = Format(options.format)
    what = What.RUN_SHEET if options.reader == "facilitator" else What.PARTICIPANTS
    if form is Format.ICALENDAR:
        if options.reader == "facilitator":
            note("a calendar entry goes to everybody; leave --for out")
            return WRONG_USAGE
        what = What.CALENDAR
    stored, shelf = await named_plan(wiring, options.file), await wiring.planning.shelf()
    view = plan_view(stored.state, shelf, wiring.clock)
    made = wiring.handing_over.export(view, shelf, what, form)
    if made.plan is not stored.state:
        # What calendars are told is kept first, so that a later entry takes the place of this one.
        kept = await wiring.plans.save(stored.name, made.plan, stored.digest)
        note(kept.notice)
    give(wiring, options, made.data, made.left_out)
    if needs_release(made.plan, what):
        note("this session is marked sensitive; read it before you pass it on")
    for told in made.told:
        note(told)
    return WELL


async def take(wiring: Wiring, options: argparse.Namespace) -> int:
    """Show how an agenda is read, then keep it as a new plan unless it is only a preview."""
    preview = await wiring.taking_in.preview(options.file)
    for line in preview_lines(preview):
        say(line)
    if not preview.imported.blocks:
        note(f"no row of {options.file} can be a part of an agenda")
        return PROBLEM
    if options.preview:
        say("\nNothing was kept; leave --preview out to take it.")
        return WELL
    name = await wiring.taking_in.take(preview)
    say(f"\nThe plan is {wiring.home.plans / f'{name}.toml'}")
    return WELL


def preview_lines(preview: Preview) -> list[str]:
    """The columns as they were guessed, the blocks, what was skipped, what else there is to say."""
    imported = preview.imported
    known = (("Title", preview.title), *imported.head.told)
    lines = ["Session", *(f"  {name:<8} {safe_text.line(value)}" for name, value in known)]
    lines += ["", "Columns", *_columns(preview)]
    count = len(imported.blocks)
    lines += ["", f"{count} {'block' if count == 1 else 'blocks'}, {figure(imported.minutes)} min"]
    for block in imported.blocks[:MOST_SHOWN]:
        lead = f"  ({safe_text.line(block.lead)})" if block.lead else ""
        kind = f"  [{block.kind.label}]"
        lines.append(f"  {block.minutes:>5g}  {safe_text.line(block.title)}{lead}{kind}")
    lines += _more(count)
    if imported.skipped:
        lines += ["", f"{len(imported.skipped)} skipped"]
        lines += [
            f"  line {each.line}: {safe_text.line(each.reason)}: {safe_text.line(each.text)}"
            for each in imported.skipped[:MOST_SHOWN]
        ]
        lines += _more(len(imported.skipped))
    if imported.told:
        lines += ["", "To look at", *(f"  {safe_text.line(each)}" for each in imported.told)]
    return lines


def _columns(preview: Preview) -> list[str]:
    chosen, names = preview.guess, preview.table.columns
    parts = (
        ("title", chosen.title),
        ("minutes", chosen.minutes),
        ("start", chosen.start),
        ("end", chosen.end),
        ("lead", chosen.lead),
        ("note", chosen.note),
    )
    return [
        f"  {part:<8} {safe_text.line(names[at]) if at is not None else '–'}" for part, at in parts
    ]


def _more(count: int) -> list[str]:
    return [f"  and {count - MOST_SHOWN} more"] if count > MOST_SHOWN else []


_PLAN: dict[str, Callable[[Wiring, argparse.Namespace], Coroutine[None, None, int]]] = {
    "plan show": show,
    "plan export": export,
    "plan import": take,
}
