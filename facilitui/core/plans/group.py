"""Groups that meet again: who is in them, the norms they agreed on, what they asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from itertools import chain
from typing import Any, Literal, Self

from pydantic import Field, model_validator

from facilitui.core.base import Id, Line, Model, Text
from facilitui.core.library.norms import Norm


class Member(Model):
    """Somebody of the group."""

    name: Line
    role: Line = ""


class NormsVersion(Model):
    """The norms as the group agreed on them at one time. A new word is a new version."""

    version: int = Field(ge=1)
    agreed: date | None = None
    session: Line = ""
    """The session in which they were agreed on, empty where it was none."""
    norms: tuple[Norm, ...] = ()


class Wish(Model):
    """Something that participants asked for, until a plan answers it."""

    text: Line
    session: Line = ""
    """The session after which it was asked for."""
    answered_in: Line = ""
    """The plan that answers it, empty while none does."""
    let_go: bool = False
    """Whether somebody decided that no plan will answer it."""

    @property
    def open(self) -> bool:
        """Whether the next plan has to come back to it."""
        return not self.answered_in and not self.let_go


class Learnt(Model):
    """A session whose norms and wishes were taken over."""

    session: Line
    revision: int = Field(default=0, ge=0)
    """Which revision of its debrief was read; 0 where there was none yet."""


class Group(Model):
    """A group that meets again. One TOML file in the home's `groups/`."""

    kind: Literal["group"] = "group"
    id: Id
    name: Line
    note: Text = ""
    roster: tuple[Member, ...] = Field(default=(), max_length=1000)
    norms: tuple[NormsVersion, ...] = ()
    """Every version, the oldest first; none is ever changed."""
    wishes: tuple[Wish, ...] = ()
    learnt: tuple[Learnt, ...] = ()

    @model_validator(mode="after")
    def _versions_in_order(self) -> Self:
        versions = [each.version for each in self.norms]
        if versions != sorted(set(versions)):
            raise ValueError("norms must have versions that grow from one to the next")
        return self

    @property
    def current_norms(self) -> NormsVersion | None:
        """The norms in force, if any were agreed on."""
        return self.norms[-1] if self.norms else None

    @property
    def norms_now(self) -> tuple[Norm, ...]:
        """The norms in force; none where none were agreed on."""
        return self.norms[-1].norms if self.norms else ()

    @property
    def open_wishes(self) -> tuple[Wish, ...]:
        """What no plan has answered yet."""
        return tuple(wish for wish in self.wishes if wish.open)


def changed(group: Group, **fields: Any) -> Group:
    """The group with other values for some fields, which must be valid already."""
    return group.model_copy(update=fields)


def wish_keys(group: Group) -> Mapping[str, Wish]:
    """The wishes, each under a key that stays its own as long as its words do.

    What comes before it, or goes, leaves the key alone; only of wishes that say the same after
    the same session it is the number that tells them apart.
    """
    keyed: dict[str, Wish] = {}
    same: Counter[str] = Counter()
    for wish in group.wishes:
        words = f"{wish.session} {wish.text}"
        same[words] += 1
        keyed[f"{same[words]} {words}"] = wish
    return keyed


def with_wish(group: Group, key: str, wish: Wish) -> Group:
    """The group with the wish of that key replaced, or one more behind the last."""
    keyed = {**wish_keys(group), key: wish}
    return changed(group, wishes=tuple(keyed.values()))


def let_go(group: Group, key: str) -> Group:
    """The group with the wish of that key let go, or wished for again if it was not open."""
    wish = wish_keys(group).get(key)
    if wish is None:
        return group
    return with_wish(group, key, wish.model_copy(update={"let_go": wish.open, "answered_in": ""}))


def with_norms(
    group: Group, norms: tuple[Norm, ...], *, agreed: date | None, session: str = ""
) -> Group:
    """The group with one version of its norms more; the same one where no word is new."""
    if sorted(_words(norms)) == sorted(_words(group.norms_now)):
        return group
    version = NormsVersion(
        version=group.norms[-1].version + 1 if group.norms else 1,
        agreed=agreed,
        session=session[:300],
        norms=norms,
    )
    return changed(group, norms=(*group.norms, version))


def _words(norms: tuple[Norm, ...]) -> list[str]:
    return [" ".join(norm.text.split()) for norm in norms]


def merged(base: Group, ours: Group, theirs: Group) -> Group | None:
    """Two changes of one group as one; None where both changed the same thing otherwise.

    Of people, wishes and sessions each is a thing of its own; norms are one version after another.
    """
    fields: dict[str, Any] = {}
    for name in Group.model_fields:
        before, here, there = (getattr(each, name) for each in (base, ours, theirs))
        if here in (before, there):
            fields[name] = there
        elif there == before:
            fields[name] = here
        elif not isinstance(before, tuple) or (both := _both(before, here, there)) is None:
            return None
        else:
            fields[name] = both
    versions = [each.version for each in fields["norms"]]
    return changed(ours, **fields) if versions == sorted(set(versions)) else None


def _both(
    before: tuple[Any, ...], here: tuple[Any, ...], there: tuple[Any, ...]
) -> tuple[Any, ...] | None:
    """Both changes of a list; None where one entry may have been changed on both sides.

    What is new here stays before whatever it comes before here, so that nothing changes places.
    """
    gone, new = {*before} - {*here}, {*here} - {*before, *there}
    if new and gone - {*there}:
        return None
    kept = {*there} - gone
    ahead: dict[Any, list[Any]] = {}
    last: list[Any] = []
    for each in here:
        if each in new:
            last.append(each)
        elif each in kept:
            ahead[each], last = [*ahead.get(each, ()), *last], []
    joined = (each for each in there if each in kept)
    return (*chain.from_iterable((*ahead.pop(each, ()), each) for each in joined), *last)
