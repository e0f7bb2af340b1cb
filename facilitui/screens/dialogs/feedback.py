"""What participants said about a session: all of it as one picture, and what follows from it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll

from facilitui import text as t
from facilitui.core.errors import FacilituiError
from facilitui.core.feedback import Feedback, Item, quotes, too_few
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.dialog import Key
from facilitui.screens.dialogs.heard_sets import HeardSets
from facilitui.screens.dialogs.tick import TickDialog
from facilitui.services.heard import Heard
from facilitui.services.hearing import Hearing
from facilitui.widgets.feedback_view import TOO_FEW, pictures_lines
from facilitui.widgets.panel import Panel

AskFor = Callable[[str, Sequence[str]], Awaitable[str]]
"""Writes what was asked for after a session into its group, and gives the group's name."""
EMPTY = (
    "Nobody's answers are here yet. Six to eight short questions at the end of a session are "
    "enough: i takes in the file that a form tool exported, s types in paper slips."
)
WHICH_EXAMPLE = "One example of growth: theirs, or your words"
NEW = "+"
"""What stands before an example that was typed."""
NO_WISHES = "Nobody wrote what to change, or too few answered to show it."
NO_GROUP = "This session is no group's: write it into the next plan, under “Asked for”."


class FeedbackDialog(HeardSets):
    """All answers as one picture, with its return rate above every figure."""

    BINDINGS = [
        Binding("escape,q", "leave", "leave", show=False),
        Binding("e", "example", "example", show=False),
        Binding("n", "next_time", "for next time", show=False),
    ]

    def __init__(self, hearing: Hearing, heard: Heard, ask_for: AskFor) -> None:
        super().__init__(hearing, heard)
        self._ask_for = ask_for

    def compose(self) -> ComposeResult:
        """The heading, the figures that scroll, the keys."""
        with Vertical(id="dialog"):
            yield Panel(self.draw_head, id="head")
            with VerticalScroll(id="page"):
                yield Panel(self.draw_page, id="figures")
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """The arrow keys scroll."""
        self.set_focus(self.query_one("#page"))

    def keys(self) -> list[Key]:
        """What can be done."""
        chosen = [("n", "next time")] if self.heard.pictures else []
        return [("i", "file"), ("s", "slips"), *(chosen or [("escape", "back")])]

    def more_keys(self) -> list[Key]:
        """What is seldom needed, and going about."""
        chosen = [("e", "example")] if self.heard.pictures else []
        sets = [("x", "take answers out, or back in"), ("u", "undo")]
        leaving = [("escape", "back")] if self.heard.pictures else []
        going = [*leaving, ("↑↓", "a line"), ("PageUp PageDown", "a page")]
        return [*chosen, *sets, *going] if self.heard.kept else []

    def draw_page(self, width: int) -> t.Lines:
        """Every figure, and the words that may be shown."""
        if not self.heard.kept:
            return t.wrapped(EMPTY, width)
        sets = [each.feedback for each in self.heard.kept]
        return pictures_lines(self.heard.pictures, sets, width)

    # What follows from it

    def action_example(self) -> None:
        """Choose one example of growth, out of what they wrote or in one's own words."""
        pictures = self.heard.pictures
        if pictures and too_few(pictures[0]):
            self.tell(TOO_FEW)
        elif pictures:
            dialog = ChooseDialog(WHICH_EXAMPLE, _examples(pictures), new=NEW)
            self.app.push_screen(dialog, self._choose_example)

    def _choose_example(self, chosen: str | None) -> None:
        self.run_worker(self._keep_example(chosen))

    async def _keep_example(self, chosen: str | None) -> None:
        if chosen is None or not self.heard.standing:
            return
        words = {each.key: each.name for each in _examples(self.heard.pictures)}
        example, entry = words.get(chosen, chosen[len(NEW) :]), self.heard.for_example
        try:
            await self.hearing.choose_example(self.heard.session, entry, example)
        except FacilituiError as error:
            self.tell(str(error))
        else:
            self.look_again()

    def action_next_time(self) -> None:
        """Tick what they want to change; the group's next plan then comes back to it."""
        wishes = _said(self.heard.pictures, Item.ONE_CHANGE)
        if wishes:
            dialog = TickDialog("For next time", wishes, (), "ask it of the next plan")
            self.app.push_screen(dialog, self._ask_next_time)
        elif self.heard.pictures:
            self.tell(NO_WISHES)

    def _ask_next_time(self, ticked: frozenset[str] | None) -> None:
        self.run_worker(self._carry_over(ticked))

    async def _carry_over(self, ticked: frozenset[str] | None) -> None:
        wishes = _said(self.heard.pictures, Item.ONE_CHANGE)
        chosen = [each for each in wishes if each.key in (ticked or ())]
        if not chosen:
            return
        try:
            group = await self._ask_for(self.heard.session, [each.name for each in chosen])
        except FacilituiError as error:
            self.tell(str(error))
        else:
            self.tell(f"{group} asks for it in its next plan." if group else NO_GROUP)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


def _said(pictures: Sequence[Feedback], *items: Item) -> list[Choice]:
    """What was written to some items, where enough people answered, each thing once."""
    said = [text for each in pictures for item in items for text in quotes(each, item)]
    return [Choice(str(at), text) for at, text in enumerate(dict.fromkeys(said))]


def _examples(pictures: Sequence[Feedback]) -> list[Choice]:
    """What can be an example of growth."""
    return _said(pictures, Item.INTENTION, Item.TRANSFER)
