"""What a debrief asks, in its order, with what was written so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, tzinfo

from facilitui.core.debriefs.asked_moments import time_of
from facilitui.core.debriefs.debrief import (
    COMMITMENT_ASK,
    DOOR_CHANGE,
    DOOR_MOMENT,
    FIRST_QUESTION,
    Answer,
    Commitment,
    Debrief,
    Earlier,
    Judgement,
)
from facilitui.core.debriefs.debrief_answers import (
    COMMITMENT,
    EARLIER,
    GOAL,
    LEARNED,
    MARK,
    judgement,
    promise_at,
    room,
)
from facilitui.core.debriefs.prompts import AFTERCARE
from facilitui.core.debriefs.sorting import shown_told
from facilitui.core.library.frames import CHANGE_AT_DOOR, DOOR, MOMENT_AT_DOOR, Frame
from facilitui.core.plans.plan_words import Outlook
from facilitui.core.sessions.facts import SessionFacts
from facilitui.core.sessions.session import NoteKind
from facilitui.core.told import capital, short_day

ANYTHING_ELSE = "Anything else you will try?"


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that belong together, under a heading."""

    heading: str
    answers: tuple[Answer, ...]


def questions(
    debrief: Debrief, facts: SessionFacts, zone: tzinfo, today: date | None = None
) -> tuple[Group, ...]:
    """Everything that is asked, with times of day in a zone; the door form is short."""
    first = Answer(id=LEARNED, ask=FIRST_QUESTION, text=debrief.learned)
    if debrief.door:
        return (Group("", (first, *_aftercare(debrief), *of_frame(debrief))),)
    groups = (
        Group("", (first,)),
        Group("From the run", debrief.prompts),
        Group("Promised before", _earlier(debrief.earlier)),
        Group(debrief.frame_name, of_frame(debrief)),
        Group("The goals", _goals(debrief, facts)),
        Group("Marked as it ran", _marks(debrief, facts, zone)),
        Group("What you commit to", _commitments(debrief.commitments, today)),
        *_before(debrief),
    )
    return tuple(group for group in groups if group.answers)


def as_text(groups: Sequence[Group]) -> str:
    """What was written, to be read by a person."""
    answers = (answer for group in groups for answer in group.answers if answer.text)
    return "\n\n".join(f"{answer.ask}\n{answer.text}" for answer in answers)


def as_door(debrief: Debrief) -> Debrief:
    """The two-minute form: what they learned, one moment, one change."""
    return debrief.model_copy(
        update={
            "door": True,
            "frame": DOOR,
            "frame_name": "Door debrief",
            "answers": (
                Answer(id=MOMENT_AT_DOOR, ask=DOOR_MOMENT),
                Answer(id=CHANGE_AT_DOOR, ask=DOOR_CHANGE),
            ),
        }
    )


def in_frame(debrief: Debrief, frame: Frame) -> Debrief:
    """The debrief in another frame; what was written in the last one is kept below."""
    known = {answer.id: answer.text for answer in debrief.answers}
    ids = {f"{frame.id}.{question.id}": question.ask for question in frame.questions}
    asked = (Answer(id=id, ask=ask, text=known.get(id, "")) for id, ask in ids.items())
    kept = (answer for answer in debrief.answers if answer.text and answer.id not in ids)
    return debrief.model_copy(
        update={
            "frame": frame.id,
            "frame_name": frame.name,
            "door": False,
            "answers": (*asked, *kept),
        }
    )


def of_frame(debrief: Debrief) -> tuple[Answer, ...]:
    """The questions of the frame that is chosen, with what was written."""
    return tuple(a for a in debrief.answers if a.id.startswith(f"{debrief.frame}."))


def says_more(debrief: Debrief, saved: Debrief) -> bool:
    """Whether it says anything else than what was saved, however either is asked."""
    return _unasked(debrief) != _unasked(saved)


def _unasked(debrief: Debrief) -> Debrief:
    """What it says, whatever asked for it."""
    update = {
        name: tuple(sorted((a for a in asked if a.text), key=lambda answer: answer.id))
        for name, asked in (("prompts", debrief.prompts), ("answers", debrief.answers))
    }
    return debrief.model_copy(update={"frame": "", "frame_name": "", "door": False, **update})


