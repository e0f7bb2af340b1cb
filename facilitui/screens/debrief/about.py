"""The form about a debrief itself, over the debrief."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from facilitui.screens.dialogs.form import FormDialog
from facilitui.services.debriefs.debrief_desk import ABOUT_FORM, DebriefDesk
from facilitui.services.forms.unfit import at_fault


class AboutDialog(FormDialog):
    """Each value is kept as it is given, as the answers are."""

    kept = ("kept at once", "kept at once")


def about_dialog(desk: DebriefDesk, taken: Callable[[], None]) -> AboutDialog:
    """With whom, in what part, and how the session met; `taken` is called after each change."""
    form, before = desk.about_form(), desk.debrief

    def take(values: Mapping[str, str]) -> str:
        told = desk.tell_about(form, values, before)
        taken()
        return told

    return AboutDialog(
        form, take, half=desk.typing.fields(ABOUT_FORM), at_fault=partial(at_fault, form, before)
    )
