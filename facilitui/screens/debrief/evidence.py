"""What else shows how a session was, beside what its facilitator writes: asked for from there."""

from __future__ import annotations

from collections.abc import Callable

from textual.message import Message

from facilitui.messages.evidence import (
    AttachmentsRequested,
    FeedbackRequested,
    ObservationRequested,
    ReportRequested,
)
from facilitui.messages.going import Then
from facilitui.screens.dialogs.choose import Choice
from facilitui.screens.dialogs.numbered import NumberedDialog

OBSERVATION, FEEDBACK, FILES, REPORT = "observation", "feedback", "files", "report"


def evidence_dialog() -> NumberedDialog:
    """Which kind of evidence of the session."""
    return NumberedDialog(
        "Evidence of this session",
        [
            Choice(OBSERVATION, "Observation", "what somebody else saw, and their feedback"),
            Choice(FEEDBACK, "Participants’ feedback", "from a form's CSV, or paper slips"),
            Choice(FILES, "Attached files", "work samples, exit tickets, notes"),
            Choice(REPORT, "A report for somebody", "of what is saved; private lines left out"),
        ],
    )


def evidence_request(choice: str, session: str, attached: Then) -> Message:
    """What a choice asks of the application; `attached` is called once files were seen."""
    if choice == FILES:
        return AttachmentsRequested(session, attached)
    asked: dict[str, Callable[[str], Message]] = {
        OBSERVATION: ObservationRequested,
        FEEDBACK: FeedbackRequested,
        REPORT: ReportRequested,
    }
    return asked[choice](session)
