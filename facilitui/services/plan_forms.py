"""The forms a plan is written in: what can be changed, how it is shown, what it means.

A form knows its fields as text and how they change a plan; a screen only draws it. What cannot
be understood raises ValueError with a sentence for the person who typed it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from facilitui.core import editing
from facilitui.core.alignment import align
from facilitui.core.norms import Norm
from facilitui.core.plan import Block, Evidence, Goal, Plan
from facilitui.core.plan_parts import PlannedNorms
from facilitui.core.ports import Shelf
from facilitui.core.vocabulary import BlockKind, EvidenceKind, GoalKind, Mode
from facilitui.core.words import Word
from facilitui.services import form_values as read

Values = Mapping[str, str]
N = TypeVar("N", Block, Evidence)


@dataclass(frozen=True, slots=True)
class FormField:
    """One field, as text."""

    key: str
    label: str
    value: str
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    """Values and what they are called, where only these are possible."""


@dataclass(frozen=True, slots=True)
class Form:
    """Fields that belong together."""

    title: str
    fields: tuple[FormField, ...]
    change: Callable[[Plan, Values], Plan]
    """The plan with the values of those fields that were changed. Raises ValueError."""

    def apply(self, plan: Plan, values: Values) -> Plan:
        """The plan with these values; a field that is as it was shown changes nothing.

        Raises ValueError.
        """
        shown = {field.key: field.value for field in self.fields}
        return self.change(plan, {key: v for key, v in values.items() if v != shown.get(key)})


def _line(what: str) -> Callable[[str], str]:
    return lambda text: read.line(text, what)


def _read(readers: Mapping[str, Callable[[str], object]], values: Values) -> dict[str, object]:
    return {key: readers[key](value) for key, value in values.items()}


def applied(form: Form, plan: Plan, values: Values) -> tuple[Plan, str]:
    """The plan with every value that can be read, and why the first of the others cannot."""
    good: dict[str, str] = {}
    told = ""
    for key, value in values.items():
        try:
            form.apply(plan, {key: value})
            good[key] = value
        except ValueError as error:
            told = told or str(error)
    return form.apply(plan, good), told


def about_form(plan: Plan, today: date) -> Form:
    """Title, purpose, when and where."""
    start = f"{plan.start:%Y-%m-%d %H:%M}" if plan.start else ""
    return Form(
        "The session",
        (
            FormField("title", "Title", plan.title),
            FormField("purpose", "Why", plan.purpose, "what you meet for, in a sentence"),
            FormField("start", "Start", start, "2026-11-25 15:30, or 15:30 for today"),
            FormField("zone", "Zone", plan.zone, "America/Toronto; empty is here"),
            FormField("minutes", "Minutes", f"{plan.minutes:g}"),
            FormField("mode", "How", plan.mode.value, choices=_words(Mode)),
            FormField("place", "Place", plan.place),
            FormField("link", "Link", plan.link),
        ),
        lambda plan, values: editing.changed(
            plan, **_read({**_ABOUT, "start": lambda text: read.moment(text, today)}, values)
        ),
    )


_ABOUT: Mapping[str, Callable[[str], object]] = {
    "title": _line("title"),
    "purpose": _line("purpose"),
    "zone": _line("zone"),
    "minutes": lambda text: read.minutes(text, "minutes"),
    "mode": Mode,
    "place": _line("place"),
    "link": _line("link"),
}


def audience_form(plan: Plan) -> Form:
    """Who is coming."""
    audience = plan.audience
    count = str(audience.count) if audience.count else ""
    return Form(
        "1  Audience",
        (
            FormField("who", "Who", audience.who, "grade 7 teachers"),
            FormField("count", "How many", count),
            FormField("experience", "Experience", audience.experience, "new to protocols"),
            FormField("needs", "Needs", audience.needs, "what makes it easier for them"),
        ),
        _apply_audience,
    )


def _apply_audience(plan: Plan, values: Values) -> Plan:
    audience = plan.audience.model_copy(update=_read(_AUDIENCE, values))
    return editing.changed(plan, audience=audience)


_AUDIENCE: Mapping[str, Callable[[str], object]] = {
    "who": _line("who"),
    "count": read.count,
    "experience": _line("experience"),
    "needs": _line("needs"),
}


def goal_form(plan: Plan, goal: Goal) -> Form:
    """What they should know or be able to do."""
    return Form(
        f"2  Goal {goal.id}",
        (
            FormField("kind", "Participants", goal.kind.value, choices=_words(GoalKind)),
            FormField("text", "What", goal.text, "what counts as evidence of reasoning"),
        ),
        lambda plan, values: _with_goal(plan, goal, values),
    )


def _with_goal(plan: Plan, goal: Goal, values: Values) -> Plan:
    goal = goal.model_copy(update=_read({"text": _line("text"), "kind": GoalKind}, values))
    if not goal.text and plan.goal(goal.id) is None:
        return plan
    return editing.with_goal(plan, goal)


def block_form(plan: Plan, block: Block) -> Form:
    """One part of the agenda."""
    pin = f"{block.pinned_start:%H:%M}" if block.pinned_start else ""
    return Form(
        f"3  {block.title or 'Block'}",
        (
            FormField("title", "Title", block.title),
            FormField("minutes", "Minutes", f"{block.minutes:g}"),
            FormField("goals", "Goals", " ".join(block.goals), read.goal_hint(plan)),
            FormField("kind", "Kind", block.kind.value, choices=_words(BlockKind)),
            FormField("lead", "Led by", block.lead),
            FormField("pinned_start", "Starts at", pin, "15:45 pins it; empty follows"),
            FormField("say", "Say", block.say, "what you say, at most 25 words"),
            FormField("show", "Show", block.show, "what the room reads, at most 12 words"),
            FormField("watch", "Watch", block.watch, "only you see this"),
        ),
        lambda plan, values: editing.with_changed_block(plan, _block(plan, block, values)),
    )


def _block(plan: Plan, block: Block, values: Values) -> Block:
    readers: dict[str, Callable[[str], object]] = {
        "title": _line("title"),
        "minutes": lambda text: read.minutes(text, "minutes"),
        "goals": lambda text: read.goals(plan, text),
        "kind": BlockKind,
        "lead": _line("led by"),
        "pinned_start": read.time_of_day,
        "say": _line("say"),
        "show": _line("show"),
        "watch": _line("watch"),
    }
    changed = block.model_copy(update=_read(readers, values))
    limits = {
        "min": min(block.min, changed.minutes) if block.min else None,
        "max": max(block.max, changed.minutes) if block.max else None,
    }
    return changed.model_copy(update=limits)


def evidence_form(plan: Plan, evidence: Evidence) -> Form:
    """How a goal's effect will be seen."""
    return Form(
        "4  Evidence",
        (
            FormField("kind", "Kind", evidence.kind.value, choices=_words(EvidenceKind)),
            FormField("goals", "Goals", " ".join(evidence.goals), read.goal_hint(plan)),
            FormField("text", "What", evidence.text, "what you will look at"),
            FormField("when", "When", evidence.when, "at the door; in three weeks"),
            FormField("who", "Who", evidence.who, "who collects it"),
        ),
        lambda plan, values: _with_evidence(plan, _evidence(plan, evidence, values)),
    )


