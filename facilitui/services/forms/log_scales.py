"""Questions with levels in a form: one answer, or beside it how many gave each in a meeting."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from facilitui.core.pathways.pulse import scales_of
from facilitui.core.pathways.pulse_answers import counts_typed, in_a_line, is_counted
from facilitui.core.pathways.requirements import Log, LogField
from facilitui.core.pathways.standings.entries import Logging
from facilitui.core.safe_text import line, quoted
from facilitui.services.forms import reading as r
from facilitui.services.forms.form import FormField

ONE, MEETING = "asked-", "meeting-"
"""How the keys of its two fields begin."""
LABEL = "Or of a meeting"
BOTH = "{} has one answer and those of a meeting; keep one of both, and empty the other"


def scales_in(asked: Logging | None) -> tuple[LogField, ...]:
    """The questions of which a whole meeting can be told."""
    return scales_of(asked) if isinstance(asked, Log) else ()


def halves(value: str, field: LogField) -> tuple[str, str]:
    """What stands in its two fields: one answer, or how many gave each on a line."""
    return ("", in_a_line(value)) if is_counted(value, field.choices) else (value, "")


def meeting_field(field: LogField, value: str) -> FormField:
    """Where it is written how many gave each answer; `value` is what is kept of all of it."""
    shown = halves(value, field)[1]
    high, low = line(field.choices[-1]), line(field.choices[0])
    hint = f"how many gave each: 4 x {high}, 2 x {low}, or 4 x {len(field.choices)}"
    name = f"{line(field.ask).lower()} of a meeting"
    return FormField(
        f"{MEETING}{field.id}", LABEL, shown, hint, read=_reader(field, value, shown), name=name
    )


def scale_said(field: LogField, kept: str, read: Mapping[str, object]) -> str:
    """What of both fields is kept, once some of them were read anew; what is written wins."""
    keys = (f"{MEETING}{field.id}", f"{ONE}{field.id}")
    typed = [str(read[key]) for key in keys if key in read]
    if written := next(filter(None, typed), ""):
        return written
    held = keys[0] if is_counted(kept, field.choices) else keys[1]
    return "" if held in read else kept


def refuse_both(asked: Logging | None, values: Mapping[str, str]) -> None:
    """Raise ValueError where both fields of one question are filled in."""
    for field in scales_in(asked):
        keys = (f"{ONE}{field.id}", f"{MEETING}{field.id}")
        if all(values.get(key, "").strip() for key in keys):
            raise ValueError(BOTH.format(quoted(field.ask)))


def _reader(field: LogField, kept: str, shown: str) -> Callable[[str], str]:
    def read(typed: str) -> str:
        return kept if typed == shown else counts_typed(r.line(typed, "the line"), field.choices)

    return read
