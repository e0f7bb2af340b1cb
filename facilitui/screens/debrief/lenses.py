"""Whose debrief of a session is written: one's own, or that of another person, apart from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitui.core.debriefs.debrief_about import lens_slug
from facilitui.messages.evidence import LensesRequested
from facilitui.messages.going import DebriefRequested
from facilitui.screens.debrief.texts import Texts
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.services.debriefs.debrief_desk import DebriefDesk

if TYPE_CHECKING:
    from facilitui.screens.debrief.screen import DebriefScreen

MINE, BY, BESIDE, TEXT = "mine", "by ", "beside ", "text "
"""What a choice begins with; behind the last three stands a name."""
ASK = "Whose debrief of this session, or which text?"
SCORES = "f7 scores yourself. What {} scored is kept with an observation: ctrl+o, then f7 in it."
NOBODY_ELSE = "Who else debriefs this session? Type a name."


def choice_of_lens(desk: DebriefDesk) -> ChooseDialog:
    """Further texts of it, one's own, each other person's that is saved, and two side by side."""
    lens = desk.debrief.lens
    known = desk.beside.lenses
    others = [name for name in known if name != lens]
    saved = dict.fromkeys((*known, *([lens] if lens and desk.over else [])))
    texts = ((TEXT + each.draft.name, each.draft.kept_on) for each in desk.others.found)
    choices = [
        *(Choice(text, "This text beside another", f"typed on {day}") for text, day in texts),
        *([Choice(MINE, "Mine")] if lens else []),
        *(Choice(BY + name, name, "their own text and sorting") for name in others),
        *(Choice(BESIDE + name, f"Mine beside {name}’s", "as saved") for name in saved),
    ]
    return ChooseDialog(ASK if choices else NOBODY_ELSE, choices, new=BY)


def lens_scores(lens: str) -> str:
    """Where the scores of another person are given, as theirs are never among one's own."""
    return SCORES.format(lens)


class ChoosingLens:
    """Goes from one debrief of a session to another, or lays two side by side.

    A second lens lies over one's own debrief, so that leaving it leads back there.
    """

    def __init__(self, screen: DebriefScreen, desk: DebriefDesk) -> None:
        self._screen, self._desk = screen, desk
        self._texts = Texts(screen, desk)

    def ask(self) -> None:
        """Ask whose debrief is to be shown."""
        self._screen.app.push_screen(choice_of_lens(self._desk), self._choose)

    async def _choose(self, choice: str | None) -> None:
        if choice is None:
            return
        if choice.startswith(TEXT):
            self._texts.show(choice.removeprefix(TEXT))
        elif choice.startswith(BESIDE):
            other = choice.removeprefix(BESIDE)
            self._screen.post_message(LensesRequested(self._desk.debrief.session, other))
        else:
            await self._go_to("" if choice == MINE else choice.removeprefix(BY))

    async def _go_to(self, lens: str) -> None:
        """Show the debrief of another person, or one's own where `lens` is empty."""
        here = self._desk.debrief
        if not here.lens:
            self._screen.post_message(DebriefRequested(here.session, lens=lens, then=self._left))
        elif lens_slug(lens) != lens_slug(here.lens) and await self._screen.may_leave():
            if not self._lies_over_own:
                self._screen.app.post_message(DebriefRequested(here.session, lens=lens))
            self._screen.dismiss(lens)

    def _left(self, lens: str | None) -> None:
        """Look at what a second lens saved; one left for a third lens makes room for that."""
        self._screen.run_worker(self._screen.look_again())
        if lens:
            self._screen.post_message(
                DebriefRequested(self._desk.debrief.session, lens=lens, then=self._left)
            )

    @property
    def _lies_over_own(self) -> bool:
        """Whether one's own debrief of the session is below this one."""
        session, own = self._desk.debrief.session, type(self._screen)
        below = (each for each in self._screen.app.screen_stack if isinstance(each, own))
        return any(each.is_own(session) for each in below)
