"""Every document of a pathway, by what it is and which kind of file."""

from __future__ import annotations

from datetime import datetime

from facilitui.core.pathways.check_in_dates import check_in_dates, left_out
from facilitui.core.pathways.document_offers import DocumentOffer, Sort
from facilitui.core.pathways.pathway import Cycles, Pathway
from facilitui.core.pathways.summary import Summary
from facilitui.core.reports.handout import Format, Written
from facilitui.reports.cycle_card import cycle_card, empty_card
from facilitui.reports.document import Document
from facilitui.reports.evidence_hiding import Hiding, names_told
from facilitui.reports.evidence_summary import evidence_summary
from facilitui.reports.html import html
from facilitui.reports.markdown import markdown
from facilitui.reports.pathway_document import empty_document, pathway_document


def written_paper(
    offer: DocumentOffer, form: Format, pathway: Pathway, summary: Summary | None, now: datetime
) -> Written:
    """A document as bytes, and what it leaves out. `now` is aware.

    Without a summary it is empty. Raises NotFound where a calendar would have nothing.
    """
    if offer.sort is Sort.CHECK_INS and summary is not None:
        from facilitui.reports.calendar import icalendar

        hiding, name = Hiding(summary), summary.progress.enrolment.name
        part = check_in_dates(summary, now, hiding.typed)
        names = (names_told(summary, hiding),) if hiding.names(name) else ()
        return Written(icalendar(part), (*left_out(summary), *names))
    document = _document(offer, pathway, summary)
    text = html(document) if form is Format.HTML else markdown(document)
    return Written(text.encode("utf-8"), document.left_out)


def _document(offer: DocumentOffer, pathway: Pathway, summary: Summary | None) -> Document:
    if offer.sort is Sort.FORM:
        asked = pathway.document(offer.document)
        return pathway_document(asked, summary) if summary is not None else empty_document(asked)
    if offer.sort is Sort.CARD:
        cycles = _cycles(pathway)
        if summary is None or offer.cycle is None:
            return empty_card(pathway, cycles)
        return cycle_card(summary, cycles, offer.cycle)
    assert summary is not None, "offered to enrolments alone"
    return evidence_summary(summary)


def _cycles(pathway: Pathway) -> Cycles:
    assert pathway.cycles is not None, "offered where there are cycles"
    return pathway.cycles
