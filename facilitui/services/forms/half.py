"""What is half typed: kept raw beside what is edited, and offered again where it was typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from facilitui.core.safe_text import quoted
from facilitui.services.forms.form import Values


@dataclass(frozen=True, slots=True)
class Half:
    """What is half typed in one place, and so is no part of the file yet."""

    title: str
    """What people call the place."""
    typed: Values
    """As it was typed, by field."""


LINE = ""
"""Stands for the field where what is typed is a single line and no form."""
Halves = Mapping[str, Half]
"""By the places they were typed in."""


def with_half(halves: Halves, place: str, half: Half) -> Halves:
    """The others with this one; one in which nothing is typed goes. The same where none changed."""
    others = {name: each for name, each in halves.items() if name != place}
    after = {**others, place: half} if half.typed else others
    return halves if after == halves else after


def as_json(halves: Halves) -> dict[str, Any]:
    """As a draft keeps them."""
    return {place: asdict(half) for place, half in halves.items()}


def from_json(kept: object) -> Halves:
    """As a draft kept them; whatever else is there is left out."""
    places = kept if isinstance(kept, dict) else {}
    halves = {str(place): _half(each) for place, each in places.items()}
    return {place: half for place, half in halves.items() if half.typed}


def _half(kept: object) -> Half:
    parts = kept if isinstance(kept, dict) else {}
    typed = parts.get("typed")
    fields = typed.items() if isinstance(typed, dict) else ()
    texts = {str(key): text for key, text in fields if isinstance(text, str)}
    return Half(str(parts.get("title", "")), texts)


def told(halves: Halves) -> str:
    """Which forms something waits in, in a sentence; lines are asked for again by themselves."""
    forms = [quoted(half.title, 30) for half in halves.values() if LINE not in half.typed]
    more = f" and {len(forms) - 1} more" if len(forms) > 1 else ""
    return f"Half typed in {forms[0]}{more}: it waits there." if forms else ""
