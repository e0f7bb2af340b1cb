"""Home's commands."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitui.commands import Command

if TYPE_CHECKING:
    from facilitui.core.overview import Overview

HOME = (
    Command("home.open", "enter", "open", "open", "Open what is marked."),
    Command("home.start", "s", "start", "start session", "Start the next session."),
    Command(
        "home.resume",
        "r",
        "resume",
        "resume",
        "Go on with the marked session that lies open, else the newest; look at a damaged one.",
        in_line=False,
    ),
    Command("home.new", "n", "new_plan", "new plan", "Plan a session, from nothing or an agenda."),
    Command("home.plans", "p", "plans", "plans", "Choose among all plans."),
    Command("home.library", "l", "library", "library", "Look at protocols and agendas."),
    Command("home.journal", "j", "journal", "journal", "Read and search your debriefs."),
    Command(
        "home.pathways",
        "P,shift+p",
        "pathways",
        "pathways",
        "See your ways through certifications, and what each asks next.",
    ),
    Command(
        "home.replay",
        "R,shift+r",
        "replay",
        "replay",
        "Go through the marked session again, moment by moment.",
        in_line=False,
    ),
    Command(
        "home.groups",
        "g",
        "groups",
        "groups",
        "Choose a group that meets again.",
        in_line=False,
    ),
    Command(
        "home.import",
        "i",
        "import_agenda",
        "import",
        "Import an agenda from Markdown or CSV as a plan.",
        in_line=False,
    ),
    Command(
        "home.refresh",
        "f5",
        "refresh",
        "refresh",
        "Read everything from the disk again.",
        in_line=False,
    ),
    Command(
        "home.quit",
        "ctrl+q",
        "app.quit",
        "quit",
        "Quit; what cannot be kept is told before it is lost.",
        in_line=False,
    ),
)


_WITH_NOTHING = {"new plan", "library", "pathways"}
HOME_EMPTY = tuple(command for command in HOME if command.word in _WITH_NOTHING)
"""Home's keys while there is nothing to open."""


def offered(overview: Overview) -> tuple[Command, ...]:
    """Home's keys, with those in the line that lead somewhere now."""
    if overview.empty and not overview.groups:
        return HOME_EMPTY
    resume = bool(overview.unended) or any(each.damaged for each in overview.to_debrief)
    there = {"groups": bool(overview.groups), "resume": resume}
    return tuple(
        replace(command, in_line=True) if there.get(command.word) else command for command in HOME
    )
