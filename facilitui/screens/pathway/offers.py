"""Which keys of a board lead somewhere, and what they are called there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from facilitui.commands import Command
from facilitui.core.pathways.board_actions import Deed, is_logged
from facilitui.core.pathways.requirements import ScoreGate
from facilitui.core.pathways.words import Holder
from facilitui.screens.pathway.deeds import has_other_file
from facilitui.widgets.browse_parts import offered

if TYPE_CHECKING:
    from facilitui.screens.pathway.board import BoardScreen

_WORDS = {
    Deed.LOG: "log",
    Deed.GO_ON: "go on",
    Deed.TICK: "tick off",
    Deed.SORT: "sort",
    Deed.OBSERVE: "observation",
    Deed.AREAS: "areas",
    Deed.OPEN: "journal",
    Deed.CYCLES: "cycles",
    Deed.DETAILS: "details",
    Deed.MEMBERS: "roster",
    Deed.ENTER: "phase",
    Deed.DOCUMENTS: "evidence",
    Deed.NOTHING: "",
}
_TOLD_ONLY = frozenset(
    ("log", "sort", "enter_phase", "documents", "open_entry", "aside", "cards", "read_pathway")
)
"""What needs to know where it stands."""
_NOT_CLOSED = ("log", "sort", "enter_phase", "aside")
"""What is refused of an enrolment that is closed."""
_REFUSED = frozenset(
    (Deed.LOG, Deed.GO_ON, Deed.TICK, Deed.SORT, Deed.AREAS, Deed.DETAILS, Deed.MEMBERS, Deed.ENTER)
)
"""What enter would do, and is refused then."""
_SHOWN_WHERE_THERE = frozenset(("cycles", "roster", "move"))
_OF_SCORES = frozenset(("areas", "rule"))
"""What is stated about the scores that a requirement asks for."""


def works_on(board: BoardScreen, command: Command) -> bool:
    """Whether a command means something for this enrolment."""
    enrolled, action = board.enrolled, command.action
    whole = board.progress
    if board.gone:
        return action == "leave"
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
    shown = (replace(e, in_line=e.in_line or _is_wanted(board, e.action)) for e in there)
    return way_back_second(offered(shown, _words(board), typing=False), inside=board.reading)


def way_back_second(commands: Iterable[Command], *, inside: bool) -> tuple[Command, ...]:
    """Within a part of a screen the way out of it stands behind what enter does; else it has its
    own place, behind what there is to do."""
    ranks = {"choose": 0, "leave": 1} if inside else {}
    return tuple(sorted(commands, key=lambda each: ranks.get(each.action, 2)))


def _is_wanted(board: BoardScreen, action: str) -> bool:
    """Whether a key that is seldom needed stands in the line: it leads on from here."""
    if action in _OF_SCORES:
        return board.asked is not None and isinstance(board.asked.requirement, ScoreGate)
    return action in _SHOWN_WHERE_THERE or (action == "close" and board.is_closed)


def _words(board: BoardScreen) -> dict[str, str]:
    whole, asked, deed = board.progress, board.asked, board.deed
    choose = "read" if board.reads_first else _WORDS[deed]
    logs = asked is not None and is_logged(asked.requirement)
    by_enter = {
        **{Deed.SORT: "sort", Deed.ENTER: "enter_phase", Deed.DOCUMENTS: "documents"},
        **{Deed.CYCLES: "cycles", Deed.AREAS: "areas"},
    }
    words = {
        "choose": choose if board.marked else "",
        "leave": "list" if board.reading else "back",
        "log": "log" if logs and choose != "log" else "",
        "sort": "sort" if whole is not None and whole.unsorted else "",
        "open_entry": "journal" if board.sources and deed is not Deed.OPEN else "",
        "aside": "wait" if asked is not None else "",
    }
    closed = dict.fromkeys(_NOT_CLOSED, "") | {"close": "open again"}
    words |= closed if board.is_closed else {}
    if board.is_closed and deed in _REFUSED and not board.reads_first:
        words["choose"] = ""
    done = by_enter.get(deed, "") if choose == _WORDS[deed] else ""
    return words | ({done: ""} if done else {})
