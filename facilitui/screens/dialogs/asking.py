"""Asking which session is run, and what goes from one session of a group into the next."""

from __future__ import annotations

from collections.abc import Awaitable, Collection, Mapping, Sequence
from datetime import date
from typing import Any

from textual.app import App

from facilitui.core.plans.group import Group
from facilitui.core.plans.plan_parts import Carried
from facilitui.core.plans.series import Keep
from facilitui.core.ports import SessionRow
from facilitui.core.told import short_day
from facilitui.messages.going import CarryRequested, SeriesRequested
from facilitui.screens.dialogs.choose import BEGIN, RESUME, Choice, ChooseDialog
from facilitui.screens.dialogs.form_asking import AskingForm
from facilitui.screens.dialogs.tick import TickDialog
from facilitui.services.forms import applied
from facilitui.services.plans.carrying import NEW, carry_over, plan_next
from facilitui.services.plans.group_forms import NO_NAME, new_group_form
from facilitui.services.plans.series import Series

_TOLD = {
    Keep.FRAME: "opening, norms, breaks, closing, debrief, with their minutes",
    Keep.BLOCKS: "activities and protocols, and what is parked",
    Keep.GOALS: "why you meet, and what they should know or do",
    Keep.EVIDENCE: "how you saw whether it worked",
    Keep.THINGS: "with the credits, and what was used and worked",
}


class Asking:
    """Asks with dialogs, one after the other. Only a worker can wait for them."""

    def __init__(self, app: App[Any], today: date) -> None:
        self._app, self._today = app, today

    async def which_group(self, groups: Sequence[Group]) -> str | None:
        """A group that is there, or a new one."""
        known = [Choice(group.id, group.name or group.id) for group in groups]
        choices = [Choice(NEW, "A new group"), *known]
        return await self._app.push_screen_wait(ChooseDialog("Which group meets again?", choices))

    async def group_name(self) -> str:
        """What a new group is called; empty if it was given up."""
        form, named = new_group_form(), [""]

        def take(values: Mapping[str, str]) -> str:
            named[0], told = applied(form, "", values)
            return told or ("" if named[0] else NO_NAME)

        dialog = AskingForm(form, take)
        await self._app.push_screen_wait(dialog)
        return "" if dialog.given_up else named[0]

    async def what_to_keep(self) -> Collection[Keep] | None:
        """The parts of the last plan; group, norms, people and promises come along anyway."""
        choices = [Choice(keep.value, keep.label, _TOLD[keep]) for keep in Keep]
        dialog = TickDialog("Keep of the last plan", choices, {Keep.FRAME.value}, "plan it")
        kept = await self._app.push_screen_wait(dialog)
        return None if kept is None else [keep for keep in Keep if keep.value in kept]

    async def which_promises(self, found: Sequence[Carried]) -> Collection[int] | None:
        """Any of the promises; all of them to begin with."""
        choices = [
            Choice(str(at), each.text, _due(each, self._today)) for at, each in enumerate(found)
        ]
        every = {choice.key for choice in choices}
        dialog = TickDialog("Promised earlier, and open", choices, every, "carry over")
        ticked = await self._app.push_screen_wait(dialog)
        return None if ticked is None else [int(place) for place in ticked]


async def next_planned(app: App[Any], series: Series, wish: SeriesRequested) -> str:
    """Ask for what the next session begins with, and write its plan; its name, if it has one."""
    return await plan_next(series, Asking(app, series.now.date()), wish.plan, wish.group, wish.join)


async def carried_over(app: App[Any], series: Series, wish: CarryRequested) -> str:
    """Ask which promises a plan comes back to, and show them there; what else is to be said."""
    told = await carry_over(series, wish.desk, Asking(app, series.now.date()), wish.is_open)
    if wish.is_open():
        wish.done()
    return told


async def session_to_run(
    app: App[Any], lies_open: Awaitable[SessionRow | None], *, goes_on: bool
) -> str | None:
    """The session to go on with, empty for a new one; None where neither is wanted.

    It is asked where one lies open, unless it is clear that this `goes_on`.
    """
    row = await lies_open
    if row is None or goes_on:
        return row.session if row is not None else ""
    choice = await app.push_screen_wait(resume_or_begin(hosted=row.hosted_elsewhere))
    return {RESUME: row.session, BEGIN: ""}.get(choice or "")


def _due(each: Carried, today: date) -> str:
    return f"due {short_day(each.due, today)}" if each.due else "without a date"


def resume_or_begin(*, hosted: bool) -> ChooseDialog:
    """Asked where a session of the plan lies open; one that another copy hosts is only seen."""
    look = Choice(RESUME, "Look at it, read only", "another copy hosts it")
    return ChooseDialog(
        "A session of this plan lies open",
        [look if hosted else Choice(RESUME, "Go on with it"), Choice(BEGIN, "Begin a new session")],
    )
