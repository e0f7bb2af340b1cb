"""What participants get: of all that a plan can hold, only what is theirs."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from pydantic import BaseModel

from facilitui.core.plans.plan import Plan
from facilitui.core.plans.plan_parts import Dismissed, PlannedNorms
from facilitui.core.reports.calendar_entry import calendar_record, entries, told_digest
from facilitui.core.reports.handout import CalendarPart, Format, What
from facilitui.core.vocabulary import Mode
from facilitui.reports.handouts import written
from tests.core.plan_strategies import PROTOCOLS, START, plans
from tests.reports.handouts import CHECK_INS, SECRETS, full_plan, worked_out
from tests.reports.test_calendar import NOW

THEIRS = {
    *("title", "purpose", "place", "link", "goals.text", "blocks.title", "norms.own.text"),
    *("blocks.groups.name", "blocks.groups.place", "blocks.groups.task"),
    *("materials", "resources.name", "resources.where", "check_ins.prompt"),
}
"""The only writing in a plan that participants may read; whatever is added to plans is not."""
CALENDARS = THEIRS - {"goals.text", "norms.own.text", "materials"}
TOKEN = re.compile(r"zq(\d+)qz")


class Branded:
    """A plan in which every piece of writing is a word of its own."""

    def __init__(self, plan: Plan) -> None:
        self._places: list[str] = []
        self.plan: Plan = self._brand(plan, "").model_copy(
            update={"zone": "America/Toronto", "start": START}
        )

    def _brand(self, model: Any, place: str) -> Any:
        named = {
            name: self._value(getattr(model, name), f"{place}.{name}".lstrip("."), info)
            for name, info in type(model).model_fields.items()
        }
        return model.model_copy(update=named)

    def _value(self, value: Any, place: str, info: Any) -> Any:
        if isinstance(value, BaseModel):
            return self._brand(value, place)
        if isinstance(value, tuple):
            return tuple(self._value(each, place, info) for each in value)
        # Lines and texts are checked for their length; ids, words and dates are not writing.
        if isinstance(value, str) and "_at_most" in f"{info.annotation}{info.metadata}":
            self._places.append(place)
            return f"zq{len(self._places) - 1}qz"
        return value

    def read_in(self, text: str) -> set[str]:
        """Where in the plan everything comes from that can be read in a text."""
        return {self._places[int(found)] for found in TOKEN.findall(text)}


def handed_out(plan: Plan) -> list[str]:
    """Both documents for participants."""
    shown = worked_out(plan, protocols=PROTOCOLS)
    forms = (Format.MARKDOWN, Format.HTML)
    return [written(shown, What.PARTICIPANTS, form).data.decode("utf-8") for form in forms]


def entry(plan: Plan) -> str:
    """The calendar entry, its long lines put together again."""
    shown = worked_out(plan, protocols=PROTOCOLS)
    told = entries(shown)
    record = calendar_record(plan, told_digest(told, shown.zone), "seed")
    part = CalendarPart(told, record, NOW)
    made = written(shown, What.CALENDAR, Format.ICALENDAR, part)
    return made.data.decode("utf-8").replace("\r\n ", "")


@given(plans())
def test_participants_read_only_what_is_theirs(plan: Plan) -> None:
    """Whatever a plan holds: no note, no watch line, no reason, no name of anybody."""
    branded = Branded(plan.model_copy(update={"calendar": None}))
    for text in handed_out(branded.plan):
        assert branded.read_in(text) <= THEIRS
        assert "Is it clear? What do you see?" not in text  # what a step has the host say
    assert branded.read_in(entry(branded.plan)) <= CALENDARS


def test_everything_that_is_theirs_is_there() -> None:
    """So that the promise beside this one is not kept by empty documents."""
    plan = full_plan(
        mode=Mode.ASYNCHRONOUS,
        check_ins=CHECK_INS,
        dismissed=(Dismissed(check="no-purpose", note="a reason"),),
    )
    branded = Branded(plan)
    for text in handed_out(branded.plan):
        assert branded.read_in(text) == THEIRS
    assert branded.read_in(entry(branded.plan)) == CALENDARS - {
        *("blocks.groups.name", "blocks.groups.place", "blocks.groups.task"),
        *("resources.name", "resources.where"),
    }


@pytest.mark.parametrize("sensitive", [False, True])
def test_nothing_tells_that_a_session_is_sensitive(sensitive: bool) -> None:
    """Nor what is brought to it; and the end says that there is more, in the same words."""
    for text in handed_out(full_plan(sensitive=sensitive)):
        assert not [secret for secret in SECRETS if secret in text]
        end = text[text.rindex("Left out:") :]
        for words in ("notes", "names of people", "known about participants", "effect", "parked"):
            assert words in end, words
        for word in ("sensitive", "difficult", "aftercare"):
            assert word not in text.lower(), word
        assert ("sticky notes" in text) is not sensitive


def test_the_norm_to_watch_is_not_singled_out() -> None:
    """It may be about somebody in the room."""
    norms = full_plan().norms
    watched = full_plan(norms=PlannedNorms(own=norms.own, watch=norms.own[0].id))
    shown = worked_out(watched, watch=norms.own[0].text)
    text = written(shown, What.PARTICIPANTS, Format.MARKDOWN).data.decode("utf-8")
    assert text.count(norms.own[0].text) == 1 and "watch" not in text.split("Left out")[0]
