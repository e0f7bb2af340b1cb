"""What one look at a journal found of enrolments, and of all that they are told from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from facilitui.core.errors import Problem
from facilitui.core.pathways.case import Case
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.pathway import Pathway


@dataclass(frozen=True, slots=True)
class PathwayJournal:
    """Enrolments as they are saved, with the case that all of them are told from."""

    case: Case = field(default_factory=Case)
    enrolments: Mapping[str, Enrolment] = field(default_factory=dict)
    """By the entry's id, in the order in which they were begun."""
    pathways: Mapping[str, Pathway] = field(default_factory=dict)
    """By their digest, those that enrolments were begun with and that can be read."""
    undecided: frozenset[str] = frozenset()
    """The enrolments that conflicting revisions stand for, or whose roster has some."""
    older: Mapping[str, str] = field(default_factory=dict)
    """Those that may say otherwise in months that cannot be read, with that as a sentence without
    its full stop."""
    purged_rosters: frozenset[str] = frozenset()
    """The enrolments of whose roster only the envelope is left."""
    problems: tuple[Problem, ...] = ()
    """What of the journal's files cannot be read."""
    lost: tuple[Problem, ...] = ()
    """Those of them by which there may be enrolments that nobody knows of now."""
