"""What was changed of the agendas that sessions began from, in an evidence summary (D-15).

Of a session marked sensitive only how much that was is told: titles of blocks say what it was of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from facilitui.core.pathways.case import SessionHeld, Source
from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.summary import Summary
from facilitui.core.plans.plan_changes import SinceBegun
from facilitui.reports.document import Heading, Paragraph, Part, Record, Records
from facilitui.reports.evidence_hiding import SENSITIVE, Hiding
from facilitui.reports.evidence_words import day_on_paper

AGENDAS = "Ready agendas, and what was changed of them"
ABOUT = (
    "What the plan of each session had changed of the agenda that it began from, as it stood "
    "when the session began."
)
KeptAs = Callable[[Source], str]
"""Tells where something is kept: "entry 7"."""
MOST = 20
"""So many changes of a session are told; the others are counted."""


def agendas(summary: Summary, hiding: Hiding, kept_as: KeptAs) -> Iterator[Part]:
    """Every session that began from an agenda and serves the enrolment; nothing where none did.

    Those of one title that changed nothing of one agenda stand together, behind the others.
    """
    began = [(each, each.begun) for each in summary.sessions if each.begun is not None]
    records = [_record(*each, hiding, kept_as) for each in began if not _is_alike(*each)]
    alike: dict[str, list[str]] = {}
    for held, begun in began:
        if _is_alike(held, begun):
            told = f"{hiding.typed(held.source.told)}; began from {begun.told(hiding.typed)}"
            on = f"{day_on_paper(held.source.on)} ({kept_as(held.source)})"
            alike.setdefault(told, []).append(on)
    records += (Record(told, answers=(("", ", ".join(days)),)) for told, days in alike.items())
    if records:
        yield Heading(AGENDAS)
        yield Paragraph(ABOUT, soft=True)
        yield Records(tuple(records))


def fitted(said: LogEntry, summary: Summary, hiding: Hiding) -> Iterator[str]:
    """How much the session that something was logged for changed of its agenda, in a line.

    All of it stands in the list of agendas. Nothing where there is no such session, or where it is
    marked sensitive: what it was is not to be found out by what was logged for it.
    """
    for each in summary.sessions:
        if said.session and each.source.session == said.session and not each.sensitive:
            yield from _began(each.begun, hiding)


def _began(begun: SinceBegun | None, hiding: Hiding) -> Iterator[str]:
    if begun is not None:
        yield f"Its session began from {begun.told(hiding.typed)}"


def _is_alike(held: SessionHeld, begun: SinceBegun) -> bool:
    return not held.sensitive and not begun.changes


def _record(held: SessionHeld, begun: SinceBegun, hiding: Hiding, kept_as: KeptAs) -> Record:
    on, kept = day_on_paper(held.source.on), kept_as(held.source)
    if held.sensitive:
        return Record(f"{on}: {SENSITIVE}; began from an agenda, {begun.counted}", kept_as=kept)
    changes = [each.told(hiding.typed) for each in begun.changes[:MOST]]
    if len(begun.changes) > MOST:
        changes.append(f"and {len(begun.changes) - MOST} more")
    told = (f"Began from {begun.told(hiding.typed)}:", *(f"– {each}" for each in changes))
    called = f"{on}: {hiding.typed(held.source.told)}"
    return Record(called, answers=tuple(("", each) for each in told), kept_as=kept)
