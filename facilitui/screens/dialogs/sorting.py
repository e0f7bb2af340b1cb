"""What is sorted in a debrief: how each wait ended, and what became of each norm."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

from facilitui import text as t
from facilitui.core.norms import NormFate
from facilitui.core.session import SessionState, Wait
from facilitui.core.told import figure
from facilitui.core.vocabulary import WaitEnding
from facilitui.core.words import Word
from facilitui.screens.dialogs.choose import Choice
from facilitui.screens.dialogs.sort import SortDialog
from facilitui.services.debrief_desk import DebriefDesk

Keep = Callable[[], Awaitable[None]]
"""Keeps what was sorted."""


def waits_dialog(desk: DebriefDesk, keep: Keep) -> SortDialog:
    """How each wait that counts ended."""

    async def sort(wait: str, ending: Word | None) -> None:
        desk.sort_wait(int(wait), WaitEnding(ending) if ending else None)
        await keep()

    names = {part.id: part.name for part in desk.facts.parts}
    rows = [
        Choice(str(wait.seq), _when(desk, wait), names.get(wait.part, ""))
        for wait in desk.facts.waits
    ]
    told = {str(each.wait): each.ending for each in desk.debrief.waits}
    return SortDialog("How did each wait end?", rows, tuple(WaitEnding), told, sort)


def _when(desk: DebriefDesk, wait: Wait) -> str:
    length = f"{wait.lasted} of {figure(wait.target_seconds)} s"
    if desk.facts.began_at is None:
        return length
    moment = desk.facts.began_at + timedelta(seconds=wait.began)
    return f"{t.clock(moment.astimezone(desk.zone))}  {length}"


def norms_dialog(desk: DebriefDesk, keep: Keep) -> SortDialog:
    """What became of each norm."""
    norms = {norm.id: norm for norm in desk.state.norms}

    async def sort(norm: str, fate: Word | None) -> None:
        desk.sort_norm(norms[norm], NormFate(fate) if fate else None)
        await keep()

    rows = [Choice(norm.id, norm.text, _known(desk.state, norm.id)) for norm in norms.values()]
    told = {each.norm: each.fate for each in desk.debrief.norms if each.norm in norms}
    return SortDialog("What became of each norm?", rows, tuple(NormFate), told, sort)


def _known(state: SessionState, norm: str) -> str:
    """What the run knows of a norm, as a help to remember."""
    called = state.invoked.count(norm)
    answers = [each.answer for each in state.norm_checks if each.norm == norm and each.answer]
    told = (
        "watched" if norm == state.watched else "",
        "our own" if norm in state.own_norms else "",
        f"called on {called}×" if called else "",
        *(answer.label.lower() for answer in answers),
    )
    return ", ".join(word for word in told if word)


SORTED = {
    "waits": (waits_dialog, "No wait was marked."),
    "norms": (norms_dialog, "No norms were agreed on."),
}
"""What can be sorted, and what is said where there is nothing to sort."""
