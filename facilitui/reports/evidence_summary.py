"""My evidence summary: an enrolment requirement by requirement, for the reader it is meant for.

It is no certificate and does not look like one. Nobody on the roster is named in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from facilitui.core.journals.said import some
from facilitui.core.pathways.case import Logged
from facilitui.core.pathways.sensitivity_unknown import unmarked_told
from facilitui.core.pathways.summary import (
    Summary,
    credentials,
    digest_of,
    rests_on,
    sources_of,
)
from facilitui.core.pathways.whose_words import Said
from facilitui.core.pathways.words import Holder
from facilitui.core.told import day_of_month, plural
from facilitui.reports import evidence_counted as counted
from facilitui.reports import evidence_phases as phases
from facilitui.reports.document import (
    Definitions,
    Document,
    Heading,
    Paragraph,
    Part,
    Record,
    Records,
    Table,
)
from facilitui.reports.evidence_agendas import agendas
from facilitui.reports.evidence_gone import gone
from facilitui.reports.evidence_hiding import ROSTER_PURGED, Hiding, hidden_told
from facilitui.reports.evidence_lines import Lines

DECISION = "the programme's, always"
IS_FOR = (
    "This shows what was recorded and what is not met yet. It says of nothing more than that it "
    "meets the recorded criteria: whoever reads it for the programme decides. Being in a phase "
    "does not say that the one before it was met."
)
PRIVATE = (
    "what was captured in sessions and reflected on afterwards",
    "what observers and participants wrote",
)
BY_ROLE = (
    "the names of those who planned, debriefed and observed, whose roles are told (except where "
    "you wrote one yourself: as who said something, or in a note)"
)
NOT_SEALED = "Not sealed: what of the journal is lost or was changed is not covered by any seal."
UNKNOWN_HASHES = "Not sealed: {} no hash here."
NUMBERED = "Above, each entry goes by its number here."
_ENROLLED = {Holder.PERSON: "one person", Holder.GROUP: "a group"}


def evidence_summary(summary: Summary) -> Document:
    """The whole document; names of the roster and sensitive titles stand nowhere in it."""
    enrolment, hiding = summary.progress.enrolment, Hiding(summary)
    lines = Lines(summary, hiding)
    parts = (
        *_cover(summary, hiding),
        *counted.counted(summary, hiding),
        *(part for e in summary.progress.phases for part in phases.told(e, summary, lines, hiding)),
        *gone(summary, lines, hiding),
        *agendas(summary, hiding, lines.kept_as),
        *_credentials(summary, lines),
        *_rests_on(summary, hiding),
    )
    by_role = (BY_ROLE,) if summary.sessions or summary.observed else ()
    title = hiding.typed(enrolment.name.strip()) or enrolment.pathway_name
    left_out = (*PRIVATE, *by_role, *hidden_told(summary, hiding))
    return Document(f"My evidence summary: {title}", parts, left_out)


def _cover(summary: Summary, hiding: Hiding) -> Iterator[Part]:
    enrolment, pathway = summary.progress.enrolment, summary.progress.pathway
    current = summary.progress.current
    last = "Last phase" if enrolment.closed_on is not None else "Phase"
    pairs = (
        ("Name", hiding.typed(enrolment.name)),
        ("Enrolled", _ENROLLED[enrolment.holder]),
        ("Pathway", pathway.name),
        ("Programme", pathway.programme),
        ("Version", f"{pathway.version}, as it was enrolled in"),
        ("Begun", _day(enrolment.started_on)),
        (last, phases.phase_now(current, pathway) if current is not None else ""),
        ("Closed", _day(enrolment.closed_on)),
        *((each, hiding.typed(text)) for each, text in enrolment.parameters.items()),
        ("Schools", ", ".join(each.name for each in enrolment.schools)),
        ("Read by", pathway.reader),
        ("Decision", DECISION),
        ("Written", day_of_month(summary.on)),
    )
    yield Definitions(tuple((name, value) for name, value in pairs if value.strip()))
    yield Paragraph(IS_FOR, soft=True)
    for told in _to_be_known(summary):
        yield Paragraph(hiding.notice(told), "Please note")


def _day(on: date | None) -> str:
    return day_of_month(on) if on is not None else ""


def _to_be_known(summary: Summary) -> Iterator[Said]:
    """What may make it too little, or less than somebody takes it for; each a sentence."""
    if summary.roster_purged:
        yield ROSTER_PURGED
    if of_titles := unmarked_told(summary):
        yield of_titles
    latest = max(_days(summary), default=summary.on)
    if latest > summary.on:
        yield (
            f"By the clock of the computer it was written on {day_of_month(summary.on)}, but "
            f"something in it is of {day_of_month(latest)}: the clock may have been set back."
        )
    yield from summary.progress.to_be_known
    if summary.changed_to:
        yield (
            f"The pathway's file says something else by now (version {summary.changed_to}); all of "
            "this is told by the version that was enrolled in."
        )


def _days(summary: Summary) -> Iterator[date]:
    """Days that have been, of what the enrolment itself says and what was held for it."""
    enrolment = summary.progress.enrolment
    ends = (enrolment.started_on, enrolment.closed_on, *(each.on for each in enrolment.entered))
    yield from (on for on in (*ends, *(each.on for each in summary.held)) if on is not None)


def _credentials(summary: Summary, lines: Lines) -> Iterator[Part]:
    """Those that stand under nothing that is asked."""
    every = (each for phase in summary.progress.phases for each in phase.requirements)
    shown = {source for each in every for source in sources_of(each)}
    received = [each for each in credentials(summary) if each.source not in shown]
    if received:
        yield Heading("Received from the programme")
        yield Records(tuple(_received(each, summary, lines) for each in received))


def _received(each: Logged, summary: Summary, lines: Lines) -> Record:
    called = ", ".join(some(each.said.text, each.said.slot.part))
    return replace(lines.of(each.source, summary.asked(each.said.requirement)), label=called)


def _rests_on(summary: Summary, hiding: Hiding) -> Iterator[Part]:
    entries = rests_on(summary)
    yield Heading("What it rests on")
    yield Paragraph(NUMBERED, soft=True)
    rows = tuple(
        (str(number), hiding.ids(each), summary.hashes.get(each) or "not found")
        for number, each in enumerate(entries, 1)
    )
    heads = ("No.", "Entry of the journal", "Hash of its newest revision")
    yield Table(heads, rows, frozenset({0}))
    yield from _seal(summary, entries)


def _seal(summary: Summary, entries: tuple[str, ...]) -> Iterator[Part]:
    """What a reader can compare with the journal; nothing is called sealed that cannot be."""
    digest = digest_of(entries, summary.hashes)
    unknown = sum(not summary.hashes.get(each) for each in entries)
    if summary.case.unread:
        yield Paragraph(NOT_SEALED)
    elif not digest:
        have = "entry has" if unknown == 1 else "entries have"
        yield Paragraph(UNKNOWN_HASHES.format(f"{unknown} {have}"))
    else:
        these = plural(len(entries), "hash", "hashes")
        yield Paragraph(
            f"{digest} is the sha256 of the {these} above, one to a line in their order, with "
            "no line end behind the last. It covers those entries as the journal has them; it "
            "does not cover this text, nor the logs and plans of sessions.",
            "Seal",
        )
