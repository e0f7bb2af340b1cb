"""facilitui: plan, run and debrief adult professional learning, in a terminal."""

__version__ = "0.1.0"
