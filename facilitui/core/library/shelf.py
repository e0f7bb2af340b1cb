"""The library's shelf: everything its files hold, and which of several sets is used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from facilitui.core.errors import Problem
from facilitui.core.library.cards import CardSet
from facilitui.core.library.frames import Frame, Tells
from facilitui.core.library.norms import NormSet
from facilitui.core.library.professional_learning import ProfessionalLearning
from facilitui.core.library.protocol import Protocol as ProtocolFile
from facilitui.core.library.rubric import Rubric
from facilitui.core.library.waits import WaitTargets
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.plans.plan import Plan
from facilitui.core.safe_text import line

SHIPPED_SET = "default"
"""The id of a shipped set, which a set of a person's own replaces by having it, too."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything that the library's files hold, by id, with what was wrong with any of them."""

    protocols: Mapping[str, ProtocolFile] = field(default_factory=dict)
    agendas: Mapping[str, Plan] = field(default_factory=dict)
    pathways: Mapping[str, Pathway] = field(default_factory=dict)
    norms: Mapping[str, NormSet] = field(default_factory=dict)
    waits: Mapping[str, WaitTargets] = field(default_factory=dict)
    frames: Mapping[str, Frame] = field(default_factory=dict)
    cards: Mapping[str, CardSet] = field(default_factory=dict)
    models: Mapping[str, ProfessionalLearning] = field(default_factory=dict)
    """Models of professional learning."""
    rubrics: Mapping[str, Rubric] = field(default_factory=dict)
    own_protocols: frozenset[str] = frozenset()
    """The ids of the protocols that a person's own files hold."""
    own_pathways: frozenset[str] = frozenset()
    """The ids of the pathways that a person's own files hold."""
    problems: tuple[Problem, ...] = ()
    pathway_problems: tuple[Problem, ...] = ()
    """Those of them that are about pathways."""

    def problems_of_pathway(self, id: str) -> tuple[Problem, ...]:
        """What is wrong with a file of the pathway of an id.

        The shipped one is used in place of one's own that cannot be read.
        """
        return tuple(each for each in self.pathway_problems if file_id(each) == id)

    @property
    def cards_in_use(self) -> CardSet | None:
        """The words for the moment that a host has at hand."""
        return _in_use(self.cards)

    @property
    def tells(self) -> dict[str, Tells]:
        """What the questions of the frames tell, by the ids of their answers."""
        return {
            f"{frame.id}.{each.id}": each.tells
            for frame in self.frames.values()
            for each in frame.questions
            if each.tells is not None
        }

    @property
    def waits_in_use(self) -> WaitTargets | None:
        """The wait targets that plans and sessions go by."""
        return _in_use(self.waits)


def file_id(problem: Problem) -> str:
    """The id that a file is found by: its name without its kind."""
    return problem.file.rpartition("/")[2].removesuffix(".toml")


def in_folder(problem: Problem) -> str:
    """A problem with a pathway's file, told without the way to the data folder; one line."""
    name = problem.file.rpartition("/")[2]
    return line(str(replace(problem, file=f"pathways/{name}")))


def _in_use(sets: Mapping[str, T]) -> T | None:
    """Of sets of which one is used: the shipped one or what took its name, else the first."""
    return sets[SHIPPED_SET if SHIPPED_SET in sets else min(sets)] if sets else None
