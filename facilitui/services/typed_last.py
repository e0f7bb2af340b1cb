"""What was typed last: brought back when its file is opened, even if it never got there."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from facilitui.core.base import Model
from facilitui.core.errors import InputProblems, NotFound, NotSaved
from facilitui.core.files import Stored
from facilitui.core.ports import DraftStore
from facilitui.services.desk import Desk, draft_name

S = TypeVar("S", bound=Model)
D = TypeVar("D", bound=Desk[Any])
GONE = "The file was moved or removed, or lies outside this home."


@dataclass(frozen=True, slots=True)
class Typed(Generic[S]):
    """What a draft held."""

    state: S | None
    """None where there was no draft, or one that cannot be read."""
    digest: str = ""
    """That of the file when it was typed."""
    notice: str = ""
    """What became of a draft that cannot be read."""


async def typed_last(drafts: DraftStore, draft: str, what: str, model: type[S]) -> Typed[S]:
    """What a draft holds. One that cannot be read is put aside, never written over."""
    found = await drafts.find(draft)
    if found is None:
        return Typed(None)
    try:
        return Typed(model.model_validate(found[what]), str(found.get("digest", "")))
    except (ValidationError, KeyError):
        return Typed(None, notice=await _put_aside(drafts, draft))


async def _put_aside(drafts: DraftStore, draft: str) -> str:
    words = "What was typed last cannot be read by this version of facilitui"
    try:
        return f"{words}; it is kept as {await drafts.set_aside(draft)}."
    except NotSaved as error:
        return f"{words}, and {error}."


async def opened(
    what: str,
    name: str,
    model: type[S],
    drafts: DraftStore,
    load: Callable[[], Awaitable[Stored[S]]],
    desk_of: Callable[[Stored[S]], D],
) -> D:
    """The desk of a file with what was typed last.

    Raises what `load` does where no draft is left; with one, that is a conflict to be settled.
    """
    typed = await typed_last(drafts, draft_name(what, name), what, model)
    try:
        stored = await load()
    except (InputProblems, NotFound) as error:
        if typed.state is None:
            raise
        desk = desk_of(Stored(name, typed.state, typed.digest))
        why = error.problems[0] if isinstance(error, InputProblems) else GONE
        desk.conflict = f"{why} What you typed here is kept."
        return desk
    desk = desk_of(stored)
    desk.notice = desk.notice or typed.notice
    if typed.state is not None and typed.state != stored.state:
        desk.take_up(typed.state, typed.digest)
    elif typed.state is not None:
        with suppress(NotSaved):  # it is in the file; left there, it would hide a later one
            await drafts.drop(draft_name(what, name))
    return desk
