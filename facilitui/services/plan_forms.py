"""The forms a plan is written in: what can be changed, how it is shown, what it means.

A form knows its fields as text and how they change a plan; a screen only draws it. What cannot
be understood raises ValueError with a sentence for the person who typed it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from facilitui.core import editing
from facilitui.core.alignment import align
from facilitui.core.naming import slug
from facilitui.core.norms import Norm
from facilitui.core.plan import Block, Evidence, Goal, Person, Plan, PlannedWith
from facilitui.core.ports import Shelf
from facilitui.core.vocabulary import BlockKind, EvidenceKind, GoalKind, Mode, Word
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
    apply: Callable[[Plan, Values], Plan]
    """The plan with these values. Raises ValueError."""


def about_form(plan: Plan) -> Form:
    """Title, purpose, when and where."""
    start = f"{plan.start:%Y-%m-%d %H:%M}" if plan.start else ""
    return Form(
        "The session",
        (
            FormField("title", "Title", plan.title),
            FormField("purpose", "Why", plan.purpose, "what you meet for, in a sentence"),
            FormField("start", "Start", start, "2026-11-25 15:30"),
            FormField("zone", "Zone", plan.zone, "America/Toronto; empty is here"),
            FormField("minutes", "Minutes", f"{plan.minutes:g}"),
            FormField("mode", "How", plan.mode.value, choices=_words(Mode)),
            FormField("place", "Place", plan.place),
            FormField("link", "Link", plan.link),
        ),
        _apply_about,
    )


def _apply_about(plan: Plan, values: Values) -> Plan:
    return editing.changed(
        plan,
        title=read.line(values["title"], "title"),
        purpose=read.line(values["purpose"], "purpose"),
        start=read.moment(values["start"]),
        zone=read.line(values["zone"], "zone"),
        minutes=read.minutes(values["minutes"], "minutes"),
        mode=Mode(values["mode"]),
        place=read.line(values["place"], "place"),
        link=read.line(values["link"], "link"),
    )


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
    audience = plan.audience.model_copy(
        update={
            "who": read.line(values["who"], "who"),
            "count": read.count(values["count"]),
            "experience": read.line(values["experience"], "experience"),
            "needs": read.line(values["needs"], "needs"),
        }
    )
    return editing.changed(plan, audience=audience)


def goal_form(plan: Plan, goal: Goal) -> Form:
    """What they should know or be able to do."""
    return Form(
        f"2  Goal {goal.id}",
        (
            FormField("kind", "Participants", goal.kind.value, choices=_words(GoalKind)),
            FormField("text", "What", goal.text, "what counts as evidence of reasoning"),
        ),
        lambda plan, values: _with_goal(plan, goal.id, values),
    )


def _with_goal(plan: Plan, goal_id: str, values: Values) -> Plan:
    text = read.line(values["text"], "text")
    if not text and plan.goal(goal_id) is None:
        return plan
    return editing.with_goal(plan, Goal(id=goal_id, text=text, kind=GoalKind(values["kind"])))


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
        lambda plan, values: editing.with_changed_block(plan, _block(plan, block.id, values)),
    )


def _block(plan: Plan, block_id: str, values: Values) -> Block:
    before = next(block for block in plan.blocks if block.id == block_id)
    minutes = read.minutes(values["minutes"], "minutes")
    return before.model_copy(
        update={
            "title": read.line(values["title"], "title"),
            "minutes": minutes,
            "min": min(before.min, minutes) if before.min else None,
            "max": max(before.max, minutes) if before.max else None,
            "goals": read.goals(plan, values["goals"]),
            "kind": BlockKind(values["kind"]),
            "lead": read.line(values["lead"], "led by"),
            "pinned_start": read.time_of_day(values["pinned_start"]),
            "say": read.line(values["say"], "say"),
            "show": read.line(values["show"], "show"),
            "watch": read.line(values["watch"], "watch"),
        }
    )


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
        lambda plan, values: editing.with_evidence(
            plan,
            Evidence(
                id=evidence.id,
                kind=EvidenceKind(values["kind"]),
                goals=read.goals(plan, values["goals"]),
                text=read.line(values["text"], "what"),
                when=read.line(values["when"], "when"),
                who=read.line(values["who"], "who"),
            ),
        ),
    )


def norms_form(plan: Plan, shelf: Shelf) -> Form:
    """The norms to start from, the group's own, and the one to watch."""
    own = "; ".join(norm.text for norm in plan.norms.own)
    offered = [
        (norm.id, norm.text)
        for name in plan.norms.sets
        if name in shelf.norms
        for norm in shelf.norms[name].norms
    ]
    offered += [(norm.id, norm.text) for norm in plan.norms.own]
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
        _apply_norms,
    )


def _apply_norms(plan: Plan, values: Values) -> Plan:
    texts = [text.strip() for text in values["own"].split(";") if text.strip()]
    own = tuple(
        Norm(id=f"own-{n}-{slug(text)[:20].strip('-')}", text=read.line(text, "norm"))
        for n, text in enumerate(texts, 1)
    )
    chosen = values["set"]
    sets = plan.norms.sets if chosen == next(iter(plan.norms.sets), "") else (chosen,)
    norms = plan.norms.model_copy(
        update={
            "sets": tuple(name for name in sets if name),
            "own": own,
            "watch": values["watch"] or None,
        }
    )
    return editing.changed(plan, norms=norms)


def people_form(plan: Plan) -> Form:
    """Who else has a part, who planned with you, and what has to be there."""
    people = "; ".join(f"{person.name}, {person.role.value}" for person in plan.people)
    helped = "; ".join(
        f"{each.person}, {each.role.value}, {each.minutes:g}" for each in plan.planned_with
    )
    return Form(
        "People and materials",
        (
            FormField("people", "People", people, "Ben, co_facilitator; Mia, scribe"),
            FormField("planned_with", "Planned with", helped, "Kim, staff, 30"),
            FormField("materials", "Materials", "; ".join(plan.materials), "markers; copies"),
        ),
        _apply_people,
    )


def _apply_people(plan: Plan, values: Values) -> Plan:
    people = [read.entry(text, 2) for text in read.parts(values["people"])]
    helped = [read.entry(text, 3) for text in read.parts(values["planned_with"])]
    return editing.changed(
        plan,
        people=tuple(Person(name=name, role=read.role(role)) for name, role, *_ in people),
        planned_with=tuple(
            PlannedWith(
                person=name, role=read.role(role), minutes=read.number(minutes or "0", "minutes")
            )
            for name, role, minutes in helped
        ),
        materials=tuple(read.line(text, "materials") for text in read.parts(values["materials"])),
    )


def _words(kind: type[Word]) -> tuple[tuple[str, str], ...]:
    return tuple((word.value, word.label) for word in kind)


def form_of(plan: Plan, shelf: Shelf, place: str) -> Form | None:
    """The form of a place in the plan: "about", "goal G1", "evidence …", "block …", and so on."""
    what, _, name = place.partition(" ")
    if what == "goal" and (goal := plan.goal(name)) is not None:
        return goal_form(plan, goal)
    if what == "block" and (block := _named(plan.blocks, name)) is not None:
        return block_form(plan, block)
    if what == "evidence" and (evidence := _named(plan.evidence, name)) is not None:
        return evidence_form(plan, evidence)
    simple = {"about": about_form, "audience": audience_form, "people": people_form}
    if what == "norms":
        return norms_form(plan, shelf)
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
