"""The hand-over brief: where a session is, what is left of it, what is parked."""

from __future__ import annotations

from collections.abc import Iterator

from facilitui.core.library.norms import Norm
from facilitui.core.plans.agenda import AgendaBlock
from facilitui.core.plans.schedule import minutes_between
from facilitui.core.plans.slack import agenda_was_to_end, end_word
from facilitui.core.reports.handout import Written
from facilitui.core.seconds_told import ran as told_ran
from facilitui.core.sessions.brief import BlockAhead, Brief
from facilitui.core.sessions.facts import minutes_after
from facilitui.core.sessions.session import PartRun, SessionState, Stage
from facilitui.core.sessions.timing import Forecast, remaining, step_end, turn
from facilitui.core.told import clock, day, figure, length, minutes, people, wall_clock
from facilitui.core.vocabulary import BlockKind, Silence
from facilitui.reports import parts as p
from facilitui.reports.document import (
    Bullets,
    Definitions,
    Document,
    Heading,
    Paragraph,
    Part,
    Table,
)
from facilitui.reports.markdown import markdown

_COLUMNS = ("Start", "Minutes", "What", "Lead", "Note")


def written_brief(brief: Brief) -> Written:
    """The brief as Markdown, and what it leaves out."""
    return Written(markdown(brief_document(brief)).encode("utf-8"), brief.left_out)


def brief_document(brief: Brief) -> Document:
    """The document for whoever takes over."""
    found: list[Part] = []
    if brief.state.started.sensitive:
        told = "A difficult conversation: this is for whoever leads it, and for nobody else."
        found.append(Paragraph(told, soft=True))
    if brief.trouble:
        found.append(Paragraph(f"{brief.trouble}.", "Not all of this is certain"))
    found += [Definitions(_about(brief)), *_here(brief), *_ahead(brief), *_parked(brief)]
    found += [*_recoveries(brief.state), *_norms(brief.state), *_goals(brief)]
    return Document(f"Hand-over brief: {brief.title}", tuple(found), brief.left_out)


def _about(brief: Brief) -> tuple[tuple[str, str], ...]:
    state, zone = brief.state, f" ({brief.zone})" if brief.zone else ""
    pairs = (
        ("Made", f"{day(brief.now)}, {wall_clock(brief.now)}{zone}"),
        ("Why", state.started.purpose),
        ("Began", _began(brief)),
        ("Ended" if state.ended_at else "Ends", _ends(brief)),
        ("People", people(state.attendance, counted=state.counted) if state.attendance else ""),
        ("Link", state.started.link),
        ("Session", state.started.session),
    )
    return tuple((name, value) for name, value in pairs if value)


def _began(brief: Brief) -> str:
    began, planned = brief.state.began_at, brief.state.started.planned_start
    if began is None:
        return ""
    late = minutes_after(planned, began)
    told = f" ({_late(late)})" if late is not None else ""
    return f"{clock(began.astimezone(brief.now.tzinfo))}{told}"


def _ends(brief: Brief) -> str:
    """The planned, booked or agreed end beside the one expected now, or the one that was."""
    planned, zone = brief.state.planned_end, brief.now.tzinfo
    agenda = agenda_was_to_end(brief.state, zone) if brief.free else None
    whose = "planned" if agenda else end_word(brief.state, zone)
    if brief.state.ended_at is not None or planned is None:
        late = f" ({_late(brief.late, whose)})" if planned is not None else ""
        return clock(brief.ends) + late
    was = clock((agenda or planned).astimezone(zone))
    booked = f", booked until {clock(planned.astimezone(zone))}" if agenda else ""
    return f"{whose} {was}, as things are {clock(brief.ends)} ({_late(brief.late, whose)}){booked}"


def _late(late: int, whose: str = "planned") -> str:
    if not late:
        return f"as {whose}"
    return f"{abs(late)} min {'late' if late > 0 else 'early'}"


def _here(brief: Brief) -> list[Part]:
    state, run = brief.state, brief.state.now
    over = (f"{fact.title} ({_ran(fact.ran, skipped=fact.skipped)})" for fact in brief.done)
    done = (("Done so far", ", ".join(over)),) if brief.done else ()
    if run is None:
        return [Heading("Where we are"), Paragraph(_nowhere(state)), Definitions(done)]
    told = (*_step(brief, run), ("Next", _next(brief)), *done)
    return [
        Heading("Where we are"),
        Definitions(told),
        *_side_by_side(brief),
        *p.words(run.part.say, run.part.show),
    ]


def _side_by_side(brief: Brief) -> list[Part]:
    block, people = brief.block, brief.state.attendance
    if block is None or not block.groups:
        return []
    return [Bullets(tuple(p.side_by_side(block.groups, people, leads=True)))]


def _ran(ran: float, *, skipped: bool) -> str:
    return "left out" if skipped else told_ran(ran)


def _nowhere(state: SessionState) -> str:
    if state.ended_at is not None:
        return "The session has ended."
    return "All steps are done; only the end is left." if state.finished else "No step is running."


