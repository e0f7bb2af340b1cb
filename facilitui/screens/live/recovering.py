"""Recovering from an overrun: the ways beside a preview of each, and what choosing one does.

Time goes on while somebody looks, and a machine may have slept: only what is shown is ever done.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll

from facilitui import text as t
from facilitui.core.sessions.outlook import Outlook, Undoing, chosen, outlook
from facilitui.core.sessions.recovering_moves import apply_recovery, undo_recovery
from facilitui.core.sessions.recovery import Moment, Offer, Proposal
from facilitui.screens.dialogs.dialog import STYLES, Dialog, Key
from facilitui.screens.live.presses import Press
from facilitui.widgets import live_recovery
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import RowList

if TYPE_CHECKING:
    from facilitui.screens.live.screen import LiveScreen

REFRESH_SECONDS = 2.0
"""How often the figures are looked at again; they are told in minutes."""
AIRY_FROM = 30
"""From this height on the list has room for what each way costs."""
NOT_RUNNING = "No session is running."
GONE = "That is not offered any more, so nothing was changed; r shows what is."
Look = Callable[[], Outlook]


async def recover(screen: LiveScreen) -> None:
    """Show what can be done about the time ahead, and do what is chosen."""

    async def do(press: Press | None) -> None:
        if press is not None:
            await screen.press(press)

    def look() -> Outlook:
        return outlook(screen.hosted.course, Moment(*screen.hosted.now()))

    if not screen.hosted.state.running:
        screen.tell(NOT_RUNNING)
    elif look().shown:
        screen.app.push_screen(RecoverDialog(look), do)
    else:
        screen.tell(live_recovery.NOTHING_GIVES)


def press_for(offer: Undoing | Proposal, shown: Moment, now: Moment) -> Press:
    """What choosing an offer does to the session: what was shown, or nothing, and that is said."""
    done = live_recovery.done_words(offer, now)
    if isinstance(offer, Undoing):
        return Press(undo_recovery(offer.recovery), done, GONE)
    return Press(apply_recovery(offer.body, shown), done, GONE)


class RecoverDialog(Dialog[Press | None]):
    """The ways on the left, what the marked one would do on the right. Enter does it.

    Closed with the key that does what was chosen.
    """

    CSS_PATH = [STYLES, Path(__file__).with_name("recovering.tcss")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (80, "-normal"), (120, "-wide"), (140, "-roomy")]
    BINDINGS = [
        Binding("escape", "leave", "leave", show=False),
        Binding("up", "step(-1)", "up", show=False, priority=True),
        Binding("down", "step(1)", "down", show=False, priority=True),
        Binding("pageup", "scroll_preview(-1)", "preview up", show=False, priority=True),
        Binding("pagedown", "scroll_preview(1)", "preview down", show=False, priority=True),
        Binding("tab,shift+tab", "turn", "preview", show=False, priority=True),
        Binding("enter", "choose", "choose", show=False, priority=True),
    ]

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._told = look()
        self._moved_on = False
        """Whether what was chosen had become another thing, so that it is shown anew."""

    def compose(self) -> ComposeResult:
        """How late it is, the ways and a preview, what to say, the keys."""
        with Vertical(id="dialog"):
            yield Panel(self._head, id="head")
            with Horizontal(id="ways"):
                yield RowList(id="offers")
                with VerticalScroll(id="preview", can_focus=False):
                    yield Panel(id="after")
            yield Panel(id="said")
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """Show it, and look again from time to time."""
        self.set_focus(self.query_one(RowList))
        self._show()
        self.set_interval(REFRESH_SECONDS, self.look_again)

    def on_resize(self) -> None:
        """What has room changes with the size."""
        self.call_after_refresh(self._show)

    def look_again(self) -> None:
        """The figures as they are now; the marked way stays marked."""
        self._told = self._look()
        self._show()

    @property
    def marked(self) -> Offer | None:
        """The way that is looked at."""
        return self._told.find(self.query_one(RowList).marked)

    @property
    def _narrow(self) -> bool:
        return self.has_class("-narrow")

    @property
    def _airy(self) -> bool:
        """Whether the list has room for what each way costs."""
        return self.app.size.height >= AIRY_FROM and not self._narrow

    def _show(self) -> None:
        rows = self.query_one(RowList)
        rows.show(live_recovery.offer_rows(self._told, airy=self._airy), rows.marked)
        self.query_one("#head", Panel).show(self._head)
        self._show_marked()

    @on(RowList.Marked)
    def _mark(self) -> None:
        self._moved_on = False
        self.query_one("#head", Panel).show(self._head)
        self._show_marked()

    def _show_marked(self) -> None:
        told, offer = self._told, self.marked
        self.query_one("#after", Panel).show(
            lambda width: live_recovery.preview_lines(offer, told, width)
        )
        self.query_one("#said", Panel).show(
            lambda width: live_recovery.said_lines(offer, told, width, lost=not self._airy)
        )
        self.query_one("#foot", Panel).show(self.draw_foot)

    def _head(self, width: int) -> t.Lines:
        lines = live_recovery.head_lines(self._told, width, moved_on=self._moved_on)
        return [*lines, t.BLANK] if self.tall else lines

    def keys(self) -> list[Key]:
        """What can be done."""
        offer = self.marked
        doing = [("enter", "do it")] if offer and self._told.can(offer.key) else []
        page = "ways" if self.has_class("-previewing") else "preview"
        turning = [("tab", page)] if self._narrow and offer else []
        return [*doing, *turning, ("escape", "leave")]

    def more_keys(self) -> list[Key]:
        """Going about."""
        return [("↑↓", "look at another way"), ("PageUp PageDown", "read the preview")]

    def action_step(self, by: int) -> None:
        """Look at another way."""
        self.query_one(RowList).action_move(by)

    def action_scroll_preview(self, by: int) -> None:
        """Read on in the preview, or back."""
        scroll = self.query_one("#preview", VerticalScroll)
        scroll.scroll_page_down() if by > 0 else scroll.scroll_page_up()

    def action_turn(self) -> None:
        """On a narrow screen: the preview in place of the list, or the list again."""
        self.toggle_class("-previewing")
        self.call_after_refresh(self._turned)

    def _turned(self) -> None:
        self.set_focus(self.query_one(RowList))
        self._show()

    def action_choose(self) -> None:
        """Do what is marked."""
        self.query_one(RowList).action_choose()

    @on(RowList.Chosen)
    def _choose(self, event: RowList.Chosen) -> None:
        shown, self._told = self._told, self._look()
        by = chosen(shown, self._told, event.key)
        offer = by.find(event.key) if by else None
        if by and isinstance(offer, Undoing | Proposal):
            self.dismiss(press_for(offer, by.at, self._told.at))
            return
        self._moved_on = shown.can(event.key)
        self._show()

    def action_leave(self) -> None:
        """Leave everything as it is."""
        self.dismiss(None)
