"""What was written in an entry, and facts of sessions and observations, as papers say them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from facilitui.core.pathways.case import Observed, SessionHeld
from facilitui.core.pathways.facts_told import (
    debriefed_told,
    met_told,
    observed_told,
    planned_told,
    run_told,
)
from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.pulse_answers import given_in, in_a_line
from facilitui.core.pathways.requirements import (
    Debriefs,
    LogField,
    Planning,
    Requirement,
    ScoreGate,
    Sessions,
)
from facilitui.core.pathways.standings.entries import fields_of
from facilitui.core.pathways.summary import Summary
from facilitui.core.pathways.words import FieldType
from facilitui.core.reports.report_few import few_words
from facilitui.core.reports.report_names import PARTICIPANT
from facilitui.core.told import capital, day_of_month
from facilitui.reports.evidence_hiding import Hiding, few_told, private_fields

NO_DAY = "no day told"
_BEGINS = re.compile(rf"(\A|[.!?][\"”’)]*[ \t]+|\n\s*)({PARTICIPANT})\b")
"""What stands for a name at the beginning of a sentence or a line."""
_LEFT_OUT = "left out, as a name is in it"


def day_on_paper(on: date | None) -> str:
    """A day as it stands in a document, which is read in any year."""
    return day_of_month(on) if on is not None else NO_DAY


def answers_of(
    said: LogEntry, summary: Summary, hiding: Hiding, *, note: bool = True
) -> Iterator[tuple[str, str]]:
    """What was written in an entry, in the order in which it is asked, and where its file or page
    is: each question with its answer. The note stands first and has no question."""
    if note and said.note.strip():
        yield "", _begun(said.note.strip(), hiding)
    asked = summary.asked(said.requirement)
    fields = {each.id: each for each in (fields_of(asked) if asked is not None else ())}
    private, few = private_fields(said.requirement, summary), few_told(said, summary)
    for id in (*fields, *(each for each in said.values if each not in fields)):
        text = said.values.get(id, "").strip()
        if text and id not in private:
            ask = said.asks.get(id) or (fields[id].ask if id in fields else id)
            is_few = id in few
            told = few_words(few[id]) if is_few else _answer(text, fields.get(id), hiding)
            yield _as_label(ask), told
    yield from _seen_at(said, hiding)


def session_told(
    held: SessionHeld, pathway: Pathway, again: Requirement | None = None
) -> Iterator[str]:
    """The facts of a session: whoever planned or debriefed with one is told by the role alone.

    `again` is under what it stands a second time: those facts alone are told that it asks about.
    """
    if again is None or isinstance(again, Sessions):
        yield from run_told(held, pathway)
    if again is None or isinstance(again, Planning):
        yield from planned_told(held, pathway)
    if again is None or isinstance(again, Debriefs):
        yield from debriefed_told(held)
    if again is None:
        yield from met_told(held)


def observation_told(
    observed: Observed, pathway: Pathway, again: Requirement | None = None
) -> Iterator[str]:
    """The facts of an observation: by whom it was is told by the role alone.

    `again` is likewise: scores ask for no feedback.
    """
    yield observed_told(observed, pathway)
    if not isinstance(again, ScoreGate):
        on = f" of {day_on_paper(observed.given_on)}" if observed.given_on is not None else ""
        yield f"lacks {', '.join(observed.lacks)}" if observed.lacks else f"with feedback{on}"


def _answer(text: str, field: LogField | None, hiding: Hiding) -> str:
    """An answer; what was chosen of the programme's own words stays as it is."""
    match field.type if field is not None else None:
        case FieldType.DATE:
            return _day(text)
        case FieldType.LINK:
            return hiding.link(text) or _LEFT_OUT
        case FieldType.CHOICE | FieldType.SCALE if field is not None and text in field.choices:
            return text
        case FieldType.SCALE if field is not None and _are_levels(text, field):
            return in_a_line(text)
    return _begun(text, hiding)


def _are_levels(text: str, field: LogField) -> bool:
    levels = {each.strip() for each in field.choices}
    return all(each.answer in levels for each in given_in(text, field.choices))


def _begun(text: str, hiding: Hiding) -> str:
    """What somebody typed; what stands for a name has a capital letter where a sentence begins."""
    told = hiding.typed(text)
    return told if told == text else _BEGINS.sub(lambda found: found[1] + capital(found[2]), told)


def _day(text: str) -> str:
    try:
        return day_of_month(date.fromisoformat(text))
    except ValueError:
        return text


def _seen_at(said: LogEntry, hiding: Hiding) -> Iterator[tuple[str, str]]:
    if said.file_name or said.file_hash:
        known = f" (sha256 {said.file_hash})" if said.file_hash else ""
        name = hiding.link(said.file_name) or _LEFT_OUT if said.file_name else "without a name"
        yield "File:", f"{name}{known}"
    if said.link.strip():
        yield "Link:", hiding.link(said.link.strip()) or _LEFT_OUT


def _as_label(ask: str) -> str:
    return ask if ask.endswith((":", "?", ".", "!")) else f"{ask}:"
