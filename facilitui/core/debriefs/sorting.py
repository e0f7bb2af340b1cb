"""Sorting in the debrief: waits, norms, captures, goals, earlier promises. All of it optional."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facilitui.core.debriefs.commitments import without_verdict
from facilitui.core.debriefs.debrief import CaptureSorted, Debrief, NormSorted, WaitSorted
from facilitui.core.debriefs.debrief_words import CaptureSort, Verdict
from facilitui.core.library.norms import Norm, NormAnswer, NormFate
from facilitui.core.plans.plan_words import Outlook
from facilitui.core.sessions.facts import SessionFacts
from facilitui.core.sessions.session import Note, NoteKind
from facilitui.core.told import in_quotes
from facilitui.core.vocabulary import WaitEnding
from facilitui.core.words import Word

MOST_SHOWN, SHOWN_LENGTH = 3, 80
"""So many captures that show a goal are told in their own words, in so many characters each."""


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


def with_capture(debrief: Debrief, told: CaptureSorted) -> Debrief:
    """The debrief with what one capture is and shows; nothing of both leaves it open again."""
    others = tuple(each for each in debrief.captures if each.capture != told.capture)
    found = sorted((*others, *([told] if told.kinds else [])), key=lambda each: each.capture)
    return debrief.model_copy(update={"captures": tuple(found)})


def shown_by(debrief: Debrief, facts: SessionFacts, goal: str) -> tuple[Note, ...]:
    """The captures of a session that were sorted as evidence for a goal, in order."""
    seqs = {each.capture for each in debrief.captures if goal in each.goals}
    return tuple(n for n in facts.notes if n.kind is NoteKind.CAPTURE and n.seq in seqs)


def shown_told(debrief: Debrief, facts: SessionFacts, goal: str) -> str:
    """Those captures in their own words, of many and of long ones the first; empty without any."""
    found = shown_by(debrief, facts, goal)
    texts = (" ".join(note.text.split()) for note in found[:MOST_SHOWN])
    told = [in_quotes(s if len(s) <= SHOWN_LENGTH else f"{s[:SHOWN_LENGTH]}…") for s in texts]
    more = [f"{len(found) - MOST_SHOWN} more"] if len(found) > MOST_SHOWN else []
    return f"shown by: {', '.join((*told, *more))}" if told else ""


_SAID = {NormAnswer.KEPT: NormFate.KEPT, NormAnswer.STRAINED: NormFate.STRAINED}
"""What became of a norm, as far as the group's answer while it ran says so."""


def fates(debrief: Debrief, facts: SessionFacts) -> dict[str, NormFate]:
    """What became of each norm: what the debrief tells of it, else what was told while it ran."""
    said = {e.norm: _SAID[e.answer] for e in facts.norm_checks if e.answer in _SAID}
    return {**said, **{each.norm: each.fate for each in debrief.norms}}


def fate_wanted(debrief: Debrief, facts: SessionFacts) -> frozenset[str]:
    """The norms of which it has to be told: those watched, called on, or told of already."""
    met = (facts.watched, *facts.norms_invoked, *(each.norm for each in facts.norm_checks))
    return frozenset(filter(None, met)) | frozenset(fates(debrief, facts))


def note_told(note: Note) -> str:
    """What was kept at a moment, with what it was where it was no line of its own."""
    if note.kind is NoteKind.MARK:
        return f"marked: {note.text}" if note.text else "marked"
    return f"parked: {note.text}" if note.kind is NoteKind.PARKED else note.text


def quoting(debrief: Debrief, facts: SessionFacts) -> Debrief:
    """The debrief with the captures that are released, and no others."""
    return debrief.model_copy(update={"quotes": facts.quoted})


def sorted_counts(debrief: Debrief, facts: SessionFacts) -> tuple[tuple[str, int], ...]:
    """How often each answer was told of a wait, a norm, a capture, a goal, in their own order."""
    verdicts = (each.verdict for each in debrief.judgements if each.verdict is not None)
    return (
        *_counted("Wait", WaitEnding, (each.ending for each in debrief.waits)),
        *_counted("Norm", NormFate, fates(debrief, facts).values()),
        *_counted("Capture", CaptureSort, (sort for e in debrief.captures for sort in e.kinds)),
        *_counted("Goal", Verdict, verdicts),
    )


class Heap(Word):
    """What can be sorted, in the order in which it is offered."""

    WAITS = "waits", "How each wait ended"
    NORMS = "norms", "What became of each norm"
    CAPTURES = "captures", "What each capture is"
    GOALS = "goals", "Whether each goal was reached"
    EARLIER = "earlier", "What became of what was promised"
    QUOTES = "quotes", "Which captures to quote"
    GAPS = "gaps", "Whether each gap counts"


@dataclass(frozen=True, slots=True)
class HeapSeen:
    """One of them, with how far it is sorted."""

    heap: Heap
    done: int
    of: int
    """How many of them need telling."""
    offered: int | None = None
    """How many can be told; None where those are the same."""

    @property
    def there(self) -> bool:
        """Whether there is anything to open."""
        return bool(self.of if self.offered is None else self.offered)

    @property
    def told(self) -> str:
        """How far, in words: what is decided in the session's record is never open."""
        if not self.of:
            return "none was watched or called on"
        words = {Heap.QUOTES: " released", Heap.GAPS: " counted"}
        some = " to tell" if self.offered not in {None, self.of} else ""
        return f"{self.done} of {self.of}{words.get(self.heap, some)}"


def heaps(debrief: Debrief, facts: SessionFacts, norms: Sequence[Norm]) -> tuple[HeapSeen, ...]:
    """What there is to sort in a session with these norms; of what there is none is left out.

    What was promised is first where it was written what happened, and not whether it was kept.
    """
    captures = [note for note in facts.notes if note.kind is NoteKind.CAPTURE]
    waits, ours = {wait.seq for wait in facts.waits}, {norm.id for norm in norms}
    wanted, known = ours & fate_wanted(debrief, facts), ours & fates(debrief, facts).keys()
    seqs, goals = {note.seq for note in captures}, {goal.id for goal in facts.goals}
    settled = sum(each.outlook is not Outlook.OPEN for each in debrief.earlier)
    judged = sum(each.verdict is not None and each.goal in goals for each in debrief.judgements)
    found = (
        HeapSeen(Heap.WAITS, sum(each.wait in waits for each in debrief.waits), len(waits)),
        HeapSeen(Heap.NORMS, len(known), len(wanted), len(ours)),
        HeapSeen(Heap.CAPTURES, sum(e.capture in seqs for e in debrief.captures), len(seqs)),
        HeapSeen(Heap.GOALS, judged, len(goals)),
        HeapSeen(Heap.EARLIER, settled, len(debrief.earlier)),
        HeapSeen(Heap.QUOTES, len(facts.quoted), len(captures)),
        HeapSeen(Heap.GAPS, sum(gap.counts for gap in facts.gaps), len(facts.gaps)),
    )
    first = Heap.EARLIER if without_verdict(debrief.earlier) else None
    return tuple(sorted((e for e in found if e.there), key=lambda each: each.heap is not first))


def _counted(what: str, words: type[Word], told: Iterable[Word]) -> tuple[tuple[str, int], ...]:
    counts = Counter(told)
    return tuple((f"{what}: {word.label.lower()}", counts[word]) for word in words if counts[word])
