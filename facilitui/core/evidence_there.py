"""What there is for each goal: what was planned, captured, attached, and told by participants."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from facilitui.core.attachment import Attachment
from facilitui.core.debrief import Debrief
from facilitui.core.debrief_words import Verdict
from facilitui.core.facts import SessionFacts
from facilitui.core.feedback import Feedback
from facilitui.core.feedback_figures import Growth, growths
from facilitui.core.plan import Goal
from facilitui.core.session import NoteKind
from facilitui.core.sorting import shown_by
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
        return () if self.captures or self.attached else self.planned

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
            surer=surer[goal.id],
        )
        for goal in facts.goals
    )


def unmet(
    facts: SessionFacts,
    debrief: Debrief,
    attached: Sequence[Attachment],
    heard: Sequence[Feedback] = (),
) -> tuple[str, ...]:
    """Planned evidence that has no item yet, each kind by name and with its goals.

    What was planned for no goal that is known counts as there once anything was captured.
    """
    goals: dict[str, list[str]] = {}
    for each in evidence_there(facts, debrief, attached, heard):
        for kind in each.unmet:
            goals.setdefault(kind, []).append(each.goal.id)
    ids = [goal.id for goal in facts.goals]
    loose: dict[str, list[str]] = {
        e.kind.label: [] for e in facts.evidence if not any(map(e.serves, ids))
    }
    found = goals if facts.count(NoteKind.CAPTURE) else {**loose, **goals}
    return tuple(
        f"{kind.lower()} for {' and '.join(dict.fromkeys(of))}" if of else kind.lower()
        for kind, of in found.items()
    )


def _surer(heard: Sequence[Feedback], goal: str) -> str:
    """How many of those who told both are surer of a goal now."""
    found = [
        each
        for feedback in heard
        for each in growths(feedback)
        if isinstance(each, Growth) and each.subject.goal == goal
    ]
    pairs, grew = sum(each.pairs for each in found), sum(each.grew for each in found)
    return f"{grew} of {pairs} surer now" if pairs else ""
