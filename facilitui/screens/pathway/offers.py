"""Which keys of a board lead somewhere, and what they are called there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from facilitui.commands import Command
from facilitui.core.pathways.deeds import Deed, is_logged
from facilitui.core.pathways.requirements import ScoreGate
from facilitui.core.pathways.words import Holder
from facilitui.screens.pathway.deeds import has_other_file
from facilitui.widgets.browse_parts import offered

if TYPE_CHECKING:
    from facilitui.screens.pathway.board import BoardScreen

_WORDS = {
    Deed.LOG: "log",
    Deed.TICK: "tick off",
    Deed.SORT: "sort",
    Deed.OBSERVE: "observation",
    Deed.AREAS: "areas",
    Deed.OPEN: "journal",
    Deed.CYCLES: "cycles",
    Deed.DETAILS: "details",
    Deed.MEMBERS: "roster",
    Deed.ENTER: "enter phase",
    Deed.DOCUMENTS: "evidence",
    Deed.NOTHING: "",
}
_TOLD_ONLY = frozenset(
    ("log", "sort", "enter_phase", "documents", "open_entry", "aside", "cards", "read_pathway")
)
"""What needs to know where it stands."""
_NOT_CLOSED = ("log", "sort", "enter_phase", "aside")
"""What is refused of an enrolment that is closed."""
_SHOWN_WHERE_THERE = frozenset(("cycles", "roster", "move"))


def works_on(board: BoardScreen, command: Command) -> bool:
    """Whether a command means something for this enrolment."""
    enrolled, action = board.enrolled, command.action
    whole = board.progress
    if enrolled is None:
        return True
    if action == "move":
        return has_other_file(enrolled)
    if action == "roster":
        return enrolled.enrolment.holder is Holder.GROUP
    if whole is None:
        return action not in _TOLD_ONLY | {"cycles", "areas", "rule"}
    if action == "enter_phase":
        return bool(whole.enterable)
    if action == "cycles":
        return whole.pathway.cycles is not None
    if action in ("areas", "rule"):
        return any(isinstance(each, ScoreGate) for each in whole.pathway.requirements)
    return action != "cards" or bool(whole.pathway.cards)


def offered_on(board: BoardScreen) -> tuple[Command, ...]:
    """The commands for the key line."""
    there = (each for each in board.commands if works_on(board, each))
    shown = (replace(e, in_line=e.in_line or e.action in _SHOWN_WHERE_THERE) for e in there)
    return offered(shown, _words(board), typing=False)


def _words(board: BoardScreen) -> dict[str, str]:
    whole, asked, deed = board.progress, board.asked, board.deed
    choose = "read" if board.reads_first else _WORDS[deed]
    logs = asked is not None and is_logged(asked.requirement)
    by_enter = {Deed.SORT: "sort", Deed.ENTER: "enter_phase", Deed.DOCUMENTS: "documents"}
    words = {
        "choose": choose if board.marked else "",
        "leave": "list" if board.reading else "back",
        "log": "log" if logs and choose != "log" else "",
        "sort": "sort" if whole is not None and whole.unsorted else "",
        "open_entry": "journal" if board.sources and deed is not Deed.OPEN else "",
        "aside": "wait" if asked is not None else "",
    }
    closed = board.enrolled is not None and board.enrolled.enrolment.closed_on is not None
    words |= dict.fromkeys(_NOT_CLOSED, "") | {"close": "open again"} if closed else {}
    done = by_enter.get(deed, "") if choose == _WORDS[deed] else ""
    return words | ({done: ""} if done else {})
