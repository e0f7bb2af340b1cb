"""Files that are edited here and by hand, in memory; the disk can be full."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, ClassVar, Generic, TypeVar

from facilitui.core.base import Model
from facilitui.core.errors import ChangedOnDisk, InputProblems, NotFound, NotSaved, Problem
from facilitui.core.files import Stored
from facilitui.core.plans.plan import Plan
from facilitui.core.ports import LeftDraft

FULL = "the disk is full"
BROKEN = "broken"
"""The text of a file that cannot be read."""
S = TypeVar("S", bound=Model)


def digest(text: str) -> str:
    """What a file is compared by."""
    return sha256(text.encode()).hexdigest()


@dataclass
class MemoryFiles(Generic[S]):
    """Files of one kind by name, as their text."""

    model: ClassVar[type[Any]]
    texts: dict[str, str] = field(default_factory=dict)
    full: bool = False
    aside: list[str] = field(default_factory=list)
    """The files that were taken away."""

    async def load(self, name: str) -> Stored[S]:
        text = await self.text(name)
        if text == BROKEN:
            raise InputProblems((Problem("it.toml", 1, 1, "is broken"),))
        return Stored(name, self.model.model_validate_json(text), digest(text))

    async def save(self, name: str, state: S, based_on: str) -> Stored[S]:
        if self.full:
            raise NotSaved(FULL)
        held = self.texts.get(name)
        if (digest(held) if held is not None else "") != based_on:
            raise ChangedOnDisk("it was changed by another program")
        self.texts[name] = state.model_dump_json()
        return await self.load(name)

    async def digest(self, name: str) -> str:
        return digest(self.texts[name]) if name in self.texts else ""

    async def text(self, name: str) -> str:
        if name not in self.texts:
            raise NotFound(f"there is no {self.model.__name__.lower()} named {name}")
        return self.texts[name]

    async def written(self, name: str, state: S) -> str:
        del name
        return state.model_dump_json()

    async def free_name(self, title: str, taken: Collection[str] = ()) -> str:
        names = [title, *(f"{title}-{n}" for n in range(2, 99))]
        return next(name for name in names if name not in {*self.texts, *taken})

    async def remove(self, name: str) -> str:
        self.aside.append(self.texts.pop(name))
        return "aside"


@dataclass
class MemoryDrafts:
    """Drafts by name."""

    kept: dict[str, dict[str, Any]] = field(default_factory=dict)
    full: bool = False

    async def keep(self, name: str, value: Mapping[str, Any]) -> None:
        if self.full:
            raise NotSaved(FULL)
        self.kept[name] = dict(value)

    async def find(self, name: str) -> dict[str, Any] | None:
        return self.kept.get(name)

    async def drop(self, name: str) -> None:
        self.kept.pop(name, None)

    async def set_aside(self, name: str) -> str:
        if self.full:
            raise NotSaved(FULL)
        self.kept[f"{name}.unread"] = self.kept.pop(name)
        return f"{name}.unread"

    async def left(self, beginning: str) -> tuple[LeftDraft, ...]:
        return tuple(
            LeftDraft(name, value, 0.0)
            for name, value in self.kept.items()
            if name.startswith(beginning)
        )

    async def others(self, name: str) -> tuple[LeftDraft, ...]:
        found = (each for each in reversed(self.kept) if each.startswith(f"{name}~~"))
        return tuple(LeftDraft(each, self.kept[each], 0.0) for each in found)

    async def go_on_with(self, name: str, other: str = "") -> None:
        held = self.kept.pop(other) if other else None
        if name in self.kept:
            free = next(n for n in range(2, 99) if f"{name}~~{n}" not in self.kept)
            self.kept[f"{name}~~{free}"] = self.kept.pop(name)
        if held is not None:
            self.kept[name] = held

    async def forget(self, other: str) -> None:
        del self.kept[other]


class MemorySessionPlans:
    """The plans that sessions were begun from."""

    def __init__(self) -> None:
        self.plans: dict[str, Plan] = {}
        self.read_of: list[str] = []

    async def read(self, session: str) -> Plan:
        self.read_of.append(session)
        if session not in self.plans:
            raise NotFound("the session keeps no copy of its plan")
        return self.plans[session]
