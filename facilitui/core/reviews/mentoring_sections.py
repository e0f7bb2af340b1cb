"""Questions, answers and growth goals as sections of a page; and what stands of them on others."""

from __future__ import annotations

from collections.abc import Callable

from facilitui.core.journals.entries import FOR_MENTOR
from facilitui.core.journals.said import Said, Section, on_day, some
from facilitui.core.reviews.answer import SOMEBODY, Answer
from facilitui.core.reviews.growth import Growth, GrowthStep
from facilitui.core.reviews.mentoring import Answered, Asked, Mentoring
from facilitui.core.reviews.question import Question, Standing
from facilitui.core.told import capital, in_quotes, short_day

BEFORE = "answered as it was asked then: {}"
Named = Callable[[str], str]
"""What an entry is called, by its id."""


def about_mentoring(record: Question | Answer | Growth) -> str:
    """What there is to say about it itself, in a line."""
    match record:
        case Question():
            day = f"asked on {short_day(record.asked_on)}" if record.asked_on else ""
            return ", ".join(some(record.state.label.lower(), day))
        case Answer():
            day = f"on {short_day(record.answered_on)}" if record.answered_on else ""
            by = record.by if record.told else f"by {record.giver.strip() or SOMEBODY}"
            return " ".join(some(by, day))
    return f"{record.sort.label.lower()}, {record.state.label.lower()}"


def mentoring_sections(
    record: Question | Answer | Growth, named: Named = str, standing: Standing | None = None
) -> tuple[Section, ...]:
    """What it says, part by part.

    `named` says what the entries are called that show a goal, by their ids.
    `standing` is how far a question has come, where that is told.
    """
    match record:
        case Question():
            passage = (Said(in_quotes(record.passage)),) if record.passage.strip() else ()
            text = record.text if record.text.strip() else capital(FOR_MENTOR)
            asked = Said(text, standing.label.lower() if standing else "")
            return (Section("About", passage), Section("For the mentor", (asked,)))
        case Answer():
            asked_parts = some(record.question, in_quotes(record.passage) if record.passage else "")
            return (
                Section("Asked", tuple(map(Said, asked_parts))),
                Section("A note" if record.is_note else "Answer", (Said(record.text, record.by),)),
            )
    return _growth(record, named)


def _growth(goal: Growth, named: Named) -> tuple[Section, ...]:
    when = (Said("By when", on_day(goal.due)), Said("Set", on_day(goal.set_on)))
    ended = some(goal.because)
    return (
        Section("Why", tuple(map(Said, some(goal.why)))),
        Section("When", when),
        Section(goal.state.label, tuple(map(Said, ended))),
        Section("Steps, and what shows it", tuple(_step(each, named) for each in goal.steps)),
    )


def beside_entry(found: Mentoring, entry: str, *, but: str = "") -> tuple[Section, ...]:
    """What stands on an entry's page: asked about it, answered, written on it, shown by it.

    `but` is a question or a note that stands elsewhere.
    """
    own, here = found.asked_as(entry), found.about(entry)
    answers = tuple(_answered(own, each) for each in own.said) if own else ()
    goals = (Said(goal.text, goal.state.label.lower()) for goal in here.goals.values())
    notes = (each for each in here.written if each.id != but)
    written = (Said(each.answer.text, _by(each.answer)) for each in notes)
    sections = (
        Section("Answered", answers),
        Section("For the mentor", tuple(_asked(a) for a in here.asked if a.id != but)),
        Section("Written by the mentor", tuple(written)),
        Section("Shows growth in", tuple(goals)),
    )
    return tuple(section for section in sections if section.said)


def _step(step: GrowthStep, named: Named) -> Said:
    """A step with the entry that shows it."""
    shown_by = named(step.entry) if step.entry else ""
    return Said(step.text, "", some(shown_by)) if step.text.strip() else Said(shown_by)


def _asked(asked: Asked) -> Said:
    """A question with its passage and what was answered."""
    question = asked.question
    passage = in_quotes(question.passage) if question.passage.strip() else ""
    answers = (part for each in asked.said for part in _lines(asked, each))
    text = question.text if question.text.strip() else capital(FOR_MENTOR)
    return Said(text, asked.standing.label.lower(), some(passage, *answers))


def _by(answer: Answer) -> str:
    return answer.by or SOMEBODY


def _answered(asked: Asked, answered: Answered) -> Said:
    """An answer below its question, with what it answered where that was reworded since."""
    return Said(answered.answer.text, _by(answered.answer), some(_wording(asked, answered)))


def _lines(asked: Asked, answered: Answered) -> tuple[str, ...]:
    return some(f"{_by(answered.answer)}: {answered.answer.text}", _wording(asked, answered))


def _wording(asked: Asked, answered: Answered) -> str:
    """Which wording was answered; empty where it is that of now."""
    if not asked.is_reworded(answered):
        return ""
    answer = answered.answer
    parts = some(answer.question.strip(), in_quotes(answer.passage) if answer.passage else "")
    return BEFORE.format(" ".join(parts) or FOR_MENTOR)
