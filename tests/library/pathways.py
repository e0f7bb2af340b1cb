"""The shipped pathways, and what tests ask of them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from facilitui.core.pathways.pathway import Card, Pathway
from facilitui.core.pathways.requirements import Requirement
from facilitui.core.pathways.words import Per

FOLDER = Path(__file__).resolve().parents[2] / "pathways"


@cache
def named(name: str) -> Pathway:
    """The shipped pathway of that id, which nothing changes: read once for all tests."""
    return Pathway.model_validate(tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8")))


def rows(told: str) -> list[str]:
    """The rows of the fact sheet that are named in one line."""
    return list(filter(None, told.split(", ")))


def counts(pathway: Pathway) -> dict[str, tuple[int, Per | None]]:
    """The numbers that requirements ask for, and for each of what."""
    asked = pathway.requirements
    return {each.id: (each.count, each.per) for each in asked if each.count is not None}


def asked(pathway: Pathway, id: str) -> Requirement:
    """The requirement of that id, which must be there."""
    found = pathway.requirement(id)
    assert found is not None
    return found


def card(pathway: Pathway, id: str) -> Card:
    """The card of that id."""
    return next(each for each in pathway.cards if each.id == id)


def points(pathway: Pathway, id: str) -> int:
    """How many points a card lists."""
    return sum(line.startswith("- ") for line in card(pathway, id).text.splitlines())
