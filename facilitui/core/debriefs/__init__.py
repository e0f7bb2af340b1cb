"""Debriefs, observations and scores: what is written of a session afterwards."""
