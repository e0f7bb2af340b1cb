"""What the forms of an enrolment share: fields that are read as one, and what they lack."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from facilitui.core.errors import FacilituiError
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.services.forms import moments
from facilitui.services.forms import reading as r
from facilitui.services.forms.form import Following, Form, FormField, Values, read_all

Make = Callable[[Enrolment, Mapping[str, object]], Enrolment]
"""The enrolment with what all fields mean. Raises FacilituiError where that is not enough yet."""
Follow = Callable[[Values], Mapping[str, Following]]


@dataclass(frozen=True, slots=True)
class Asked:
    """One form of an enrolment, whose fields mean something only together."""

    title: str
    fields: tuple[FormField, ...]
    make: Make
    follow: Follow = lambda values: {}
    lead: str = ""
    """What it is about in all its words."""

    @property
    def form(self) -> Form[Enrolment]:
        """The form. As long as it lacks something it changes nothing."""

        def change(enrolment: Enrolment, values: Values) -> Enrolment:
            read_all(self.fields, values)
            try:
                return self._made(enrolment, values)
            except (FacilituiError, ValueError):
                return enrolment

        fields = tuple(replace(each, required=True) for each in self.fields)
        about = "the enrolment"
        return Form(self.title, fields, change, self.follow, subject=about, lead=self.lead)

    def refuse(self, enrolment: Enrolment, values: Values) -> None:
        """Raises FacilituiError where what stands in the fields is not enough to be saved."""
        try:
            self._made(enrolment, values)
        except ValueError as error:
            raise FacilituiError(str(error)) from error

    def _made(self, enrolment: Enrolment, values: Values) -> Enrolment:
        shown = {field.key: field.value for field in self.fields}
        return self.make(enrolment, read_all(self.fields, {**shown, **values}))


def day_field(
    key: str, label: str, value: date | None, today: date, since: date | None
) -> FormField:
    """A day that has been, and is not before another one."""

    def read(typed: str) -> date:
        found = moments.past_day(typed, today, "the day", needed=True)
        if found is None:
            raise ValueError(f"a day is needed: {moments.HOW_DAY}")
        if since is not None and found < since:
            raise ValueError(f"that is before {moments.told_day(since)}, when this last moved on")
        return found

    return FormField(key, label, value.isoformat() if value else "", moments.HOW_DAY, read=read)


def told_days(fields: tuple[FormField, ...], *keys: str) -> Follow:
    """Days in words, beside their fields."""
    readers = {field.key: field.read for field in fields if field.key in keys}

    def follow(values: Values) -> Mapping[str, Following]:
        told: dict[str, Following] = {}
        for key, read in readers.items():
            try:
                found = read(values.get(key, "")) if read is not None else None
            except ValueError:
                continue
            if isinstance(found, date):
                told[key] = Following(moments.told_day(found))
        return told

    return follow


def source_field(value: str, hint: str) -> FormField:
    """Who said so."""
    return FormField("source", "Who says so", value, hint, read=r.a_line("who says so"))
