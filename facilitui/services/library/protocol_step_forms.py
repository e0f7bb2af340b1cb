"""The form of one step of a protocol, whether it is there yet or not."""

from __future__ import annotations

from collections.abc import Mapping

from facilitui.core.checks.wording import MOST_TO_SAY, MOST_TO_SHOW
from facilitui.core.library import protocol_editing as editing
from facilitui.core.library.protocol import Cycle, Protocol, Step
from facilitui.core.told import figure
from facilitui.core.vocabulary import Per, Question, Silence, TurnsFor, Who
from facilitui.services.forms import reading as r
from facilitui.services.forms.form import Following, Form, FormField, Kind, Values, read_all, words
from facilitui.services.library.protocol_reading import MOST_IN_SHORT, name, short

PASS = "min for one pass"
LONGEST_TURN = 60


def step_form(protocol: Protocol, step: Step) -> Form[Protocol]:
    """One step."""
    fields = _step_fields(protocol, step)

    def change(protocol: Protocol, values: Values) -> Protocol:
        return editing.with_changed_step(protocol, _changed_step(step, fields, values))

    return Form(step.name or "A step", fields, change, _counted, place=f"step {step.id}")


def new_step_form(protocol: Protocol, after: str) -> Form[Protocol]:
    """A step that is not there yet, behind another; without a name it is not put in."""
    blank = editing.new_step("", ())
    fields = _step_fields(protocol, blank)

    def change(protocol: Protocol, values: Values) -> Protocol:
        step = _changed_step(blank, fields, values)
        if not step.name:
            return protocol
        id = editing.free_id(step.name, (each.id for each in protocol.steps))
        step = step.model_copy(update={"id": id})
        put_in = editing.with_step(protocol, step.model_copy(update={"cycle": ""}), after)
        return editing.with_changed_step(put_in, step) if "cycle" in values else put_in

    return Form("A new step", fields, change, _counted)


def _changed_step(step: Step, fields: tuple[FormField, ...], values: Values) -> Step:
    changed = step.model_copy(update=read_all(fields, values))
    if not changed.min <= changed.ideal <= changed.max:
        told = f"{figure(changed.min)}, {figure(changed.ideal)}, {figure(changed.max)}"
        raise ValueError(f"shortest, usual and longest must grow, but are {told}")
    return changed


def _step_fields(protocol: Protocol, step: Step) -> tuple[FormField, ...]:
    each = figure(step.turn_minutes) if step.turn_minutes else ""
    question = step.question.value if step.question else ""
    return (
        FormField("name", "Name", step.name, "what the step is called", read=name("a step")),
        FormField(
            "short", "Short name", step.short, f"at most {MOST_IN_SHORT} characters", read=short
        ),
        FormField("min", "Shortest", figure(step.min), PASS, read=r.step_minutes),
        FormField("ideal", "Usual", figure(step.ideal), PASS, read=r.step_minutes),
        FormField("max", "Longest", figure(step.max), PASS, read=r.step_minutes),
        FormField("who", "Who", step.who.value, "who speaks or works", words(Who), read=Who),
        FormField(
            "silence",
            "Silence",
            step.silence.value,
            "where everyone is silent, the step is protected",
            words(Silence),
            read=Silence,
        ),
        FormField("say", "Say", step.say, _say_hint(step.say), read=r.a_line("say")),
        FormField("show", "Show", step.show, _show_hint(step.show), read=r.a_line("show")),
        FormField("watch", "Watch", step.watch, "only the host sees this", read=r.a_line("watch")),
        FormField(
            "question",
            "Question",
            question,
            "of what kind it is sets the wait that is offered",
            words(Question, "none"),
            read=lambda typed: Question(typed) if typed else None,
        ),
        FormField(
            "cycle",
            "Cycle",
            step.cycle,
            "steps of one cycle follow one another and repeat together",
            _cycle_choices(protocol),
            read=str,
        ),
        FormField(
            "turn_minutes",
            "Turns of",
            each,
            "min each; empty for none",
            read=r.limit("a turn", LONGEST_TURN),
        ),
        FormField("turns", "Turns for", step.turns.value, "", words(TurnsFor), read=TurnsFor),
        FormField(
            "debrief",
            "Debrief",
            "yes" if step.debrief else "",
            "looks back at how it went; protected",
            kind=Kind.YES,
            read=r.yes,
        ),
    )


def _cycle_choices(protocol: Protocol) -> tuple[tuple[str, str], ...]:
    known = tuple((cycle.id, f"{cycle.id}: {_per(cycle)}") for cycle in protocol.cycles)
    letter = editing.next_cycle(protocol)
    return (("", "none"), *known, *(((letter, f"{letter}: a new one"),) if letter else ()))


def _per(cycle: Cycle) -> str:
    if cycle.per is Per.PARTICIPANT:
        return "once for every participant"
    return f"{cycle.times} times, once for every {cycle.per.label.lower()}"


def _counted(values: Values) -> Mapping[str, Following]:
    """How long what is said and shown has become."""
    return {
        "say": Following(hint=_say_hint(values.get("say", ""))),
        "show": Following(hint=_show_hint(values.get("show", ""))),
    }


def _say_hint(text: str) -> str:
    return f"what you say: {len(text.split())} of at most {MOST_TO_SAY} words"


def _show_hint(text: str) -> str:
    return f"what the room reads: {len(text.split())} of at most {MOST_TO_SHOW} words"
