"""What was written in an entry, and facts of sessions and observations, as papers say them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from facilitui.core.debrief_words import Support
from facilitui.core.pathways.case import Observed, SessionHeld
from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.requirements import LogField
from facilitui.core.pathways.standings.entries import fields_of
from facilitui.core.pathways.summary import Summary
from facilitui.core.pathways.words import FieldType
from facilitui.core.told import day_of_month
from facilitui.core.vocabulary import Role
from facilitui.reports.evidence_hiding import Hiding, private_fields

NO_DAY = "no day told"
_LEFT_OUT = "left out, as a name is in it"
_SUPPORT = {
    Support.NONE: "without support",
    Support.LITTLE: "with a little support",
    Support.SOME: "with some support",
    Support.MUCH: "with a great deal of support",
}


def day_told(on: date | None) -> str:
    """A day as it stands in a document, which is read in any year."""
    return day_of_month(on) if on is not None else NO_DAY


def words_of(
    said: LogEntry, summary: Summary, hiding: Hiding, *, note: bool = True
) -> Iterator[str]:
    """What was written in an entry, in the order in which it is asked, and where its file or page
    is; a line for each."""
    if note and said.note.strip():
        yield hiding.typed(said.note.strip())
    asked = summary.asked(said.requirement)
    fields = {each.id: each for each in (fields_of(asked) if asked is not None else ())}
    private = private_fields(said.requirement, summary)
    for id in (*fields, *(each for each in said.values if each not in fields)):
        text = said.values.get(id, "").strip()
        if text and id not in private:
            ask = said.asks.get(id) or (fields[id].ask if id in fields else id)
            yield f"{_as_label(ask)} {_answer(text, fields.get(id), hiding)}"
    yield from _seen_at(said, hiding)


def role_told(role: Role, pathway: Pathway) -> str:
    """What the programme calls a role: of several names one that is for this role alone."""
    named = sorted(
        (each for each in pathway.roles if role in each.roles), key=lambda each: len(each.roles)
    )
    if not named or named[0].name.casefold() == role.label.casefold():
        return role.label.lower()
    name = named[0].name
    name = name if name[1:2].isupper() else f"{name[:1].lower()}{name[1:]}"
    return name if named[0].roles[0] is role else f"{name} ({role.label.lower()})"


def session_told(held: SessionHeld, pathway: Pathway) -> Iterator[str]:
    """The facts of a session: whoever planned or debriefed with one is told by the role alone."""
    if held.role is not None:
        yield f"as {role_told(held.role, pathway)}"
    if held.support is not None:
        yield _SUPPORT[held.support]
    if held.planned_with:
        yield f"planned with {_all(role_told(each, pathway) for each in held.planned_with)}"
    partners = f" with {_all(each.beside for each in held.partners)}" if held.partners else ""
    if held.debriefed and (partners or held.led):
        yield f"debriefed{partners}{', led by oneself' if held.led else ''}"
    if held.mode is not None:
        yield held.mode.label.lower()


def observation_told(observed: Observed, pathway: Pathway) -> Iterator[str]:
    """The facts of an observation: by whom it was is told by the role alone."""
    mode = f" {observed.mode.label.lower()}" if observed.mode is not None else ""
    yield f"observed{mode} by {role_told(observed.role, pathway)}"
    on = f" of {day_told(observed.given_on)}" if observed.given_on is not None else ""
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
    return hiding.typed(text)


def _day(text: str) -> str:
    try:
        return day_of_month(date.fromisoformat(text))
    except ValueError:
        return text


def _seen_at(said: LogEntry, hiding: Hiding) -> Iterator[str]:
    if said.file_name or said.file_hash:
        known = f" (sha256 {said.file_hash})" if said.file_hash else ""
        name = hiding.link(said.file_name) or _LEFT_OUT if said.file_name else "without a name"
        yield f"File: {name}{known}"
    if said.link.strip():
        yield f"Link: {hiding.link(said.link.strip()) or _LEFT_OUT}"


def _all(words: Iterator[str]) -> str:
    *before, end = sorted(words)
    return f"{', '.join(before)} and {end}" if before else end


def _as_label(ask: str) -> str:
    return ask if ask.endswith((":", "?", ".", "!")) else f"{ask}:"
