"""What there is for each goal: what was planned, captured, attached, and told by participants."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.debriefs.debrief_words import Verdict
from facilitui.core.debriefs.sorting import shown_by
from facilitui.core.journals.attachment import Attachment
from facilitui.core.plans.plan import Goal
from facilitui.core.responses.feedback import Feedback
from facilitui.core.responses.feedback_figures import Growth, growths
from facilitui.core.sessions.facts import SessionFacts
from facilitui.core.sessions.session import NoteKind
from facilitui.core.told import plural
from facilitui.core.vocabulary import EvidenceKind


@dataclass(frozen=True, slots=True)
class GoalEvidence:
    """One goal with all that may show it."""

    goal: Goal
    verdict: Verdict | None
    planned: tuple[str, ...]
    """The kinds of evidence that the plan names for it, without a self-report that came in."""
    captures: int
    """How many captures were sorted as evidence for it."""
    attached: int
    """How many files were attached for it."""
    said: bool = False
    """Whether it was written down what shows it."""
    surer: str = ""
    """How many participants are surer now, by their own account; empty where nobody told."""

    @property
    def told(self) -> str:
        """What there is, in words; empty where there is nothing."""
        captures = plural(self.captures, "capture") if self.captures else ""
        files = plural(self.attached, "file") if self.attached else ""
        return ", ".join(filter(None, (captures, files, self.surer)))

    @property
    def unmet(self) -> tuple[str, ...]:
        """The kinds of evidence that were planned, where nothing shows the goal yet."""
        return () if self.captures or self.attached or self.said else self.planned

    def missing(self, *, anything: bool) -> tuple[str, ...]:
        """A sentence for each that was planned and never came: not captured, or not sorted yet."""
        done = "sorted" if anything else "captured"
        return tuple(f"{kind} for {self.goal.id}: nothing {done} yet" for kind in self.unmet)


def evidence_there(
    facts: SessionFacts,
    debrief: Debrief,
    attached: Sequence[Attachment],
    heard: Sequence[Feedback] = (),
) -> tuple[GoalEvidence, ...]:
    """Every goal of a session, in order."""
    verdicts = {each.goal: each.verdict for each in debrief.judgements}
    said = {each.goal for each in debrief.judgements if each.evidence.strip()}
    files = [each.goal for each in attached if not each.removed]
    surer = {goal.id: _surer(heard, goal.id) for goal in facts.goals}
    return tuple(
        GoalEvidence(
            goal=goal,
            verdict=verdicts.get(goal.id),
            planned=tuple(
                e.kind.label
                for e in facts.evidence
                if e.serves(goal.id)
                and not (surer[goal.id] and e.kind is EvidenceKind.THEN_AND_NOW)
            ),
            captures=len(shown_by(debrief, facts, goal.id)),
            attached=files.count(goal.id),
            said=goal.id in said,
            surer=surer[goal.id],
        )
        for goal in facts.goals
    )


@dataclass(frozen=True, slots=True)
class Lacking:
    """A kind of planned evidence that has no item yet."""

    kind: str
    """Its name, in the middle of a sentence."""
    goals: tuple[str, ...] = ()
    """The ids of the goals that it lacks for; empty where it was planned for none that is known."""
    planned: int = 0
    """For how many goals it was planned."""

    @property
    def with_goals(self) -> str:
        """It with the goals by id, for somebody who has them before their eyes."""
        return f"{self.kind} for {' and '.join(self.goals)}" if self.goals else self.kind

    @property
    def told(self) -> str:
        """What is missing, for somebody who does not know the goals by id."""
        there = self.planned - len(self.goals)
        return f"in for {there} of {self.planned} goals" if there else "not in yet"


def lacking(
    facts: SessionFacts,
    debrief: Debrief,
    attached: Sequence[Attachment],
    heard: Sequence[Feedback] = (),
) -> tuple[Lacking, ...]:
    """Planned evidence that has no item yet, kind by kind.

    A goal's evidence is there once a capture was sorted for it, a file attached, or it was
    written down what shows it; a self-report also once participants gave one. A kind that was
    planned for no goal that is known counts as there once anything was captured.
    """
    goals: dict[str, list[str]] = {}
    for each in evidence_there(facts, debrief, attached, heard):
        for kind in dict.fromkeys(each.unmet):
            goals.setdefault(kind, []).append(each.goal.id)
    loose: dict[str, list[str]] = {
        each.kind.label: []
        for each in facts.evidence
        if not _planned_for(facts, each.kind.label)  # else the goals say whether it is there
    }
    found = goals if facts.count(NoteKind.CAPTURE) else {**loose, **goals}
    return tuple(
        Lacking(kind.lower(), tuple(of), _planned_for(facts, kind)) for kind, of in found.items()
    )


def _planned_for(facts: SessionFacts, kind: str) -> int:
    """For how many of the goals a kind of evidence was planned."""
    of_kind = [each for each in facts.evidence if each.kind.label == kind]
    return sum(any(each.serves(goal.id) for each in of_kind) for goal in facts.goals)


def _surer(heard: Sequence[Feedback], goal: str) -> str:
    """How many of those who told both are surer of a goal now.

    Whoever is asked again weeks later told it before: they are nobody else, so only where none
    told it at the end does the first that was heard afterwards count.
    """
    at_end = _grown((each for each in heard if not each.later), goal)
    later = (_grown([each], goal) for each in heard if each.later)
    found = at_end or next(filter(None, later), [])
    pairs, grew = sum(each.pairs for each in found), sum(each.grew for each in found)
    return f"{grew} of {pairs} surer now" if pairs else ""


def _grown(heard: Iterable[Feedback], goal: str) -> list[Growth]:
    """What was told of a goal before and now, on whichever scales."""
    found = (each for feedback in heard for each in growths(feedback))
    return [each for each in found if isinstance(each, Growth) and each.subject.goal == goal]
