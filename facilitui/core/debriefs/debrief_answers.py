"""Where each answer of a debrief is kept: read and changed by the id of its question.

Every question has an id: "learned"; "commitment:0"; "earlier:0" for what became of an earlier
commitment; "goal:G1" for what shows that goal; "mark:17" for what the mark of that seq was; else
the id of a prompt or of a frame's question, in which no colon stands.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from facilitui.core.base import Record
from facilitui.core.debriefs.debrief import (
    Answer,
    Commitment,
    Debrief,
    Earlier,
    Judgement,
    MarkTold,
)
from facilitui.core.plans.plan_words import Outlook
from facilitui.core.sessions.facts import SessionFacts

LEARNED = "learned"
COMMITMENT, EARLIER, GOAL, MARK = "commitment", "earlier", "goal", "mark"
"""What comes before the colon of an id, where an answer is one of several."""
MOST_COMMITMENTS = 5
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the answers of one kind of question are kept; `which` is what follows the colon."""

    read: Callable[[Debrief, str], str]
    write: Callable[[Debrief, SessionFacts, str, str], Debrief | None]
    """None where no such question is asked."""


def answered(debrief: Debrief, question: str) -> str:
    """What was written to a question so far; empty to one that is not asked."""
    place, which = _place_of(question)
    return place.read(debrief, which)


def with_answer(debrief: Debrief, facts: SessionFacts, question: str, text: str) -> Debrief:
    """The debrief with what was written to a question. Raises KeyError for one it does not ask."""
    place, which = _place_of(question)
    changed = place.write(debrief, facts, which, text)
    if changed is None:
        raise KeyError(question)
    return debrief if changed == debrief else changed


def asks(debrief: Debrief, facts: SessionFacts, question: str) -> bool:
    """Whether a debrief has a place for an answer to that question."""
    place, which = _place_of(question)
    return place.write(debrief, facts, which, place.read(debrief, which)) is not None


def _place_of(question: str) -> tuple[_Place, str]:
    """The kind of a question, and which of its kind it is."""
    kind, _, which = question.partition(":")
    return (_PLACES[kind], which) if kind in _PLACES else (_ANY_ANSWER, question)


def _with_learned(debrief: Debrief, _: SessionFacts, which: str, text: str) -> Debrief | None:
    return None if which else debrief.model_copy(update={"learned": text})


def _commitment(debrief: Debrief, which: str) -> str:
    return promise_at(debrief.commitments, int(which)).text if which.isdecimal() else ""


def _with_promise(debrief: Debrief, _: SessionFacts, which: str, text: str) -> Debrief | None:
    if not which.isdecimal() or int(which) >= room(debrief.commitments):
        return None
    is_new = int(which) >= len(debrief.commitments)
    return debrief if is_new and not text else _with_commitment(debrief, int(which), text=text)


def _happened(debrief: Debrief, which: str) -> str:
    here = {str(place): each.happened for place, each in enumerate(debrief.earlier)}
    return here.get(which, "")


def _with_happened(debrief: Debrief, _: SessionFacts, which: str, text: str) -> Debrief | None:
    if which not in map(str, range(len(debrief.earlier))):
        return None
    earlier = _changed(debrief.earlier, int(which), happened=text)
    return debrief.model_copy(update={"earlier": earlier})


def _evidence(debrief: Debrief, which: str) -> str:
    return next((each.evidence for each in debrief.judgements if each.goal == which), "")


def _with_evidence(debrief: Debrief, facts: SessionFacts, which: str, text: str) -> Debrief | None:
    if all(goal.id != which for goal in facts.goals):
        return None
    is_there = text != _evidence(debrief, which)
    return judging(debrief, facts, which, evidence=text) if is_there else debrief


def _mark(debrief: Debrief, which: str) -> str:
    return next((each.text for each in debrief.marks if str(each.mark) == which), "")


def _with_mark(debrief: Debrief, facts: SessionFacts, which: str, text: str) -> Debrief | None:
    if all(str(note.seq) != which for note in facts.notes):
        return None
    others = tuple(each for each in debrief.marks if str(each.mark) != which)
    marks = (*others, MarkTold(mark=int(which), text=text)) if text else others
    in_order = sorted(marks, key=lambda each: each.mark)
    return debrief.model_copy(update={"marks": tuple(in_order)})


def _answer(debrief: Debrief, question: str) -> str:
    both = (*debrief.prompts, *debrief.answers)
    return next((answer.text for answer in both if answer.id == question), "")


