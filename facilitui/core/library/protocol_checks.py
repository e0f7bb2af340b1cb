"""Checks of a protocol that is being written: what to look at again, each with a reason."""

from __future__ import annotations

from collections.abc import Iterator

from facilitui.core.checks.check import Check, Weight, short
from facilitui.core.checks.wording import (
    MOST_TO_SAY,
    MOST_TO_SHOW,
    closed_question,
    first_words,
)
from facilitui.core.library.protocol import Protocol, Step
from facilitui.core.told import figure


def check_protocol(protocol: Protocol) -> tuple[Check, ...]:
    """Everything to look at again in a protocol, the weightiest first, then as the steps go."""
    found = [*_whole(protocol), *_cycles(protocol)]
    for step in protocol.steps:
        found += [*_minutes(step), *_wording(step)]
    found += [check for step in protocol.steps for check in _protected(step)]
    return tuple(sorted(found, key=lambda check: -check.weight))


def is_information(check: Check) -> bool:
    """Whether it only tells what is so, such as that a silent step is protected."""
    return check.id.startswith("protected ")


def _whole(protocol: Protocol) -> Iterator[Check]:
    if not protocol.purpose:
        yield Check(
            "no-purpose",
            Weight.HOLE,
            "No purpose yet",
            "Others find a protocol by what it is for; one sentence is enough.",
            "about",
        )
    if not protocol.origin:
        yield Check(
            "no-origin",
            Weight.HOLE,
            "No credit yet",
            "Say whom it is after, or that it is your own.",
            "credit",
        )
    group = protocol.group
    if not group.min <= group.ideal <= group.max:
        yield Check(
            "group",
            Weight.WRONG,
            f"Best with {group.ideal} is not within {group.min} to {group.max} people",
            "The library offers it for groups within its range; the best size lies in it.",
            "group",
        )
    if not any(step.debrief for step in protocol.steps):
        yield Check(
            "no-debrief",
            Weight.LOOK,
            "No step is its debrief",
            "Mark the step that looks back at how it went, so that it is not the first to be cut.",
            f"step {protocol.steps[-1].id}",
        )


def _cycles(protocol: Protocol) -> Iterator[Check]:
    known = {cycle.id for cycle in protocol.cycles}
    used = {step.cycle: step.id for step in protocol.steps if step.cycle}
    for letter, step in used.items():
        if letter not in known:
            yield Check(
                f"cycle {letter}",
                Weight.WRONG,
                f"Cycle {letter} is used but not described",
                "Say how often its steps repeat, and for what.",
                f"step {step}",
            )
    for letter in sorted(known - used.keys()):
        yield Check(
            f"cycle {letter}",
            Weight.LOOK,
            f"Cycle {letter} is described, but no step is in it",
            "Put steps into it, or take it out.",
            f"cycle {letter}",
        )


def _minutes(step: Step) -> Iterator[Check]:
    if not step.min <= step.ideal <= step.max:
        yield Check(
            f"minutes {step.id}",
            Weight.WRONG,
            f"{_name(step)}: {step.min:g}, {step.ideal:g}, {step.max:g} min do not grow",
            "The shortest comes first, then the usual, then the longest.",
            f"step {step.id}",
        )


def _wording(step: Step) -> Iterator[Check]:
    for what, text, most, then in (
        ("say", step.say, MOST_TO_SAY, "heard"),
        ("show", step.show, MOST_TO_SHOW, "read"),
    ):
        if (count := len(text.split())) > most:
            yield Check(
                f"words-to-{what} {step.id}",
                Weight.HOLE,
                f"{_name(step)}: {count} words to {what}; {most} are {then}",
                f"People lose the thread after {most} words; keep what they must do.",
                f"step {step.id}",
            )
    if step.question is None and "?" in step.say:
        yield Check(
            f"no-kind {step.id}",
            Weight.HOLE,
            f"{_name(step)} asks something, of no kind",
            "Choose the kind of question, and a wait of the right length is offered.",
            f"step {step.id}",
        )
    if asked := closed_question(step.say):
        yield Check(
            f"yes-no {step.id}",
            Weight.LOOK,
            f"{_name(step)}: yes or no answers “{first_words(asked)}”",
            "Begin with what, how or why, so that people tell what they think.",
            f"step {step.id}",
        )


def _protected(step: Step) -> Iterator[Check]:
    if step.silent:
        yield Check(
            f"protected {step.id}",
            Weight.LOOK,
            f"{_name(step)} is silent: protected, never below {figure(step.min)} min",
            "Silence gives up time last, and never below its shortest; set that with care.",
            f"step {step.id}",
        )


def _name(step: Step) -> str:
    return short(step.short_name) or "A step"
