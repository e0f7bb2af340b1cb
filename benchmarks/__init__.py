"""Timed comparisons on a real pseudo-terminal, against the bounds of the design. Never a test."""
