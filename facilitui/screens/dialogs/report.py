"""Asking for whom a report is, and saying where it is and what it leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App

from facilitui.core.reports.handout import Format
from facilitui.core.reports.report import FORMS
from facilitui.core.reports.report_reader import Reader
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.confirm import release
from facilitui.screens.dialogs.page import PageDialog

if TYPE_CHECKING:
    from facilitui.services.reports.reporting import Reporting

_GET = {
    Reader.LEADER: "goals, effect, growth, next steps",
    Reader.POINT_PERSON: "what was held, what is next, what is needed",
    Reader.COUNCIL: "short, in plain words",
    Reader.CO_FACILITATOR: "timings, norms, what to change",
    Reader.MENTOR: "the debrief in full, with scores",
    Reader.PARTICIPANTS: "questions on paper, nothing else",
    Reader.SPONSOR: "bullets under three headings",
}
_FORMS = {
    Format.MARKDOWN: ("Markdown", "to be edited"),
    Format.HTML: ("HTML", "to be printed or sent"),
}
SEEN = "What is written of it"
"""What of a sensitive session others would see."""


async def report(app: App[Any], reporting: Reporting, session: str) -> None:
    """Have a report of a session written for a reader who is chosen, and show what is said of it.

    Raises FacilituiError.
    """
    readers = [Choice(each, each.label, _GET[each]) for each in Reader]
    reader = await app.push_screen_wait(ChooseDialog("A report for whom?", readers))
    if reader is None:
        return
    forms = [Choice(form, *_FORMS[form]) for form in FORMS]
    form = await app.push_screen_wait(ChooseDialog("As which kind of file?", forms))
    if form is None:
        return
    made = await reporting.made(Reader(reader), (session,), Format(form))
    if made.sensitive and not await app.push_screen_wait(release(SEEN)):
        return
    told = await reporting.hand_over(made)
    await app.push_screen_wait(PageDialog("Report written", "\n\n".join(told)))
