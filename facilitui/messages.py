"""What screens ask of the application: going from one to another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.message import Message

from facilitui.commands import Command


@dataclass
class PlanRequested(Message):
    """Somebody wants to work on a plan."""

    name: str


@dataclass
class NewPlanRequested(Message):
    """Somebody wants a new plan."""

    agenda: str | None = None
    """The agenda to begin with, empty for none; None asks."""


@dataclass
class AllPlansRequested(Message):
    """Somebody wants to choose among all plans."""


@dataclass
class ProtocolRequested(Message):
    """Somebody wants to choose a protocol for a group."""

    people: int
    chosen: Callable[[str | None], None]
    """Called with the protocol's id, or with None."""


@dataclass
class RunRequested(Message):
    """Somebody wants to run a plan."""

    name: str


@dataclass
class ResumeRequested(Message):
    """Somebody wants to go on with a session."""

    session: str


@dataclass
class CopyRequested(Message):
    """Somebody wants to go on with a damaged session in a copy."""

    session: str


@dataclass
class DebriefRequested(Message):
    """Somebody wants to debrief a session."""

    session: str
    door: bool = False


@dataclass
class EntryRequested(Message):
    """Somebody wants to read an entry of the journal."""

    entry: str


@dataclass
class EntryShown(Message):
    """The journal is open and should show an entry."""

    entry: str


@dataclass
class ModeRequested(Message):
    """Somebody wants another part of the program: "home", "library" or "journal"."""

    mode: str


@dataclass
class HelpRequested(Message):
    """Somebody wants to see all keys of a screen."""

    title: str
    about: str
    commands: tuple[Command, ...]
