"""What reports say of a session to those who were not there: effect, evidence, next steps.

What is missing is told as missing, never as a figure.
"""

from __future__ import annotations

from datetime import date

from facilitui.core import feedback as fb
from facilitui.core.debrief import Judgement
from facilitui.core.debrief_about import partners_told
from facilitui.core.debrief_words import Verdict
from facilitui.core.feedback_figures import answered
from facilitui.core.feedback_told import growth_sentences
from facilitui.core.report_case import Case
from facilitui.core.told import capital, clock, day, figure, in_quotes
from facilitui.reports.document import Bullets, Definitions, Paragraph, Part, Table

TOO_FEW = f"too few to tell (fewer than {fb.QUOTES_FROM})"
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
        ("Minutes", _minutes(case)),
        ("Facilitator", ", ".join(case.facilitators)),
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
    return f"{figure(facts.planned)} planned, {facts.ran:.0f} run{' so far' * is_open(case)}"


def _with_whom(case: Case) -> str:
    return partners_told(case.debrief) if case.debrief is not None else ""


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
    rows = tuple(
        (each.text, _verdict(each), each.evidence.strip() or "nothing told yet")
        for each in case.judgements
    )
    return [Table(("Goal", "Reached", "What shows it"), rows)]


def goals_in_short(case: Case) -> list[Part]:
    """Every goal with a word of how far it was reached."""
    if not case.judgements:
        return missing("No goal was planned.")
    return [Bullets(tuple(f"{capital(_verdict(e))}: {e.text}" for e in case.judgements))]


def _verdict(each: Judgement) -> str:
    return each.verdict.label.lower() if each.verdict is not None else "not judged yet"


def growth(case: Case) -> list[Part]:
    """How far people came by their own account; the return rate stands beside it."""
    told = [each for each in case.feedback if each.responses]
    if not told:
        return missing("Participants were not asked yet, or their answers are not in yet.")
    found: list[Part] = []
    for each in told:
        words = " ".join(growth_sentences(each) or (_no_growth(case),))
        later = "Asked weeks later. " if each.later else ""
        found.append(Paragraph(f"{later}{words} {capital(fb.returned(each))}."))
        if example := fb.example(each):
            found.append(Paragraph(example, "One example"))
    return found


def _no_growth(case: Case) -> str:
    return f"{capital(TOO_FEW)}." if case.few_hidden else "Before and now were not answered."


def effect(case: Case) -> list[Part]:
    """How participants found the session: how many agree, item by item, each with its scale."""
    rows = tuple(
        (found.item.label, f"{found.agreeing} of {found.count}", found.told, fb.returned(each))
        for each in case.feedback
        for found in answered(each, fb.EFFECT)
    )
    columns = ("Participants say", "Above the middle", "Median", "Answered")
    if rows:
        return [Table(columns, rows, frozenset({1, 2}))]
    if case.few_hidden:
        rates = "; ".join(fb.returned(each) for each in case.feedback)
        return [Paragraph(f"{capital(TOO_FEW)}. {capital(rates)}.")]
    return missing("Participants were not asked about the session yet.")


def quotes(case: Case) -> list[Part]:
    """What may be quoted."""
    told = case.debrief.quotes if case.debrief is not None else ()
    return [Bullets(tuple(map(in_quotes, told)))] if told else missing("None released.")


def attached(case: Case) -> list[Part]:
    """What there is to be looked at, with consent."""
    known = {each.goal for each in case.judgements}
    rows = tuple(
        (each.name, each.what.label, each.goal if each.goal in known else "", each.credit)
        for each in case.attachments
    )
    return [Table(("File", "Kind", "Goal", "By"), rows)] if rows else missing(_NO_FILE)


def rests(case: Case) -> list[Part]:
    """On which kinds of evidence all this rests; one alone is told as that."""
    if len(case.kinds) > 1:
        return [Paragraph(f"Rests on: {', '.join(case.kinds)}.")]
    if case.kinds:
        return [Paragraph(f"Only one kind of evidence: {case.kinds[0]}. A second one is needed.")]
    return missing("No evidence yet.")


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
