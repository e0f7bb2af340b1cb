"""Whose debrief of a session is written: one's own, or that of another person, apart from it."""

from __future__ import annotations

from facilitui.core.debrief_about import lens_slug
from facilitui.messages import DebriefRequested
from facilitui.messages_evidence import LensesRequested
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.services.debrief_desk import DebriefDesk

MINE, BY, BESIDE, TEXT = "mine", "by ", "beside ", "text "
"""What a choice begins with; behind the last three stands a name."""
ASK = "Whose debrief of this session, or which text?"
NOBODY_ELSE = "Who else debriefs this session? Type a name."


def choice_of_lens(desk: DebriefDesk) -> ChooseDialog:
    """Further texts of it, one's own, each other person's that is saved, and two side by side."""
    lens = desk.debrief.lens
    others = [name for name in desk.lenses if name != lens]
    saved = dict.fromkeys((*desk.lenses, *([lens] if lens and desk.over else [])))
    texts = ((TEXT + each.draft.name, each.draft.kept_on) for each in desk.others.found)
    choices = [
        *(Choice(text, "This text beside another", f"typed on {day}") for text, day in texts),
        *([Choice(MINE, "Mine")] if lens else []),
        *(Choice(BY + name, name, "their own debrief") for name in others),
        *(Choice(BESIDE + name, f"Mine beside {name}’s", "as saved") for name in saved),
    ]
    return ChooseDialog(ASK if choices else NOBODY_ELSE, choices, new=BY)


def requested(desk: DebriefDesk, choice: str | None) -> DebriefRequested | LensesRequested | None:
    """What a choice asks of the application; nothing where none was made, or what is shown."""
    session, lens = desk.debrief.session, desk.debrief.lens
    if choice is None:
        return None
    if choice == MINE:
        return DebriefRequested(session)
    if choice.startswith(BESIDE):
        return LensesRequested(session, choice.removeprefix(BESIDE))
    name = choice.removeprefix(BY)
    same = bool(lens) and lens_slug(name) == lens_slug(lens)
    return None if same else DebriefRequested(session, lens=name)