def _with_evidence(plan: Plan, evidence: Evidence) -> Plan:
    known = any(each.id == evidence.id for each in plan.evidence)
    return editing.with_evidence(plan, evidence) if known or evidence.text else plan


def _evidence(plan: Plan, evidence: Evidence, values: Values) -> Evidence:
    readers: dict[str, Callable[[str], object]] = {
        "kind": EvidenceKind,
        "goals": lambda text: read.goals(plan, text),
        "text": _line("what"),
        "when": _line("when"),
        "who": _line("who"),
    }
    return evidence.model_copy(update=_read(readers, values))


def norms_form(plan: Plan, shelf: Shelf) -> Form:
    """The norms to start from, the group's own, and the one to watch."""
    own = "; ".join(norm.text for norm in plan.norms.own)
    offered = tuple((norm.id, norm.text) for norm in _offered(plan.norms, shelf))
    sets = (("", "none"), *((each.id, each.name) for each in shelf.norms.values()))
    return Form(
        "Norms",
        (
            FormField("set", "Start from", next(iter(plan.norms.sets), ""), choices=sets),
            FormField("own", "Our own", own, "divided by semicolons"),
            FormField(
                "watch", "To watch", plan.norms.watch or "", choices=(("", "none"), *offered)
            ),
        ),
        lambda plan, values: editing.changed(plan, norms=_norms(plan.norms, shelf, values)),
    )


