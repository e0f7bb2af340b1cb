"""The form of the norms: the group's own, sets to start from, and the one to watch."""

from __future__ import annotations

from collections.abc import Mapping

from facilitui.core.base import LONGEST_LINE
from facilitui.core.library.norms import Norm
from facilitui.core.library.shelf import Shelf
from facilitui.core.naming import numbered, slug
from facilitui.core.plans import editing
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_parts import PlannedNorms
from facilitui.core.told import plural
from facilitui.services.forms import reading as r
from facilitui.services.forms.bad_lines import BadLines
from facilitui.services.forms.form import (
    Choices,
    Following,
    Form,
    FormField,
    Kind,
    Values,
    read_all,
)
from facilitui.services.forms.list_lines import entries

NONE = ("", "none")


def norms_form(plan: Plan, shelf: Shelf) -> Form[Plan]:
    """What is typed at once is the group's own. Sets that are ticked are shown, to be watched."""
    norms = plan.norms
    fields = (
        FormField(
            "own",
            "Our own",
            r.in_lines(norms.own, lambda norm: r.flat(norm.text)),
            "one a line",
            kind=Kind.LIST,
            read=lambda text: own_norms(norms.own, text),
        ),
        FormField(
            "sets",
            "Start from",
            " ".join(norms.sets),
            "space ticks a set; its norms stand below",
            _sets(norms, shelf),
            kind=Kind.MANY,
            read=r.several,
        ),
        FormField(
            "room_for_own",
            "Room for own",
            "yes" if norms.room_for_own else "",
            "the group is asked to add to them",
            kind=Kind.YES,
            read=r.yes,
        ),
        FormField(
            "watch",
            "To watch",
            norms.watch or "",
            "named at the start, looked at midway and at the end",
            (NONE, *_choices(norms.all_of(shelf.norms))),
            read=lambda text: text or None,
        ),
    )

    def change(plan: Plan, values: Values) -> Plan:
        changed = norms.model_copy(update=read_all(fields, values))
        before = {norm.id for norm in norms.all_of(shelf.norms)}
        left = {norm.id for norm in changed.all_of(shelf.norms)}
        if changed.watch not in left and ("watch" in values or changed.watch in before):
            changed = changed.model_copy(update={"watch": None})
        return editing.changed(plan, norms=changed)

    return Form("Norms", fields, change, lambda values: _ticked(norms, shelf, values))


def _sets(norms: PlannedNorms, shelf: Shelf) -> Choices:
    there = tuple((each.id, each.name) for each in shelf.norms.values())
    gone = tuple((name, f"{name}, not there") for name in norms.sets if name not in shelf.norms)
    return (*there, *gone)


def _choices(norms: tuple[Norm, ...]) -> Choices:
    return tuple({norm.id: norm.text for norm in norms}.items())


def _ticked(before: PlannedNorms, shelf: Shelf, values: Values) -> Mapping[str, Following]:
    """The norms of what is ticked now, to be read and to be watched."""
    sets = before.model_copy(update={"sets": r.several(values["sets"]), "own": ()})
    try:
        own = own_norms(before.own, values["own"])
    except ValueError:
        own = ()
    norms = sets.all_of(shelf.norms)
    owners = [shelf.norms[name].credit for name in sets.sets if name in shelf.norms]
    told = [f"· {norm.text}" for norm in norms]
    told += [f"after {credit}" for credit in owners if credit]
    choices = _choices((*norms, *own))
    return {
        "sets": Following(below=tuple(told)),
        "watch": Following(choices=(NONE, *choices)),
        "": Following(hint=_how_many(len(choices))),
    }


def _how_many(norms: int) -> str:
    if norms > 7:
        return f"{norms} norms; five to seven are easier to keep"
    return plural(norms, "norm")


def own_norms(before: tuple[Norm, ...], text: str) -> tuple[Norm, ...]:
    """The group's own norms. One that keeps its words or its place keeps its id.

    Raises ValueError.
    """
    texts = entries(text)
    long = [place for place, words in enumerate(texts, 1) if len(words) > LONGEST_LINE]
    if long:
        told = f"a norm is at most {LONGEST_LINE} characters long"
        raise BadLines(dict.fromkeys(long, told))
    left = list(before)
    found: dict[int, Norm] = {}
    for place, words in enumerate(texts):
        if same := next((norm for norm in left if r.flat(norm.text).strip() == words), None):
            found[place] = same
            left.remove(same)
    taken = {norm.id for norm in before}
    for place, words in enumerate(texts):
        if place in found:
            continue
        if place < len(before) and before[place] in left:
            name = before[place].id
        else:
            stem = f"own-{slug(words)[:20].strip('-')}"
            name = numbered(stem, taken)
        taken.add(name)
        found[place] = Norm(id=name, text=words)
    return tuple(found[place] for place in range(len(texts)))
