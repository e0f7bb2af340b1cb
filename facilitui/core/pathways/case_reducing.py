"""Entries of the journal and sessions, reduced to what enrolments are told from.

Each function takes one of them, so that a journal of any length can be gone through in pieces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from facilitui.core.any_shape import Body
from facilitui.core.debriefs import debrief
from facilitui.core.debriefs.debrief import Debrief, Planner
from facilitui.core.debriefs.observation import Observation, lacks
from facilitui.core.journals import entries
from facilitui.core.journals.entry_moments import Local, day_held, listed_at
from facilitui.core.journals.journal import Document, body_of, is_blanked
from facilitui.core.journals.said_alike import comes_to
from facilitui.core.pathways import enrolment, log_entry, roster, snapshot
from facilitui.core.pathways.case import Heard, Logged, Observed, SessionHeld, Source
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.pulse_answers import in_a_line
from facilitui.core.pathways.roster import Roster
from facilitui.core.pathways.snapshot import Snapshot
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_changes import since_begun
from facilitui.core.plans.plan_parts import PlannedWith
from facilitui.core.responses.feedback import EFFECT, Feedback, Item, Response
from facilitui.core.sessions.session_digest import SessionDigest
from facilitui.core.vocabulary import Role

Reduced = SessionHeld | Observed | Heard | Logged | Enrolment | Roster | Snapshot
"""What an entry of the journal comes to."""
AN_ENTRY = "an entry"
"""What something logged is called into which nothing was written, not even what it is for."""


def counts_at_all(document: Document) -> bool:
    """Whether entries of its kind are told from at all."""
    return document["kind"] in _OF_KIND


def reduced(document: Document, local: Local) -> Reduced | None:
    """What a revision comes to; None where it counts nothing: another kind, purged, a second lens.

    Raises ValueError or OverflowError where this version cannot read it.
    """
    make = _OF_KIND.get(document["kind"])
    return make(document, body_of(document), local) if make and not is_blanked(document) else None


def agree(documents: Iterable[Document], local: Local) -> bool:
    """Whether revisions come to the same, so that either of them counts. Raises as `reduced`."""
    first, *others = (reduced(_but_for_its_own(each), local) for each in documents)
    return all(each == first for each in others)


def _but_for_its_own(document: Document) -> Document:
    """A revision without its number and all else that says nothing of what it comes to."""
    return {**document, "rev": 0, "body": comes_to(document["kind"], document.get("body"))}


def day_of(body: Body, made_at: str, local: Local) -> date | None:
    """The day that an entry is listed under, as it was where the session was held."""
    listed = listed_at(body, made_at, local)
    return listed.date() if listed is not None else None


def _debriefed(document: Document, body: Body, local: Local) -> SessionHeld | None:
    """A session as one's own debrief tells it; None for that of another person."""
    said, entry = Debrief.model_validate(body), str(document["id"])
    if said.lens.strip():
        return None
    on = day_of(body, document["made_at"], local)
    return SessionHeld(
        source=Source(entry, said.session, on, said.title.strip() or said.session),
        role=said.my_role,
        support=said.support,
        mode=said.mode,
        planned_with=_parts(said.planned_with),
        partners=frozenset(said.partners),
        led=said.led_by_me,
        debriefed=True,
        place=said.place,
        sensitive=said.sensitive,
    )


def ran_here(digest: SessionDigest, told: SessionHeld | None, local: Local) -> SessionHeld:
    """A session that was run to its end here, with what its debrief tells, where there is one.

    Its own log says when it was held, and its title where the debrief has none.
    """
    held = told or SessionHeld(Source("", digest.session, None, ""))
    began = local(digest.began_at.isoformat(), digest.zone) if digest.began_at else None
    on = began.date() if began is not None else held.source.on
    title = held.source.told if held.source.told != digest.session else ""
    name = title or digest.title.strip() or digest.session
    source = replace(held.source, session=digest.session, on=on, told=name)
    return replace(held, source=source, sensitive=digest.sensitive or bool(held.sensitive))


