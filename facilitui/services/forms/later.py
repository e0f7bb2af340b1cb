"""The forms of other times: dates to check in, what was promised and asked for before, a note."""

from __future__ import annotations

import re
from datetime import date

from facilitui.core import editing
from facilitui.core.plan import Plan
from facilitui.core.plan_parts import CheckIn
from facilitui.core.plan_words import Outlook
from facilitui.services.forms import reading as r
from facilitui.services.forms.form import Form, FormField, Kind, Values, read_all, words
from facilitui.services.forms.moments import moment

CHECK_IN_HINT = "one a line: 2 Dec 9:00, What did you try?"
_AFTER_TIME = re.compile(r"(?<=[\dm])\s*[,;:–-]\s+(?=\S)|(?<=[\dm])\s*[,;]\s*$")
"""Where a prompt begins: behind a time, at a comma, a colon or a dash."""


def check_ins_form(plan: Plan, today: date) -> Form[Plan]:
    """The dates of an asynchronous session after its opening, and what people are asked then."""
    field = FormField(
        "check_ins",
        "Check-ins",
        r.in_lines(plan.check_ins, _shown),
        CHECK_IN_HINT,
        kind=Kind.LIST,
        read=r.listed(plan.check_ins, _shown, lambda entry: check_in(entry, today), 60),
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


def carried_form(plan: Plan) -> Form[Plan] | None:
    """What became of earlier commitments, and what the plan does about what was asked for.

    None where nothing was carried over.
    """
    fields = (
        *(
            FormField(
                f"outlook-{i}",
                "Now",
                each.outlook.value,
                "what became of it" + (f"; it was due {each.due}" if each.due else ""),
                words(Outlook),
                section=r.flat(each.text),
                read=Outlook,
            )
            for i, each in enumerate(plan.carried)
        ),
        *(
            FormField(
                f"answer-{i}",
                "Answer",
                each.answer,
                "what this plan does about it",
                section=f"Asked for: {r.flat(each.text)}",
                read=r.a_line("an answer"),
            )
            for i, each in enumerate(plan.asked)
        ),
    )

    def change(plan: Plan, values: Values) -> Plan:
        read = read_all(fields, values)
        carried = tuple(
            each.model_copy(update={"outlook": read[f"outlook-{i}"]})
            if f"outlook-{i}" in read
            else each
            for i, each in enumerate(plan.carried)
        )
        asked = tuple(
            each.model_copy(update={"answer": read[f"answer-{i}"]})
            if f"answer-{i}" in read
            else each
            for i, each in enumerate(plan.asked)
        )
        return editing.changed(plan, carried=carried, asked=asked)

    return Form("Carried over", fields, change) if fields else None


def note_form(plan: Plan) -> Form[Plan]:
    """Anything else."""
    field = FormField("note", "Note", plan.note, "anything else", kind=Kind.TEXT, read=r.text)
    return Form(
        "Note", (field,), lambda plan, values: editing.changed(plan, **read_all((field,), values))
    )
