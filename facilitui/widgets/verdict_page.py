"""What verifying found, as a sentence and as a page to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from facilitui import text as t
from facilitui.core.backups.soundness import REMEDY, SHOWS, Soundness, summed
from facilitui.core.told import capital

OF_FILE = "Where only a part of a journal was exported, what stood around it is told as missing."
"""What there is to say besides after verifying a file from somebody else."""
TO_KNOW = "To know about"
MOST = 200
"""So many things are told one by one: a page of more is slow to lay out, and nobody reads it."""
MORE = "and {} more; on the command line facilitui journal verify names them all"


def verdict_lines(
    found: Soundness, width: int, keys: Sequence[tuple[str, str]] = (), after: str = REMEDY
) -> t.Lines:
    """What verifying found, up to `MOST` things by name; damage stands out, and comes first.

    `keys` are those that lead on, with their words; `after` is what to do about damage.
    """
    room, things = t.reading(width), len(found.named) + len(found.findings)
    lines = t.wrapped(summed(found), room, f"bold {t.INK}")
    lines += t.key_lines(keys, room) if keys else []
    is_apart = not found.broken
    for what, where, broken in islice(_things(found), MOST):
        lines += [] if broken or is_apart else [t.BLANK, t.heading(TO_KNOW)]
        is_apart = is_apart or not broken
        lines += [t.BLANK, *_named(what, where, room, broken=broken)]
    lines += [t.BLANK, *t.wrapped(MORE.format(things - MOST), room)] if things > MOST else []
    for told in (SHOWS, *((after,) if found.broken else ())):
        lines += [t.BLANK, *t.wrapped(told, room, t.SOFT)]
    return lines


def _things(found: Soundness) -> Iterator[tuple[str, str, bool]]:
    """What was found, where, and whether it is damage, which comes first."""
    for problem in found.named:
        about = found.about.get(problem.file)
        told = f"{capital(about)}: {problem.reason}" if about else capital(problem.reason)
        yield told, problem.place, True
    for finding in sorted(found.findings, key=lambda each: not each.broken):
        yield found.told(finding), finding.place, finding.broken


def _named(what: str, where: str, width: int, *, broken: bool) -> t.Lines:
    told = [*t.wrapped(what, width - 2), *t.wrapped(where, width - 2, t.SOFT)]
    mark = t.accent("! ") if broken else "  "
    return [t.join(mark if i == 0 else "  ", line) for i, line in enumerate(told)]
