"""What a debrief says before anybody wrote in it."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

from facilitui.core.debriefs.debrief import Answer, Commitment, Debrief, Planner
from facilitui.core.errors import FacilituiError
from facilitui.core.plans.planning_ports import SessionPlans
from facilitui.core.sessions.session import SessionState

COMMITMENT_DAYS = 14
"""When a commitment is due unless said otherwise."""


def new_debrief(
    session: str,
    lens: str,
    state: SessionState,
    asked: tuple[Answer, ...],
    planners: tuple[Planner, ...],
    today: date,
) -> Debrief:
    """The debrief of a session with what its run asks, and who planned it where anybody did."""
    return Debrief(
        session=session,
        lens=lens,
        plan=state.started.plan,
        title=state.started.title,
        held_at=state.began_at,
        zone=state.started.zone,
        prompts=asked,
        commitments=(Commitment(due=today + timedelta(days=COMMITMENT_DAYS)),),
        planned_with=planners or None,
    )


async def planners_of(plans: SessionPlans, session: str) -> tuple[Planner, ...]:
    """With whom minutes were planned, by the plan that a session was begun from.

    Nobody where that is gone. Whom it only names, without minutes, a debrief does not claim.
    """
    with suppress(FacilituiError):
        found = (await plans.read(session)).planners
        return tuple(Planner.model_validate(each.model_dump()) for each in found)
    return ()
