"""Taking in the answers to a form: its file named, its columns looked at, then taken."""

from __future__ import annotations

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input

from facilitui import text as t
from facilitui.core.errors import FacilituiError, InputProblems
from facilitui.core.feedback_coming import Overlap, far_more
from facilitui.core.form_letters import Letters
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.dialog import Key
from facilitui.screens.dialogs.form_columns import FormColumns
from facilitui.screens.dialogs.form_rows import FieldName as FieldLabel
from facilitui.services.form_preview import FormPreview
from facilitui.services.heard import Heard, Kept
from facilitui.services.hearing import Hearing
from facilitui.widgets.fields import LineField
from facilitui.widgets.line_entry import ONLY_DIGITS
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import RowList

WHAT = (
    "A CSV file, as form tools export it. You see first what each column is taken for; nothing "
    "is kept until you take it, and names and addresses stay out."
)
OVER, BESIDE = "over", "beside"
ALL_THE_SAME = "Enter takes them all the same."
WHICH_LETTERS = "In which letters was the file written?"


class ImportFeedbackDialog(FormColumns):
    """A path, how many came, the columns as they were understood. Enter takes them."""

    DEFAULT_CSS = """
    ImportFeedbackDialog {
        #choices { display: none; margin-top: 1; }
        &.-short #choices { margin-top: 0; }
    }
    """
    BINDINGS = [
        Binding("escape", "leave", "leave", show=False),
        Binding("l", "letters", "letters", show=False),
    ]

    def __init__(self, hearing: Hearing, heard: Heard) -> None:
        super().__init__()
        self._hearing, self._heard = hearing, heard
        self._path = ""
        """The file that is shown."""
        self._reading = self._busy = False
        self._meant = ""
        """What was asked about the number of answers, once that was told."""

    def compose(self) -> ComposeResult:
        """A heading, the path, how many came, the columns, what becomes of them, the keys."""
        came = "" if self._heard.attendance is None else str(self._heard.attendance)
        with Vertical(id="dialog"):
            yield Panel(self._head, id="head")
            with Vertical(id="fields"):
                yield FieldLabel("File")
                yield LineField("", placeholder="~/answers.csv", compact=True, id="path")
                yield FieldLabel("Came")
                yield LineField(
                    came,
                    placeholder="how many could have answered",
                    compact=True,
                    restrict=ONLY_DIGITS,
                    max_length=5,
                    id="came",
                )
            yield RowList(id="choices")
            yield Panel(self.draw_result, id="result")
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """The path comes first."""
        self.set_focus(self.query_one("#path", LineField))

    def on_descendant_focus(self) -> None:
        """What the keys do depends on where one is."""
        self.query_one("#foot", Panel).show(self.draw_foot)

    def _head(self, width: int) -> t.Lines:
        title = t.spread(t.strong("Take in answers"), t.soft(self._heard.title), width)
        return [title, *([t.BLANK] if self.tall else [])]

    def keys(self) -> list[Key]:
        """What can be done."""
        if isinstance(self.focused, RowList):
            return [("enter", "take"), ("← →", "item"), ("escape", "leave")]
        if self.shown is None or (self.focused is not None and self.focused.id == "path"):
            return [("enter", "look at it"), ("escape", "leave")]
        return [("enter", "columns"), ("escape", "leave")]

    def more_keys(self) -> list[Key]:
        """What is seldom needed."""
        going = [("tab", "to the file, who came, the columns")]
        if self.shown is None:
            return going
        changing = [("s", "scale"), ("g", "goal"), ("w", "read it otherwise"), ("l", "letters")]
        return [*changing, ("d", "all of it, bad rows named"), *going]

    @on(Input.Submitted, "#path")
    def _read(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            self._path = event.value.strip()
            self._read_it()

    def _read_it(self, letters: Letters | None = None) -> None:
        """Read the file, in letters that were chosen or that are found."""
        self.shown, self.problem, self._meant, self._reading = None, "", "", True
        self.show()
        self._look_at(letters)

    def action_letters(self) -> None:
        """Choose the letters that the file was written in, and read it again."""
        if self.shown is not None:
            self.app.push_screen(ChooseDialog(WHICH_LETTERS, _letters()), self._read_in)

    def _read_in(self, letters: str | None) -> None:
        if letters is not None:
            self._read_it(Letters(letters))

    @on(Input.Submitted, "#came")
    def _go_to_columns(self, event: Input.Submitted) -> None:
        event.stop()
        self.set_focus(self.query_one("#path" if self.shown is None else "#choices"))

    @on(LineField.Refused)
    def _tell_refused(self, event: LineField.Refused) -> None:
        self.tell(event.told)

    @work(exclusive=True)
    async def _look_at(self, letters: Letters | None) -> None:
        try:
            self.shown = await self._hearing.preview(self._path, self._heard.goals, letters)
        except FacilituiError as error:
            self.problem = _problem(error)
        self._reading = False
        self._show_columns()

    def _show_columns(self) -> None:
        """Show what was found in the file, and go to its columns where there are any."""
        self.show()
        if self.shown is not None:
            self.set_focus(self.query_one(RowList))

    def draw_result(self, width: int) -> t.Lines:
        """What becomes of the answers; before there are any, what can be taken in."""
        if self.shown is not None:
            return super().draw_result(width)
        words = "Reading it…" if self._reading else "" if self.problem else WHAT
        return [t.BLANK, *t.wrapped(words, width, t.SOFT)] if words else []

    # Taking

    @on(RowList.Chosen)
    def _take(self) -> None:
        """Take what is shown; answers that were taken before are asked about."""
        if self.shown is not None and not self._busy and self._is_meant(self.shown):
            self._busy = True
            self.run_worker(self._take_shown(self.shown))

    def _is_meant(self, shown: FormPreview) -> bool:
        """Whether so many answers are meant: far more than people came only the second time."""
        doubt, meant = far_more(len(shown.read.responses), self._came()), self._meant
        self._meant = doubt
        if doubt and doubt != meant:
            self.tell(f"{doubt} {ALL_THE_SAME}")
            return False
        return True

    def _came(self) -> int | None:
        typed = self.query_one("#came", LineField).value
        return int(typed) if typed else None

    async def _take_shown(self, shown: FormPreview) -> None:
        try:
            found, kept = await self._hearing.before(self._heard.session, shown)
        except FacilituiError as error:
            self._refused(str(error))
        else:
            await self._keep_or_ask(found, kept)

    async def _keep_or_ask(self, found: Overlap, kept: Kept | None) -> None:
        if found is Overlap.NONE:
            await self._keep(None)
        else:
            self.app.push_screen(_asked(found), lambda way: self._go_on(way, kept))

    def _go_on(self, way: str | None, kept: Kept | None) -> None:
        if way is None:
            self._busy = False
        else:
            self.run_worker(self._keep(kept if way == OVER else None))

    async def _keep(self, over: Kept | None) -> None:
        """Keep what is shown; `over` are the answers that it replaces, if any."""
        try:
            assert self.shown is not None
            session, came = self._heard.session, self._came()
            entry = await self._hearing.take(session, self.shown, came, over)
        except FacilituiError as error:
            self._refused(str(error))
        else:
            self.dismiss(entry)

    def _refused(self, problem: str) -> None:
        self._busy = False
        self.tell(problem)

    def action_leave(self) -> None:
        """Take nothing."""
        self.dismiss(None)


def _problem(error: FacilituiError) -> str:
    """Why a file cannot be read, each thing with the file's name."""
    if isinstance(error, InputProblems):
        return "; ".join(f"{each.file} {each.reason}" for each in error.problems)
    return str(error)


def _letters() -> list[Choice]:
    """The letters that a file can be read in."""
    return [Choice(each.value, each.label) for each in Letters]


def _asked(found: Overlap) -> ChooseDialog:
    """What is asked where the same answers were taken before."""
    same = found is Overlap.SAME
    return ChooseDialog(
        "These answers were taken before" if same else "Some of these answers were taken before",
        [
            Choice(OVER, "Take them in their place", "the ones before stay in its history"),
            Choice(BESIDE, "Take them as answers of their own", "they count twice then"),
        ],
        away="take nothing",
    )
