"""A plan that is open over files in memory."""

from __future__ import annotations

from facilitui.services.filed import draft_name
from facilitui.services.plans.plan_desk import PlanDesk

DRAFT = draft_name("plan", "work")


def titled(desk: PlanDesk, title: str) -> None:
    """Change the title."""
    assert desk.change(lambda plan: plan.model_copy(update={"title": title}), f"call it {title}")
