"""The roster of a group's enrolment: who takes part. It is apart so that it can be purged alone."""

from __future__ import annotations

from pydantic import Field

from facilitui.core.base import Line, Record, Text

KIND = "roster"
"""What a roster is called in the journal; the enrolment's id follows in its entry's."""


class RosterMember(Record):
    """Somebody who takes part. What is logged about them names the id alone."""

    id: Line
    name: Line
    role: Line = ""
    """The id of a role of the pathway; else what somebody calls it."""
    school: Line = ""
    """The id of a school of the enrolment; empty where it is none or not known."""
    left: bool = False
    """Whether they take part no more."""


class Roster(Record):
    """Everybody who takes part in what an enrolment is about."""

    enrolment: Line = ""
    group: Line = ""
    """What that was called when this was saved, by which a roster is told from another one."""
    members: tuple[RosterMember, ...] = Field(default=(), max_length=500)
    reason: Text = ""
    """Why this revision was made; empty for the first."""
    takes_back: Line = ""
    """The hash of the revision that this one takes back; empty where it takes none back."""


def roster_id(enrolment: str) -> str:
    """The id of the roster's entry of an enrolment."""
    return f"{KIND}-{enrolment}"


def enrolment_of(roster: str) -> str:
    """The id of the enrolment whose roster's entry is called so."""
    return roster.removeprefix(f"{KIND}-")
