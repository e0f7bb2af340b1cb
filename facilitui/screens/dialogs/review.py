"""What is asked in a review: which growth goal an entry shows, and who somebody is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from textual.app import App

from facilitui.core.errors import FacilituiError, NotSaved
from facilitui.core.reviews.growth import Growth
from facilitui.core.reviews.other_journal import WhoseUnknown
from facilitui.core.told import plural
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.form_asking import AskingForm
from facilitui.services.forms import applied
from facilitui.services.forms.form import Form
from facilitui.services.forms.mentoring import name_form, whose_form
from facilitui.services.own_name import KnownName
from facilitui.services.reviews.review_desk import ReviewDesk

NO_NAME = "say who you are"
NOT_KEPT = "{}; your name is asked again when facilitui is started again"
NO_WHOSE = "say whose journal it is"
WHOSE = "Whose journal is this? What you answered them before comes with it."
NOT_TOLD = "a journal is only opened once it is known whose it is"
BEHIND = (
    "{} not saved: what was typed since stays here. The list says “half written” where that is."
)
NEW = "+"
"""What stands for a new one in a choice; no entry is called that."""


async def which_goal(app: App[Any], goals: Mapping[str, Growth]) -> str | None:
    """The goal that is meant, empty for a new one; None where none is. Only a worker can wait."""
    if not goals:
        return ""
    choices = [Choice(key, goal.text, goal.sort.label.lower()) for key, goal in goals.items()]
    new = Choice(NEW, "A new growth goal")
    chosen = await app.push_screen_wait(ChooseDialog("Which goal does it show?", [*choices, new]))
    return "" if chosen == NEW else chosen


async def named(app: App[Any], names: KnownName, *, required: bool = True) -> bool:
    """Whether to go on, once it was asked who somebody is; without a name unless it is `required`.

    Raises NotSaved.
    """
    if await names.name() or (names.was_asked and not required):
        return True
    form = name_form(names.typed, required=required)
    names.typed, given = await _typed(app, form, names.typed, NO_NAME if required else "")
    if not given:
        return False
    names.was_asked = True
    if not names.typed:
        return True
    try:
        await names.keep(names.typed)
    except NotSaved as error:  # it is known until the program ends
        app.notify(NOT_KEPT.format(error), severity="warning", markup=False)
    return True


async def is_all_saved(app: App[Any], desk: ReviewDesk) -> bool:
    """Whether all that was typed is saved, or goes later as somebody says. Raises as its store."""
    count = await desk.stays_behind()
    if not count:
        return True
    told = BEHIND.format(plural(count, "half-written text is", "half-written texts are"))
    asking = ConfirmDialog("Hand over without it?", told, yes="hand over", no="go back")
    return await app.push_screen_wait(asking) is True


async def whose(app: App[Any], unknown: WhoseUnknown) -> str:
    """The name of whoever a file is from, as a mentor says. Raises FacilituiError without one."""
    choices = [Choice(f"{n}", name) for n, name in enumerate(unknown.names)]
    new = Choice(NEW, "Somebody else")
    chosen = await app.push_screen_wait(ChooseDialog(WHOSE, [*choices, new]))
    if chosen is not None and chosen != NEW:
        return unknown.names[int(chosen)]
    name = await _name_of_new(app, unknown.suggested) if chosen == NEW else ""
    if not name:
        raise FacilituiError(NOT_TOLD)
    return name


async def _name_of_new(app: App[Any], suggested: str) -> str:
    """What somebody is called whose journal was never opened before; empty where it is not told."""
    told, given = await _typed(app, whose_form(suggested), suggested, NO_WHOSE)
    return told if given else ""


async def _typed(app: App[Any], form: Form[str], text: str, lacking: str) -> tuple[str, bool]:
    """What stands in a form of one line that began with a text, and whether it is to be taken.

    `lacking` says that something has to stand there; empty where nothing has to.
    """
    told = [text]

    def take(values: Mapping[str, str]) -> str:
        told[0], why = applied(form, text, values)
        return why or ("" if told[0].strip() else lacking)

    dialog = AskingForm(form, take)
    await app.push_screen_wait(dialog)
    return told[0].strip(), not dialog.given_up and bool(told[0].strip() or not lacking)
