"""What is sorted in a debrief: waits, norms, captures, goals and earlier commitments."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from facilitui.core.debriefs.asked_moments import is_private, time_of
from facilitui.core.debriefs.debrief import CaptureSorted, Judgement
from facilitui.core.debriefs.debrief_answers import judgement
from facilitui.core.debriefs.debrief_words import CaptureSort, Verdict
from facilitui.core.debriefs.sorting import Heap, fate_wanted, fates, shown_told
from facilitui.core.library.norms import NormFate
from facilitui.core.plans.plan_words import Outlook
from facilitui.core.sessions.norm_watch import known_of
from facilitui.core.sessions.session import NoteKind
from facilitui.core.told import figure, short_day
from facilitui.core.vocabulary import WaitEnding
from facilitui.core.words import Word
from facilitui.screens.dialogs.sort import Answers, Sortable, SortDialog, Sorting
from facilitui.services.debriefs.debrief_desk import DebriefDesk

Keep = Callable[[], Awaitable[None]]
"""Keeps what was sorted."""
W = TypeVar("W", bound=Word)
KINDS = tuple(sort for sort in CaptureSort if sort is not CaptureSort.EVIDENCE)
"""What a capture can be that is evidence for no goal."""
SETTLED = tuple(outlook for outlook in Outlook if outlook is not Outlook.OPEN)
MOST_EVIDENCE = 200
"""Characters of what was written to show a goal."""
PRIVATE = "It stays private until it is released as one."
RELEASED = "It may be quoted: it was released as one."


def _words(words: tuple[Word, ...]) -> tuple[str, ...]:
    return tuple(word.label.lower() for word in words)


def _one(words: tuple[W, ...], answers: Answers) -> W | None:
    """The word that was answered; None for none."""
    return next((words[each] for each in answers), None)


def _place(words: tuple[W, ...], told: W | None) -> Answers:
    """The answer that a word is; none where it is not among them."""
    return (words.index(told),) if told in words else ()


def _waits(desk: DebriefDesk, keep: Keep) -> Sorting:
    """How each wait that counts ended."""
    endings = tuple(WaitEnding)

    async def sort(wait: str, answers: Answers) -> None:
        desk.sort_wait(int(wait), _one(endings, answers))
        await keep()

    names = {part.id: part.name for part in desk.facts.parts}
    told = {each.wait: each.ending for each in desk.debrief.waits}
    rows = tuple(
        Sortable(
            str(wait.seq),
            f"{wait.lasted} of {figure(wait.target_seconds)} s",
            names.get(wait.part, ""),
            _place(endings, told.get(wait.seq)),
            wait.began,
            _time(desk, wait.began),
        )
        for wait in desk.facts.waits
    )
    return Sorting("How did each wait end?", rows, _words(endings), sort, desk.debrief.session)


def _time(desk: DebriefDesk, elapsed: float) -> str:
    """The time of day of a moment."""
    return time_of(elapsed, desk.facts.began_at, desk.zone)


def _norms(desk: DebriefDesk, keep: Keep) -> Sorting:
    """What became of each norm: first those of which there is something to tell."""
    norms, words = {norm.id: norm for norm in desk.state.norms}, tuple(NormFate)

    async def sort(norm: str, answers: Answers) -> None:
        desk.sort_norm(norms[norm], _one(words, answers))
        await keep()

    told, wanted = fates(desk.debrief, desk.facts), fate_wanted(desk.debrief, desk.facts)
    rows = tuple(
        Sortable(
            norm.id,
            norm.text,
            known_of(desk.state, norm.id),
            _place(words, told.get(norm.id)),
            wanted=norm.id in wanted,
        )
        for norm in sorted(norms.values(), key=lambda norm: norm.id not in wanted)
    )
    return Sorting("What became of each norm?", rows, _words(words), sort, desk.debrief.session)


def _captures(desk: DebriefDesk, keep: Keep) -> Sorting:
    """What each capture is, and what it shows.

    The kinds have the same digits in every session, goals follow; without any it is evidence.
    """
    goals = tuple(goal.id for goal in desk.facts.goals)
    kinds = KINDS if goals else (*KINDS, CaptureSort.EVIDENCE)

    async def sort(capture: str, answers: Answers) -> None:
        sorts = tuple(kinds[each] for each in answers if each < len(kinds))
        shows = tuple(goals[each - len(kinds)] for each in answers if each >= len(kinds))
        desk.sort_capture(CaptureSorted(capture=int(capture), sorts=sorts, goals=shows))
        await keep()

    def places(told: CaptureSorted) -> Answers:
        sorts = (kinds.index(each) for each in kinds if each in told.sorts)
        return (*sorts, *(len(kinds) + at for at, goal in enumerate(goals) if goal in told.goals))

    told = {each.capture: places(each) for each in desk.debrief.captures}
    rows = tuple(
        Sortable(
            str(note.seq),
            note.text,
            answers=told.get(note.seq, ()),
            moment=note.elapsed,
            when=_time(desk, note.elapsed),
            notes={kinds.index(CaptureSort.QUOTE): PRIVATE if is_private(note) else RELEASED},
        )
        for note in desk.facts.notes
        if note.kind is NoteKind.CAPTURE
    )
    return Sorting(
        "What is each capture?",
        rows,
        (*_words(kinds), *(f"shows {goal}" for goal in goals)),
        sort,
        desk.debrief.session,
        kinds=len(kinds),
        shown=tuple(f"shows {each.id}: {each.text}" for each in desk.facts.goals),
    )


def _goals(desk: DebriefDesk, keep: Keep) -> Sorting:
    """Whether each goal was reached, beside what was written to show it."""
    verdicts = tuple(Verdict)

    async def sort(goal: str, answers: Answers) -> None:
        desk.judge(goal, _one(verdicts, answers))
        await keep()

    known = [judgement(desk.debrief, desk.facts, goal.id) for goal in desk.facts.goals]
    rows = tuple(
        Sortable(
            each.goal,
            f"{each.goal} {each.text}",
            " · ".join(
                filter(None, (_evidence(each), shown_told(desk.debrief, desk.facts, each.goal)))
            ),
            _place(verdicts, each.verdict),
        )
        for each in known
    )
    return Sorting("Was each goal reached?", rows, _words(verdicts), sort, desk.debrief.session)


def _evidence(judged: Judgement) -> str:
    """What was written to show a goal, in a line."""
    return " ".join(judged.evidence.split())[:MOST_EVIDENCE]


def _earlier(desk: DebriefDesk, keep: Keep) -> Sorting:
    """What became of what was promised before."""

    async def sort(place: str, answers: Answers) -> None:
        desk.settle(int(place), _one(SETTLED, answers) or Outlook.OPEN)
        await keep()

    rows = tuple(
        Sortable(
            str(place),
            each.text,
            f"by {short_day(each.due, desk.today)}" if each.due else "",
            _place(SETTLED, each.outlook),
        )
        for place, each in enumerate(desk.debrief.earlier)
    )
    title = "What became of what was promised?"
    return Sorting(title, rows, _words(SETTLED), sort, desk.debrief.session)


SORTED = {
    Heap.WAITS: _waits,
    Heap.NORMS: _norms,
    Heap.CAPTURES: _captures,
    Heap.GOALS: _goals,
    Heap.EARLIER: _earlier,
}
"""What is sorted into the debrief itself; the rest is written into the session's record."""


def sort_dialog(heap: Heap, desk: DebriefDesk, keep: Keep) -> SortDialog:
    """The list that sorts one of them."""
    return SortDialog(SORTED[heap](desk, keep))
