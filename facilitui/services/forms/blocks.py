"""The forms of one part of the agenda: what it is, its steps' minutes, its groups."""

from __future__ import annotations

from collections.abc import Mapping

from facilitui.core.checks.check import short
from facilitui.core.naming import STAND_INS
from facilitui.core.plans import editing
from facilitui.core.plans.block_words import kind_of
from facilitui.core.plans.plan import Block, Plan
from facilitui.core.told import figure
from facilitui.core.vocabulary import BlockKind, Question, Silence, Who
from facilitui.services.forms import reading as r
from facilitui.services.forms.form import (
    Choices,
    Following,
    Form,
    FormField,
    Kind,
    Values,
    read_all,
    words,
)
from facilitui.services.forms.goals import goals_field
from facilitui.services.forms.moments import time_of_day


def block_form(plan: Plan, block: Block) -> Form[Plan]:
    """One part of the agenda."""
    fields = (*_what(plan, block), *_words(block), *_voices(block), *_limits(block))

    def change(plan: Plan, values: Values) -> Plan:
        told = read_all(fields, values)
        if _is_new(block) and "kind" not in values:
            told["kind"] = kind_of(values.get("title", ""))
        return editing.with_changed_block(plan, _changed(block, told))

    def follow(values: Values) -> Mapping[str, Following]:
        kinds = _kinds(block, values["title"])
        return {"kind": Following(choices=kinds)} if _is_new(block) else {}

    title = f"3  {block.title or 'Block'}"
    place = f"block {block.id}"
    return Form(title, fields, change, follow, subject=subject_of(block), place=place)


def _is_new(block: Block) -> bool:
    """Whether nobody has said yet what a block is: its title then tells its kind."""
    return block.title in STAND_INS and block.kind is BlockKind.ACTIVITY


def _kinds(block: Block, title: str) -> Choices:
    """The kinds there are; for a new block, first the one that its title tells."""
    return words(BlockKind, f"as its title says: {kind_of(title).label}" if _is_new(block) else "")


def subject_of(block: Block) -> str:
    """What undo calls a block."""
    return short(r.flat(block.title)) or "a block"


def _what(plan: Plan, block: Block) -> tuple[FormField, ...]:
    pin = f"{block.pinned_start:%H:%M}" if block.pinned_start else ""
    return (
        FormField("title", "Title", block.title, "what it is called", read=r.a_line("title")),
        FormField(
            "minutes",
            "Minutes",
            figure(block.minutes),
            "10, 7.5, 1 h 30; a range goes into At least and At most",
            read=r.minutes,
        ),
        goals_field(plan, block.goals),
        FormField(
            "kind",
            "Kind",
            "" if _is_new(block) else block.kind.value,
            "what part it plays",
            _kinds(block, block.title),
            read=BlockKind,
        ),
        FormField(
            "lead", "Led by", block.lead, "who leads it", name="lead", read=r.a_line("led by")
        ),
        FormField(
            "pinned_start",
            "Starts at",
            pin,
            "15:45 pins it; empty follows what is before it",
            name="start",
            read=time_of_day,
        ),
    )


def _words(block: Block) -> tuple[FormField, ...]:
    return (
        FormField(
            "say",
            "Say",
            block.say,
            "what you say, at most 25 words",
            section="Words",
            name="what to say",
            read=r.a_line("say"),
        ),
        FormField(
            "question",
            "It asks for",
            block.question.value if block.question else "",
            "the kind of question, so that a wait can be offered",
            words(Question, "nothing"),
            name="question",
            read=lambda text: Question(text) if text else None,
        ),
        FormField(
            "show",
            "Show",
            block.show,
            "what the room reads, at most 12 words",
            name="what to show",
            read=r.a_line("show"),
        ),
        FormField(
            "watch",
            "Watch",
            block.watch,
            "only you see this",
            name="what to watch",
            read=r.a_line("watch"),
        ),
        FormField("note", "Note", block.note, "anything for yourself", kind=Kind.TEXT, read=r.text),
    )


def _voices(block: Block) -> tuple[FormField, ...]:
    """Who is heard in a block of one's own; a protocol's steps say that themselves."""
    if block.protocol is not None:
        return ()
    return (
        FormField(
            "who",
            "Speaking",
            block.who.value if block.who else "",
            "counts as your talk, or as participants' talk",
            (("", "as its kind says"), *words(Who)),
            name="voices",
            section="Who is heard",
            read=lambda text: Who(text) if text else None,
        ),
        FormField(
            "silence",
            "Silence",
            block.silence.value,
            "silent work gives time last",
            words(Silence),
            read=Silence,
        ),
    )


def _limits(block: Block) -> tuple[FormField, ...]:
    return (
        FormField(
            "min",
            "At least",
            _figure(block.min),
            "minutes; follows Minutes down",
            section="When time is short",
            name="least minutes",
            read=r.limit("at least"),
        ),
        FormField(
            "max",
            "At most",
            _figure(block.max),
            "minutes; follows Minutes up",
            name="most minutes",
            read=r.limit("at most"),
        ),
        FormField(
            "protected",
            "Protected",
            "yes" if block.protected else "",
            "gives time last, and is never skipped",
            kind=Kind.YES,
            name="protection",
            read=r.yes,
        ),
        FormField(
            "optional",
            "Optional",
            "yes" if block.optional else "",
            "may be left out",
            kind=Kind.YES,
            name="whether to leave out",
            read=r.yes,
        ),
    )


def _figure(value: float | None) -> str:
    return "" if value is None else figure(value)


def _changed(block: Block, changes: Mapping[str, object]) -> Block:
    """The block with other values; limits that nobody typed give way to the minutes.

    Raises ValueError where the minutes do not lie within the limits that were typed.
    """
    changed = block.model_copy(update=dict(changes))
    least, most, minutes = changed.min, changed.max, changed.minutes
    if least is not None and least > minutes and "min" in changes:
        raise ValueError(f"at least {least:g} is more than the {minutes:g} minutes planned")
    if most is not None and most < minutes and "max" in changes:
        raise ValueError(f"at most {most:g} is less than the {minutes:g} minutes planned")
    limits = {
        "min": None if least is None else min(least, minutes),
        "max": None if most is None else max(most, minutes),
    }
    return changed.model_copy(update=limits)
