"""Why something is not done on a board, each a sentence that fits its key line."""

from __future__ import annotations

from facilitui.core.pathways.progress import PathwayProgress
from facilitui.core.pathways.words import StepKind
from facilitui.widgets.pathway_rows import GATE, STEP

MARK_ONE = "Mark a requirement first."
NOT_LOGGED = "That is met by what the journal has: debriefs, observations, feedback; s sorts them."
NOTHING_THERE = "Nothing of it is there yet."
NO_GATE = "This pathway has no gate that goes by scores."
NO_REDO = "No redo here: say it anew with its own key; w in Journal brings back what was logged."
NO_CYCLES = "This pathway has no cycles."
NO_ROSTER = "Only a group's pathway has a roster."
NOT_CHANGED = "The pathway's file has not changed: this goes by it as it is."
ELSEWHERE = "Nothing to do here by a key: this page says how it is met, and what still lacks."
DECIDES = "Nothing to do here by a key: this page says what the gate needs; the programme decides."
CLOSED = "Nothing to do here: it is closed. c opens it again."
CLOSED_ON_BOARD = "It is closed: c on its board opens it again."


def why_nothing(marked: str, whole: PathwayProgress | None) -> str:
    """Why no key does anything about a row, by its key; its page is seen by then."""
    if marked == STEP and whole is not None and whole.step.kind is StepKind.NOTHING:
        return CLOSED
    return DECIDES if marked.startswith(GATE) else ELSEWHERE
