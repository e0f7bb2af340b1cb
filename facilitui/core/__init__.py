"""The pure rules: plans, protocols, schedules, sessions, debriefs.

Nothing here knows a clock, a file, a screen, a network or chance: what it needs of them is
passed in, so that every rule can be tested by calling it.
"""
