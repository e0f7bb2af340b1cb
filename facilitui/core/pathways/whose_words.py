"""Whose words a sentence is made of: ours and the programme's, or those that people typed.

Whoever makes a sentence says which of its words people of the enrolment typed, so that a paper that
hides names looks for them there and nowhere else: a member may be called as anything that the
programme says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from facilitui.core.safe_text import quoted

if TYPE_CHECKING:
    from facilitui.core.pathways.case import Source


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed, as a sentence repeats it."""

    text: str
    source: Source | None = None
    """What is called so; None where it names nothing that is there."""
    member: str = ""
    """The id of the member of the roster who is called so; empty for nobody."""
    in_quotes: bool = True


Said = str | tuple[str | Typed, ...]
"""A sentence, or a part of one; a text alone has nothing in it that people typed."""


def words(*parts: Said | Typed) -> Said:
    """Parts as one; a text where nobody typed any of it, so that the same is always equal."""
    pieces: list[str | Typed] = []
    ours = ""
    for part in parts:
        for each in part if isinstance(part, tuple) else (part,):
            if isinstance(each, str):
                ours += each
                continue
            pieces += (ours, each) if ours else (each,)
            ours = ""
    if not pieces:
        return ours
    return (*pieces, ours) if ours else tuple(pieces)


def joined(parts: Iterable[Said], between: str = "; ") -> Said:
    """Those of the parts that say something, with something between them."""
    found = [each for each in parts if each]
    return words(*[one for each in found for one in (between, each)][1:])


def called(source: Source) -> Said:
    """Something by what it is called, in quotation marks."""
    return words(Typed(source.told, source)) if source.is_typed else quoted(source.told)


def as_typed(typed: Typed) -> str:
    """What somebody typed as it stands on the screen, for who may read all of it."""
    return quoted(typed.text) if typed.in_quotes else typed.text


def told(said: Said, how: Callable[[Typed], str] = as_typed) -> str:
    """It as a text; `how` says what stands for what people typed."""
    if isinstance(said, str):
        return said
    return "".join(each if isinstance(each, str) else how(each) for each in said)
