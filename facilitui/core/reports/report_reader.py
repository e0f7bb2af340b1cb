"""For whom reports are. Nothing heavy is imported, so that the command line can name them."""

from __future__ import annotations

from facilitui.core.words import Word


class Reader(Word):
    """For whom a report is (requirements C-30, C-32, D-22, D-27, E-37, E-42)."""

    LEADER = "leader", "School and system leaders"
    POINT_PERSON = "point-person", "Point person of the affiliate"
    COUNCIL = "council", "School council"
    CO_FACILITATOR = "co-facilitator", "Co-facilitator"
    MENTOR = "mentor"
    PARTICIPANTS = "participants", "Participants: reflection sheet"
    SPONSOR = "sponsor", "Sponsor: learnings, challenges, successes"

    @property
    def trusted(self) -> bool:
        """Whether they share the work, and may read names and what somebody thinks of it."""
        return self in {Reader.CO_FACILITATOR, Reader.MENTOR}

    @property
    def by_session(self) -> bool:
        """Whether each session has a part of its own."""
        return self is not Reader.SPONSOR
