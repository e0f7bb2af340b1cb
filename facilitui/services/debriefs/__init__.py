"""Reflecting, scoring and observing: what is written of a session afterwards."""
