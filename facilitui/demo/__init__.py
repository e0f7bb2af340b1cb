"""The demonstration: whole sessions without a screen, through the services the screens use.

A shipped agenda is planned, run step by step on a simulated clock with waits, marks, a line
captured and a step that runs over, debriefed, saved and verified. Of several sessions, a week
apart, each goes another way.
"""

from facilitui.demo.clock import SimulatedClock
from facilitui.demo.going import run_demo

__all__ = ["SimulatedClock", "run_demo"]
