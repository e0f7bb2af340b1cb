"""One check: what it is called, how much it weighs, what it says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType

LONGEST_NAME = 24
"""Characters of a title that a check's text has room for."""


class Weight(IntEnum):
    """How much a check weighs; the weightiest are shown first."""

    WRONG = 3
    HOLE = 2
    LOOK = 1


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to look at again."""

    id: str
    """The same as long as the thing is the same, so that it can be set aside for good."""
    weight: Weight
    text: str
    """What is the matter, short enough for one line, with its figures."""
    reason: str
    """Why it matters and what to do, in one sentence."""
    place: str
    """Where it is mended: "goals", "goal ID", "matrix ID", "block ID", "about#link" or the like."""


WEIGHTS = MappingProxyType(
    dict.fromkeys(
        ("no-such-protocol", "steps-backwards", "no-such-step", "no-such-goal", "overlap"),
        Weight.WRONG,
    )
    | dict.fromkeys(
        (
            "no-purpose",
            "no-goals",
            "no-audience",
            "no-action",
            "no-evidence",
            "over-time",
            "steps-time",
            "no-link",
            "no-check-ins",
            "early-check-in",
            "short-silence",
            "under-time",
        ),
        Weight.HOLE,
    )
    | dict.fromkeys(
        (
            "no-number",
            "wrong-mode",
            "group-size",
            "groups-sum",
            "no-aftercare",
            "no-norms",
            "no-opening",
            "no-closing",
            "no-process-debrief",
            "group-lead",
            "short-turns",
            "below-usual",
            "one-voice",
            "facilitator-half",
            "no-room-for-own",
            "no-goal",
            "shows-no-goal",
            "not-at-ease",
            "short-step",
            "gap",
            "no-wait",
            "no-target",
            "yes-no",
            "words-to-say",
            "words-to-show",
            "no-credit",
        ),
        Weight.LOOK,
    )
)
"""Every kind of check with its weight, the one that hurts a session most first."""

_ORDER = {kind: number for number, kind in enumerate(WEIGHTS)}


def kind_of(check_id: str) -> str:
    """The kind of check that an id names."""
    return check_id.partition(" ")[0]


def gravity(check: Check) -> int:
    """Where a check stands among the others; the weightiest stand first."""
    return _ORDER[kind_of(check.id)]


def make_check(kind: str, of: str, text: str, reason: str, place: str) -> Check:
    """A check of a kind; `of` tells it from others of that kind."""
    return Check(f"{kind} {of}".rstrip(), WEIGHTS[kind], text, reason, place)


def short(name: str, most: int = LONGEST_NAME) -> str:
    """A name that leaves room for the rest of the line; it is cut between words where it can be."""
    if len(name) <= most:
        return name
    whole = name[:most].rpartition(" ")[0].rstrip(" ,;:–—-")
    return f"{whole if len(whole) >= most // 2 else name[: most - 1].rstrip()}…"
