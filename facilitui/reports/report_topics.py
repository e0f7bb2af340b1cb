"""What reports say of a session to those who were not there: effect, evidence, next steps.

What is missing is told as missing, never as a figure.
"""

from __future__ import annotations

from datetime import date

from facilitui.core.debriefs.debrief import Judgement
from facilitui.core.debriefs.debrief_about import partners_told, planners_told
from facilitui.core.debriefs.debrief_words import Verdict
from facilitui.core.reports.report_case import Case
from facilitui.core.reports.report_few import few_growth_of
from facilitui.core.sessions.punctuality import kept_time
from facilitui.core.told import capital, clock, day, in_quotes, minutes, minutes_run
from facilitui.reports.document import Bullets, Definitions, Paragraph, Part, Table

_NO_FILE = "Nothing attached that may be shown."


def missing(words: str) -> list[Part]:
    """Something that is not there, in words."""
    return [Paragraph(words, soft=True)]


def by_day(due: date | None) -> str:
    """Until when, in words."""
    return f"by {due:%A} {due.day} {due:%B} {due.year}" if due is not None else "no date"


def day_of(case: Case) -> str:
    """The day a session was held on, on its own calendar."""
    return day(case.held_at) if case.held_at is not None else "no date"


def people(case: Case) -> str:
    """How many came, in words."""
    if case.run is not None:
        return case.run.facts.people_told
    told = case.debrief.attendance if case.debrief is not None else None
    return f"{told} here" if told is not None else "not told"


def reached(case: Case) -> str:
    """How many goals were reached, of all; those that nobody judged are told as that."""
    judged = [each for each in case.judgements if each.verdict is not None]
    if not case.judgements:
        return "none planned"
    if not judged:
        return "not judged yet"
    met = sum(each.verdict is Verdict.MET for each in judged)
    rest = len(case.judgements) - len(judged)
    return f"{met} of {len(case.judgements)} met{f', {rest} not judged yet' if rest else ''}"


def held(case: Case) -> list[Part]:
    """When, how, with how many and how long."""
    pairs = (
        ("When", _when(case)),
        ("How", _how(case)),
        ("People", people(case)),
        ("Minutes of all blocks", _minutes(case)),
        ("Against the plan", _kept_time(case)),
        ("Facilitator", ", ".join(case.facilitators)),
        ("Planned with", _planned_with(case)),
        ("Debriefed", _with_whom(case)),
        ("Debriefed apart by", ", ".join(case.lenses)),
    )
    return [Definitions(tuple((name, value) for name, value in pairs if value))]


def held_in_short(case: Case) -> list[Part]:
    """When, and with how many."""
    return [Definitions((("When", _when(case)), ("People", people(case))))]


def _when(case: Case) -> str:
    if case.held_at is None:
        return "no date"
    zone = f" ({case.zone})" if case.zone else ""
    over = case.run.facts.ended_at if case.run is not None else None
    if over is None:
        return f"{day(case.held_at)}, {clock(case.held_at)}{zone}{_still_open(case)}"
    end = over.astimezone(case.held_at.tzinfo)
    on = f" on {day(end)}" if end.date() != case.held_at.date() else ""
    return f"{day(case.held_at)}, {clock(case.held_at)} to {clock(end)}{on}{zone}"


def is_open(case: Case) -> bool:
    """Whether nobody has ended it yet."""
    return case.run is not None and case.run.as_of is not None


def _still_open(case: Case) -> str:
    """That it goes on, and up to when it is told."""
    as_of = case.run.as_of if case.run is not None else None
    if as_of is None or case.held_at is None:
        return ""
    return f"; still open, as of {clock(as_of.astimezone(case.held_at.tzinfo))}"


def _how(case: Case) -> str:
    debrief = case.debrief
    planned = case.run.mode if case.run is not None else None
    mode = debrief.mode if debrief is not None and debrief.mode is not None else planned
    place = debrief.place.strip() if debrief is not None else ""
    return "; ".join(part for part in (mode.label if mode is not None else "", place) if part)


def _minutes(case: Case) -> str:
    if case.run is None:
        return ""
    facts = case.run.facts
    return (
        f"{minutes(facts.planned)} planned, {minutes_run(facts.ran)} run{' so far' * is_open(case)}"
    )