def planned(held: SessionHeld, plan: Plan) -> SessionHeld:
    """A session with what its plan says where its debrief says nothing: with whom minutes were
    planned, and how it was to meet; and with what its plan changed of the agenda it began from.
    Where either marks it as sensitive, it is."""
    said, sensitive = held.planned_with, held.sensitive or plan.sensitive
    parts = _parts(plan.planners) if said is None else said
    return replace(
        held,
        planned_with=parts,
        mode=held.mode or plan.mode,
        sensitive=sensitive,
        begun=since_begun(plan),
    )


def _parts(planners: Iterable[Planner | PlannedWith] | None) -> frozenset[Role] | None:
    """The parts of those who planned; None where nothing is said of them."""
    return None if planners is None else frozenset(each.role for each in planners)


def _observed(document: Document, body: Body, local: Local) -> Observed:
    """An observation, with the day that it was observed."""
    seen, entry = Observation.model_validate(body), str(document["id"])
    return Observed(
        source=Source(entry, seen.session, seen.observed_on, entries.title(entry, body).strip()),
        role=seen.role,
        mode=seen.mode,
        lacks=lacks(seen, day_held(seen.held_at, seen.zone, local)),
        given_on=seen.given_on,
        rubric=seen.rubric,
        levels={each.criterion: each.level for each in seen.scores},
        names={each.criterion: each.called for each in seen.scores},
    )


def _heard(document: Document, body: Body, local: Local) -> Heard | None:
    """What participants answered, on the day of the session that they answered about.

    None where it was taken out again.
    """
    said, entry = Feedback.model_validate(body), str(document["id"])
    if said.withdrawn:
        return None
    on = day_of(body, document["made_at"], local)
    gains = [_gain(each) for each in said.responses]
    tried = [bool(each.words.get(Item.TRANSFER, "").strip()) for each in said.responses]
    surer = [gain is not None and gain > 0 for gain in gains]
    return Heard(
        source=Source(entry, said.session, on, said.title.strip() or said.session),
        responses=len(said.responses),
        effect=sum(_is_above_middle(said, each) for each in said.responses),
        growth=sum(map(any, zip(surer, tried, strict=True))),
        rated=sum(any(item in each.levels for item in EFFECT) for each in said.responses),
        surer=sum(surer),
        same=gains.count(0),
        less=sum(gain is not None and gain < 0 for gain in gains),
        tried=sum(tried),
    )


def _is_above_middle(said: Feedback, response: Response) -> bool:
    """Whether somebody rated anything of how the session worked above the middle of its scale."""
    rated = ((said.scale(item), response.levels.get(item)) for item in EFFECT)
    return any(
        scale is not None and level is not None and scale.above_middle(level)
        for scale, level in rated
    )


def _gain(response: Response) -> int | None:
    """How much surer somebody is now, of all asked together; None where both were not told."""
    gains = [*_gains(response)]
    return sum(gains) if gains else None


def _gains(response: Response) -> Iterator[int]:
    """How much surer somebody is now: of the session as a whole, of each goal."""
    for goal in ("", *response.goals):
        before, now = response.level(Item.BEFORE, goal), response.level(Item.NOW, goal)
        if before is not None and now is not None:
            yield now - before


def _logged(document: Document, body: Body, local: Local) -> Logged:
    """One thing that was logged, as its newest revision says it."""
    said = LogEntry.model_validate(body)
    written = _first_written(said)
    told = written or said.text.strip() or AN_ENTRY
    source = Source(str(document["id"]), said.session, said.on, told, is_typed=bool(written))
    return Logged(source, said, document["rev"])


def _first_written(said: LogEntry) -> str:
    """The first line that somebody wrote in it; empty where nothing was."""
    texts = (*map(in_a_line, said.values.values()), said.note, said.file_name, said.link)
    lines = (line.strip() for text in texts for line in text.splitlines())
    return next(filter(None, lines), "")


_OF_KIND: Mapping[str, Callable[[Document, Body, Local], Reduced | None]] = {
    debrief.KIND: _debriefed,
    entries.SEEN: _observed,
    entries.HEARD: _heard,
    log_entry.KIND: _logged,
    enrolment.KIND: lambda document, body, local: Enrolment.model_validate(body),
    roster.KIND: lambda document, body, local: Roster.model_validate(body),
    snapshot.KIND: lambda document, body, local: Snapshot.model_validate(body),
}
