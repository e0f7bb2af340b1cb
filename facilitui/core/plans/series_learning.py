"""What a group that meets again learns from a session: its norms, and what was asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.library.frames import Tells, told_by
from facilitui.core.library.norms import Norm
from facilitui.core.plans.group import Group, Learnt, Wish, changed, with_norms
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.series import steady
from facilitui.core.sessions.session import SessionState

WISH_LENGTH = 300
"""As much of a line of a debrief as a wish holds."""


def norms_in_force(state: SessionState) -> tuple[Norm, ...]:
    """The norms a session ended with."""
    return steady(state.norms)


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a session and its debrief have to say to the group."""

    session: str
    held: date | None = None
    norms: tuple[Norm, ...] = ()
    debrief: Debrief | None = None
    revision: int = 0
    """The debrief's; 0 where there is none."""
    tells: Mapping[str, Tells] = field(default_factory=dict)
    """What the questions of the frames tell, by the ids of their answers."""


def learnt_from(group: Group, lesson: Lesson) -> Group:
    """The group with a session's norms and wishes; each is taken over only once.

    So what was put right by hand since then is never undone by looking again.
    """
    known = next((each for each in group.learnt if each.session == lesson.session), None)
    if known is not None and known.revision >= lesson.revision:
        return group
    if known is None and lesson.norms:
        group = with_norms(group, lesson.norms, agreed=lesson.held, session=lesson.session)
    if lesson.debrief is not None:
        group = with_wishes(group, lesson.session, wishes_of(lesson.debrief, lesson.tells))
    others = (each for each in group.learnt if each is not known)
    learnt = Learnt(session=lesson.session, revision=lesson.revision)
    return changed(group, learnt=(*others, learnt))


def with_wishes(group: Group, session: str, texts: Iterable[str]) -> Group:
    """The group with what was asked for after a session; what says the same is there once."""
    there = {wish.text for wish in group.wishes if wish.session == session}
    new = (Wish(text=text, session=session) for text in dict.fromkeys(texts) if text not in there)
    wishes = (*group.wishes, *new)
    return changed(group, wishes=wishes) if len(wishes) > len(group.wishes) else group


def wishes_of(debrief: Debrief, tells: Mapping[str, Tells]) -> Iterator[str]:
    """What a debrief asks of the next session, a line each: what it says is to change."""
    for answer in debrief.answers:
        if told_by(answer.id, tells) is Tells.CHANGE:
            yield from as_wishes(answer.text)


def as_wishes(text: str) -> Iterator[str]:
    """What somebody wrote as wishes, a line each."""
    for line in text.splitlines():
        words = " ".join(line.split()).lstrip("-*• ")
        if words:
            yield words if len(words) <= WISH_LENGTH else f"{words[: WISH_LENGTH - 1]}…"


def with_answers(group: Group, name: str, plan: Plan) -> Group:
    """The group with the wishes that a plan answers."""
    answered = {asked.text for asked in plan.asked if asked.answer.strip()}
    wishes = tuple(
        wish.model_copy(update={"answered_in": name[:WISH_LENGTH]})
        if wish.open and wish.text in answered
        else wish
        for wish in group.wishes
    )
    return changed(group, wishes=wishes) if wishes != group.wishes else group