def _kept_time(case: Case) -> str:
    """How its beginning and its end lie to the planned ones, as its debrief tells."""
    if case.run is None:
        return ""
    facts = case.run.facts
    return kept_time(facts.started_late, facts.ended_late, facts.after_agreed, facts.free)


def _with_whom(case: Case) -> str:
    return partners_told(case.debrief) if case.debrief is not None else ""


def _planned_with(case: Case) -> str:
    return planners_told(case.debrief) if case.debrief is not None else ""


def purpose(case: Case) -> list[Part]:
    """Why people met."""
    said = case.run.purpose.strip() if case.run is not None else ""
    return [Paragraph(said)] if said else missing("No purpose was told.")


def learned(case: Case) -> list[Part]:
    """What participants learned and what shows it."""
    said = case.debrief.learned.strip() if case.debrief is not None else ""
    return [Paragraph(said)] if said else missing("Not told yet.")


def goals(case: Case) -> list[Part]:
    """Every goal, whether it was reached, and what shows it."""
    if not case.judgements:
        return missing("No goal was planned.")
    rows = tuple((each.text, _verdict(each), _what_shows(case, each)) for each in case.judgements)
    return [Table(("Goal", "Reached", "What shows it"), rows)]


def _what_shows(case: Case, each: Judgement) -> str:
    """What was written, and what there is; where only few told how far they came, that."""
    written, there = each.evidence.strip(), case.shown.get(each.goal, "")
    if written and there:
        return f"{written} ({there})"
    few = any(few_growth_of(few, each.goal) for _, few in case.heard)
    return written or there or ("too few answered to tell" if few else "nothing told yet")


def goals_in_short(case: Case) -> list[Part]:
    """Every goal with a word of how far it was reached."""
    if not case.judgements:
        return missing("No goal was planned.")
    return [Bullets(tuple(f"{capital(_verdict(e))}: {e.text}" for e in case.judgements))]


def _verdict(each: Judgement) -> str:
    return each.verdict.label.lower() if each.verdict is not None else "not judged yet"


def quotes(case: Case) -> list[Part]:
    """What may be quoted."""
    told = case.debrief.quotes if case.debrief is not None else ()
    return [Bullets(tuple(map(in_quotes, told)))] if told else missing("None released.")


def attached(case: Case) -> list[Part]:
    """What there is to be looked at, with consent."""
    goals = {each.goal: each.text for each in case.judgements}
    credited = any(each.credit.strip() for each in case.attachments)
    rows = tuple(
        (each.name, each.what.label, goals.get(each.goal, ""), *([each.credit] * credited))
        for each in case.attachments
    )
    columns = ("File", "Kind", "Goal", *(["By"] * credited))
    return [Table(columns, rows)] if rows else missing(_NO_FILE)


def rests(case: Case) -> list[Part]:
    """On which kinds of evidence all this rests; one alone is told as that."""
    if not case.kinds:
        return missing("No evidence yet.")
    told = f"Rests on: {', '.join(case.kinds)}."
    if len(case.kinds) == 1:
        told = f"Only one kind of evidence: {case.kinds[0]}. A second one is needed."
    return [Paragraph(told), *missing(_record(case))] if _record(case) else [Paragraph(told)]


def _record(case: Case) -> str:
    """What the session record is made of: what the host wrote of it is told as that."""
    parts = {
        "the log of its run": case.run is not None,
        "the facilitator's own debrief": case.debrief is not None,
    }
    there = [name for name, found in parts.items() if found]
    return f"The session record is {' and '.join(there)}." if there else ""


def next_steps(case: Case) -> list[Part]:
    """What was promised, and by when."""
    promised = case.debrief.promised if case.debrief is not None else ()
    if not promised:
        return missing("None told yet.")
    return [Bullets(tuple(f"{_clause(each.text)} ({by_day(each.due)})" for each in promised))]


def _clause(text: str) -> str:
    """What was written, without the full stop before what follows in brackets."""
    text = text.strip()
    return text if text.endswith("..") else text.removesuffix(".")


def needed(case: Case) -> list[Part]:
    """What is still to come before the picture is whole."""
    return [Bullets(case.lacking)] if case.lacking else missing("Nothing.")
