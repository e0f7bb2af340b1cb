"""What a screen asks for so that somebody revises an entry, or goes on with a half-written one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.message import Message

from facilitui.core.debriefs.debrief import KIND
from facilitui.core.journals.entries import (
    ANSWER,
    ATTACHED,
    ENROLLED,
    GROWTH,
    HEARD,
    LOGGED,
    QUESTION,
    ROSTER,
    SCORED,
    SEEN,
    WITHDRAWN,
)
from facilitui.core.overview import REVIEW, Begun
from facilitui.core.pathways.form_drafts import FormDraft, form_draft
from facilitui.core.pathways.roster import enrolment_of
from facilitui.messages.evidence import (
    EXAMPLE,
    SLIPS,
    AttachmentsRequested,
    FeedbackRequested,
    ObservationRequested,
    RubricRequested,
)
from facilitui.messages.going import DebriefRequested
from facilitui.messages.pathways import (
    BoardRequested,
    EnrolmentEditRequested,
    LogRequested,
    RosterEditRequested,
)
from facilitui.messages.privacy import WithdrawRequested
from facilitui.messages.review import (
    GrowthRequested,
    LeftReviewRequested,
    QuestionRequested,
    ToldRequested,
)

_Form = Callable[[str, str], Message]
"""Asks for it by its session and its entry."""
_BY_ITSELF: Mapping[str, _Form] = {
    SEEN: ObservationRequested,
    QUESTION: lambda _, entry: QuestionRequested("", entry),
    ANSWER: lambda _, entry: ToldRequested("", entry),
    GROWTH: lambda _, entry: GrowthRequested(entry),
    ENROLLED: lambda _, entry: BoardRequested(entry),
    LOGGED: lambda _, entry: LogRequested("", "", None, entry),
    ROSTER: lambda _, entry: RosterEditRequested(enrolment_of(entry)),
}
"""Kinds of entries that may be about no session."""
_OF_SESSION: Mapping[str, _Form] = {
    HEARD: lambda session, _: FeedbackRequested(session),
    SCORED: lambda session, _: RubricRequested(session),
    ATTACHED: lambda session, _: AttachmentsRequested(session),
}


def _of_enrolment(draft: str) -> Message:
    """The form of an enrolment that a draft is of."""
    form = form_draft(draft) or FormDraft(draft)
    return EnrolmentEditRequested(form.entry, form.form, form.about)


_HALF: Mapping[str, _Form] = {
    **_BY_ITSELF,
    **_OF_SESSION,
    SLIPS: lambda session, _: FeedbackRequested(session, SLIPS),
    HEARD: lambda session, _: FeedbackRequested(session, EXAMPLE),
    REVIEW: lambda _, folder: LeftReviewRequested(folder),
    WITHDRAWN: lambda _, entry: WithdrawRequested(entry, lambda _: None),
    ENROLLED: lambda _, draft: _of_enrolment(draft),
}


def revised_in(kind: str, session: str, entry: str, lens: str = "") -> Message | None:
    """The form or the screen that an entry is revised in; None where there is none."""
    if kind == KIND and session:
        return DebriefRequested(session, lens=lens)
    form = _BY_ITSELF.get(kind) or (_OF_SESSION.get(kind) if session else None)
    return form(session, entry) if form is not None else None


def gone_on_with(begun: Begun) -> Message:
    """The form that something was half written in, or for an attachment the list that leads there.

    Home looks again whenever it comes up, so nobody has to tell it what became of it.
    """
    return _HALF[begun.kind](begun.session, begun.entry)
