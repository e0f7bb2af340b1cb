"""What verifying found, as a sentence and as a page to read."""

from __future__ import annotations

from collections.abc import Sequence

from facilitui import text as t
from facilitui.core.journal_faults import Finding
from facilitui.core.soundness import REMEDY, SHOWS, Soundness, summed
from facilitui.core.told import capital, size
from facilitui.widgets.reading_page import READING

OF_FILE = "Where only a part of a journal was exported, what stood around it is told as missing."
"""What there is to say besides after verifying a file from somebody else."""
TO_KNOW = "To know about"


def verdict_lines(
    found: Soundness, width: int, keys: Sequence[tuple[str, str]] = (), after: str = REMEDY
) -> t.Lines:
    """What verifying found, each thing by name; damage stands out, and comes first.

    `keys` are those that lead on, with their words; `after` is what to do about damage.
    """
    room = min(width, READING)
    lines = t.wrapped(summed(found), room, f"bold {t.INK}")
    lines += t.key_lines(keys, room) if keys else []
    for problem in found.named:
        where = f"{problem.file}:{problem.line}:{problem.column}"
        about = found.about.get(problem.file)
        told = f"{about.name}: {problem.reason}" if about else capital(problem.reason)
        lines += [t.BLANK, *_named(told, where, room, broken=True)]
    for finding in (each for each in found.findings if each.broken):
        lines += [t.BLANK, *_found(found, finding, room)]
    others = [each for each in found.findings if not each.broken]
    lines += [t.BLANK, t.heading(TO_KNOW)] if others and found.broken else []
    for finding in others:
        lines += [t.BLANK, *_found(found, finding, room)]
    for told in (SHOWS, *((after,) if found.broken else ())):
        lines += [t.BLANK, *t.wrapped(told, room, t.SOFT)]
    return lines


def looking(done: int, total: int) -> str:
    """How far verifying is, in bytes."""
    return f"Looking at everything: {size(done)} of {size(total)}" if total else "Looking…"


def _found(found: Soundness, finding: Finding, width: int) -> t.Lines:
    about = found.about.get(finding.entry_id)
    name = about.name if about else finding.entry_id
    return _named(f"{name}: {finding.fault.value}", finding.place, width, broken=finding.broken)


def _named(what: str, where: str, width: int, *, broken: bool) -> t.Lines:
    told = [*t.wrapped(what, width - 2), *t.wrapped(where, width - 2, t.SOFT)]
    mark = t.accent("! ") if broken else "  "
    return [t.join(mark if i == 0 else "  ", line) for i, line in enumerate(told)]
