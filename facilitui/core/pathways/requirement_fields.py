"""What is said of each field of a requirement, where two versions of a pathway are compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from facilitui.core.base import LONGEST_LINE
from facilitui.core.pathways.pathway import Item, Part, Pathway, Phase
from facilitui.core.pathways.requirement_words import field_told
from facilitui.core.pathways.requirements import LogField, Requirement
from facilitui.core.pathways.words import FieldType
from facilitui.core.safe_text import quoted
from facilitui.core.told import day_of_month, plural


@dataclass(frozen=True, slots=True)
class Asked:
    """A requirement where it stands in one version of a pathway."""

    requirement: Requirement
    phase: Phase
    pathway: Pathway
    renamed: Mapping[str, str] = field(default_factory=dict)
    """What other requirements are called by in the version that it is compared with."""

    def name(self, id: str) -> str:
        """What a requirement is known by in both versions."""
        return self.renamed.get(id, id)

    def text(self, id: str) -> str:
        """What a requirement asks for, as a sentence repeats it."""
        found = self.pathway.requirement(id)
        return quoted(found.text if found is not None else id)


def whole(text: str) -> str:
    """A text of the file as a sentence repeats it, with nothing left out."""
    return quoted(text, LONGEST_LINE)


def part_told(part: Part) -> str:
    """A part of a document, what it asks and how long it may be."""
    asks = f" ({whole(part.ask)})" if part.ask else ""
    limit = f", at most {plural(part.words, 'word')}" if part.words is not None else ""
    return f"{quoted(part.name)}{asks}{limit}"


def item_told(item: Item) -> str:
    """An item of a checklist, with its week."""
    return whole(item.text) + (f" in week {item.week}" if item.week is not None else "")


def _a_kind(kind: FieldType) -> str:
    told = kind.label.lower()
    return told if kind is FieldType.TEXT else f"a {told}"


def _log_field(field: LogField) -> str:
    return f"{whole(field_told(field))} as {_a_kind(field.type)}"


def _labels(_: Asked, values: Any) -> dict[str, str]:
    return {each.value: each.label.lower() for each in values}


def _texts(_: Asked, values: Any) -> dict[str, str]:
    return {each: whole(each) for each in values}


Tell = Callable[[Any, Asked], str]
Row = Callable[[Asked, Any], dict[str, str]]
VALUES: Mapping[str, tuple[str, str, Tell]] = {
    "count": ("how many:", "no number", lambda value, _: str(value)),
    "per": ("asked", "once", lambda value, _: f"for each {value.label.lower()}"),
    "instead_of": ("stands for", "nothing else", lambda value, one: one.text(value)),
    "support_at_most": ("support:", "any", lambda value, _: value.label.lower()),
    "at_least": ("at least", "", lambda value, _: str(value)),
    "one_at_least": ("one of them at least", "no number", lambda value, _: str(value)),
    "upon": ("on one of", "nothing", lambda value, one: one.text(value)),
    "with_whom": ("told with whom by", "nothing", lambda value, _: quoted(value)),
    "document": ("the document", "", lambda value, one: quoted(one.pathway.document(value).name)),
    "checklist": (
        "the checklist",
        "",
        lambda value, one: quoted(one.pathway.checklist(value).name),
    ),
    "on": ("by", "a day that the programme sets", lambda value, _: day_of_month(value)),
    "months": ("again after", "never", lambda value, _: plural(value, "month")),
}
"""Of each field with one value what is said of it, what none means, and how it is told."""
YES_NO: Mapping[str, tuple[str, str]] = {
    "wished": ("it is only looked for then", "it is asked then, not only looked for"),
    "by_opportunity": ("it waits for an opportunity then", "it waits for no opportunity then"),
    "led": ("only those count that one led oneself", "those count too that one did not lead"),
    "current": ("only the newest stands", "all of them stand, not the newest alone"),
    "by_programme": ("it is the programme's word then", "it is not the programme's word then"),
    "beside_sessions": (
        "how many sessions there are is told beside it",
        "how many sessions there are is not told beside it any more",
    ),
}
"""Of each field that is so or not what is said where it becomes so, and where it ceases."""
LISTS: Mapping[str, tuple[str, str, Row]] = {
    "needs": ("needs", "", lambda one, ids: {one.name(each): one.text(each) for each in ids}),
    "roles": ("counts the roles", "every role", _labels),
    "modes": ("counts", "every kind", _labels),
    "partners": ("counts with", "anybody", _labels),
    "shows": ("shows", "", _labels),
    "areas": ("is about the areas", "the priority areas", _texts),
    "parts": ("consists of", "", _texts),
    "forms": ("comes as", "", _texts),
    "fields": ("asks", "", lambda _, fields: {each.id: _log_field(each) for each in fields}),
}
"""Of each field that is a list what is said of it, what an empty one means, and how it is told."""
NAMING = frozenset({"needs", "instead_of", "upon"})
"""Fields that name other requirements."""
UNORDERED = frozenset({"needs", "roles", "modes", "partners", "shows", "areas"})
"""Lists of which the order says nothing."""
