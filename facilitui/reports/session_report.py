"""Reports by reader as documents: an overview where they are of several sessions, then each."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from facilitui.core.reports.handout import Format, Written
from facilitui.core.reports.report import Coming, Report, Topic
from facilitui.core.reports.report_answers import bullets
from facilitui.core.reports.report_case import Case
from facilitui.core.reports.report_reader import Reader
from facilitui.core.told import clock, day
from facilitui.reports import report_craft as craft
from facilitui.reports import report_heard as heard
from facilitui.reports import report_topics as topics
from facilitui.reports.document import Bullets, Document, Heading, Paragraph, Part, Table
from facilitui.reports.html import html
from facilitui.reports.markdown import markdown
from facilitui.reports.reflection_sheet import prompts

_ALTERED = "Something of what this rests on was changed outside the program after it was saved."
_TITLES = {
    Reader.LEADER: "Report for school and system leaders",
    Reader.POINT_PERSON: "Report for the point person",
    Reader.COUNCIL: "Report for the school council",
    Reader.CO_FACILITATOR: "Report for the co-facilitator",
    Reader.MENTOR: "Report for the mentor",
    Reader.PARTICIPANTS: "Reflection",
    Reader.SPONSOR: "Debrief",
}
_TOLD: dict[Topic, Callable[[Case], list[Part]]] = {
    Topic.HELD: topics.held,
    Topic.MET: topics.held_in_short,
    Topic.PURPOSE: topics.purpose,
    Topic.LEARNED: topics.learned,
    Topic.GOALS: topics.goals,
    Topic.IN_SHORT: topics.goals_in_short,
    Topic.EFFECT: heard.effect,
    Topic.GROWTH: heard.growth,
    Topic.QUOTES: topics.quotes,
    Topic.ATTACHED: topics.attached,
    Topic.RESTS: topics.rests,
    Topic.TIMINGS: craft.timings,
    Topic.NORMS: craft.norms,
    Topic.PARKED: craft.parked,
    Topic.CHANGE: craft.change,
    Topic.NEXT: topics.next_steps,
    Topic.EARLIER: craft.earlier,
    Topic.NEEDED: topics.needed,
    Topic.REFLECTION: craft.reflection,
    Topic.DATA: craft.data,
    Topic.SELF_SCORES: craft.self_scores,
    Topic.OBSERVED: craft.observed,
    Topic.LACKING: topics.needed,
    Topic.PROMPTS: prompts,
}


def written_report(report: Report, form: Format) -> Written:
    """A report as bytes, and what it leaves out."""
    document = session_report(report)
    text = html(document) if form is Format.HTML else markdown(document)
    return Written(text.encode("utf-8"), document.left_out)


def session_report(report: Report) -> Document:
    """The report as a document."""
    title = _TITLES[report.reader]
    if len(report.cases) == 1:
        case = report.cases[0]
        still = " (still open)" if topics.is_open(case) and not report.reader.by_session else ""
        title = f"{title}: {case.named}{still}"
    sheet = report.reader is Reader.PARTICIPANTS
    return Document(title, tuple(_parts(report)), report.left_out, closes=not sheet)


def _parts(report: Report) -> Iterator[Part]:
    if not report.reader.by_session:
        yield from _bullets(report.cases)
        yield from _altered(report.cases)
        return
    several = len(report.cases) > 1
    if several and report.reader is not Reader.PARTICIPANTS:
        yield from _overview(report.cases)
    for case in report.cases:
        if several:
            yield Heading(case.named)
        if report.reader is not Reader.PARTICIPANTS:
            yield from _altered((case,))
        for topic in report.topics:
            yield Heading(topic.value, 3 if several else 2)
            told = _TOLD[topic](case)
            yield from told if several else map(_lifted, told)
    if report.reader is Reader.POINT_PERSON:
        yield from _coming(report.coming)


def _lifted(part: Part) -> Part:
    """A heading within a topic, one level higher where no session stands above the topic."""
    return Heading(part.text, part.level - 1) if isinstance(part, Heading) else part


def _overview(cases: tuple[Case, ...]) -> Iterator[Part]:
    yield Heading("Overview")
    rows = tuple(
        (topics.day_of(case), case.named, topics.people(case), topics.reached(case))
        for case in cases
    )
    yield Table(("Day", "Session", "People", "Goals"), rows)


def _bullets(cases: tuple[Case, ...]) -> Iterator[Part]:
    """Three headings and bullets, whatever was told; each says its session where they are many."""
    told = [(case, bullets(case)) for case in cases]
    for heading in bullets(cases[0]):
        lines = tuple(
            f"{case.named}: {line}" if len(cases) > 1 else line
            for case, under in told
            for line in under[heading]
        )
        yield Heading(heading)
        yield Bullets(lines or (f"No {heading.lower()} told yet",))


def _altered(cases: tuple[Case, ...]) -> Iterator[Part]:
    """That not all of it can be relied on; which entry it is may say what its reader has not."""
    if any(case.altered for case in cases):
        yield Paragraph(_ALTERED, "Not all of this is certain")


def _coming(coming: tuple[Coming, ...]) -> Iterator[Part]:
    yield Heading("What is next")
    if coming:
        yield Bullets(tuple(f"{_when(each)}: {each.title}" for each in coming))
    else:
        yield Paragraph("No session is planned with a date yet.", soft=True)


def _when(coming: Coming) -> str:
    if coming.start is None:
        return coming.day
    zone = f" ({coming.zone})" if coming.zone else ""
    return f"{day(coming.start)}, {clock(coming.start)}{zone}"
