"""How much is taken where something is typed, and kept of it in a file."""

LONGEST_TEXT = 400_000
"""In characters: writing of any reasonable length."""
