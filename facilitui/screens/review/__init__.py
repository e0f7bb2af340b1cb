"""Review mode: one's own journal before a mentor, and another person's as their mentor.

Each is imported by itself when it is opened.
"""
