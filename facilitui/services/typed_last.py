"""What was typed last: brought back when its file is opened, even if it never got there."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from facilitui.core.base import Model
from facilitui.core.errors import InputProblems, NotFound, NotSaved
from facilitui.core.files import Stored, gone, unreadable
from facilitui.core.ports import DraftStore
from facilitui.services.desk import Desk
from facilitui.services.filed import draft_name
from facilitui.services.forms.half import Halves, from_json, told

S = TypeVar("S", bound=Model)
D = TypeVar("D", bound=Desk[Any])


@dataclass(frozen=True, slots=True)
class Typed(Generic[S]):
    """What a draft held."""

    state: S | None
    """None where there was no draft of it, or one that cannot be read."""
    digest: str = ""
    """That of the file when it was typed."""
    outside: str = ""
    """Where that file lies if it is outside the home; else empty."""
    half: Halves = field(default_factory=dict)
    """What was half typed."""
    notice: str = ""
    """Where that waits, or what became of a draft that cannot be read."""


async def typed_last(drafts: DraftStore, draft: str, what: str, model: type[S]) -> Typed[S]:
    """What a draft holds. One that cannot be read is put aside, never written over."""
    found = await drafts.find(draft)
    if found is None:
        return Typed(None)
    half = from_json(found.get("half"))
    try:
        state = model.model_validate(found[what]) if what in found or not half else None
    except (ValidationError, KeyError):
        return Typed(None, notice=await put_aside(drafts, draft))
    digest, outside = str(found.get("digest", "")), str(found.get("outside", ""))
    return Typed(state, digest, outside, half, told(half))


async def put_aside(drafts: DraftStore, draft: str) -> str:
    """Put a draft that cannot be read out of the way of the next one; what became of it."""
    words = "What was typed last cannot be read by this version of facilitui"
    try:
        return f"{words}; it is kept as {await drafts.set_aside(draft)}."
    except NotSaved as error:
        return f"{words}; {error}."


async def opened(
    what: str,
    name: str,
    model: type[S],
    drafts: DraftStore,
    load: Callable[[str], Awaitable[Stored[S]]],
    desk_of: Callable[[Stored[S]], D],
) -> D:
    """The desk of a file with what was typed last.

    `load` is told where the draft says that the file lies, if that is outside the home. Raises
    what it does where no draft is left; with one, that is a conflict to be settled.
    """
    typed = await typed_last(drafts, draft_name(what, name), what, model)
    try:
        stored = await load(typed.outside)
    except (InputProblems, NotFound) as error:
        if typed.state is None:
            raise
        missing = gone(what, typed.outside)
        desk = desk_of(Stored(name, typed.state, typed.digest, outside=typed.outside))
        desk.find_half(typed.half)
        desk.conflict = unreadable(error) if isinstance(error, InputProblems) else missing
        return desk
    desk = desk_of(stored)
    desk.notice = desk.notice or typed.notice
    desk.find_half(typed.half)
    if typed.state is not None and typed.state != stored.state:
        desk.take_up(typed.state, typed.digest)
    elif typed.state is not None and not typed.half:
        with suppress(NotSaved):  # it is in the file; left there, it would hide a later one
            await drafts.drop(draft_name(what, name))
    return desk
