"""Everything that is known of one session, as reports are made from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import repeat

from facilitui.core.debriefs.debrief import Debrief, FactLine, Judgement
from facilitui.core.debriefs.observation import Observation, counts
from facilitui.core.debriefs.scores import SelfScores
from facilitui.core.journals.attachment import Attachment
from facilitui.core.library.frames import Tells
from facilitui.core.library.norms import Norm
from facilitui.core.naming import UNTITLED
from facilitui.core.plans.leading import partner_in
from facilitui.core.reports.report_few import Asked
from facilitui.core.reports.report_hiding import PRIVATE
from facilitui.core.reports.report_names import PARTICIPANT, SOMEBODY
from facilitui.core.responses.feedback import Feedback
from facilitui.core.sessions.attended import attended
from facilitui.core.sessions.facts import SessionFacts, session_facts
from facilitui.core.sessions.session import SessionState
from facilitui.core.told import QUOTES
from facilitui.core.vocabulary import Mode


@dataclass(frozen=True, slots=True)
class Led:
    """One block as it ran, and who led it. Minutes."""

    title: str
    lead: str
    """Empty where that was the host."""
    planned: float
    ran: float
    skipped: bool


@dataclass(frozen=True, slots=True)
class Run:
    """How a session went, from its log."""

    facts: SessionFacts
    purpose: str
    mode: Mode
    blocks: tuple[Led, ...]
    leads: tuple[str, ...]
    """Everybody who led or was to lead, as it was written."""
    norms: tuple[Norm, ...]
    as_of: datetime | None = None
    """Up to when it is told, where nobody has ended it yet."""


@dataclass(frozen=True, slots=True)
class Case:
    """One session with all its evidence. What is None or empty is missing, and told as that."""

    session: str
    title: str
    held_at: datetime | None
    """Aware, in the session's zone."""
    zone: str = ""
    """The zone's IANA name, empty where it is not known."""
    run: Run | None = None
    """None where no log of it can be read."""
    debrief: Debrief | None = None
    lenses: tuple[str, ...] = ()
    """Who else debriefed it, apart. What they wrote is theirs, and is not even here."""
    scores: SelfScores | None = None
    observations: tuple[Observation, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    sensitive: bool = False
    """Whether it was a difficult conversation."""
    participants: tuple[str, ...] = ()
    """Those who took part, as far as they are known by name."""
    others: tuple[str, ...] = ()
    """Everybody else who is known by name."""
    facilitators: tuple[str, ...] = ()
    """Who facilitated, by the plan."""
    unnamed: bool = False
    """Whether a plan or a group that would tell more names cannot be read."""
    tells: Mapping[str, Tells] = field(default_factory=dict)
    """What the questions of the frames tell, by the ids of their answers."""
    kinds: tuple[str, ...] = ()
    """The kinds of evidence that a report rests on, also where they are not shown in it."""
    lacking: tuple[str, ...] = ()
    """What its record still lacks, also where that is not shown."""
    few: tuple[frozenset[Asked], ...] = ()
    """The questions whose figures were taken out, as too few answered, feedback by feedback."""
    torn: frozenset[str] = frozenset()
    """The sentences that were taken out whole, as a stand-in was left in them."""
    shown: Mapping[str, str] = field(default_factory=dict)
    """By the ids of goals what there is for them that its reader may know of, in words."""
    altered: bool = False
    """Whether an entry that it is made of was changed outside the program since it was saved."""
    figures: tuple[FactLine, ...] = ()
    """The facts that its debrief was written beside, or would be now."""

    @property
    def named(self) -> str:
        """What the session is called."""
        return self.title.strip() or UNTITLED

    @property
    def held_on(self) -> date | None:
        """The day it was held, where it was."""
        return self.held_at.date() if self.held_at is not None else None

    @property
    def heard(self) -> tuple[tuple[Feedback, frozenset[Asked]], ...]:
        """All feedback, each with the questions whose figures were taken out."""
        return tuple(zip(self.feedback, self.few or repeat(frozenset()), strict=False))

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """Every goal with what was judged of it, also where nothing was."""
        told = self.debrief.judgements if self.debrief is not None else ()
        if self.run is None:
            return told
        known = {each.goal: each for each in told}
        return tuple(
            known.get(goal.id) or Judgement(goal=goal.id, text=goal.text)
            for goal in self.run.facts.goals
        )


def run_of(state: SessionState, debrief: Debrief | None = None) -> Run:
    """How a session went, out of its state; how many came, as its debrief tells.

    Of one that nobody ended it is told how far it had come at the last key.
    """
    as_of, state = _up_to(state)
    facts = attended(session_facts(state), debrief)
    blocks = tuple(
        Led(ran.title, partner_in(state, block), ran.planned, ran.ran, ran.skipped)
        for block, ran in zip(state.blocks, facts.blocks, strict=True)
    )
    leads = (*_leads(state), *state.leads.values(), *facts.led)
    started = state.started
    return Run(facts, started.purpose, started.mode, blocks, leads, state.norms, as_of)


def _up_to(state: SessionState) -> tuple[datetime | None, SessionState]:
    """Up to when an open session is told, and the session without the time it lay there since."""
    if state.began_at is None or not state.running:
        return None, state
    last = state.keys[-1] if state.keys else 0
    idle = sum(gap.seconds for gap in state.gaps if gap.seq > last)
    gaps = tuple(replace(gap, counts=False) if gap.seq > last else gap for gap in state.gaps)
    passed = timedelta(seconds=max(0.0, state.elapsed - idle))
    return state.began_at + passed, replace(state, gaps=gaps)


def _leads(state: SessionState) -> Iterator[str]:
    for block in state.blocks:
        yield block.lead
        yield from (each.lead for each in block.groups)


def quotes_others(case: Case) -> bool:
    """Whether somebody else's own words stand in a case that is safe for its reader.

    What was pulled into a debrief counts, by its quotation marks or by a stand-in in it.
    """
    notes = case.run.facts.notes if case.run is not None else ()
    debrief = case.debrief
    return (
        any(each.text.strip() for each in notes)
        or (debrief is not None and (bool(debrief.quotes) or any(map(_tells, own_words(debrief)))))
        or any(each.feedback.strip() for each in case.observations)
        or any(each.example.strip() for each in case.feedback)
        or any(each.words for feedback in case.feedback for each in feedback.responses)
    )


def own_words(debrief: Debrief) -> Iterator[str]:
    """What whoever debriefed wrote of how it went."""
    yield debrief.learned
    yield from (each.evidence for each in debrief.judgements)
    yield from (each.happened for each in debrief.earlier)
    yield from (each.text for each in (*debrief.answers, *debrief.prompts))
    yield from (each.text for each in debrief.marks)
    yield from (each.text for each in debrief.commitments)


def _tells(text: str) -> bool:
    """Whether a text quotes somebody, or something of what somebody said was taken out of it."""
    quoted = any(pair[1] in text[text.find(pair[0]) + 1 :] for pair in QUOTES if pair[0] in text)
    return quoted or any(each in text for each in (PRIVATE, PARTICIPANT, SOMEBODY))


def rests_on(case: Case) -> tuple[str, ...]:
    """The kinds of evidence there are for what a report says (facts §10)."""
    scored = (case.scores, *case.observations)
    kinds = (
        ("session record", case.run is not None or case.debrief is not None),
        ("participant feedback", any(each.responses for each in case.feedback)),
        ("observation", any(counts(each, case.held_on) for each in case.observations)),
        ("rubric scores", any(each is not None and each.scores for each in scored)),
        ("artefacts", any(each.consent and not each.removed for each in case.attachments)),
    )
    return tuple(kind for kind, there in kinds if there)
