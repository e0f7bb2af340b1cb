"""Home: the next session, what is unfinished, what was promised, what was learnt lately."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Resize, ScreenResume

from facilitui import text as t
from facilitui.commands.home import HOME, offered
from facilitui.core.overview import Overview, Recent, Unended
from facilitui.messages import (
    AllPlansRequested,
    DebriefRequested,
    EntryRequested,
    GroupsRequested,
    ImportRequested,
    ModeRequested,
    NewPlanRequested,
    PlanRequested,
    ReplayRequested,
    ResumeRequested,
    RunRequested,
    UnendedRequested,
)
from facilitui.widgets import home_view as view
from facilitui.widgets.key_line import KeyLine
from facilitui.widgets.made_later import MadeLater, Ready
from facilitui.widgets.panel import Panel
from facilitui.widgets.paper_screen import PaperScreen
from facilitui.widgets.row_list import RowList

BIG_CLOCK_HEIGHT = 36
MINUTE = 60.0


class HomeScreen(MadeLater, PaperScreen):
    """Where the program opens.

    The frame is on the screen first, then what was kept of the last time, then what the files
    say now, read in a thread. Keys wait for the first list: they are meant for what it marks.
    """

    CSS_PATH = "home.tcss"
    AUTO_FOCUS = "#rows"
    commands = HOME
    title_of_help = "Home"
    about = (
        "The next session with its readiness, sessions to finish, debriefs to write, what you "
        "promised yourself. The arrow keys mark, enter opens. A session that nobody ended, and "
        "that nobody hosts an hour after its planned end, is marked; enter then asks whether to "
        "go on with it or to end it where it was left."
    )

    def __init__(
        self,
        kept: Callable[[], Overview | None],
        read: Callable[[], Overview],
        now: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._kept, self._read, self._now = kept, read, now
        self._overview: Overview | None = None
        self._reading = False

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

    @on(ScreenResume)
    def refresh_overview(self) -> None:
        """Read everything again whenever Home comes up."""
        if not self._reading:
            self._reading = True
            self.call_after_refresh(self._read_overview)

    @work(thread=True, exit_on_error=False, group="overview")
    def _read_overview(self) -> None:
        if self._overview is None and (kept := self._kept()) is not None:
            self.app.call_from_thread(self._take, kept)
        try:
            self.app.call_from_thread(self._take, self._read())
        except Exception as error:  # whatever it is, an empty page without a word is worse
            told = f"Home cannot be read: {type(error).__name__}: {error}"
            self.app.call_from_thread(self._tell_unread, told)
        finally:
            self._reading = False

    def _take(self, overview: Overview) -> None:
        self._overview = overview
        self.show_overview()
        self._be_ready()

    def _tell_unread(self, told: str) -> None:
        self.tell(told, problem=True)
        self._be_ready()

    def _be_ready(self) -> None:
        """Keys need not wait any more: what they are meant for is there, or will not come."""
        self.ready = True
        self.post_message(Ready())

    def show_overview(self) -> None:
        """Draw what is known."""
        overview = self._overview
        if overview is None or not self.is_mounted:
            return
        high = self.app.size.height >= BIG_CLOCK_HEIGHT
        rows = view.home_rows(overview, self._now(), big_clock=high, airy=high)
        self.query_one("#rows", RowList).show(rows)
        self.query_one("#recent", RowList).show(view.recent_rows(overview.recent))
        self.query_one("#recent-head", Panel).show(view.recent_head)
        self.query_one("#empty", Panel).show(view.empty_lines)
        self.query_one("#problems", Panel).show(self._problems)
        self.set_class(overview.empty, "-empty")
        self.key_line.offer(offered(overview))
        self.set_class(bool(overview.recent), "-recent")
        self.query_one("#head", Panel).show(self._head)

    def _head(self, width: int) -> t.Lines:
        now = self._now()
        time = t.join(t.soft(t.day(now)), "  ", t.ink(t.clock(now)))
        return [t.spread(t.strong("facilitui"), time, width)]

    def _problems(self, width: int) -> t.Lines:
        problems = self._overview.problems if self._overview else ()
        lines = [view.problem_line(each, width) for each in problems[:2]]
        more = f"and {len(problems) - 2} more; `facilitui check` names them all"
        return [*lines, *([t.soft(more)] if len(problems) > 2 else [])]

    @on(Resize)
    def _resized(self) -> None:
        self.call_after_refresh(self.show_overview)

    @on(RowList.Chosen)
    def _open(self, event: RowList.Chosen) -> None:
        what, _, name = event.key.partition(" ")
        if what == "plan":
            self.post_message(PlanRequested(name))
        elif what == "session":
            self._open_unended(name)
        elif what == "entry":
            self.post_message(EntryRequested(name.removesuffix(" due")))
        else:
            self.post_message(DebriefRequested(name))

    def _open_unended(self, session: str) -> None:
        """Go on with a session; one that was forgotten may be meant to be ended."""
        found = next((each for each in self._unended if each.session == session), None)
        if found is not None and found.forgotten(self._now()):
            self.post_message(UnendedRequested(session, found.title))
        else:
            self.post_message(ResumeRequested(session))

    @property
    def _unended(self) -> tuple[Unended, ...]:
        return self._overview.unended if self._overview else ()

    def action_open(self) -> None:
        """Open what is marked."""
        focused = self.focused
        rows = focused if isinstance(focused, RowList) else self.query_one("#rows", RowList)
        rows.action_choose()

    def action_start(self) -> None:
        """Start the marked plan, else the next session."""
        what, _, name = self.query_one("#rows", RowList).marked.partition(" ")
        upcoming = self._overview.next if self._overview else None
        if what == "plan":
            self.post_message(RunRequested(name))
        elif upcoming is not None:
            self.post_message(RunRequested(upcoming.plan))
        else:
            self.tell("Nothing is planned yet: n plans a session.")

    def action_resume(self) -> None:
        """Go on with the newest session that lies open."""
        if self._unended:
            self.post_message(ResumeRequested(self._unended[0].session))
        else:
            self.tell("No session lies open.")

    def action_replay(self) -> None:
        """Go through the marked session again, where one is marked."""
        overview, focused = self._overview, self.focused
        rows = focused if isinstance(focused, RowList) else self.query_one("#rows", RowList)
        session = _session_of(rows.marked, overview.recent if overview else ())
        if session:
            self.post_message(ReplayRequested(session))
        else:
            self.tell("Mark a session or a recent debrief to replay it.")

    def action_new_plan(self) -> None:
        """Plan a session."""
        self.post_message(NewPlanRequested())

    def action_plans(self) -> None:
        """Choose among all plans."""
        self.post_message(AllPlansRequested())

    def action_groups(self) -> None:
        """Choose among the groups that meet again."""
        if self._overview is None or not self._overview.groups:
            self.tell("No group yet: a plan's next session begins one.")
        else:
            self.post_message(GroupsRequested())

    def action_import_agenda(self) -> None:
        """Make a plan of an agenda in another kind of file."""
        self.post_message(ImportRequested())

    def action_library(self) -> None:
        """Look at the library."""
        self.post_message(ModeRequested("library"))

    def action_journal(self) -> None:
        """Look at the journal."""
        self.post_message(ModeRequested("journal"))

    def action_refresh(self) -> None:
        """Read everything from the disk again."""
        self.refresh_overview()


def _session_of(key: str, recent: tuple[Recent, ...]) -> str:
    """The session that a row is about; empty where it is about none."""
    what, _, name = key.partition(" ")
    if what == "entry":
        entry = name.removesuffix(" due")
        return next((each.session for each in recent if each.entry == entry), "")
    return name if what in {"session", "debrief", "door"} else ""
