"""What the forms of an enrolment share: fields that are read as one, and what they lack."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from facilitui.core.errors import FacilituiError, Refused
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.services.forms import moments
from facilitui.services.forms import reading as r
from facilitui.services.forms.day_hints import how_past_day, read_as
from facilitui.services.forms.form import (
    Fault,
    Following,
    Form,
    FormField,
    Kind,
    Values,
    read_all,
)
from facilitui.services.forms.lacking import lacking

Make = Callable[[Enrolment, Mapping[str, object]], Enrolment]
"""The enrolment with what all fields mean. Raises FacilituiError where that is not enough yet."""
Follow = Callable[[Values], Mapping[str, Following]]
Check = Callable[[Enrolment, Enrolment], None]
"""Raises Refused, by the enrolment before and after."""
CORRECTS = "corrects"
"""The field of a correction."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One form of an enrolment, whose fields mean something only together."""

    title: str
    fields: tuple[FormField, ...]
    make: Make
    follow: Follow = lambda values: {}
    lead: str = ""
    """What it is about in all its words."""
    turn: Callable[[Values, Values], Values] = lambda before, now: {}
    """As of a form."""
    needs: Callable[[Values], Mapping[str, str]] = lambda values: {}
    """As of a form."""
    check: Check = lambda before, made: None
    """Whether what all fields mean is refused for what it changes."""

    @property
    def form(self) -> Form[Enrolment]:
        """The form. As long as it lacks something it changes nothing."""

        def change(enrolment: Enrolment, values: Values) -> Enrolment:
            read_all(self.fields, values)
            if self._lacking(values):
                return enrolment
            try:
                return self._made(enrolment, values)
            except (FacilituiError, ValueError):
                return enrolment

        fields = tuple(replace(each, required=True) for each in self.fields)
        return Form(
            self.title,
            fields,
            change,
            self.follow,
            needs=self.needs,
            turn=self.turn,
            subject="the enrolment",
            lead=self.lead,
        )

    def refuse(self, enrolment: Enrolment, values: Values) -> None:
        """Raises FacilituiError where what stands in the fields is not enough to be saved.

        That is Refused, with its field, where it is about one: the first of the form.
        """
        for key, fault in self._lacking(values).items():
            raise Refused(fault.told, key)
        try:
            self.check(enrolment, self._made(enrolment, values))
        except ValueError as error:
            raise Refused(str(error), next(iter(self.form.faults(values)), "")) from error

    def _lacking(self, values: Values) -> Mapping[str, Fault]:
        """What lacks, also in fields of which nothing was changed, in the order of the form."""
        shown = {field.key: field.value for field in self.fields}
        return lacking(self.form, {**shown, **values})

    def _made(self, enrolment: Enrolment, values: Values) -> Enrolment:
        shown = {field.key: field.value for field in self.fields}
        return self.make(enrolment, read_all(self.fields, {**shown, **values}))


def day_field(
    key: str,
    label: str,
    value: date | None,
    today: date,
    since: date | None,
    until: date | None = None,
) -> FormField:
    """A day that has been, is not before another one, and not after a third."""

    def read(typed: str) -> date:
        found = moments.past_day(typed, today, "the day", needed=True, nearer=True)
        if found is None:
            raise ValueError(f"a day is needed: {hint}")
        if since is not None and found < since:
            told = "when it began or last entered a phase"
            raise ValueError(f"that is before {moments.told_day(since)}, {told}")
        if until is not None and found > until:
            told = "when it entered the next phase"
            raise ValueError(f"that is after {moments.told_day(until)}, {told}")
        return found

    hint = how_past_day(until or today, since)
    return FormField(key, label, value.isoformat() if value else "", hint, read=read)


def told_days(fields: tuple[FormField, ...], *keys: str, today: date) -> Follow:
    """Days in words, beside their fields; below one of another year, which nobody typed, that too.

    What is told below is seen wherever the keys go.
    """
    readers = {field.key: field.read for field in fields if field.key in keys}

    def follow(values: Values) -> Mapping[str, Following]:
        told: dict[str, Following] = {}
        for key, read in readers.items():
            try:
                typed = values.get(key, "")
                found = read(typed) if read is not None else None
            except ValueError:
                continue
            if isinstance(found, date):
                told[key] = Following(moments.told_day(found), below=read_as(typed, found, today))
        return told

    return follow


def source_field(value: str, hint: str) -> FormField:
    """Who said so."""
    return FormField("source", "Who says so", value, hint, read=r.a_line("who says so"))


def correction_field(hint: str) -> FormField:
    """Whether what is said stands in the place of what was stated last, as that was wrong."""
    return FormField(CORRECTS, "A correction", "", hint, kind=Kind.YES, read=r.yes)


def day_turned(before: Values, now: Values, recorded: date | None, today: date) -> Values:
    """The day that is put there once a correction is said to be one: that which is recorded; and
    today again once it is none. A day that was typed stays."""
    was, corrects = (bool(each.get(CORRECTS, "")) for each in (before, now))
    if recorded is None or was == corrects:
        return {}
    days = {False: today.isoformat(), True: recorded.isoformat()}
    return {"on": days[corrects]} if now.get("on") == days[was] else {}
