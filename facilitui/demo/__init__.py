"""The demonstration: whole sessions without a screen, through the services the screens use.

A shipped agenda is planned, run step by step on a simulated clock with waits, marks, a line
captured and a step that runs over, debriefed, saved and verified. Of several sessions, a week
apart, each goes another way. In place of that, a candidate goes through a pathway and is stopped
at each gate that is not met, or a community does.
"""

from facilitui.demo.clock import SimulatedClock
from facilitui.demo.going import run_demo, run_way

__all__ = ["SimulatedClock", "run_demo", "run_way"]
