"""What the figures of a run are called in a report, whose reader does not know the program."""

from __future__ import annotations

_NAMES = {
    "Waits marked, by hand": "Silences that were given on purpose",
    "Waits that reached their target": "Of these, as long as they were meant to be",
    "Median wait, seconds": "Their median length, seconds",
    "Longest wait, seconds": "The longest, seconds",
    "Norms called on": "Times that a norm was called on",
    "Voices heard": "People who were heard",
    "Marks": "Moments marked to be told afterwards",
    "Captures": "Lines written down as it ran",
    "Parked": "Questions put aside",
    "Without the program": "While the program that keeps the times was closed",
}
_SORTED = {
    "Wait": "Silences",
    "Norm": "Norms",
    "Capture": "Lines written down",
    "Goal": "Goals",
}


def figure_name(name: str) -> str:
    """The name of a figure in plain words; one that is not known stands as it is."""
    kind, colon, answer = name.partition(": ")
    if colon and kind in _SORTED:
        return f"{_SORTED[kind]}: {answer}"
    return _NAMES.get(name, name)


def figure_told(name: str, value: str) -> str:
    """A figure; nobody was counted where older debriefs say that none was heard."""
    return "not counted" if (name, value) == ("Voices heard", "0") else value