def _step(brief: Brief, run: PartRun) -> tuple[tuple[str, str], ...]:
    state, part, block = brief.state, run.part, brief.block
    shares = turn(run, brief.elapsed)
    silence = part.silence.label.lower() if part.silence is not Silence.NONE else ""
    pairs = (
        ("Block", block.title if block is not None and block.title != part.title else ""),
        ("Step", part.title),
        ("Now", ", ".join(_standing(brief, run))),
        ("Turn", f"{shares.number} of {shares.of}, {_left(shares.left)}" if shares else ""),
        ("Led by", state.lead_of(run)),
        ("Who", "; ".join(filter(None, (part.who.label, silence)))),
        ("Seated", _seated(state, block) if block is not None else ""),
    )
    return tuple((name, value) for name, value in pairs if value)


def _seated(state: SessionState, block: AgendaBlock) -> str:
    """How people sit, and how many are here where they were divided for another number."""
    told, divided = p.sitting(block, state.attendance), sum(block.sizes)
    if not told or divided == state.attendance:
        return told
    return f"{told} for {divided}, {people(state.attendance, counted=state.counted)}"


def _standing(brief: Brief, run: PartRun) -> Iterator[str]:
    """How far the step is, and what holds it."""
    state, planned = brief.state, f"{minutes(run.minutes)} min"
    if run.stage is Stage.DIRECTIONS:
        spent = length(run.direction_seconds(brief.elapsed))
        yield f"directions for {spent}, the clock of its {planned} has not begun"
        return
    ends = clock(step_end(run, brief.elapsed, brief.now))
    away = brief.block is not None and brief.block.kind is BlockKind.BREAK
    yield "paused" if state.paused else "running"
    yield f"{length(run.seconds(brief.elapsed))} of {planned}"
    yield _left(remaining(run, brief.elapsed))
    yield f"back at {ends}" if away else f"until {ends}"
    if state.wait is not None:
        yield f"a wait is open, {length(brief.elapsed - state.wait.began)} so far"


def _left(seconds: float) -> str:
    return f"over by {length(-seconds)}" if seconds < 0 else f"{length(seconds)} left"


def _next(brief: Brief) -> str:
    if not brief.ahead:
        return "the end"
    coming = brief.ahead[0].parts[0]
    return ", ".join((coming.run.part.title, f"{_minutes(coming)} min", *_traits(coming)))


def _minutes(*coming: Forecast) -> str:
    return figure(sum(minutes_between(each.start, each.end) for each in coming))


def _traits(coming: Forecast) -> Iterator[str]:
    part = coming.run.part
    if coming.waits:
        yield f"waits until {clock(coming.start)}"
    if part.silent:
        yield "silent"
    if part.protected:
        yield "protected"


def _ahead(brief: Brief) -> list[Part]:
    if brief.state.ended_at is not None:
        return []
    rows = tuple(row for block in brief.ahead for row in _rows(block))
    none = Paragraph("Nothing: every block is run or left out.")
    left = Table(_COLUMNS, rows, frozenset({0, 1})) if rows else none
    return [Heading("What is left"), left]


def _rows(ahead: BlockAhead) -> Iterator[tuple[str, ...]]:
    """A block; under it its parts, where it has several."""
    first, *others = ahead.parts
    alone = not others and not ahead.goes_on
    notes = _traits(first) if alone else ["goes on"] * ahead.goes_on
    start, title = clock(first.start), ahead.block.title
    yield start, _minutes(*ahead.parts), title, ahead.lead, ", ".join(notes)
    for each in () if alone else ahead.parts:
        told = ", ".join(_traits(each))
        yield clock(each.start), _minutes(each), f"– {each.run.part.title}", "", told


def _parked(brief: Brief) -> list[Part]:
    told = Bullets(brief.parked) if brief.parked else Paragraph("Nothing.")
    return [Heading("Parked"), told]


def _recoveries(state: SessionState) -> list[Part]:
    told = (": ".join(filter(None, (r.body.title, r.body.say))) for r in state.recoveries)
    items = tuple(each or "the agenda ahead was changed" for each in told)
    return [Heading("Won back so far"), Bullets(items)] if items else []


def _norms(state: SessionState) -> list[Part]:
    items = tuple(_norm(state, norm) for norm in state.norms)
    return [Heading("Norms"), Bullets(items)] if items else []


def _norm(state: SessionState, norm: Norm) -> str:
    asked = [each.answer for each in state.norm_checks if each.norm == norm.id and each.answer]
    called = state.invoked.count(norm.id)
    traits = (
        "the group's own" if norm.id in state.own_norms else "",
        "the one to watch" if norm.id == state.watched else "",
        f"called on {called} ×" if called > 1 else "called on" if called else "",
        *(f"asked: {answer.label.lower()}" for answer in asked),
    )
    told = ", ".join(filter(None, traits))
    return f"{norm.text} ({told})" if told else norm.text


def _goals(brief: Brief) -> list[Part]:
    goals = brief.state.started.goals
    named: list[Part] = [Heading("Goals"), Bullets(p.goals(goals))] if goals else []
    return [*named, *p.evidence("Evidence still to be collected", brief.to_collect)]
