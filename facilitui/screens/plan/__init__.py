"""Plan: the four questions and the agenda side by side."""

from facilitui.screens.plan.screen import PlanScreen

__all__ = ["PlanScreen"]
