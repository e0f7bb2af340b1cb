"""Every document that can be handed over, by what it is and which kind of file."""

from __future__ import annotations

from facilitui.core.reports.handout import CalendarPart, Format, Handout, What, Written
from facilitui.reports.document import Document
from facilitui.reports.html import html
from facilitui.reports.markdown import markdown
from facilitui.reports.participant_agenda import left_out, participant_agenda
from facilitui.reports.run_sheet import run_sheet


def written(
    handout: Handout, what: What, form: Format, calendar: CalendarPart | None = None
) -> Written:
    """A document as bytes, and what it leaves out; a calendar entry needs its part."""
    if calendar is not None:
        from facilitui.reports.calendar import icalendar

        beside = ("goals and norms",) if handout.plan.goals or handout.norms else ()
        return Written(icalendar(calendar), (*left_out(handout.plan), *beside))
    document = run_sheet(handout) if what is What.RUN_SHEET else participant_agenda(handout)
    return Written(_text(document, form).encode("utf-8"), document.left_out)


def _text(document: Document, form: Format) -> str:
    return html(document) if form is Format.HTML else markdown(document)
