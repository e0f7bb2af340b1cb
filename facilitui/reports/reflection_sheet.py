"""What participants think about on paper after a session, with room to write."""

from __future__ import annotations

from facilitui.core.reports.report_case import Case
from facilitui.core.told import capital
from facilitui.reports import parts as p
from facilitui.reports.document import Paragraph, Part, Room

_ASK_GOAL = "{} How sure were you about it before, and how sure are you now? What shows it?"
_ASKS = (
    "What did you see, hear or think today that you had not before?",
    "When were you at your best in this group, and what helped you?",
    "What will you try, with whom, and by when?",
    "How will you know that it helped the people you work for?",
    "What do you still wonder about?",
)


def prompts(case: Case) -> list[Part]:
    """What participants think about on paper, with room to write."""
    goals = case.run.facts.goals if case.run is not None else ()
    own = tuple(_ASK_GOAL.format(_sentence(each.text)) for each in goals if each.text.strip())
    found: list[Part] = []
    for ask in (*own, *_ASKS):
        found += [Paragraph(ask), Room()]
    return found


def _sentence(text: str) -> str:
    text = capital(p.flowing(text.strip()))
    return text if text.endswith((".", "?", "!")) else f"{text}."
