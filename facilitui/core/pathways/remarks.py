"""What is said of where a requirement stands, each with what it is about.

Lines, boards and papers choose among them by their kinds, and never by what their words contain.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from facilitui.core.pathways.case import Source
from facilitui.core.pathways.whose_words import Said, joined, told

NOTHING_YET = "nothing yet"


class LackKind(Enum):
    """What something that is missing is about."""

    NOTHING = auto()
    """That nothing is there, which says itself."""
    COUNTED = auto()
    """What the count of it says already: since when nothing came, or why nothing can be told."""
    FIRST = auto()
    """Another requirement that comes first."""
    SLOT = auto()
    """One of its slots, each of which says itself what lacks there."""
    NOT_SHOWN = auto()
    """What answers that are there do not show."""
    OPEN = auto()
    """Anything else: how many more, an area's level, what keeps something from counting."""


class RemarkKind(Enum):
    """What something that is to be known is about."""

    AHEAD = auto()
    """What counts once its day has come."""
    ANSWERS = auto()
    """How participants' answers of one session spread."""
    OBSERVED = auto()
    """Observations that count as fewer than there are."""
    SCORES = auto()
    """Scores under another rubric, or another version of it."""
    STATED = auto()
    """What the programme stated to the enrolment, and when."""
    RULE = auto()
    """Who stated the rule that a score gate goes by."""
    LOGGED = auto()
    """What was logged, planned or contacted."""


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is missing, or that keeps something from counting."""

    said: Said
    """As the end of a sentence."""
    kind: LackKind = LackKind.OPEN
    source: Source | None = None
    """What is there and is kept by it from counting; None where nothing is."""
    brief: str = ""
    """What keeps that from counting, in a few words behind it: "lacks an answer"."""

    @property
    def text(self) -> str:
        """The same for who may read all of it."""
        return told(self.said)


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that is to be known of what is there."""

    kind: RemarkKind
    said: Said
    """As the end of a sentence."""
    source: Source | None = None
    """What it is about, where that is one thing."""
    uncounted: str = ""
    """Why that does not count; empty where it does, or where it is about nothing that could."""
    brief: str = ""
    """Of what is still to come that it is planned, in place of a word for what is missing."""

    @property
    def text(self) -> str:
        """The same for who may read all of it."""
        return told(self.said)


NOTHING = Lack(NOTHING_YET, LackKind.NOTHING)


def texts(said: Iterable[Lack | Remark]) -> tuple[str, ...]:
    """Their words alone, in their order."""
    return tuple(each.text for each in said)


def all_said(these: Iterable[Lack | Remark]) -> Said:
    """The same as one, with whose words they are."""
    return joined({each.text: each.said for each in these}.values())


def without(lacks: Iterable[Lack], *kinds: LackKind) -> tuple[Lack, ...]:
    """Those of other kinds, in their order."""
    return tuple(each for each in lacks if each.kind not in kinds)


def lacking(lacks: Iterable[Lack]) -> tuple[Lack, ...]:
    """Those that keep something from counting that is there."""
    return tuple(each for each in lacks if each.source is not None)


def lacking_told(lacks: Iterable[Lack]) -> str:
    """How much is there and does not count, and why where that is one: "1 there, lacks an answer".

    Empty where nothing is there.
    """
    found = lacking(lacks)
    why = {each.brief for each in found}
    reason = why.pop() if len(found) == 1 else "none counted"
    return f"{len(found)} there, {reason}" if found else ""


def still_open(lacks: Iterable[Lack]) -> tuple[str, ...]:
    """What is missing in words, but for that nothing is there."""
    return tuple(dict.fromkeys(texts(without(lacks, LackKind.NOTHING))))
