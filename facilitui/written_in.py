"""What a screen asks for so that somebody goes on with what is half written."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.message import Message

from facilitui.core.entries import ANSWER, ATTACHED, GROWTH, HEARD, QUESTION, SEEN, WITHDRAWN
from facilitui.core.overview import REVIEW, Begun
from facilitui.messages.evidence import (
    EXAMPLE,
    SLIPS,
    AttachmentsRequested,
    FeedbackRequested,
    ObservationRequested,
)
from facilitui.messages.privacy import WithdrawRequested
from facilitui.messages.review import (
    GrowthRequested,
    LeftReviewRequested,
    QuestionRequested,
    ToldRequested,
)

_WRITTEN_IN: Mapping[str, Callable[[Begun], Message]] = {
    SLIPS: lambda begun: FeedbackRequested(begun.session, SLIPS),
    SEEN: lambda begun: ObservationRequested(begun.session, begun.entry),
    HEARD: lambda begun: FeedbackRequested(begun.session, EXAMPLE),
    ATTACHED: lambda begun: AttachmentsRequested(begun.session),
    QUESTION: lambda begun: QuestionRequested("", begun.entry),
    ANSWER: lambda begun: ToldRequested("", begun.entry),
    GROWTH: lambda begun: GrowthRequested(begun.entry),
    REVIEW: lambda begun: LeftReviewRequested(begun.entry),
    WITHDRAWN: lambda begun: WithdrawRequested(begun.entry, lambda _: None),
}


def gone_on_with(begun: Begun) -> Message:
    """The form that something was half written in, or for an attachment the list that leads there.

    Home looks again whenever it comes up, so nobody has to tell it what became of it.
    """
    return _WRITTEN_IN[begun.kind](begun)
