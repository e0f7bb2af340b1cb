"""The forms of other times: dates to check in, what was promised and asked for before, a note."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from facilitui.core.plans import editing
from facilitui.core.plans.check_ins import named
from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_parts import Asked, CheckIn
from facilitui.core.plans.plan_words import Outlook
from facilitui.core.told import short_day
from facilitui.services.forms import reading as r
from facilitui.services.forms.form import (
    Following,
    Form,
    FormField,
    Kind,
    Values,
    read_all,
    words,
)
from facilitui.services.forms.list_lines import entries
from facilitui.services.forms.moments import moment

CHECK_IN_HINT = "one a line: 2 Dec 9:00, What did you try?"
ASKED_HINT = "one a line, your answer last: More time; ten minutes"
_AFTER_TIME = re.compile(r"(?<=[\dm])\s*[,;:–-]\s+(?=\S)|(?<=[\dm])\s*[,;]\s*$")
"""Where a prompt begins: behind a time, at a comma, a colon or a dash."""


def check_ins_form(plan: Plan, today: date) -> Form[Plan]:
    """The dates of an asynchronous session after its opening, and what people are asked then."""
    read = r.listed(plan.check_ins, _shown, lambda entry: check_in(entry, today), 60)
    field = FormField(
        "check_ins",
        "Check-ins",
        r.in_lines(plan.check_ins, _shown),
        CHECK_IN_HINT,
        kind=Kind.LIST,
        read=lambda typed: named(read(typed), plan.check_ins),
    )
    return Form(
        "Dates to check in",
        (field,),
        lambda plan, values: editing.changed(plan, **read_all((field,), values)),
    )


def _shown(check_in: CheckIn) -> str:
    prompt = r.flat(check_in.prompt)
    return f"{check_in.at:%Y-%m-%d %H:%M}{', ' if prompt else ''}{prompt}"


def check_in(entry: str, today: date) -> CheckIn:
    """A date and what is asked then. Raises ValueError."""
    ends = [(found.start(), found.end()) for found in _AFTER_TIME.finditer(entry)]
    fault: ValueError | None = None
    for start, end in (*ends, (len(entry), len(entry))):  # a date may have a comma of its own
        try:
            at = moment(entry[:start], today, "a check-in")
        except ValueError as error:
            fault = fault or error
            continue
        if at is not None:
            return CheckIn(at=at, prompt=r.line(entry[end:], "what is asked"))
    raise fault or ValueError("a check-in begins with its date: 2 Dec 9:00")


def carried_form(plan: Plan, today: date) -> Form[Plan] | None:
    """What became of earlier commitments. None where nothing was carried over."""
    fields = tuple(
        FormField(
            f"outlook-{i}",
            "Now",
            each.outlook.value,
            "what became of it"
            + (f"; it was due {short_day(each.due, today)}" if each.due else ""),
            words(Outlook),
            section=r.flat(each.text),
            name="what became",
            read=Outlook,
        )
        for i, each in enumerate(plan.carried)
    )

    def change(plan: Plan, values: Values) -> Plan:
        read = read_all(fields, values)
        carried = tuple(
            each.model_copy(update={"outlook": read[f"outlook-{i}"]})
            if f"outlook-{i}" in read
            else each
            for i, each in enumerate(plan.carried)
        )
        return editing.changed(plan, carried=carried)

    subject = "what was carried over"
    return Form("Carried over", fields, change, subject=subject) if fields else None


def asked_form(plan: Plan) -> Form[Plan]:
    """What participants asked for, and what this plan does about it."""
    field = FormField(
        "asked",
        "Asked for",
        r.in_lines(plan.asked, _asked_shown),
        ASKED_HINT,
        kind=Kind.LIST,
        read=r.listed(plan.asked, _asked_shown, _asked),
    )
    return Form(
        "What feedback asked for",
        (field,),
        lambda plan, values: editing.changed(plan, **read_all((field,), values)),
        _unanswered,
    )


def _asked_shown(asked: Asked) -> str:
    return f"{r.flat(asked.text)}; {r.flat(asked.answer)}".removesuffix("; ")


def _asked(entry: str) -> Asked:
    """A wish; what is done about it stands behind the first semicolon."""
    text, _, answer = entry.partition(";")
    if not text.strip():
        raise ValueError(f"say what they asked for: {ASKED_HINT.partition(': ')[2]}")
    return Asked(text=r.line(text, "a wish"), answer=r.line(answer, "an answer"))


def _unanswered(values: Values) -> Mapping[str, Following]:
    """How many of them this plan does nothing about yet."""
    wishes = [entry.partition(";") for entry in entries(values["asked"])]
    left = sum(not answer.strip() for _, _, answer in wishes)
    told = f"{left} of {len(wishes)} without an answer yet" if left else ""
    return {"asked": Following(below=(told,) if told else ())}


def note_form(plan: Plan) -> Form[Plan]:
    """Anything else."""
    field = FormField("note", "Note", plan.note, "anything else", kind=Kind.TEXT, read=r.text)
    return Form(
        "Note", (field,), lambda plan, values: editing.changed(plan, **read_all((field,), values))
    )
