"""How standings are told on screens: by a mark and by words, never by colour."""

from __future__ import annotations

from collections.abc import Iterable

from facilitui.core.pathways.progress import Progress, SlotProgress
from facilitui.core.pathways.remarks import NOTHING_YET, Remark, lacking_told
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
NOT_ASKED, GATE_OPEN = "·", "◇"
"""The mark of what nobody has to do and nothing is there of, and of a gate that lacks something."""
WISHED, INSTEAD = "not required", "instead"
"""What is told in place of "missing" of what nobody has to do."""
NOT_MET = "not met"
"""What is told in its place once a way is closed: nothing is looked for there any more."""


def word_of(standing: Standing, *, is_open: bool) -> str:
    """Where something stands, in a word or two; `is_open` where the enrolment still is."""
    return WORDS[standing] if is_open or standing is not Standing.MISSING else NOT_MET


def standing_told(progress: Progress, *, is_open: bool = True) -> str:
    """Where a requirement stands, in a few words: met, 1 of 2 schools, 4 logged, 1 of 2, waiting.

    What is there is told wherever something is, also where no number is asked. `is_open` where the
    enrolment still is.
    """
    standing = progress.standing
    word = word_of(standing, is_open=is_open)
    if standing is Standing.WAITING:
        return ", ".join(filter(None, (_there(progress), word)))
    if standing in (Standing.SET_ASIDE, Standing.NOT_NEEDED) and progress.there:
        return f"{len(progress.there)} there, {word}"
    if standing in (Standing.LOGGED, Standing.MISSING):
        of_slots = (one for slot in progress.slots for one in slot.remarks)
        planned = _planned((*progress.remarks, *of_slots)) if is_open else ""
        return _there(progress) or planned or not_asked(progress) or word
    return word


def _planned(remarks: Iterable[Remark]) -> str:
    """That what is not there yet is planned, and for which day; else empty."""
    return next((each.brief for each in remarks if each.brief), "")


def not_asked(progress: Progress) -> str:
    """That what is not there is not asked, or only in another one's place; else empty."""
    if progress.standing is not Standing.MISSING:
        return ""
    asked = progress.requirement
    return WISHED if asked.wished else INSTEAD if asked.instead_of is not None else ""


def mark_of(progress: Progress) -> str:
    """The mark of a requirement: what nobody has to do is not marked like what is missing."""
    is_idle = not_asked(progress) and not is_begun(progress)
    return NOT_ASKED if is_idle else GLYPHS[progress.standing]


def gate_mark(*, meets: bool) -> str:
    """The mark of a gate, in the list and on its page."""
    return GLYPHS[Standing.MET] if meets else GATE_OPEN


def is_begun(progress: Progress) -> bool:
    """Whether some of what is missing is there."""
    return progress.standing is Standing.MISSING and bool(_there(progress))


def slot_told(slot: SlotProgress, asked: Requirement, *, is_open: bool = True) -> str:
    """Where one of those stands that something is asked for anew: met, 3 there, missing."""
    if slot.by and slot.standing is not Standing.MET:
        return f"{len(slot.by)} there"
    is_wished = asked.wished and slot.standing is Standing.MISSING
    word = NOTHING_YET if is_wished else word_of(slot.standing, is_open=is_open)
    planned = _planned(slot.remarks) if is_open and slot.standing is Standing.MISSING else ""
    return lacking_told(slot.lacks) or planned or word


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
