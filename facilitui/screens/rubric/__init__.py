"""Scoring oneself with a rubric."""

from facilitui.screens.rubric.screen import RubricScreen

__all__ = ["RubricScreen"]
