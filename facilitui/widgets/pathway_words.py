"""How standings are told on screens: by a mark and by words, never by colour."""

from __future__ import annotations

from facilitui.core.pathways.progress import Progress, SlotProgress
from facilitui.core.pathways.remarks import NOTHING_YET, lacking_told
from facilitui.core.pathways.requirements import Requirement
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
WISHED, INSTEAD = "not required", "instead"
"""What is told in place of "missing" of what nobody has to do."""


def standing_told(progress: Progress) -> str:
    """Where a requirement stands, in a few words: met, 1 of 2 schools, 4 logged, 1 of 2, waiting.

    What is there is told wherever something is, also where no number is asked.
    """
    standing = progress.standing
    if standing is Standing.WAITING:
        return ", ".join(filter(None, (_there(progress), WORDS[standing])))
    if standing in (Standing.LOGGED, Standing.MISSING):
        return _there(progress) or not_asked(progress) or WORDS[standing]
    return WORDS[standing]


def not_asked(progress: Progress) -> str:
    """That what is not there is not asked, or only in another one's place; else empty."""
    if progress.standing is not Standing.MISSING:
        return ""
    asked = progress.requirement
    return WISHED if asked.wished else INSTEAD if asked.instead_of is not None else ""


def is_begun(progress: Progress) -> bool:
    """Whether some of what is missing is there."""
    return progress.standing is Standing.MISSING and bool(_there(progress))


def slot_told(slot: SlotProgress, asked: Requirement) -> str:
    """Where one of those stands that something is asked for anew: met, 3 there, missing."""
    if slot.by and slot.standing is not Standing.MET:
        return f"{len(slot.by)} there"
    is_wished = asked.wished and slot.standing is Standing.MISSING
    return lacking_told(slot.lacks) or (NOTHING_YET if is_wished else WORDS[slot.standing])


def _there(progress: Progress) -> str:
    """How much is there: 1 of 2, 4 logged, 1 there, lacks an answer; empty for nothing."""
    have, need, slots = progress.have, progress.need, progress.slots
    is_open_ended = need is None and not slots and progress.standing is Standing.WAITING
    if is_open_ended or progress.standing is Standing.LOGGED:
        return f"{have} {WORDS[Standing.LOGGED]}" if have else ""
    if any(each.standing is not Standing.MISSING for each in slots):
        return progress.count
    if not slots and progress.by and need is not None and need > 1:
        return f"{have} of {need}"
    return _short_of(progress)


def _short_of(progress: Progress) -> str:
    """What is there of what is missing, and meets nothing yet."""
    if progress.by:
        return f"{len(progress.by)} there"
    return lacking_told(progress.lacking)
