"""What two versions of a pathway ask for that is not the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from facilitui.core.pathways.pathway import Gate, Pathway, Phase
from facilitui.core.pathways.phases_renamed import phases_renamed
from facilitui.core.pathways.requirement_differences import otherwise, rows_told
from facilitui.core.pathways.requirement_fields import Asked, whole
from facilitui.core.safe_text import line, quoted
from facilitui.core.told import sentence


@dataclass(frozen=True, slots=True)
class Changed:
    """A requirement that asks for something else."""

    id: str
    """In the version that is new."""
    text: str
    """What it is called there."""
    how: tuple[str, ...]
    """Old words and numbers with the new ones, each the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Differences:
    """Requirements by what they are called, each in the order of its file."""

    gone: tuple[str, ...]
    gone_ids: tuple[str, ...]
    new: tuple[str, ...]
    renamed: Mapping[str, str]
    """The new id by the old one of what says the same under another."""
    changed: tuple[Changed, ...]
    around: tuple[str, ...]
    """What else is another one, each a sentence: phases, gates, the order."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing that is asked for is another one."""
        return not (self.gone or self.new or self.renamed or self.changed or self.around)


def differences(before: Pathway, after: Pathway) -> Differences:
    """What is gone, new or changed from one to the other, by the ids of requirements.

    Where a row of the programme's document is named counts for nothing.
    """
    renamed, phases = _renamed(before, after), phases_renamed(before, after)
    was, then = _asked(before, renamed, phases), _asked(after, {}, {})
    gone = [id for id in was if id not in then and id not in renamed]
    new = [id for id in then if id not in was and id not in renamed.values()]
    both = ((each, then[renamed.get(id, id)]) for id, each in was.items() if id not in gone)
    how = {now.requirement.id: otherwise(each, now) for each, now in both}
    return Differences(
        gone=tuple(was[id].requirement.text for id in gone),
        gone_ids=tuple(gone),
        new=tuple(then[id].requirement.text for id in new),
        renamed=renamed,
        changed=tuple(
            Changed(id, each.requirement.text, how[id]) for id, each in then.items() if how.get(id)
        ),
        around=tuple(line(sentence(each)) for each in _around(before, after, renamed, phases)),
    )


def _asked(
    pathway: Pathway, renamed: Mapping[str, str], phases: Mapping[str, str]
) -> Mapping[str, Asked]:
    """By its id each requirement, with all that it asks for, wherever that stands in the file."""
    return {
        each.id: Asked(each, phase, pathway, renamed)
        for phase in _as_called_then(pathway, phases)
        for each in phase.requirements
    }


def _renamed(before: Pathway, after: Pathway) -> Mapping[str, str]:
    """The new id by the old one of each requirement that has another id and the same text."""
    known, there = ({each.id for each in one.requirements} for one in (before, after))
    new = {each.text: each.id for each in reversed(after.requirements) if each.id not in known}
    renamed: dict[str, str] = {}
    for each in before.requirements:
        if each.id not in there and each.text in new:
            renamed[each.id] = new.pop(each.text)
    return renamed


def _as_called_then(pathway: Pathway, phases: Mapping[str, str]) -> Iterator[Phase]:
    """A pathway's phases, those that have another id then with that one."""
    for each in pathway.phases:
        yield each.model_copy(update={"id": phases[each.id]}) if each.id in phases else each


def _around(
    before: Pathway, after: Pathway, renamed: Mapping[str, str], phases: Mapping[str, str]
) -> Iterator[str]:
    """Each a sentence without its full stop."""
    was = {each.id: each for each in _as_called_then(before, phases)}
    then = {each.id: each for each in after.phases}
    for id in phases.values():
        yield f"The phase {quoted(then[id].name)} has another id in the file then"
    if before.holder is not after.holder:
        holders = (each.holder.label.lower() for each in (before, after))
        yield "Whose way it is: {} becomes {}".format(*holders)
    for id, phase in was.items():
        if id not in then:
            yield f"The phase {quoted(phase.name)} is gone"
    for id, phase in then.items():
        if id not in was:
            yield f"The phase {quoted(phase.name)} is new"
            continue
        if was[id].name != phase.name:
            yield f"The phase {quoted(was[id].name)} is called {quoted(phase.name)} then"
        yield from _gates(was[id], phase, before, after, renamed)
        yield from _order_within(was[id], phase, renamed)
    if _moved([*was], [*then]):
        yield f"The phases come in another order: {_row(each.name for each in after.phases)}"


def _gates(
    was: Phase, then: Phase, before: Pathway, after: Pathway, renamed: Mapping[str, str]
) -> Iterator[str]:
    name = f"The gate of {quoted(then.name)}"
    if was.gate is None and then.gate is not None:
        yield f"{name} is new: {whole(then.gate.text)}"
    elif was.gate is not None and then.gate is None:
        yield f"{name} is gone: {whole(was.gate.text)}"
    elif was.gate is not None and then.gate is not None:
        if was.gate.text != then.gate.text:
            yield f"{name}: {whole(was.gate.text)} becomes {whole(then.gate.text)}"
        needed, needs = _needs(was.gate, before, renamed), _needs(then.gate, after, {})
        needed = {id: needs.get(id, text) for id, text in needed.items()}
        for told in rows_told("needs", needed, needs):
            yield f"{name} {told}"


def _needs(gate: Gate, pathway: Pathway, renamed: Mapping[str, str]) -> Mapping[str, str]:
    texts = {each.id: each.text for each in pathway.requirements}
    return {renamed.get(id, id): quoted(texts[id]) for id in gate.needs}


def _order_within(was: Phase, then: Phase, renamed: Mapping[str, str]) -> Iterator[str]:
    """Whether what stays in a phase comes in another order, of which the next step depends."""
    old = [renamed.get(each.id, each.id) for each in was.requirements]
    if _moved(old, [each.id for each in then.requirements]):
        order = _row(each.text for each in then.requirements)
        yield f"What {quoted(then.name)} asks for comes in another order: {order}"


def _moved(was: list[str], then: list[str]) -> bool:
    """Whether what is in both comes in another order."""
    return [each for each in was if each in then] != [each for each in then if each in was]


def _row(texts: Iterator[str]) -> str:
    return ", ".join(map(quoted, texts))
