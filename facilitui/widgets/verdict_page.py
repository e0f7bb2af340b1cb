"""What verifying found, as a sentence and as a page to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facilitui import text as t
from facilitui.core.soundness import REMEDY, SHOWS, Soundness, summed
from facilitui.core.told import capital, size
from facilitui.widgets.reading_page import READING

OF_HOME = (SHOWS, REMEDY)
"""What there is to say after verifying one's own home."""
OF_FILE = (
    f"Where only a part of a journal was exported, the documents around it are told as missing. "
    f"{SHOWS}",
)
"""The same of a file from somebody else."""


def verdict_lines(
    found: Soundness, titles: Mapping[str, str], width: int, after: Sequence[str] = OF_HOME
) -> t.Lines:
    """What verifying found, each thing by name; `titles` are those of entries, by id."""
    room = min(width, READING)
    lines = t.wrapped(summed(found), room, f"bold {t.INK}")
    for problem in found.named:
        where = f"{problem.file}:{problem.line}:{problem.column}"
        lines += [t.BLANK, *_named(capital(problem.reason), where, room)]
    for finding in found.findings:
        title = titles.get(finding.entry_id, finding.entry_id)
        about = found.about.get(finding.entry_id, "")
        where = f"{finding.place} ({about})" if about else finding.place
        lines += [t.BLANK, *_named(f"{title}: {finding.fault.value}", where, room)]
    for told in after:
        lines += [t.BLANK, *t.wrapped(told, room, t.SOFT)]
    return lines


def looking(done: int, total: int) -> str:
    """How far verifying is, in bytes."""
    return f"Looking at everything: {size(done)} of {size(total)}" if total else "Looking…"


def _named(what: str, where: str, width: int) -> t.Lines:
    told = [*t.wrapped(what, width - 2), *t.wrapped(where, width - 2, t.SOFT)]
    return [t.join(t.accent("! ") if i == 0 else "  ", line) for i, line in enumerate(told)]
