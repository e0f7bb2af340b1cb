"""What screens ask of the application: going from one to another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from facilitui.commands import Command
from facilitui.messages.asked import Asked

if TYPE_CHECKING:
    from facilitui.core.library.cards import CardSet
    from facilitui.core.plans.plan import Plan
    from facilitui.core.vocabulary import Mode
    from facilitui.services.plans.plan_desk import PlanDesk
    from facilitui.services.sessions.briefing import Briefed
    from facilitui.services.sessions.hosted_session import HostedSession

Then = Callable[[Any], None]
"""Called with what a screen was left with."""


class PlanRequested(Asked):
    """Somebody wants to work on a plan."""

    name: str


class NewPlanRequested(Asked):
    """Somebody wants a new plan."""

    agenda: str | None = None
    """The agenda to begin with, empty for none; None asks."""


class ImportRequested(Asked):
    """Somebody wants to make a plan of an agenda in a file of another kind."""


class AllPlansRequested(Asked):
    """Somebody wants to choose among all plans."""


class ProtocolRequested(Asked):
    """Somebody wants to choose a protocol for a group."""

    people: int
    """How many there are; 0 while that is not known."""
    mode: Mode
    minutes: float
    """How much time there is for it; 0 is any."""
    chosen: Callable[[str | None], None]
    """Called with the protocol's id, or with None."""


class ProtocolEditRequested(Asked):
    """Somebody wants to write a protocol of their own, or to change one."""

    protocol: str = ""
    """Its id; empty for a new one."""
    copy: bool = False
    """Whether a new one is made from it, rather than it being changed."""
    written: Then | None = None
    """Called with the id of what was written, once that is left."""


class ExportRequested(Asked):
    """Somebody wants to hand the plan on a desk over to others, as it is shown."""

    desk: PlanDesk


class SeriesRequested(Asked):
    """Somebody wants to plan the next session of a group."""

    plan: str
    """The plan that it follows; empty for the last one of the group."""
    group: str = ""
    """Left out, the one whose session the plan is; where it is no group's, one is asked for."""
    join: Callable[[str], bool] | None = None
    """Puts its id into a plan that is open, and says whether it still was; else into the file."""


class GroupRequested(Asked):
    """Somebody wants to see a group that meets again."""

    group: str


class GroupsRequested(Asked):
    """Somebody wants to choose among all groups."""


class CarryRequested(Asked):
    """Somebody wants to come back to what was promised in earlier debriefs."""

    desk: PlanDesk
    is_open: Callable[[], bool]
    """Whether the plan is still open; what is left is not written to any more."""
    done: Callable[[], None]
    """Called once what was chosen is on the plan."""


class RunRequested(Asked):
    """Somebody wants to run a plan."""

    name: str
    goes_on: bool = False
    """Whether the newest session of it that lies open is meant; else that is asked."""


class ResumeRequested(Asked):
    """Somebody wants to go on with a session."""

    session: str


class UnendedRequested(Asked):
    """Somebody opens a session that nobody ended, long after its planned end."""

    session: str
    title: str


class CardsRequested(Asked):
    """Somebody wants words for the moment."""

    found: Callable[[CardSet | None], None]
    """Called with the cards at hand, or with None."""


class BriefRequested(Asked):
    """Somebody wants to brief whoever takes a session over."""

    hosted: HostedSession
    handed: Callable[[Briefed], None]
    """Called with the brief that was made."""


class QuotesRequested(Asked):
    """Somebody wants to release captures of a session that has ended."""

    session: str
    then: Then | None = None
    """Called once they are left."""


class GapsRequested(Asked):
    """Somebody wants to decide which gaps of a session that has ended count."""

    session: str
    then: Then
    """Called once they are left."""


class PromptHushed(Asked):
    """Somebody never wants to see a prompt of Live again."""

    prompt: str
    done: Callable[[], None]
    """Called once that is kept."""


class ReplayRequested(Asked):
    """Somebody wants to see how a session went, moment by moment."""

    session: str
    at: float = 0
    """Seconds into the session at which to begin."""


class RehearseRequested(Asked):
    """Somebody wants to go through a plan without anything being kept."""

    plan: Plan
    name: str
    """What the plan is called among the plans."""


class CopyRequested(Asked):
    """Somebody wants to go on with a damaged session in a copy."""

    session: str


class DebriefRequested(Asked):
    """Somebody wants to debrief a session."""

    session: str
    door: bool = False
    lens: str = ""
    """The other person whose debrief it is; empty for one's own."""
    then: Then | None = None
    """Called when it is left."""


class EntryRequested(Asked):
    """Somebody wants to read an entry of the journal; `back` is asked for when it is left."""

    entry: str
    back: Asked | None = None


class ModeRequested(Asked):
    """Somebody wants another part of the program: "home", "library" or "journal"."""

    mode: str


class HelpRequested(Asked):
    """Somebody wants to see all keys of a screen."""

    title: str
    about: str
    sections: tuple[tuple[str, tuple[Command, ...]], ...]
    """Each with its heading, which may be empty."""
