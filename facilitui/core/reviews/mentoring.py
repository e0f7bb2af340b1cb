"""What goes between an apprentice and their mentor, as one picture of a journal.

Questions and marks with the answers to them, notes that a mentor wrote unasked, and growth goals.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from facilitui.core.reviews.answer import Answer
from facilitui.core.reviews.growth import Growth, GrowthState
from facilitui.core.reviews.question import Question, Standing, standing

State = Standing | GrowthState
"""How far a question or a goal has come."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer with the id of its entry."""

    id: str
    answer: Answer
    seal: str = ""
    """The hash of the revision."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question or a mark with the answers to it."""

    id: str
    question: Question
    answers: tuple[Answered, ...] = ()

    @property
    def standing(self) -> Standing:
        """How far it has come."""
        heard = self.question.heard
        return standing(self.question, answered=any(a.seal not in heard for a in self.answers))

    @property
    def said(self) -> tuple[Answered, ...]:
        """The answers to it, what was answered twice alike once."""
        return once(self.answers)

    @property
    def seals(self) -> tuple[str, ...]:
        """The hashes of the answers to it."""
        return tuple(each.seal for each in self.answers if each.seal)

    def is_reworded(self, answered: Answered) -> bool:
        """Whether it says something else now than what was answered."""
        answer = answered.answer
        now = self.question.text.strip(), self.question.passage.strip()
        return not answer.told and now != (answer.question.strip(), answer.passage.strip())


@dataclass(frozen=True, slots=True)
class Mentoring:
    """All of a journal that is between the two."""

    asked: tuple[Asked, ...] = ()
    """Those that were not taken back, but for what is still listed."""
    notes: tuple[Answered, ...] = ()
    """What answers no question that is here."""
    goals: Mapping[str, Growth] = field(default_factory=dict)
    """Growth goals by the ids of their entries."""
    stays: Mapping[str, State] = field(default_factory=dict)
    """Questions and goals that are still listed as what they were, by their ids."""

    @property
    def written(self) -> tuple[Answered, ...]:
        """The notes, what was written twice alike once."""
        return once(self.notes)

    def listed(self, *standings: Standing) -> tuple[Asked, ...]:
        """Those that are listed as one of these."""
        return tuple(a for a in self.asked if self.stays.get(a.id, a.standing) in standings)

    @property
    def to_bring(self) -> tuple[Asked, ...]:
        """What waits for the mentor."""
        return tuple(each for each in self.asked if each.standing is Standing.OPEN)

    @property
    def answered(self) -> tuple[Asked, ...]:
        """What was answered, and is not settled yet."""
        return tuple(each for each in self.asked if each.standing is Standing.ANSWERED)

    def by_session(self) -> dict[str, tuple[Asked, ...]]:
        """What waits for the mentor, by session; what is about none under "", in their order."""
        found: dict[str, list[Asked]] = {}
        for each in self.to_bring:
            found.setdefault(each.question.session, []).append(each)
        return {session: tuple(asked) for session, asked in found.items()}

    def by_entry(self) -> dict[str, tuple[Asked, ...]]:
        """What is listed as that, with what is about an entry without a session by that entry.

        A session has its place by all that was ever asked about it, so that no answer moves it.
        """
        listed = {each.id for each in self.listed(Standing.OPEN)}
        found: dict[str, list[Asked]] = {}
        for each in self.asked:
            of = each.question.session or f"\n{each.question.about}"  # no session is called so
            found.setdefault(of, []).extend([each] if each.id in listed else [])
        return {of: tuple(asked) for of, asked in found.items() if asked}

    def about(self, entry: str) -> Mentoring:
        """What of it is about one entry: asked about it, written on it, or shown by it."""
        return Mentoring(
            tuple(each for each in self.asked if each.question.about == entry),
            tuple(each for each in self.notes if entry in (each.answer.to, each.answer.about)),
            {key: goal for key, goal in self.goals.items() if entry in goal.shown_by},
        )

    def state_of(self, entry: str) -> State | None:
        """How far the question or the goal of that id has come; None where it is neither."""
        if (asked := self.asked_as(entry)) is not None:
            return asked.standing
        return self.goals[entry].state if entry in self.goals else None

    def asked_as(self, entry: str) -> Asked | None:
        """The question of that id; None where it is none, or was taken back."""
        return next((each for each in self.asked if each.id == entry), None)


def mentoring(
    questions: Iterable[tuple[str, Question]],
    answers: Iterable[tuple[str, Answer]],
    goals: Iterable[tuple[str, Growth]],
    seals: Mapping[str, str] = MappingProxyType({}),
    stays: Mapping[str, State] = MappingProxyType({}),
) -> Mentoring:
    """The picture of a journal's newest revisions of these kinds, each with its id, in order.

    `seals` are the hashes of the answers, by their ids; `stays` are the questions and the goals
    that are still listed as what they were.
    Goals that are still worked on come before the others.
    """
    to: dict[str, list[Answered]] = {}
    for key, answer in answers:
        to.setdefault(answer.to, []).append(Answered(key, answer, seals.get(key, "")))
    # What was taken back and answered all the same is asked: nobody's answer goes unseen.
    asked = tuple(
        Asked(key, question, tuple(to.pop(key, ())))
        for key, question in questions
        if question.state is not Standing.TAKEN_BACK or key in to or key in stays
    )
    by_state = sorted(goals, key=lambda each: each[1].state is not GrowthState.OPEN)
    notes = tuple(note for notes in to.values() for note in notes)
    return Mentoring(asked, notes, dict(by_state), stays)


def once(several: Iterable[Answered]) -> tuple[Answered, ...]:
    """Answers to the same, each once: two copies of a mentor's home may both have written it."""
    found: dict[tuple[str, ...], Answered] = {}
    for each in several:
        answer = each.answer
        found.setdefault((answer.to, answer.by, " ".join(answer.text.split())), each)
    return tuple(found.values())
