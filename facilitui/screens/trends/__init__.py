"""Trends: what several sessions show of one thing."""

from facilitui.screens.trends.screen import TrendsScreen

__all__ = ["TrendsScreen"]
