"""What participants said about a session: all of it as one picture, and what follows from it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll

from facilitui import text as t
from facilitui.core.responses.feedback import Feedback, Item, are_few, quotes
from facilitui.messages.evidence import SLIPS
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.dialog import Key
from facilitui.screens.dialogs.entry_form import EntryDialog
from facilitui.screens.dialogs.heard_sets import HeardSets
from facilitui.screens.dialogs.tick import TickDialog
from facilitui.services.journals.entry_form import EntryForm
from facilitui.services.responses.heard import Heard
from facilitui.services.responses.hearing import Hearing
from facilitui.widgets.feedback_view import TOO_FEW, pictures_lines
from facilitui.widgets.panel import Panel

AskFor = Callable[[str, Sequence[str]], Awaitable[str]]
"""Writes what was asked for after a session into its group, and gives the group's name."""
EMPTY = (
    "Nobody's answers are here yet. Six to eight short questions at the end of a session are "
    "enough: i takes in the file that a form tool exported, s types in paper slips."
)
WHICH_EXAMPLE = "One example of growth: theirs, or in your own words"
OWN = "own"
"""What stands for one's own words in a choice; theirs have figures."""
HALF_WRITTEN = "Your own words for the example wait as a draft: e goes on with them."
NO_WISHES = "Nobody wrote what to change, or too few answered to show it."
NO_GROUP = "This session is no group's: write it into the next plan, under “Asked for”."


class FeedbackDialog(HeardSets):
    """All answers as one picture, with its return rate above every figure."""

    BINDINGS = [
        Binding("escape,q", "leave", "leave", show=False),
        Binding("e", "example", "example", show=False),
        Binding("n", "next_time", "for next time", show=False),
    ]

    def __init__(self, hearing: Hearing, heard: Heard, ask_for: AskFor, half: str = "") -> None:
        """`half` of it, slips or an example, is gone on with at once."""
        super().__init__(hearing, heard)
        self._ask_for, self._half = ask_for, half
        self._drawn: tuple[Heard | None, int, t.Lines] = (None, 0, [])
        """What was drawn last, with what it was drawn of and how wide."""

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
        if self._half:
            self.call_after_refresh(self._go_on)

    async def _go_on(self) -> None:
        """Open what is half written."""
        if self._half == SLIPS:
            await self.action_slips()
        elif self.heard.standing:
            await self._write_example()

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
        """Every figure, and the words that may be shown; added up once for a width."""
        heard, wide, _ = self._drawn
        if heard is not self.heard or wide != width:
            self._drawn = (self.heard, width, _lines(self.heard, width))
        return self._drawn[2]

    async def prepare(self, heard: Heard) -> None:
        """Add thousands of answers up while the keys go on."""
        width = self._drawn[1]
        self._drawn = (heard, width, await asyncio.to_thread(_lines, heard, width))

    # What follows from it

    async def action_example(self) -> None:
        """Choose one example of growth out of what they wrote, or write it in one's own words."""
        pictures = self.heard.pictures
        theirs = await asyncio.to_thread(_said, pictures, Item.INTENTION, Item.TRANSFER)
        if self.heard.pictures and are_few(len(self.heard.pictures[0].responses)):
            self.tell(TOO_FEW)
        elif theirs:
            dialog = ChooseDialog(WHICH_EXAMPLE, [Choice(OWN, "In your own words"), *theirs])
            self.app.push_screen(dialog, partial(self._choose_example, theirs))
        elif self.heard.standing:
            await self._write_example()

    async def _choose_example(self, theirs: Sequence[Choice], chosen: str | None) -> None:
        if chosen == OWN:
            await self._write_example()
        elif chosen is not None and self.begin_saving():
            self._keep_example(next(each.name for each in theirs if each.key == chosen))

    async def _write_example(self) -> None:
        """Type it into a form that is a draft until it is saved."""
        with self.telling():
            heard = self.heard
            made = await self.hearing.write_example(heard.session, heard.for_example)
            dialog = EntryDialog(made, "this example")
            self.app.push_screen(dialog, lambda _: self._show_written(made, saved=dialog.saved))

    def _show_written(self, made: EntryForm[Feedback], *, saved: bool) -> None:
        half = HALF_WRITTEN if made.half else ""
        if saved:
            self.look_again(half)
        else:
            self.tell(half)

    @work(group="keep")
    async def _keep_example(self, example: str) -> None:
        with self.while_saving():
            heard = self.heard
            await self.hearing.choose_example(heard.session, heard.for_example, example)
            self.look_again()

    async def action_next_time(self) -> None:
        """Tick what they want to change; the group's next plan then comes back to it."""
        wishes = await asyncio.to_thread(_said, self.heard.pictures, Item.ONE_CHANGE)
        if wishes:
            dialog = TickDialog("For next time", wishes, (), "ask it of the next plan")
            self.app.push_screen(dialog, partial(self._ask_next_time, wishes))
        elif self.heard.pictures:
            self.tell(NO_WISHES)

    def _ask_next_time(self, wishes: Sequence[Choice], ticked: frozenset[str] | None) -> None:
        chosen = [each.name for each in wishes if each.key in (ticked or ())]
        if chosen and self.begin_saving():
            self._carry_over(chosen)

    @work(group="keep")
    async def _carry_over(self, wishes: Sequence[str]) -> None:
        with self.while_saving():
            group = await self._ask_for(self.heard.session, wishes)
            self.tell(f"{group} asks for it in its next plan." if group else NO_GROUP)

    def action_leave(self) -> None:
        """Go back, once what was chosen is kept."""
        if self.can_leave():
            self.leave_saved()

    def leave_saved(self) -> None:
        """Go back."""
        self.dismiss(None)


def _lines(heard: Heard, width: int) -> t.Lines:
    """Everything that was heard."""
    if not heard.kept:
        return t.wrapped(EMPTY, width)
    return pictures_lines(heard.pictures, [each.feedback for each in heard.kept], width)


def _said(pictures: Sequence[Feedback], *items: Item) -> list[Choice]:
    """What was written to some items, where enough people answered, each thing once."""
    said = [text for each in pictures for item in items for text in quotes(each, item)]
    return [Choice(str(at), text) for at, text in enumerate(dict.fromkeys(said))]
