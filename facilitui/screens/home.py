"""Home: the next session, what is unfinished, what was promised, what was learnt lately."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Resize

from facilitui import text as t
from facilitui.commands.home import HOME, offered
from facilitui.messages import going as m
from facilitui.messages.evidence import RubricRequested
from facilitui.messages.pathways import BoardRequested, PathwaysRequested
from facilitui.widgets import home_aside as aside
from facilitui.widgets.home_view import home_rows
from facilitui.widgets.key_line import KeyLine
from facilitui.widgets.overview_screen import OverviewScreen
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import RowList

if TYPE_CHECKING:
    from facilitui.core.overview import Overview, Recent, Unended

BIG_CLOCK_HEIGHT = 36
MINUTE = 60.0


class HomeScreen(OverviewScreen):
    """Where the program opens.

    Keys wait for the first list, and those that depend on more for what the files say now.
    """

    CSS_PATH = "home.tcss"
    AUTO_FOCUS = "#rows"
    commands = HOME
    title_of_help = "Home"
    about = (
        "The next session with its readiness, sessions to finish, debriefs to write, what you "
        "promised yourself, the next step in each pathway. The arrow keys mark, enter opens. A "
        "session that nobody ended, and that nobody hosts an hour after its planned end, is "
        "marked; enter and r then ask whether to go on with it or to end it where it was left."
    )

    def compose(self) -> ComposeResult:
        """A heading, two columns, the keys."""
        yield Panel(self._head, id="head")
        with Horizontal(id="body"):
            with Vertical(id="left"):
                yield Panel(id="empty")
                yield RowList(id="rows")
            with Vertical(id="right"):
                yield Panel(id="recent-head")
                yield RowList(id="recent")
        yield Panel(id="problems")
        yield KeyLine(HOME)

    def on_mount(self) -> None:
        """The minute on the screen goes on by itself."""
        self.set_interval(MINUTE, self.show_overview)

    def show_overview(self) -> None:
        """Draw what is known."""
        overview = self.overview
        if overview is None or not self.is_mounted:
            return
        high = self.app.size.height >= BIG_CLOCK_HEIGHT
        now, beside = self.now(), self.has_class("-wide")
        rows = home_rows(overview, now, big_clock=high, airy=high, beside=beside)
        self.query_one("#rows", RowList).show(rows)
        self.query_one("#recent", RowList).show(aside.recent_rows(overview.recent, now.date()))
        self.query_one("#recent-head", Panel).show(aside.recent_head(overview.recent))
        self.query_one("#empty", Panel).show(aside.empty_lines(overview.closed))
        self.query_one("#problems", Panel).show(self._problems)
        self.set_class(overview.empty, "-empty")
        self.call_after_refresh(self.keys_to, "#rows")
        self.key_line.offer(offered(overview))
        self.set_class(bool(overview.recent), "-recent")
        self.query_one("#head", Panel).show(self._head)

    def _head(self, width: int) -> t.Lines:
        return aside.head_lines(self.now(), width)

    def _problems(self, width: int) -> t.Lines:
        most = 1 if self.has_class("-short") else aside.PROBLEMS
        return aside.problem_lines(self.overview.problems if self.overview else (), width, most)

    @on(Resize)
    def _resized(self) -> None:
        self.call_after_refresh(self.show_overview)

    @on(RowList.Chosen)
    def _open(self, event: RowList.Chosen) -> None:
        what, _, name = event.key.partition(" ")
        if what == "plan":
            self.post_message(m.PlanRequested(name))
        elif what == "session":
            self.once_known(lambda: self._open_unended(name))
        elif what == "entry":
            self.post_message(m.EntryRequested(name.removesuffix(" due")))
        elif what == "scores":
            session, _, observation = name.partition(" ")
            self.post_message(RubricRequested(session, observation))
        elif what == "pathway":
            self.post_message(BoardRequested(name))
        elif what == "begun":
            from facilitui.written_in import gone_on_with

            for each in self.overview.begun if self.overview else ():
                if each.key == event.key:  # none has it where it was read anew since the key
                    self.post_message(gone_on_with(each))
        else:
            session, _, lens = name.partition(" ")
            self.post_message(m.DebriefRequested(session, lens=lens))

    def _open_unended(self, session: str) -> None:
        """Go on with a session; one that was forgotten may be meant to be ended."""
        found = next((each for each in self._unended if each.session == session), None)
        if found is not None and found.forgotten(self.now()):
            self.post_message(m.UnendedRequested(session, found.title))
        else:
            self.post_message(m.ResumeRequested(session))

    @property
    def _unended(self) -> tuple[Unended, ...]:
        return self.overview.unended if self.overview else ()

    def action_open(self) -> None:
        """Open what is marked."""
        focused = self.focused
        rows = focused if isinstance(focused, RowList) else self.query_one("#rows", RowList)
        rows.action_choose()

    def action_start(self) -> None:
        """Start the marked plan, else the next session."""
        what, _, name = self.query_one("#rows", RowList).marked.partition(" ")
        if what == "plan":
            self.post_message(m.RunRequested(name))
        else:
            self.once_known(self._start_next)

    def _start_next(self) -> None:
        upcoming = self.overview.next if self.overview is not None else None
        told = _nothing_next(self.overview)
        if upcoming is not None:
            self.post_message(m.RunRequested(upcoming.plan))
        else:
            self.tell(told, still=lambda: _nothing_next(self.overview) == told)

    def action_resume(self) -> None:
        """Go on with a session that lies open, or look at the marked damaged one."""
        self.once_known(self._resume)

    def _resume(self) -> None:
        if self._damaged:
            self.post_message(m.ResumeRequested(self._damaged))
        elif self._lies_open:
            self._open_unended(self._lies_open)
        else:
            self.tell("No session lies open.", still=lambda: not self._unended)

    @property
    def _marked(self) -> str:
        """The session whose row is marked; empty where that is another row."""
        return _session_of(self.query_one("#rows", RowList).marked, ())

    @property
    def _damaged(self) -> str:
        """The marked session, if it is over and its log is damaged; else empty."""
        over, marked = self.overview.to_debrief if self.overview else (), self._marked
        return next((each.session for each in over if each.damaged and each.session == marked), "")

    @property
    def _lies_open(self) -> str:
        """The marked session, if it lies open, else the newest that does; empty without any."""
        lie_open = [each.session for each in self._unended]
        return self._marked if self._marked in lie_open else next(iter(lie_open), "")

    def action_replay(self) -> None:
        """Go through the marked session again, where one is marked."""
        overview, focused = self.overview, self.focused
        rows = focused if isinstance(focused, RowList) else self.query_one("#rows", RowList)
        session = _session_of(rows.marked, overview.recent if overview else ())
        if session:
            self.post_message(m.ReplayRequested(session))
        else:
            self.tell("Mark a session or a recent debrief to replay it; j has them all.")

    def action_new_plan(self) -> None:
        """Plan a session."""
        self.post_message(m.NewPlanRequested())

    def action_plans(self) -> None:
        """Choose among all plans."""
        self.post_message(m.AllPlansRequested())

    def action_groups(self) -> None:
        """Choose among the groups that meet again."""
        self.once_known(self._choose_group)

    def _choose_group(self) -> None:
        if self._no_groups():
            self.tell("No group yet: a plan's next session begins one.", still=self._no_groups)
        else:
            self.post_message(m.GroupsRequested())

    def _no_groups(self) -> bool:
        return self.overview is None or not self.overview.groups

    def action_import_agenda(self) -> None:
        """Make a plan of an agenda in another kind of file."""
        self.post_message(m.ImportRequested())

    def action_library(self) -> None:
        """Look at the library."""
        self.post_message(m.ModeRequested("library"))

    def action_journal(self) -> None:
        """Look at the journal."""
        self.post_message(m.ModeRequested("journal"))

    def action_pathways(self) -> None:
        """Look at all enrolments in pathways."""
        self.post_message(PathwaysRequested())

    def action_refresh(self) -> None:
        """Read everything from the disk again."""
        self.refresh_overview()


def _nothing_next(overview: Overview | None) -> str:
    """Why no session can be started without marking one; empty where one is next."""
    if overview is not None and overview.next is not None:
        return ""
    if overview is not None and overview.plans:
        return "No plan has a time ahead: mark the one to start."
    return "Nothing is planned yet: n plans a session."


def _session_of(key: str, recent: tuple[Recent, ...]) -> str:
    """The session that a row is about; empty where it is about none."""
    what, _, name = key.partition(" ")
    if what == "entry":
        entry = name.removesuffix(" due")
        return next((each.session for each in recent if each.entry == entry), "")
    of_a_session = {"session", "debrief", "door", "lens", "scores"}
    return name.partition(" ")[0] if what in of_a_session else ""