def _with_written(debrief: Debrief, _: SessionFacts, which: str, text: str) -> Debrief | None:
    if all(answer.id != which for answer in (*debrief.prompts, *debrief.answers)):
        return None
    update = {
        "prompts": _written(debrief.prompts, which, text),
        "answers": _written(debrief.answers, which, text),
    }
    return debrief.model_copy(update=update)


_PLACES = {
    LEARNED: _Place(lambda debrief, _: debrief.learned, _with_learned),
    COMMITMENT: _Place(_commitment, _with_promise),
    EARLIER: _Place(_happened, _with_happened),
    GOAL: _Place(_evidence, _with_evidence),
    MARK: _Place(_mark, _with_mark),
}
_ANY_ANSWER = _Place(_answer, _with_written)
"""A prompt's, or that of a frame's question: the id is the whole of it."""


def with_due(debrief: Debrief, question: str, due: date | None) -> Debrief:
    """The debrief with the date of a commitment: the one that is asked about, else the first."""
    return _with_commitment(debrief, _dated(question), due=due)


def due_of(debrief: Debrief, question: str) -> date | None:
    """The date that `with_due` would change."""
    return promise_at(debrief.commitments, _dated(question)).due


def asked_when(debrief: Debrief, question: str) -> str:
    """What to ask by when; of several commitments it is said which one is meant."""
    place = _dated(question)
    several = place or any(each.text for each in debrief.commitments[1:])
    return f"Commitment {place + 1}: by when?" if several else "By when?"


def _dated(question: str) -> int:
    """The place of the commitment that a date belongs to."""
    kind, _, which = question.partition(":")
    return int(which) if kind == COMMITMENT and which.isdecimal() else 0


def judgement(debrief: Debrief, facts: SessionFacts, goal: str) -> Judgement:
    """What was judged of a goal so far."""
    text = next((each.text for each in facts.goals if each.id == goal), "")
    known = next((each for each in debrief.judgements if each.goal == goal), None)
    return known if known is not None else Judgement(goal=goal, text=text)


def judging(debrief: Debrief, facts: SessionFacts, goal: str, **fields: object) -> Debrief:
    """The debrief with some fields of a goal's judgement changed."""
    changed = judgement(debrief, facts, goal).model_copy(update=fields)
    others = [each for each in debrief.judgements if each.goal != goal]
    order = {each.id: place for place, each in enumerate(facts.goals)}
    found = sorted((*others, changed), key=lambda each: order.get(each.goal, len(order)))
    return debrief.model_copy(update={"judgements": tuple(found)})


def settling(debrief: Debrief, place: int, outlook: Outlook) -> Debrief:
    """The debrief that says what became of an earlier commitment, by its place among them."""
    earlier = _changed(debrief.earlier, place, outlook=outlook)
    return debrief.model_copy(update={"earlier": earlier})


def asking_about(debrief: Debrief, open_ones: Sequence[Earlier]) -> Debrief:
    """The debrief that asks about earlier commitments: what was answered stays, in its place."""
    known = {(each.entry, each.text) for each in debrief.earlier}
    told = tuple(e for e in debrief.earlier if e.happened or e.outlook is not Outlook.OPEN)
    wanted = {(each.entry, each.text) for each in open_ones}
    kept = tuple(e for e in debrief.earlier if e in told or (e.entry, e.text) in wanted)
    more = tuple(e for e in open_ones if (e.entry, e.text) not in known)
    asked = (*kept, *more)
    return debrief if asked == debrief.earlier else debrief.model_copy(update={"earlier": asked})


def room(commitments: Sequence[Commitment]) -> int:
    """How many can be written: more than usual only where they are there already."""
    return max(MOST_COMMITMENTS, len(commitments))


def promise_at(commitments: Sequence[Commitment], place: int) -> Commitment:
    """The commitment at a place, an empty one where none is."""
    return commitments[place] if place < len(commitments) else Commitment()


def _with_commitment(debrief: Debrief, place: int, **fields: object) -> Debrief:
    """A further one is due when the first is, until that is said."""
    more = Commitment(due=promise_at(debrief.commitments, 0).due)
    rows = (*debrief.commitments, *[more] * (place + 1 - len(debrief.commitments)))
    return debrief.model_copy(update={"commitments": _changed(rows, place, **fields)})


def _changed(rows: Sequence[R], place: int, **fields: object) -> tuple[R, ...]:
    """The rows with some fields of one of them changed; a place that is not there changes none."""
    return tuple(
        row.model_copy(update=fields) if at == place else row for at, row in enumerate(rows)
    )


def _written(answers: tuple[Answer, ...], question: str, text: str) -> tuple[Answer, ...]:
    return tuple(a.model_copy(update={"text": text}) if a.id == question else a for a in answers)
