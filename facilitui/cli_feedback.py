"""The command that takes in what participants said. It never imports Textual."""

from __future__ import annotations

import argparse
import asyncio

from facilitui.bootstrap import Wiring
from facilitui.cli_printing import PROBLEM, WELL, note, say
from facilitui.core.feedback import returned
from facilitui.core.feedback_coming import Overlap, days_told, far_more
from facilitui.core.feedback_reading import told
from facilitui.core.form_words import figure_of
from facilitui.services.form_preview import FormPreview
from facilitui.storage.paths import find_home


def take_feedback(options: argparse.Namespace) -> int:
    """Show what a form's columns are taken for, then keep its answers. Raises FacilituiError."""
    wiring = Wiring(find_home(options.home))
    try:
        return asyncio.run(_take(wiring, options))
    finally:
        wiring.close()


async def _take(wiring: Wiring, options: argparse.Namespace) -> int:
    hearing, session = wiring.hearing, options.session
    heard = await hearing.heard(session)
    preview = await hearing.preview(options.file, heard.goals)
    for line in preview_lines(preview):
        say(line)
    found, before = await hearing.before(session, preview)
    if options.dry_run:
        return WELL if preview.read.responses else PROBLEM
    if before is not None and not options.replace:
        more = "" if found is Overlap.SAME else " and more"
        note(f"these are the answers of {before.entry}{more}; --replace takes them in their place")
        return PROBLEM
    came = heard.attendance if options.came is None else options.came
    if doubt := far_more(len(preview.read.responses), came):
        note(f"{doubt} --came tells how many could have answered")
        return PROBLEM
    kept = await hearing.take(session, preview, came, before)
    pictures = (await hearing.heard(session)).pictures
    note(f"kept as {kept}: {'; '.join(map(returned, pictures))}")
    if heard.running:
        note("the session is still open: nobody has ended it yet")
    return WELL


def preview_lines(preview: FormPreview) -> list[str]:
    """Each column with what it is taken for, then what becomes of the rows, bad ones by line."""
    lines: list[str] = []
    for column, meanings in zip(preview.columns, preview.read.meanings, strict=True):
        scale = f", {column.scale.label}" if column.on_scale else ""
        taken = f"{column.named}{scale}" if column.item else f"left out: {column.why}"
        lines.append(f"{column.heading}: {taken}")
        levels = (each for each in meanings if each.level not in (None, figure_of(each.text)))
        lines += [f"  {each.text} = {each.level} ({each.count})" for each in levels]
    days = preview.answered_on
    lines += ["", *preview.to_look_at, *told(preview.read)]
    lines += [f"answered {days_told(days)}"] if days else []
    lines += [preview.no_growth] if preview.no_growth else []
    return [*lines, *(f"  line {each.line}: {each.reason}" for each in preview.read.unread)]
