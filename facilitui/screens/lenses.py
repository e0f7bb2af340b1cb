"""Two debriefs of one session side by side: of two people, or two texts of one."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from facilitui import text as t
from facilitui.commands.lenses import LENSES, RIVALS, TEXTS
from facilitui.core.backups.import_told import settled
from facilitui.core.errors import FacilituiError, SavedMeanwhile
from facilitui.messages.evidence import FORGET, TAKE
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.services.debriefs.lenses import Lenses
from facilitui.services.journals.rivalling import Pair, Rivalling
from facilitui.widgets import lenses_view as view
from facilitui.widgets.key_line import KeyLine
from facilitui.widgets.panel import Panel
from facilitui.widgets.paper_screen import PaperScreen

R = TypeVar("R")
RIGHT = "right"
ASK = "Go on with the text at the {}?"
TAKING = (
    "It becomes the newest revision, over both. The other one stays as a revision of the entry: "
    "nothing is lost, and [ in Journal shows it."
)
MEANWHILE = "Another revision was saved meanwhile: nothing was taken; look at both again."


class SideBySide(PaperScreen[R]):
    """Two debriefs, to be read."""

    CSS_PATH = "lenses.tcss"
    AUTO_FOCUS = ""

    def __init__(self, lenses: Lenses) -> None:
        super().__init__()
        self._lenses = lenses
        self._only = False

    def compose(self) -> ComposeResult:
        """A heading, the questions with both answers, the keys."""
        yield Panel(self._head, id="head")
        with VerticalScroll(id="rows", can_focus=False):
            yield Panel(self._draw)
        yield KeyLine(self.commands)

    def show(self, lenses: Lenses) -> None:
        """Show two others."""
        self._lenses = lenses
        self.query_one("#head", Panel).show(self._head)
        self.query_one("#rows Panel", Panel).show(self._draw)

    def _head(self, width: int) -> t.Lines:
        return view.head(self._lenses, width)

    def _draw(self, width: int) -> t.Lines:
        return view.rows_lines(self._lenses, width, only=self._only)

    def action_differ(self) -> None:
        """Show only what differs, or all."""
        self._only = not self._only
        self.query_one("#rows Panel", Panel).show(self._draw)

    def action_scroll(self, lines: int) -> None:
        """Go up or down."""
        self.query_one("#rows", VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Go up or down by what is seen."""
        rows = self.query_one("#rows", VerticalScroll)
        rows.scroll_relative(y=pages * rows.size.height, animate=False)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)


class LensesScreen(SideBySide[None]):
    """The debriefs of two people."""

    commands = LENSES
    title_of_help = "Two lenses"
    about = (
        "Two people debriefed one session apart. Each question stands above both answers, as they "
        "are saved: ≠ where they part, = where they say the same, · what one alone was asked."
    )


class TextsScreen(SideBySide[str | None]):
    """Two texts of one debrief; what becomes of the other one is what it is dismissed with."""

    commands = TEXTS
    title_of_help = "Two texts"
    about = (
        "This debrief was typed twice: in two copies of the program, or before what was saved. "
        "Each question stands above both answers: ≠ where they part. enter goes on with the "
        "other text, and this one is kept beside it; f8 throws the other one away."
    )

    def action_take(self) -> None:
        """Go on with the other one."""
        self.dismiss(TAKE)

    def action_throw_away(self) -> None:
        """Throw the other one away, once that is confirmed."""
        told = "What only that text says goes for good. This text stays as it is."
        ask = f"Throw away what was {self._lenses.names[1]}?"
        dialog = ConfirmDialog(ask, told, yes="throw it away", no="keep it")
        self.app.push_screen(dialog, self._thrown)

    def _thrown(self, yes: bool | None) -> None:
        if yes:
            self.dismiss(FORGET)


class RivalsScreen(SideBySide[str | None]):
    """Two revisions of one entry that stand side by side; dismissed with how they were settled."""

    commands = RIVALS
    title_of_help = "Conflicting revisions"
    about = (
        "This entry was revised on two machines, and neither revision is the other's past. Each "
        "question stands above both texts: ≠ where they part, = where they say the same. l goes "
        "on with the left text and r with the right one, as a revision over both; the other one "
        "stays as a revision. What is settled here is settled on the other machine once it "
        "imports what you export."
    )

    def __init__(self, rivalling: Rivalling, pair: Pair) -> None:
        super().__init__(pair.lenses)
        self._rivalling, self._pair = rivalling, pair

    def on_mount(self) -> None:
        """Most often there is no third revision, and no key for one."""
        self._offer_keys()

    def _offer_keys(self) -> None:
        without = () if self._pair.others > 1 else ("next_pair",)
        self.key_line.offer(tuple(each for each in RIVALS if each.action not in without))

    def action_take_side(self, side: str) -> None:
        """Go on with one of them, once that is confirmed."""
        name = self._lenses.names[side == RIGHT]
        dialog = ConfirmDialog(ASK.format(name), TAKING, yes="take it", no="leave both")
        self.app.push_screen(dialog, partial(self._taken, side))

    def _taken(self, side: str, yes: bool | None) -> None:
        if yes:
            self._take(side)

    @work(exclusive=True, group="pair")
    async def _take(self, side: str) -> None:
        try:
            made = await self._rivalling.take(self._pair, right=side == RIGHT)
        except SavedMeanwhile:
            self.tell(MEANWHILE, problem=True)
            self._lay(self._pair.place)
        except FacilituiError as error:
            self.tell(str(error), problem=True)
        else:
            self.dismiss(settled(int(made["rev"]), self._pair.others - 1, self._pair.more))

    def action_next_pair(self) -> None:
        """Lay the next revision beside the left one, if there are more than two."""
        self._lay(self._pair.place + 1)

    @work(exclusive=True, group="pair")
    async def _lay(self, place: int) -> None:
        """Lay one of the others beside the left one, as they are now."""
        try:
            self._pair = await self._rivalling.open(self._pair.entry, place)
        except FacilituiError as error:
            self.tell(str(error), problem=True)
        else:
            self.show(self._pair.lenses)
            self._offer_keys()
