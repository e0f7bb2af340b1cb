"""Trends: what several sessions show of one thing, each as a picture and a sentence.

The keys go to the list, or into the marked trend's sessions; in a narrow window the one stands in
place of the other.
"""

from __future__ import annotations

from functools import partial

from textual import getters, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus, Resize, ScreenResume

from facilitui import text as t
from facilitui.commands.trends import TRENDS
from facilitui.core.errors import FacilituiError
from facilitui.core.trends.trends import Place, Trend
from facilitui.messages.going import ReplayRequested
from facilitui.services.trends.trending import LeftAt, Trended, Trending
from facilitui.widgets import trend_view as view
from facilitui.widgets.browse_parts import let_use, offered
from facilitui.widgets.key_line import KeyLine
from facilitui.widgets.made_later import MadeLater, Ready
from facilitui.widgets.panel import Panel
from facilitui.widgets.paper_screen import PaperScreen
from facilitui.widgets.row_list import RowList
from facilitui.widgets.trend_rows import TrendList, session_rows, trend_rows

BESIDE = 80
"""From so many columns on the marked trend stands beside the list."""


class TrendsScreen(MadeLater, PaperScreen[str | None]):
    """All trends; it is dismissed with the entry that shall be opened, if one shall."""

    CSS_PATH = "trends.tcss"
    AUTO_FOCUS = "#trends"
    commands = TRENDS
    title_of_help = "Trends"
    about = (
        "What several sessions show of one thing, each as a picture and a sentence, down to the "
        "session. A median with its range stands for many figures, never an average. Fewer than "
        "3 sessions are few. Which way something goes is told from 6 sessions on: the median of "
        "the first half beside that of the second; where these are no further apart than can be "
        "told, or both halves overlap as far, it is about the same. Nothing here is a judgement."
    )
    trends = getters.query_one("#trends", RowList)
    """The list."""
    sessions = getters.query_one("#sessions", RowList)
    """Those of the marked trend."""

    def __init__(self, trending: Trending, leads_to: str = "journal") -> None:
        """`leads_to` is where escape goes back to."""
        super().__init__()
        self._trending, self._leads_to = trending, leads_to
        self._trended: Trended | None = None
        self._trends: dict[str, Trend] = {}
        self._marked = -1
        """Which session of the marked trend is marked, from its oldest; -1 is the newest."""
        self._inside = False
        """Whether the keys go to the marked trend's sessions."""

    def compose(self) -> ComposeResult:
        """A heading, the list and the marked trend, what is missing, the keys."""
        yield Panel(self._head, id="head")
        with Horizontal(id="body"):
            yield TrendList(id="trends")
            with Vertical(id="large"):
                yield Panel(id="picture")
                yield RowList(id="sessions")
        yield Panel(id="said")
        yield KeyLine(self.commands)

    def _head(self, width: int) -> t.Lines:
        return view.head_lines(self._trended, self.trend if self._alone else None, width)

    def on_mount(self) -> None:
        """Nothing is there yet."""
        self.set_out()

    @property
    def beside(self) -> bool:
        """Whether the list and the marked trend have room beside each other."""
        return self.app.size.width >= BESIDE

    @property
    def _alone(self) -> bool:
        """Whether the marked trend stands in place of the list."""
        return self._inside and not self.beside

    @property
    def trend(self) -> Trend | None:
        """The marked one."""
        return self._trends.get(self.trends.marked)

    @property
    def at(self) -> int:
        """Which session of the marked trend is marked, counted from its oldest."""
        trend = self.trend
        return self._marked % len(trend.places) if trend is not None else 0

    @property
    def place(self) -> Place | None:
        """The marked session, while the keys go to sessions."""
        trend = self.trend
        return trend.places[self.at] if trend is not None and self._inside else None

    @on(ScreenResume)
    @work(exclusive=True, group="trends")
    async def load(self) -> None:
        """Everything is read anew with every look."""
        try:
            self._take(await self._trending.trends())
        except FacilituiError as error:
            self.tell(str(error), problem=True)
        self.ready = True
        self.post_message(Ready())

    def _take(self, trended: Trended) -> None:
        first, self._trended = self._trended is None, trended
        self._trends = {each.key: each for each in trended.trends}
        left = self._trending.left_at
        mark = left.trend if first and left.trend in self._trends else ""
        self.trends.show(trend_rows(trended.trends, airy=not self.has_class("-short")), mark)
        if mark:
            self._go_back_to(self._trends[mark], left.place)
        self._inside = self._inside and self.trend is not None
        self.query_one("#said", Panel).show(lambda width: view.said_lines(trended, width))
        self.set_out()
        self.show_trend()

    def _go_back_to(self, trend: Trend, left: str) -> None:
        """To the session whose entry was opened from here."""
        places = [each.at.place for each in trend.places]
        if left in places:
            self._marked, self._inside = places.index(left), True

    @on(Resize)
    def set_out(self) -> None:
        """Both beside each other, or the one that is being used."""
        there, sessions = bool(self._trends), self.sessions
        large = self.query_one("#large")
        self.set_class(self._trended is not None and not there, "-empty")
        self.query_one("#body").display = there or self._trended is None
        sessions.can_focus = there
        has_large = there and (self.beside or self._inside)
        used = sessions if self._inside else self.trends
        let_use(self, used, {self.trends: not self._alone, large: has_large})
        self._offer()
        self.call_after_refresh(self.show_trend)

    @on(DescendantFocus)
    def _follow_focus(self) -> None:
        """A click leads to the one or the other as keys do."""
        inside = self.sessions.has_focus
        if inside != self._inside:
            self._inside = inside
            self.set_out()

    def _offer(self) -> None:
        words = {"leave": self._leads_to, "replay": ""}
        if not self._trends:
            words |= {"choose": "", "step(-1)": ""}
        elif place := self.place:
            words |= {"leave": "list", "step(-1)": "session"}
            words |= {"choose": "entry" if place.entry else ""}
            words |= {"replay": "replay" if place.replayed else ""}
        self.key_line.offer(offered(self.commands, words, typing=False))

    @on(RowList.Marked, "#trends")
    def _other_trend(self) -> None:
        self._marked = -1
        self.show_trend()

    def show_trend(self) -> None:
        """Show the marked trend large, with the marked session in it."""
        trend = self.trend
        if trend is None:
            return self.query_one("#head", Panel).draw_again()
        at, short = self.at, self.has_class("-short")
        here, least = (at, 1 if short else 2) if self._inside else (None, 1)
        room = self.query_one("#body").size.height - (not short)
        large = partial(view.trend_lines, trend, here, room, least)
        self.query_one("#picture", Panel).show(large)
        self.sessions.show(session_rows(trend, at, self._trending.today, short=short), str(at))
        self.query_one("#head", Panel).draw_again()
        self._offer()

    def action_step(self, by: int) -> None:
        """Mark another trend or session, where its list does not take the key itself."""
        (self.sessions if self._inside else self.trends).action_move(by)

    @on(RowList.Marked, "#sessions")
    def _other_session(self, event: RowList.Marked) -> None:
        self._marked = int(event.key)
        self.show_trend()

    @on(RowList.Chosen)
    def action_choose(self) -> None:
        """Go into the sessions; there open the entry of the marked one."""
        if self.place is None:
            self.action_into()
        else:
            self._open(self.place)

    def action_into(self) -> None:
        """Let the keys go to the sessions."""
        self._go(inside=self.trend is not None)

    def action_out(self) -> None:
        """Let the keys go to the list."""
        self._go(inside=False)

    def action_other_side(self) -> None:
        """Let the keys go to the other one."""
        self._go(inside=not self._inside and self.trend is not None)

    def _go(self, *, inside: bool) -> None:
        if inside != self._inside:
            self._inside = inside
            self.set_out()
            self.show_trend()

    def _open(self, place: Place) -> None:
        if place.entry:
            self._trending.left_at = LeftAt(self.trends.marked, place.at.place)
            self.dismiss(place.entry)
        else:
            self.tell("The journal has no entry of this session; r goes through it again.")

    def action_replay(self) -> None:
        """Go through the marked session again."""
        place = self.place
        if place is not None and place.replayed:
            self.post_message(ReplayRequested(place.at.session))
        elif place is not None:
            self.tell("The log of this session is not here; enter opens what was written.")

    def action_leave(self) -> None:
        """Back to the list, then to where it was opened."""
        if self._inside:
            self.action_out()
        else:
            self._trending.left_at = LeftAt(self.trends.marked, "")
            self.dismiss(None)
