"""Asking which promises of earlier debriefs a plan comes back to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App

from facilitui.core.editing import changed
from facilitui.core.plan_parts import Carried
from facilitui.screens.dialogs.choose import Choice, ChooseDialog

if TYPE_CHECKING:
    from facilitui.services.plan_desk import PlanDesk
    from facilitui.services.series import Series

ALL, NONE = "all", "none"
AT_MOST = 200


async def carry_over(app: App[Any], series: Series, desk: PlanDesk) -> str:
    """Put what is chosen on the plan; what to say where nothing is open."""
    found = (await series.commitments(desk.plan))[:AT_MOST]
    if not found:
        return "" if desk.plan.carried or desk.plan.asked else "Nothing was promised that is open."
    choices = [Choice(str(at), each.text, _due(each)) for at, each in enumerate(found)]
    choices.insert(0, Choice(ALL, f"All {len(found)}" if len(found) > 1 else "Carry it over"))
    choices.append(Choice(NONE, "None of them"))
    chosen = await app.push_screen_wait(ChooseDialog("Promised earlier, and open", choices))
    if chosen not in {None, NONE}:
        taken = found if chosen == ALL else (found[int(chosen or 0)],)
        desk.change(
            lambda plan: changed(plan, carried=(*plan.carried, *taken)), "carry commitments over"
        )
    return ""


def _due(each: Carried) -> str:
    return f"due {each.due}" if each.due else ""