def _aftercare(debrief: Debrief) -> tuple[Answer, ...]:
    """What a difficult conversation asks, which cannot wait for the full form."""
    return tuple(a for a in debrief.prompts if a.id == AFTERCARE)


def by_frame(debrief: Debrief) -> tuple[Group, ...]:
    """The questions of the frame that is chosen, then those that were answered in another one."""
    return (Group(debrief.frame_name, of_frame(debrief)), *_before(debrief))


def _before(debrief: Debrief) -> tuple[Group, ...]:
    """What was answered at the door, and what in other frames."""
    asked, door = {answer.id for answer in of_frame(debrief)}, f"{DOOR}."
    others = [answer for answer in debrief.answers if answer.id not in asked]
    return (
        Group("At the door", tuple(a for a in others if a.id.startswith(door))),
        Group("Written before", tuple(a for a in others if not a.id.startswith(door))),
    )


def _earlier(earlier: Sequence[Earlier]) -> tuple[Answer, ...]:
    return tuple(
        Answer(id=f"{EARLIER}:{place}", ask=_earlier_ask(each), text=each.happened)
        for place, each in enumerate(earlier)
    )


def _earlier_ask(each: Earlier) -> str:
    """What was promised in its own words, then what became of it as far as that was told."""
    said = each.text.strip()
    end = "" if said.endswith((".", "!", "?")) else "."
    told = "" if each.outlook is Outlook.OPEN else f" {each.outlook.label}."
    return f"You said: {said}{end}{told} Did you try it, and what happened?"


def _goals(debrief: Debrief, facts: SessionFacts) -> tuple[Answer, ...]:
    known = (judgement(debrief, facts, goal.id) for goal in facts.goals)
    return tuple(
        Answer(
            id=f"{GOAL}:{each.goal}",
            ask=_goal_ask(each, shown_told(debrief, facts, each.goal)),
            text=each.evidence,
        )
        for each in known
    )


def _goal_ask(each: Judgement, shown: str) -> str:
    """A goal with its verdict, and below the question the captures that were sorted to it."""
    verdict = f" {each.verdict.label}." if each.verdict is not None else ""
    ask = f"{each.goal} {each.text.strip()}:{verdict} What shows it?"
    return "\n".join(filter(None, (ask, capital(shown))))


def _marks(debrief: Debrief, facts: SessionFacts, zone: tzinfo) -> tuple[Answer, ...]:
    """Marks that say nothing by themselves, and what was told of them."""
    told = {each.mark: each.text for each in debrief.marks}
    bare = (note for note in facts.notes if note.kind is NoteKind.MARK and not note.text)
    return tuple(
        Answer(
            id=f"{MARK}:{note.seq}",
            ask=mark_ask(facts, note.seq, zone),
            text=told.get(note.seq, ""),
        )
        for note in bare
    )


def mark_ask(facts: SessionFacts, seq: int, zone: tzinfo) -> str:
    """What is asked of a mark."""
    return f"{marked_at(facts, seq, zone)}: what was it?"


def marked_at(facts: SessionFacts, seq: int, zone: tzinfo) -> str:
    """When a mark was made and in which step, as far as that is known."""
    mark = next((note for note in facts.notes if note.seq == seq), None)
    if mark is None:
        return "A mark"
    where = next((part.name for part in facts.parts if part.id == mark.part), "")
    when = time_of(mark.elapsed, facts.began_at, zone)
    return f"Marked {', '.join(filter(None, (when, where)))}"


def _commitments(commitments: Sequence[Commitment], today: date | None) -> tuple[Answer, ...]:
    """Those there are and room for one more."""
    there = len(commitments)
    while there and not commitments[there - 1].text:
        there -= 1
    return tuple(
        _promise(place, promise_at(commitments, place), today)
        for place in range(min(there + 1, room(commitments)))
    )


def _promise(place: int, promise: Commitment, today: date | None) -> Answer:
    """The first one in full, the others shortly, each with its date."""
    ask = ANYTHING_ELSE if place else COMMITMENT_ASK
    dated = f"{ask} By {short_day(promise.due, today)}." if promise.due else ask
    return Answer(id=f"{COMMITMENT}:{place}", ask=dated, text=promise.text)
