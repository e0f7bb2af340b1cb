"""The command that takes in what participants said. It never imports Textual."""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Sequence

from facilitui.bootstrap import Wiring
from facilitui.cli.printing import PROBLEM, WELL, note, say
from facilitui.core.responses.feedback_coming import OF_THIS, Overlap, days_told, doubts
from facilitui.core.responses.feedback_rate import returned
from facilitui.core.responses.feedback_reading import told
from facilitui.core.responses.form_words import figure_of
from facilitui.core.told import plural
from facilitui.services.responses.form_preview import FormPreview
from facilitui.services.responses.heard import Heard
from facilitui.services.responses.taken_before import Apart, with_told
from facilitui.storage.paths import find_home

_OR_CAME = "; --came tells how many could have answered"
_OWN = "--beside all as answers of their own"


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
    preview = await hearing.preview(options.file, heard.goals, None, heard.zone)
    found, before = await hearing.before(session, preview)
    apart = None
    if before is not None and found is Overlap.SOME:
        apart = await hearing.apart(session, preview, before)
    preview = with_told(preview, found, apart)
    came = heard.attendance if options.came is None else options.came
    doubted = doubts(len(preview.read.responses), came, preview.answered_on, heard.held_on)
    for line in preview_lines(preview, doubted):
        say(line)
    if options.dry_run:
        return WELL if preview.read.responses else PROBLEM
    if before is not None and not (options.replace or options.new or options.beside):
        note(_taken(found, before.entry, apart))
        return PROBLEM
    if doubted and not options.anyway:
        note(f"{'; '.join(doubted)}. {OF_THIS} --anyway takes it all the same{_OR_CAME}")
        return PROBLEM
    over = None if options.beside else before
    kept = await hearing.take(session, preview, came, over, new=options.new)
    now = await hearing.heard(session)
    note(f"kept as {kept}: {_file_told(preview, now)}")
    note(heard.not_known)
    if heard.running:
        note("the session is still open: nobody has ended it yet")
    return WELL


def _file_told(preview: FormPreview, now: Heard) -> str:
    """What was taken, and how many answered in all, without those on scales of their own."""
    whole = "; ".join(returned(each) for each in now.pictures if each.in_all is None)
    if len(now.standing) < 2:
        return whole
    sheets = plural(len(preview.read.responses), "answer sheet")
    return f"{sheets} of {preview.name}; with all others, {whole}"


def _taken(found: Overlap, entry: str, apart: Apart | None) -> str:
    """What to say of answers that were taken before, and what can be done."""
    if apart is None:
        more = "" if found is Overlap.SAME else " and more"
        taken = f"these are the answers of {entry}{more}; --replace takes them in their place"
        return f"{taken}, {_OWN}"
    gone = f", which has {apart.gone:,} more" if apart.gone else ""
    added = f", --new only the {apart.new:,} new" if apart.new else ""
    taken = f"{apart.told} are in {entry} already{gone}; --replace takes these in its place"
    return f"{taken}{added}, {_OWN}"


def preview_lines(preview: FormPreview, doubted: Sequence[str] = ()) -> list[str]:
    """Each column with what it is taken for, then what becomes of the rows, bad ones by line."""
    lines: list[str] = []
    for column, meanings in zip(preview.columns, preview.read.meanings, strict=True):
        scale = f", {column.scale.label}" if column.on_scale else ""
        taken = f"{column.named}{scale}" if column.item else f"left out: {column.why}"
        lines.append(f"{column.heading}: {taken}")
        levels = (each for each in meanings if each.level not in (None, figure_of(each.text)))
        lines += [f"  {each.text} = {each.level} ({each.count})" for each in levels]
    days = preview.answered_on
    lines += ["", *doubted, *preview.to_look_at, *told(preview.read)]
    lines += [f"answered {days_told(days)}"] if days else []
    lines += [preview.no_growth] if preview.no_growth else []
    return [*lines, *(f"  line {each.line}: {each.reason}" for each in preview.read.unread)]
