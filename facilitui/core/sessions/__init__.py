"""Running a session: events, the fold, the clock, moves, recovery, and what a log shows later."""
