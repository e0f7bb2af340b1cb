"""Sessions with all their evidence, as reports are made of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from facilitui.core.debriefs.debrief import (
    Answer,
    Commitment,
    Debrief,
    Earlier,
    FactLine,
    Judgement,
    MarkTold,
    NormSorted,
    Planner,
)
from facilitui.core.debriefs.debrief_words import ObservationMode, Partner, Verdict
from facilitui.core.debriefs.observation import Observation
from facilitui.core.debriefs.prompts import AFTERCARE
from facilitui.core.debriefs.scores import RubricRef, Score, SelfScores
from facilitui.core.journals.attachment import Attachment
from facilitui.core.library.frames import Tells
from facilitui.core.library.norms import Norm, NormFate
from facilitui.core.plans.plan import Evidence, Goal
from facilitui.core.reports.report_case import Case, run_of
from facilitui.core.reports.report_reader import Reader
from facilitui.core.responses.feedback import Feedback, Item, Response
from facilitui.core.sessions import moves
from facilitui.core.sessions.people_moves import release
from facilitui.core.sessions.session import NoteKind
from facilitui.core.vocabulary import EvidenceKind, Role
from tests.core.making import START, Script, agenda, part

TORONTO = ZoneInfo("America/Toronto")
QUOTE = "We heard each other."
TRUSTED = [each for each in Reader if each.trusted]
OTHERS = [each for each in Reader if not each.trusted]


def script(private: Iterable[str] = (), **started: Any) -> Script:
    """A session that ran in two blocks with a lead each, with captures that stay private."""
    blocks = (*agenda(part("Open", 5), lead="Zoe"), *agenda(part("Work", 10), lead="Bo"))
    fields: dict[str, Any] = {
        "session": "s1",
        "title": "Looking at work",
        "purpose": "See what the work shows.",
        "zone": "America/Toronto",
        "goals": (Goal(id="G1", text="know the criteria"), Goal(id="G2", text="use them")),
        "evidence": (Evidence(id="E1", kind=EvidenceKind.EXIT_TICKET, goals=("G2",)),),
    }
    host = Script(blocks, **(fields | started)).press(moves.forward).wait(300)
    host.press(*(moves.capture(text) for text in private), moves.capture(QUOTE))
    host.press(moves.mark, moves.park("What of parents?"), moves.forward).wait(720)
    host.press(moves.end)
    return host.press(release(host.state.notes_of(NoteKind.CAPTURE)[-1].seq))


def responses(count: int) -> tuple[Response, ...]:
    """So many answers: each says something, and is surer than before."""
    levels = {Item.BEFORE: 1, Item.NOW: 3, Item.PACE: 5}
    words = {Item.ONE_CHANGE: "More time to read."}
    return tuple(Response(levels=levels, words=words) for _ in range(count))


def debrief(**fields: Any) -> Debrief:
    """A debrief in which everything is answered."""
    given: dict[str, Any] = {
        "session": "s1",
        "title": "Looking at work",
        "held_at": START,
        "zone": "America/Toronto",
        "frame": "plus_delta",
        "frame_name": "Plus and delta",
        "learned": "They quote the learner.",
        "prompts": (
            Answer(id=AFTERCARE, ask="Who needs a word?", text="Somebody does."),
            Answer(id="overrun", ask="What was gained?", text="Depth."),
        ),
        "answers": (
            Answer(id="plus_delta.plus", ask="What worked?", text="Silence."),
            Answer(id="plus_delta.delta", ask="What to change?", text="Fewer rounds."),
            Answer(id="own.question", ask="Mine?", text="My own thought."),
        ),
        "commitments": (Commitment(text="Count to five.", due=date(2026, 12, 9)),),
        "earlier": (Earlier(entry="e", text="Wait longer.", happened="I did."),),
        "judgements": (
            Judgement(goal="G1", text="know", verdict=Verdict.MET, evidence="Nine lists."),
        ),
        "partners": (Partner.MENTOR,),
        "with_whom": "Maria",
        "planned_with": (Planner(person="Petra", role=Role.STAFF, minutes=30),),
        "norms": (NormSorted(norm="n", text="Listen.", fate=NormFate.KEPT),),
        "marks": (MarkTold(mark=3, text="A laugh."),),
        "quotes": ("A stale quote.",),
        "facts": (FactLine(name="Minutes led by Zoe", value="5"),),
    }
    return Debrief(**(given | fields))


def observation(**fields: Any) -> Observation:
    """One that counts, with a score."""
    given: dict[str, Any] = {
        "session": "s1",
        "mode": ObservationMode.LIVE,
        "observed_on": date(2026, 11, 25),
        "given_on": date(2026, 11, 26),
        "giver": "Otto",
        "feedback": "You held the silence.",
        "rubric": RubricRef(name="Neutral", version="2"),
        "scores": (Score(criterion="c", name="Holds silence", level=3, note="Twice."),),
    }
    return Observation(**(given | fields))


def attachment(name: str, **fields: Any) -> Attachment:
    """A file with consent."""
    given: dict[str, Any] = {
        "session": "s1",
        "file_hash": "0" * 64,
        "size": 9,
        "consent": True,
        "credit": "Pia",
    }
    return Attachment(name=name, **(given | fields))


def case(private: Iterable[str] = ("A secret line.",), **fields: Any) -> Case:
    """A session of which everything is known."""
    own = Score(criterion="c", name="Asks openly", level=2, note="A quote of mine.")
    given: dict[str, Any] = {
        "session": "s1",
        "title": "Looking at work",
        "held_at": START.astimezone(TORONTO),
        "zone": "America/Toronto",
        "run": replace(run_of(script(private).state), norms=(Norm(id="n", text="Listen."),)),
        "debrief": debrief(),
        "scores": SelfScores(session="s1", rubric=RubricRef(name="Neutral"), scores=(own,)),
        "observations": (observation(),),
        "feedback": (Feedback(session="s1", attendance=8, responses=responses(6)),),
        "attachments": (attachment("list.pdf"), attachment("secret.jpg", consent=False)),
        "participants": ("Ana Lee",),
        "tells": {"plus_delta.plus": Tells.SUCCESS, "plus_delta.delta": Tells.NEXT},
    }
    return Case(**(given | fields))


BARE = Case(session="s0", title="", held_at=None)
"""A session of which nothing is known but its name."""
