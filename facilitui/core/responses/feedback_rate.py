"""How many of those who came answered: it stands beside every figure of their answers."""

from __future__ import annotations

from facilitui.core.responses.feedback import Feedback

PARTICIPANTS = "participants"


def return_rate(feedback: Feedback) -> float | None:
    """The share of those who could have answered; None where nobody told how many came."""
    return len(feedback.responses) / feedback.attendance if feedback.attendance else None


def returned(feedback: Feedback, count: int | None = None) -> str:
    """How many answered, else `count` of one question, in words: it stands beside every figure."""
    sheets, came, whole = len(feedback.responses), feedback.attendance, feedback.in_all
    count, of = (sheets, f"{whole} who answered") if count is None else (count, f"{sheets} who")
    if whole is not None:
        return f"{count} of the {of} were asked on a scale of their own"
    if not came:
        return f"{count} answered; how many came is not told"
    told = f" ({_share(count, came)})" if count <= came else ", more than came"
    return f"{count} of {came} answered{told}"


def _share(count: int, came: int) -> str:
    """A share in per cent, a half rounded up; it is never rounded to all or to none."""
    if 0 < 100 * count < came:
        return "under 1%"
    if 99 * came < 100 * count < 100 * came:
        return "over 99%"
    return f"{(200 * count + came) // (2 * came)}%"


def who(feedback: Feedback) -> str:
    """Whom the figures speak of: below half, only of some."""
    rate = return_rate(feedback)
    return PARTICIPANTS if rate is not None and rate >= 0.5 else f"some {PARTICIPANTS}"
