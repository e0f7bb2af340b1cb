"""What is held back of a session before anybody reports on it.

A case is made safe for its reader first and written down afterwards, so that no wording of a
report can let out what its reader should not have. How private lines are known again where they
were pulled in, and names where they were written, `report_hiding` and `report_names` say, with
what they cannot know.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from datetime import UTC
from functools import cache

from facilitui.core.debriefs.asked_moments import time_of
from facilitui.core.debriefs.debrief import Answer, Commitment, Debrief, FactLine, Planner
from facilitui.core.debriefs.evidence_there import evidence_there
from facilitui.core.debriefs.prompts import AFTERCARE
from facilitui.core.library.frames import Tells
from facilitui.core.reports.report import Topic, gets
from facilitui.core.reports.report_answers import answers_telling
from facilitui.core.reports.report_case import Case, Run, rests_on
from facilitui.core.reports.report_few import few_in, without_few
from facilitui.core.reports.report_hiding import (
    KEPT,
    whole_sentences,
    without_lines,
    without_pulled,
)
from facilitui.core.reports.report_names import without_names, without_signature
from facilitui.core.reports.report_needs import needs
from facilitui.core.reports.report_people import of_case
from facilitui.core.reports.report_reader import Reader
from facilitui.core.reports.report_records import hidden
from facilitui.core.reports.report_words import Hide
from facilitui.core.responses.feedback import Feedback, Item, Response, example, kept_back
from facilitui.core.sessions.fact_lines import fact_lines
from facilitui.core.sessions.session import Note, NoteKind

_ANSWERS: dict[Reader, tuple[Tells, ...]] = {
    Reader.CO_FACILITATOR: (Tells.NEXT, Tells.CHANGE),
    Reader.SPONSOR: (Tells.LEARNING, Tells.CHALLENGE, Tells.CHANGE, Tells.SUCCESS),
}
"""What answers of a debrief tell that a reader gets who does not get all of it."""
_IN_SHORT = {Reader.COUNCIL, Reader.SPONSOR}
"""Who gets a few lines, which nobody is there to explain: none of them has a gap in it."""
_LEARNED = (Topic.LEARNED, Topic.REFLECTION, Topic.BULLETS)
_SHOWN = (Topic.GOALS, Topic.BULLETS)
_FEEDBACK = (Topic.GROWTH, Topic.EFFECT, Topic.CHANGE, Topic.BULLETS)


def for_reader(case: Case, reader: Reader) -> Case:
    """The case with nothing in it that this reader should not have.

    What participants wrote names nobody who is known, whoever reads it: they answered unnamed.
    """
    torn: set[str] = set()
    hide = _hide(case, reader, torn)
    hide_names = _hide_names(case)
    observed = case.observations if gets(reader, Topic.OBSERVED) else ()
    scored = case.scores if gets(reader, Topic.SELF_SCORES) else None
    heard = case.feedback if _gets_any(reader, _FEEDBACK) else ()
    files = case.attachments if gets(reader, Topic.ATTACHED) else ()
    shown = tuple(each for each in files if each.consent and not each.removed)
    safe = replace(
        case,
        title=hide(case.title),
        run=_run(case.run, reader, hide),
        debrief=_debrief(case, reader, hide),
        lenses=tuple(map(hide, case.lenses)) if reader.trusted else (),
        scores=hidden(scored, hide) if scored is not None else None,
        observations=tuple(hidden(each, hide) for each in observed),
        feedback=tuple(
            _feedback(each, reader, lambda text: hide_names(hide(text))) for each in heard
        ),
        attachments=tuple(
            hidden(each if reader.trusted else each.model_copy(update={"credit": ""}), hide)
            for each in shown
        ),
        participants=(),
        others=(),
        facilitators=case.facilitators if reader.trusted else (),
        kinds=rests_on(case),
        lacking=needs(case),
        few=() if reader.trusted else tuple(map(few_in, heard)),
        figures=tuple(hidden(e, hide) for e in _figures(case)) if gets(reader, Topic.DATA) else (),
    )
    goals = _shown(case, safe) if gets(reader, Topic.GOALS) else {}
    return replace(safe, shown=goals, torn=frozenset(torn))


def _shown(case: Case, safe: Case) -> dict[str, str]:
    """What there is for each goal: captures are only counted, the rest is what is in the report."""
    if case.run is None:
        return {}
    found = evidence_there(
        case.run.facts, case.debrief or Debrief(), safe.attachments, safe.feedback
    )
    return {each.goal.id: each.told for each in found}


def _figures(case: Case) -> tuple[FactLine, ...]:
    """As they were kept with the debrief; before it is written, as they are."""
    kept = case.debrief.facts if case.debrief is not None else ()
    if kept or case.run is None:
        return kept
    return fact_lines(case.run.facts, case.debrief or Debrief())


def _gets_any(reader: Reader, topics: tuple[Topic, ...]) -> bool:
    return any(gets(reader, topic) for topic in topics)


def _hide(case: Case, reader: Reader, torn: set[str]) -> Hide:
    """Takes private lines out of what was written, for most readers names too.

    These get no torn sentences either; the ones that are left out are kept in `torn`.
    """
    hide_lines = _hide_lines(case)
    if reader.trusted:
        return hide_lines
    hide_names = _hide_names(case)

    def hide(text: str) -> str:
        kept, gone = whole_sentences(hide_lines(text), gaps=reader not in _IN_SHORT)
        torn.update(gone)
        return hide_names(kept)

    return hide


def _hide_names(case: Case) -> Hide:
    people = of_case(case)
    return without_names(people.participants, people.others)


def _hide_lines(case: Case) -> Hide:
    if case.run is None:
        return without_pulled
    began_at, zone = case.run.facts.began_at, case.held_at.tzinfo if case.held_at else None

    def when(note: Note) -> str:
        return time_of(note.elapsed, began_at, zone or UTC)

    return without_lines(case.run.facts.notes, when)


def _run(run: Run | None, reader: Reader, hide: Hide) -> Run | None:
    """The run without what the host kept, and without names for most readers."""
    if run is None:
        return None
    facts = replace(run.facts, notes=tuple(_notes(run, reader, hide)), aftercare="")
    if reader.trusted:
        return replace(run, facts=facts)
    goals = tuple(hidden(each, hide) for each in facts.goals)
    evidence = tuple(hidden(each, hide) for each in facts.evidence)
    return replace(
        run,
        facts=replace(facts, led={}, goals=goals, evidence=evidence),
        purpose=hide(run.purpose) if gets(reader, Topic.PURPOSE) else "",
        blocks=(),
        leads=(),
    )


def _notes(run: Run, reader: Reader, hide: Hide) -> Iterator[Note]:
    """What was put aside, and of marks only when they were made, for those who get these."""
    for each in run.facts.notes:
        if each.kind is NoteKind.PARKED and gets(reader, Topic.PARKED):
            yield replace(each, text=hide(each.text))
        if each.kind is NoteKind.MARK and gets(reader, Topic.REFLECTION):
            yield replace(each, text="")


def _debrief(case: Case, reader: Reader, hide: Hide) -> Debrief | None:
    """The debrief with the quotes that are released now, and with what its reader gets of it."""
    if case.debrief is None:
        return None
    found = case.debrief.model_copy(update=_kept_of(case.debrief, case, reader))
    safe = hidden(found, hide)
    said = {name: _without_kept(getattr(safe, name)) for name in ("answers", "commitments")}
    quotes = tuple(each for each in safe.quotes if each != KEPT)
    return safe.model_copy(update={**said, "quotes": quotes})


def _without_kept(told: Sequence[Answer | Commitment]) -> tuple[Answer | Commitment, ...]:
    """Without those of which nothing is left."""
    return tuple(each for each in told if each.text != KEPT)


def _kept_of(debrief: Debrief, case: Case, reader: Reader) -> dict[str, object]:
    """What its reader gets of a debrief, where that is not all of it."""
    whole = gets(reader, Topic.REFLECTION)
    answers = {each.id for each in answers_telling(case, *_ANSWERS.get(reader, ()))}
    quoted = case.run.facts.quoted if case.run is not None and gets(reader, Topic.QUOTES) else ()
    shown = _gets_any(reader, _SHOWN)
    judged = (
        each if shown else each.model_copy(update={"evidence": ""}) for each in debrief.judgements
    )
    return {
        "learned": debrief.learned if _gets_any(reader, _LEARNED) else "",
        "judgements": tuple(judged),
        "quotes": quoted if reader.trusted else tuple(map(without_signature, quoted)),
        "prompts": tuple(each for each in debrief.prompts if whole and each.id != AFTERCARE),
        "answers": tuple(each for each in debrief.answers if whole or each.id in answers),
        "commitments": debrief.commitments if gets(reader, Topic.NEXT) else (),
        "earlier": debrief.earlier if gets(reader, Topic.EARLIER) else (),
        "marks": debrief.marks if whole else (),
        "facts": (),
        "with_whom": debrief.with_whom if reader.trusted else "",
        "planned_with": debrief.planned_with if reader.trusted else _unnamed(debrief.planned_with),
        "place": debrief.place if gets(reader, Topic.HELD) else "",
    }


def _unnamed(planners: tuple[Planner, ...] | None) -> tuple[Planner, ...] | None:
    """Who planned, by their part alone."""
    return planners and tuple(each.model_copy(update={"person": ""}) for each in planners)


def _feedback(feedback: Feedback, reader: Reader, hide: Hide) -> Feedback:
    """The feedback with what its reader gets of it: words and figures not of too few.

    What its rows are known by is told to nobody, and the same words are looked through once.
    """
    few, safely = kept_back(feedback, Item.ONE_CHANGE), cache(hide)
    kept = {Item.ONE_CHANGE} if gets(reader, Topic.CHANGE) and not few else set()
    heard = feedback if reader.trusted else without_few(feedback)
    such = example(feedback) if gets(reader, Topic.GROWTH) else ""
    bare = heard.model_copy(update={"responses": (), "rows": (), "example": such})
    responses = tuple(_response(each, kept, safely) for each in heard.responses)
    return hidden(bare, safely).model_copy(update={"responses": responses})


def _response(response: Response, kept: Set[Item], hide: Hide) -> Response:
    """One answer sheet with only such words, made safe."""
    if not response.words:
        return response
    words = {item: hide(text) for item, text in response.words.items() if item in kept}
    return response.model_copy(update={"words": words})
