"""What reports tell of participants' answers: how far they came, how they found the session.

Of a question that too few answered only that is told. How many answered stands beside everything.
"""

from __future__ import annotations

from facilitui.core.reports.report_case import Case
from facilitui.core.reports.report_few import TOO_FEW, Asked, few_effect, few_growth
from facilitui.core.responses import feedback as fb
from facilitui.core.responses.feedback import Feedback
from facilitui.core.responses.feedback_figures import answered
from facilitui.core.responses.feedback_rate import returned
from facilitui.core.responses.feedback_told import growth_sentences, later_told
from facilitui.core.told import capital
from facilitui.reports.document import Paragraph, Part, Table
from facilitui.reports.report_topics import missing


def growth(case: Case) -> list[Part]:
    """How far people came by their own account; the return rate stands beside it."""
    told = [(each, few) for each, few in case.heard if each.responses]
    if not told:
        return missing("Participants were not asked yet, or their answers are not in yet.")
    found: list[Part] = []
    for each, few in told:
        words = " ".join(growth_sentences(each))
        found.append(Paragraph(f"{_later(each)}{_beside(words, each) or _no_growth(each, few)}"))
        if example := fb.example(each):
            found.append(Paragraph(example, "One example"))
    return found


def _no_growth(feedback: Feedback, few: frozenset[Asked]) -> str:
    if few_growth(few):
        return _too_few(feedback, "both before and now")
    return _beside("Before and now were not answered.", feedback)


def effect(case: Case) -> list[Part]:
    """How participants found the session: how many agree, item by item, each with its scale."""
    rows = tuple(
        (
            found.item.label,
            f"{found.agreeing} of {found.count}",
            found.told,
            returned(each, found.count),
        )
        for each in case.feedback
        for found in answered(each, fb.EFFECT)
    )
    columns = ("Participants say", "Above the middle", "Median", "Answered")
    if rows:
        return [Table(columns, rows, frozenset({1, 2}))]
    few: list[Part] = [
        Paragraph(f"{_later(each)}{_too_few(each, 'each of the questions')}")
        for each, asked in case.heard
        if few_effect(asked)
    ]
    return few or missing("Participants were not asked about the session yet.")


def _later(feedback: Feedback) -> str:
    return f"{later_told(feedback)}. " if feedback.later else ""


def _beside(words: str, feedback: Feedback) -> str:
    """Words with the return rate behind them; nothing of none."""
    return f"{words} {capital(returned(feedback))}." if words else ""


def _too_few(feedback: Feedback, what: str) -> str:
    """That too few answered: at all, else each single question, however many answered others."""
    least = f"fewer than {fb.QUOTES_FROM}"
    if fb.are_few(len(feedback.responses)):
        return _beside(TOO_FEW, feedback)
    return f"Too few to tell: {least} answered {what}. In all, {returned(feedback)}."
