"""Sorting in the debrief: how each wait ended, and what became of each norm. All of it optional."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from facilitui.core.debrief import Debrief, NormSorted, WaitSorted
from facilitui.core.facts import SessionFacts
from facilitui.core.norms import Norm, NormFate
from facilitui.core.session import Note, NoteKind
from facilitui.core.vocabulary import WaitEnding
from facilitui.core.words import Word


def with_ending(debrief: Debrief, wait: int, ending: WaitEnding | None) -> Debrief:
    """The debrief with one wait sorted; None leaves it open again."""
    others = tuple(each for each in debrief.waits if each.wait != wait)
    told = (WaitSorted(wait=wait, ending=ending),) if ending is not None else ()
    found = sorted((*others, *told), key=lambda each: each.wait)
    return debrief.model_copy(update={"waits": tuple(found)})


def with_fate(debrief: Debrief, norm: Norm, fate: NormFate | None) -> Debrief:
    """The debrief with one norm sorted; None leaves it open again."""
    others = tuple(each for each in debrief.norms if each.norm != norm.id)
    told = (NormSorted(norm=norm.id, text=norm.text, fate=fate),) if fate is not None else ()
    return debrief.model_copy(update={"norms": (*others, *told)})


def note_told(note: Note) -> str:
    """What was kept at a moment, with what it was where it was no line of its own."""
    if note.kind is NoteKind.MARK:
        return f"marked: {note.text}" if note.text else "marked"
    return f"parked: {note.text}" if note.kind is NoteKind.PARKED else note.text


def quoting(debrief: Debrief, facts: SessionFacts) -> Debrief:
    """The debrief with the captures that are released, and no others."""
    return debrief.model_copy(update={"quotes": facts.quoted})


def sorted_counts(debrief: Debrief) -> tuple[tuple[str, int], ...]:
    """How often each ending of a wait and each fate of a norm was told, in their own order."""
    return (
        *_counted("Wait", WaitEnding, (each.ending for each in debrief.waits)),
        *_counted("Norm", NormFate, (each.fate for each in debrief.norms)),
    )


def _counted(what: str, words: type[Word], told: Iterable[Word]) -> tuple[tuple[str, int], ...]:
    counts = Counter(told)
    return tuple((f"{what}: {word.label.lower()}", counts[word]) for word in words if counts[word])