def _offered(norms: PlannedNorms, shelf: Shelf) -> tuple[Norm, ...]:
    sets = [shelf.norms[name] for name in norms.sets if name in shelf.norms]
    return (*(norm for each in sets for norm in each.norms), *norms.own)


def _norms(before: PlannedNorms, shelf: Shelf, values: Values) -> PlannedNorms:
    norms = before
    if "set" in values:
        sets = (values["set"],) if values["set"] else ()
        norms = norms.model_copy(update={"sets": sets})
    if "own" in values:
        norms = norms.model_copy(update={"own": read.norms(before.own, values["own"])})
    if "watch" in values:
        return norms.model_copy(update={"watch": values["watch"] or None})
    left = {norm.id for norm in _offered(norms, shelf)}
    gone = {norm.id for norm in _offered(before, shelf)} - left
    return norms.model_copy(update={"watch": None}) if norms.watch in gone else norms


def people_form(plan: Plan) -> Form:
    """Who else has a part, who planned with you, and what has to be there."""
    people = "; ".join(f"{person.name}, {person.role.label.lower()}" for person in plan.people)
    helped = "; ".join(
        f"{each.person}, {each.role.label.lower()}, {each.minutes:g}" for each in plan.planned_with
    )
    return Form(
        "People and materials",
        (
            FormField("people", "People", people, "Ben, co-facilitator; Mia, scribe"),
            FormField("planned_with", "Planned with", helped, "Kim, staff, 30"),
            FormField("materials", "Materials", "; ".join(plan.materials), "markers; copies"),
        ),
        lambda plan, values: editing.changed(plan, **_read(_PEOPLE, values)),
    )


_PEOPLE: Mapping[str, Callable[[str], object]] = {
    "people": read.people,
    "planned_with": read.planned_with,
    "materials": lambda text: tuple(read.line(each, "materials") for each in read.parts(text)),
}


def _words(kind: type[Word]) -> tuple[tuple[str, str], ...]:
    return tuple((word.value, word.label) for word in kind)


def form_of(plan: Plan, shelf: Shelf, place: str, today: date) -> Form | None:
    """The form of a place in the plan: "about", "goal G1", "evidence …", "block …", and so on."""
    what, _, name = place.partition(" ")
    if what == "goal" and (goal := plan.goal(name)) is not None:
        return goal_form(plan, goal)
    if what == "block" and (block := _named(plan.blocks, name)) is not None:
        return block_form(plan, block)
    if what == "evidence" and (evidence := _named(plan.evidence, name)) is not None:
        return evidence_form(plan, evidence)
    if what == "about":
        return about_form(plan, today)
    if what == "norms":
        return norms_form(plan, shelf)
    simple = {"audience": audience_form, "people": people_form}
    return simple[what](plan) if what in simple else None


def new_goal_form(plan: Plan) -> Form:
    """The form of a goal that is not there yet."""
    return goal_form(plan, Goal(id=editing.next_goal_id(plan), text=""))


def new_evidence_form(plan: Plan) -> Form:
    """The form of an evidence measure for the goals that have none yet."""
    missing = tuple(aligned.goal.id for aligned in align(plan) if not aligned.evidence)
    evidence = editing.new_evidence(plan, EvidenceKind.EXIT_TICKET)
    return evidence_form(plan, evidence.model_copy(update={"goals": missing}))


def _named(things: Sequence[N], name: str) -> N | None:
    return next((thing for thing in things if thing.id == name), None)
