"""What there is to say about a debrief itself: with whom, in what part, how the session met."""

from __future__ import annotations

from facilitui.core.debriefs.debrief import Debrief, Planner
from facilitui.core.debriefs.debrief_words import Partner, Support
from facilitui.core.naming import LONGEST, slug
from facilitui.core.sealing import sha256
from facilitui.core.told import minutes
from facilitui.core.vocabulary import Role

ABOUT = (
    "partners",
    "with_whom",
    "led_by_me",
    "my_role",
    "stance",
    "support",
    "mode",
    "place",
    "attendance",
    "planned_with",
)
"""The fields of a debrief that are told about it, and ask nothing."""
_WITH = {
    Partner.SELF: "by myself",
    Partner.CO_FACILITATOR: "with a co-facilitator",
    Partner.STAFF: "with staff",
    Partner.MENTOR: "with a mentor",
    Partner.PEERS: "with peers",
    Partner.PARTICIPANTS: "with participants",
}
NEEDED = {
    Support.NONE: "no help needed",
    Support.LITTLE: "a little help needed",
    Support.SOME: "some help needed",
    Support.MUCH: "a great deal of help needed",
}
"""How much help was needed, in words."""


def about_told(debrief: Debrief) -> str:
    """All of it in a line; empty where nothing was told."""
    planners = planners_told(debrief)
    parts = (
        f"second lens: {debrief.lens}" if debrief.lens else "",
        partners_told(debrief),
        "led by me" if debrief.led_by_me else "",
        debrief.my_role.label.lower() if debrief.my_role is not Role.FACILITATOR else "",
        debrief.stance.label.lower() if debrief.stance else "",
        NEEDED[debrief.support] if debrief.support is not None else "",
        debrief.mode.label.lower() if debrief.mode else "",
        debrief.place,
        f"{debrief.attendance} came" if debrief.attendance is not None else "",
        f"planned with {planners}" if planners else "",
    )
    return " · ".join(part for part in parts if part)


def partners_told(debrief: Debrief) -> str:
    """With whom it was debriefed; empty where nobody was named."""
    told = ", ".join(_WITH[each] for each in debrief.partners)
    names = debrief.with_whom
    if not names:
        return told
    return f"{told} ({names})" if told else f"with {names}"


def planners_told(debrief: Debrief) -> str:
    """With whom the session was planned; empty where the debrief says nothing of it."""
    planners = debrief.planned_with
    return "" if planners is None else ", ".join(map(_planner_told, planners)) or "nobody else"


def _planner_told(planner: Planner) -> str:
    """Kim (staff, 30 min); without a name staff (30 min)."""
    part = planner.role.label.lower()
    time = f"{minutes(planner.minutes)} min" if planner.minutes else ""
    name, *beside = filter(None, (planner.person.strip(), part, time))
    return f"{name} ({', '.join(beside)})" if beside else name


def lens_slug(name: str) -> str:
    """What the debrief of another person is called by: as good as nobody else's.

    A name that is not all in plain letters is told apart by a few digits more.
    """
    written = " ".join(name.casefold().split())
    plain = slug(written, "")
    if plain and written.isascii() and len(plain) < LONGEST:
        return plain
    return f"{plain}-{sha256(written)[:8]}".strip("-")


def entry_id(session: str, lens: str = "") -> str:
    """What a debrief of a session is called in the journal, and its draft too.

    No session's name has two dashes in a row, so that no other session's is called the same.
    """
    return f"debrief-{session}--{lens_slug(lens)}" if lens else f"debrief-{session}"
