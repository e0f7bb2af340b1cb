"""How a requirement asks for something else than it did: its old words and numbers with the new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from facilitui.core.pathways.requirement_fields import (
    LISTS,
    NAMING,
    UNORDERED,
    VALUES,
    YES_NO,
    Asked,
    item_told,
    part_told,
    whole,
)
from facilitui.core.pathways.requirement_words import asked as asked_told
from facilitui.core.pathways.requirements import ChecklistOf, ScoreGate, Writing
from facilitui.core.pathways.words import Per
from facilitui.core.safe_text import quoted
from facilitui.core.told import day_of_month

SOMETHING_ELSE = "it asks for something else"
ANOTHER_ORDER = "in another order"


def otherwise(was: Asked, then: Asked) -> tuple[str, ...]:
    """What of a requirement is another one, each the end of a sentence; none where nothing is."""
    told = tuple(dict.fromkeys(_changes(was, then)))
    return told or ((SOMETHING_ELSE,) if _said(was) != _said(then) else ())


def rows_told(
    verb: str, was: Mapping[str, str], then: Mapping[str, str], empty: str = ""
) -> Iterator[str]:
    """What is gone from a list, new in it or another one, by what each is known by.

    `verb` is said of what is in it; `empty` is what it means that nothing is.
    """
    if empty and bool(was) != bool(then):
        yield _becomes(verb, ", ".join(was.values()) or empty, ", ".join(then.values()) or empty)
        return
    gone = [told for each, told in was.items() if each not in then]
    new = [told for each, told in then.items() if each not in was]
    if gone:
        yield f"no longer {verb} {', '.join(gone)}"
    if new:
        yield f"{'now also' if was else 'now'} {verb} {', '.join(new)}"
    for each, told in was.items():
        if each in then and then[each] != told:
            yield _becomes(verb, told, then[each])


def _changes(was: Asked, then: Asked) -> Iterator[str]:
    old, new = was.requirement, then.requirement
    if was.phase.id != then.phase.id:
        yield f"asked in {quoted(was.phase.name)} now, in {quoted(then.phase.name)} then"
    if old.text != new.text:
        yield _becomes("its words:", whole(old.text), whole(new.text))
    if old.kind != new.kind:
        before, after = asked_told(old, was.pathway), asked_told(new, then.pathway)
        yield _becomes("it asks for", whole(before), whole(after))
        return
    for name in type(old).model_fields:
        yield from _of_field(name, was, then)
    yield from _elsewhere(was, then)


def _of_field(name: str, was: Asked, then: Asked) -> Iterator[str]:
    old, new = getattr(was.requirement, name), getattr(then.requirement, name)
    if name in YES_NO and old != new:
        yield YES_NO[name][0 if new else 1]
    elif name in VALUES:
        yield from _of_value(name, was, then)
    elif name in LISTS:
        yield from _of_list(name, was, then)


def _of_value(name: str, was: Asked, then: Asked) -> Iterator[str]:
    verb, none, told = VALUES[name]
    old, new = getattr(was.requirement, name), getattr(then.requirement, name)
    if name in NAMING and old is not None and was.name(old) == new:
        return
    before = told(old, was) if old is not None else none
    after = told(new, then) if new is not None else none
    if before != after:
        yield _becomes(verb, before, after)


def _of_list(name: str, was: Asked, then: Asked) -> Iterator[str]:
    verb, empty, row = LISTS[name]
    before = row(was, getattr(was.requirement, name))
    after = row(then, getattr(then.requirement, name))
    if name in NAMING:  # that what is named says something else is told of itself
        before = {each: after.get(each, told) for each, told in before.items()}
    yield from rows_told(verb, before, after, empty)
    if name not in UNORDERED:
        yield from _order(verb, before, after)


def _order(verb: str, was: Mapping[str, str], then: Mapping[str, str]) -> Iterator[str]:
    if [each for each in was if each in then] != [each for each in then if each in was]:
        yield f"{verb} the same {ANOTHER_ORDER}"


def _elsewhere(was: Asked, then: Asked) -> Iterator[str]:
    """What a requirement names elsewhere in the file."""
    for (verb, before), (_, after) in zip(_named_lists(was), _named_lists(then), strict=True):
        yield from rows_told(verb, before, after)
        yield from _order(verb, before, after)
    before_values, values = _named_values(was), _named_values(then)
    for verb in {**before_values, **values}:
        old, new = (one.get(verb, "none") for one in (before_values, values))
        if old != new:
            yield _becomes(verb, old, new)


def _named_lists(asked: Asked) -> Iterator[tuple[str, dict[str, str]]]:
    each, pathway = asked.requirement, asked.pathway
    match each:
        case Writing():
            parts = pathway.document(each.document).parts
            yield "has the parts", {part.id: part_told(part) for part in parts}
        case ChecklistOf():
            items = pathway.checklist(each.checklist).items
            yield "has the items", {item.id: item_told(item) for item in items}
        case ScoreGate():
            priority = () if each.areas else pathway.rubric.priority
            yield "has the priority areas", {area: quoted(area) for area in priority}
        case _:
            yield "", {}
    is_part = each.per is Per.PART and pathway.cycles is not None
    cycle = pathway.cycles.parts if is_part and pathway.cycles is not None else ()
    yield "has the parts of a cycle", {part.id: quoted(part.name) for part in cycle}


def _named_values(asked: Asked) -> dict[str, str]:
    each, pathway, told = asked.requirement, asked.pathway, dict[str, str]()
    if isinstance(each, ScoreGate):
        told["by the rubric"] = quoted(pathway.rubric.id) if pathway.rubric.id else "any"
        since = pathway.rubric.since
        told["areas since"] = day_of_month(since) if since is not None else "no day"
    if each.per in {Per.CYCLE, Per.PART} and pathway.cycles is not None:
        told["rounds:"] = str(pathway.cycles.count)
        told["each called"] = quoted(pathway.cycles.name)
    return told


def _said(asked: Asked) -> dict[str, Any]:
    """All that a requirement says itself, comparable with the other version."""
    said = asked.requirement.model_dump(mode="json", exclude={"id", "row"})
    for name in NAMING & said.keys():
        value = said[name]
        known = [asked.name(each) for each in value] if isinstance(value, list) else value
        said[name] = asked.name(value) if isinstance(value, str) else known
    for name in UNORDERED & said.keys():
        said[name] = sorted(said[name])
    return said


def _becomes(verb: str, old: str, new: str) -> str:
    return f"{verb} {old} becomes {new}"
