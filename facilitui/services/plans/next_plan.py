"""The next session as Home tells it: when it is, and what its plan still lacks."""

from __future__ import annotations

from facilitui.core.overview import Next, Tick
from facilitui.core.plans.schedule import minutes_twice
from facilitui.core.told import A_SECOND, figure
from facilitui.services.plans.plan_view import PlanView


def described(name: str, view: PlanView) -> Next:
    """A plan that is run next."""
    plan, answered = view.plan, view.answered
    missing = [row.goal.id for row in view.goals if not row.evidence]
    audience = f"{plan.audience.count or ''} {plan.audience.who}".strip()
    goals = f"{len(plan.goals)}, each with an action" if answered.actions else f"{len(plan.goals)}"
    silent = f", {figure(view.talk.silent)} of them silent" if view.talk.silent else ""
    agenda = f"{figure(view.minutes)} of {figure(plan.minutes)} min{silent}"
    twice = minutes_twice(view.slots)
    if twice >= A_SECOND:
        agenda += f", {figure(twice)} min planned twice"
    fits = answered.actions and twice < A_SECOND
    evidence = f"{len(plan.evidence)}, for every goal"
    if not answered.evidence:
        have = "has" if len(missing) == 1 else "have"
        evidence = f"{', '.join(missing)} {have} none yet" if missing else "none yet"
    return Next(
        plan=name,
        title=plan.title,
        start=view.start.isoformat() if view.timed or plan.day is None else plan.day.isoformat(),
        end=view.over.isoformat() if view.timed else "",
        audience=audience,
        ticks=(
            Tick(
                "Audience",
                plan.audience.experience or audience or "who is coming?",
                answered.audience,
            ),
            Tick("Goals", goals if plan.goals else "none yet", answered.goals),
            Tick("Agenda", agenda if plan.blocks else "nothing on it yet", fits),
            Tick("Evidence", evidence, answered.evidence),
        ),
    )
