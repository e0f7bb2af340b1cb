"""Asking what the next session of a group begins with, and first whose session it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from textual.app import App

from facilitui.core.series import Keep
from facilitui.messages import SeriesRequested
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.form import FormDialog
from facilitui.services.group_forms import new_group_form

if TYPE_CHECKING:
    from facilitui.services.series import Series

NEW = "+"
"""What stands for a new group in a choice; no group has that id."""
AT_MOST = 200


async def plan_next(app: App[Any], series: Series, wanted: SeriesRequested) -> str:
    """Write the plan of a group's next session and say its name; empty if it was given up."""
    plan = wanted.plan
    group = wanted.group or await series.group_of(plan)
    if not group:
        group = await _choose_group(app, series)
        if not group:
            return ""
        if wanted.joined is not None:
            wanted.joined(group)
        else:
            await series.join(plan, group)
    choices = [Choice(keep.value, keep.label) for keep in Keep]
    keep = await app.push_screen_wait(ChooseDialog("The next session begins with", choices))
    return await series.next_of(group, Keep(keep), plan) if keep is not None else ""


async def _choose_group(app: App[Any], series: Series) -> str:
    """A group that is there, or a new one; empty if it was given up."""
    groups, _ = await series.groups()
    known = [Choice(group.id, group.name or group.id) for group in groups[:AT_MOST]]
    choices = [Choice(NEW, "A new group"), *known]
    chosen = await app.push_screen_wait(ChooseDialog("Which group meets again?", choices))
    if chosen != NEW:
        return chosen or ""
    name = await _ask_name(app)
    return (await series.begin_group(name)).id if name else ""


async def _ask_name(app: App[Any]) -> str:
    """What a new group is called; empty if it was given up."""
    form, named = new_group_form(), [""]

    def take(values: Mapping[str, str]) -> str:
        named[0] = form.apply("", values)
        return ""

    await app.push_screen_wait(FormDialog(form, take))
    return named[0]
