"""The texts of which a purge looks for copies: what people typed, not what stood there already."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any

from facilitui.core.any_shape import Body, list_in, text_in

LEAST_TEXT = 6
"""Shorter texts are found everywhere and tell nothing of where a copy is."""
_WRITTEN = frozenset(
    {"text", "learned", "feedback", "note", "evidence", "happened", "reason", "passage", "why"}
    | {"because", "example", "credit", "quotes", "words", "question", "said", "line"}
    | {"values", "parameters"}
)
"""What people wrote stands in fields of these names, or below one."""
_OF_THE_PLAN = ("judgements", "norms")
"""Rows of a debrief whose texts are goals and norms, mostly as the plan of its session has them."""
_A_CHOICE = re.compile(r"[a-z]+(_[a-z]+)+")
"""What the program calls a choice stands in such fields too, and in every other session."""


def written(value: Any, inside: bool = False) -> Iterator[str]:
    """What people wrote in a body of any shape, as far as it is long enough to be looked for."""
    if isinstance(value, str):
        text = " ".join(value.split())
        if inside and len(text) >= LEAST_TEXT and not _A_CHOICE.fullmatch(text):
            yield text
    elif isinstance(value, Mapping):
        for name, each in value.items():
            yield from written(each, inside or name in _WRITTEN)
        yield from written(names_of_members(value), inside=True)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from written(each, inside)


def rewritten(value: Any, change: Callable[[str], str], inside: bool = False) -> Any:
    """A body in which what people wrote is changed, and nothing else is.

    Goals and norms stay, as those of a plan are found by their words.
    """
    if isinstance(value, str):
        return change(value) if inside and not _A_CHOICE.fullmatch(value) else value
    if isinstance(value, Mapping):
        return {
            name: [*map(lambda row: _but_its_text(row, change), each)]
            if name in _OF_THE_PLAN and isinstance(each, list)
            else rewritten(each, change, inside or name in _WRITTEN)
            for name, each in value.items()
        }
    if isinstance(value, list | tuple):
        return [rewritten(each, change, inside) for each in value]
    return value


def _but_its_text(row: Any, change: Callable[[str], str]) -> Any:
    if not _is_row(row):
        return row
    kept = {"text": row["text"]} if "text" in row else {}
    return {**rewritten(row, change), **kept}


def strings(value: Any) -> Iterator[str]:
    """Every text in a body of any shape."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from strings(each)


def names_of_members(body: Body) -> list[str]:
    """Who takes part, of a roster: whoever has it purged wants no name of it to be left."""
    return [text_in(each, "name") for each in list_in(body, "members") if isinstance(each, Mapping)]


def written_in(bodies: Iterable[str]) -> Iterator[str]:
    """The same of bodies as JSON; what is none says nothing."""
    for body in bodies:
        with suppress(ValueError, RecursionError):
            yield from written(json.loads(body))


def apart(body: Body) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """A body without the goals and norms that it tells of, and these alone.

    They are its own only where its plan does not have them too.
    """
    rows = {name: list_in(body, name) for name in _OF_THE_PLAN}
    typed = {name: [*map(_without_text, own)] for name, own in rows.items() if own}
    named = [{"text": row.get("text")} for own in rows.values() for row in own if _is_row(row)]
    return {**body, **typed}, named


def all_in(bodies: Iterable[str]) -> frozenset[str]:
    """Every text in bodies as JSON, whatever its field is called."""
    found: set[str] = set()
    for body in bodies:
        with suppress(ValueError, RecursionError):
            found.update(written(json.loads(body), inside=True))
    return frozenset(found)


def _without_text(row: Any) -> Any:
    return {**row, "text": ""} if _is_row(row) else row


def _is_row(row: Any) -> bool:
    return isinstance(row, Mapping)
