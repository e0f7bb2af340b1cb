"""How standings are told on screens: by a mark and by words, never by colour."""

from __future__ import annotations

from facilitui.core.pathways.progress import Progress
from facilitui.core.pathways.words import Standing

GLYPHS = {
    Standing.MET: "✓",
    Standing.MISSING: "○",
    Standing.LOGGED: "•",
    Standing.WAITING: "…",
    Standing.UNKNOWN: "?",
    Standing.SET_ASIDE: "–",
    Standing.NOT_NEEDED: "–",
}
WORDS = {
    Standing.MET: "met",
    Standing.MISSING: "missing",
    Standing.LOGGED: "logged",
    Standing.WAITING: "waiting",
    Standing.UNKNOWN: "cannot be told yet",
    Standing.SET_ASIDE: "set aside",
    Standing.NOT_NEEDED: "not needed",
}
"""In a word or two; what is told in a line says more."""
WISHED = "looked for"


def standing_told(progress: Progress) -> str:
    """Where a requirement stands, in a few words: met, 1 of 2, 4 logged, 1 of 2 waiting."""
    standing = progress.standing
    if standing is Standing.WAITING:
        return ", ".join(filter(None, (_there(progress), WORDS[standing])))
    if standing is Standing.LOGGED:
        return _there(progress) or WORDS[standing]
    if standing is Standing.MISSING:
        is_some = progress.need is not None and progress.have
        return _there(progress) if is_some else is_looked_for(progress) * WISHED or WORDS[standing]
    return WORDS[standing]


def is_looked_for(progress: Progress) -> bool:
    """Whether it is not there, and not asked either."""
    return progress.standing is Standing.MISSING and progress.requirement.wished


def _there(progress: Progress) -> str:
    """How much is there: 1 of 2, 4 logged; empty for nothing."""
    have, need = progress.have, progress.need
    if need is not None:
        return f"{have} of {need}" if have and need > 1 else ""
    return f"{have} {WORDS[Standing.LOGGED]}" if have else ""
