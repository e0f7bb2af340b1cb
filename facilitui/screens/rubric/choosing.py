"""What the rubric's screen lets choose: the moment of a score, and the rubric itself."""

from __future__ import annotations

from facilitui.core.debriefs.scores import Score
from facilitui.messages.evidence import RubricRequested
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.services.debriefs.scoring_desk import ScoringDesk
from facilitui.widgets.criterion_view import when

NO_MOMENT = "none"
"""What stands for no one moment; all others are numbers."""


def moments(desk: ScoringDesk, score: Score) -> tuple[list[Choice], str]:
    """The moments of the session, and which of them the score is about now."""
    found = desk.moments
    choices = [
        Choice(str(n), f"{when(desk, each.elapsed)}  {each.told}", each.part)
        for n, each in enumerate(found)
    ]
    at = next((str(n) for n, each in enumerate(found) if each.elapsed == score.moment), NO_MOMENT)
    return [Choice(NO_MOMENT, "No one moment"), *choices], at


def elapsed(desk: ScoringDesk, chosen: str) -> float | None:
    """The seconds since the beginning that a choice stands for."""
    return None if chosen == NO_MOMENT else desk.moments[int(chosen)].elapsed


def rubrics(desk: ScoringDesk) -> ChooseDialog:
    """The rubrics of the library, and that some of its files cannot be read."""
    choices = [Choice(each.id, each.name, each.told) for each in desk.known.rubrics.values()]
    first, *others = desk.known.unread or ("",)
    more = f" and {len(others)} more" if others else ""
    asked = "Score with which rubric?"
    unread = f" {first}{more} cannot be read: facilitui check says why." if first else ""
    return ChooseDialog(asked + unread, choices, desk.sheet.rubric.id)


OWN = "own"
"""What stands for one's own scores; an observation's entry is never called that."""


def sheets(desk: ScoringDesk) -> tuple[list[Choice], str]:
    """Whose scores this session can have, and whose they are now."""
    here = desk.observation or OWN
    told = {each.observation or OWN: each for each in desk.known.sheets}
    choices = [
        Choice(key, each.by or "Your own", "shown now" if key == here else each.told)
        for key, each in told.items()
    ]
    return choices, here


def requested(desk: ScoringDesk, chosen: str | None) -> RubricRequested | None:
    """What is asked of the application for a choice; None where nothing else is wanted."""
    if chosen is None or chosen == (desk.observation or OWN):
        return None
    return RubricRequested(desk.sheet.session, "" if chosen == OWN else chosen)
