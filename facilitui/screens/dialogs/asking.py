"""Asking what goes from one session of a group into the next."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from textual.app import App

from facilitui.core.group import Group
from facilitui.core.plan_parts import Carried
from facilitui.core.series import Keep
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.form import FormDialog
from facilitui.screens.dialogs.tick import TickDialog
from facilitui.services.carrying import NEW
from facilitui.services.group_forms import new_group_form

_TOLD = {
    Keep.FRAME: "opening, norms, breaks, closing, debrief, with their minutes",
    Keep.BLOCKS: "activities and protocols, and what is parked",
    Keep.GOALS: "why you meet, and what they should know or do",
    Keep.EVIDENCE: "how you saw whether it worked",
    Keep.THINGS: "with the credits, and what was used and worked",
}


class Asking:
    """Asks with dialogs, one after the other. Only a worker can wait for them."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app

    async def which_group(self, groups: Sequence[Group]) -> str | None:
        """A group that is there, or a new one."""
        known = [Choice(group.id, group.name or group.id) for group in groups]
        choices = [Choice(NEW, "A new group"), *known]
        return await self._app.push_screen_wait(ChooseDialog("Which group meets again?", choices))

    async def group_name(self) -> str:
        """What a new group is called; empty if it was given up."""
        form, named = new_group_form(), [""]

        def take(values: Mapping[str, str]) -> str:
            named[0] = form.apply("", values)
            return ""

        await self._app.push_screen_wait(FormDialog(form, take))
        return named[0]

    async def what_to_keep(self) -> Collection[Keep] | None:
        """The parts of the last plan; group, norms, people and promises come along anyway."""
        choices = [Choice(keep.value, keep.label, _TOLD[keep]) for keep in Keep]
        dialog = TickDialog("Keep of the last plan", choices, {Keep.FRAME.value}, "plan it")
        kept = await self._app.push_screen_wait(dialog)
        return None if kept is None else [keep for keep in Keep if keep.value in kept]

    async def which_promises(self, found: Sequence[Carried]) -> Collection[int] | None:
        """Any of the promises; all of them to begin with."""
        choices = [Choice(str(at), each.text, _due(each)) for at, each in enumerate(found)]
        every = {choice.key for choice in choices}
        dialog = TickDialog("Promised earlier, and open", choices, every, "carry over")
        ticked = await self._app.push_screen_wait(dialog)
        return None if ticked is None else [int(place) for place in ticked]


def _due(each: Carried) -> str:
    return f"due {each.due}" if each.due else "without a date"
