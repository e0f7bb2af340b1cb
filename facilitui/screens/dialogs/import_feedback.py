"""Taking in the answers to a form: its file named, its columns looked at, then taken."""

from __future__ import annotations

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input

from facilitui import text as t
from facilitui.core.errors import FacilituiError, InputProblems
from facilitui.core.responses.feedback_coming import OF_THIS, Overlap, doubts
from facilitui.core.responses.form_letters import Letters
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.dialog import Key
from facilitui.screens.dialogs.form_columns import FormColumns
from facilitui.screens.dialogs.form_rows import FieldName as FieldLabel
from facilitui.screens.dialogs.saving import Saving
from facilitui.screens.dialogs.taken_before import BESIDE, NEW, ask_again
from facilitui.services.responses.form_preview import FormPreview
from facilitui.services.responses.heard import Heard, Kept
from facilitui.services.responses.hearing import Hearing
from facilitui.widgets.fields import LineField
from facilitui.widgets.line_entry import ONLY_DIGITS
from facilitui.widgets.panel import Panel
from facilitui.widgets.row_list import RowList

WHAT = (
    "A CSV file, as form tools export it. You see first what each column is taken for; nothing "
    "is kept until you take it, and names and addresses stay out."
)
ALL_THE_SAME = f"{OF_THIS} Enter takes it all the same"
WHICH_LETTERS = "In which letters was the file written?"


class ImportFeedbackDialog(FormColumns, Saving):
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
        self._reading = False
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
        changing = [("s", "scale"), ("o", "order its words"), ("g", "goal")]
        changing += [("w", "read it otherwise"), ("l", "letters")]
        return [*changing, ("d", "all of it, bad rows named"), *going]

    @on(Input.Submitted, "#path")
    def _read(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip() and self.is_free():
            self._path = event.value.strip()
            self._read_it()

    def _read_it(self, letters: Letters | None = None) -> None:
        """Read the file, in letters that were chosen or that are found."""
        self.shown, self.problem, self._meant, self._reading = None, "", "", True
        self.show()
        self._look_at(letters)

    def action_letters(self) -> None:
        """Choose the letters that the file was written in, and read it again."""
        if self.shown is not None and self.is_free():
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

    @work(exclusive=True, group="look")
    async def _look_at(self, letters: Letters | None) -> None:
        try:
            heard = self._heard
            found = await self._hearing.preview(self._path, heard.goals, letters, heard.zone)
            self.shown = await self._hearing.with_before(heard.session, found)
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
        shown = self.shown
        if shown is not None and self.is_free() and self._is_meant():
            self.begin_saving()
            self._take_shown(shown)

    @property
    def doubts(self) -> tuple[str, ...]:
        """Why what is shown may be another session's."""
        shown = self.shown
        if shown is None:
            return ()
        count = len(shown.read.responses)
        return doubts(count, self._came(), shown.answered_on, self._heard.held_on)

    def _is_meant(self) -> bool:
        """Whether these answers are meant: those that are doubted only the second time."""
        doubt, meant = "; ".join(self.doubts), self._meant
        self._meant = doubt
        if doubt and doubt != meant:
            self.tell(f"{ALL_THE_SAME}: {doubt}.")
            return False
        return True

    def _came(self) -> int | None:
        typed = self.query_one("#came", LineField).value
        return int(typed) if typed else None

    @work(group="take")
    async def _take_shown(self, shown: FormPreview) -> None:
        with self.while_saving():
            found, kept = await self._hearing.before(self._heard.session, shown)
            if kept is None:
                await self._keep(shown, None)
            else:
                await self._ask_how(found, shown, kept)

    async def _ask_how(self, found: Overlap, shown: FormPreview, kept: Kept) -> None:
        """Ask how to take what was taken before, in part or all of it."""
        some = found is Overlap.SOME
        apart = await self._hearing.apart(self._heard.session, shown, kept) if some else None
        dialog = ask_again(found, apart)
        self.app.push_screen(dialog, lambda way: self._go_on(way, shown, kept))

    def _go_on(self, way: str | None, shown: FormPreview, kept: Kept) -> None:
        if way is not None and self.begin_saving():
            self._keep_soon(shown, None if way == BESIDE else kept, new=way == NEW)

    @work(group="take")
    async def _keep_soon(self, shown: FormPreview, over: Kept | None, *, new: bool) -> None:
        with self.while_saving():
            await self._keep(shown, over, new=new)

    async def _keep(self, shown: FormPreview, over: Kept | None, *, new: bool = False) -> None:
        """Keep what was shown; `over` are the answers that it replaces or, `new`, adds to.

        Raises FacilituiError.
        """
        session, came = self._heard.session, self._came()
        self.dismiss(await self._hearing.take(session, shown, came, over, new=new))

    def action_leave(self) -> None:
        """Take nothing, but what is being taken."""
        if self.can_leave():
            self.leave_saved()

    def leave_saved(self) -> None:
        """Go back; what was taken is shown there."""
        self.dismiss(None)


def _problem(error: FacilituiError) -> str:
    """Why a file cannot be read, each thing with the file's name."""
    if isinstance(error, InputProblems):
        return "; ".join(f"{each.file} {each.reason}" for each in error.problems)
    return str(error)


def _letters() -> list[Choice]:
    """The letters that a file can be read in."""
    return [Choice(each.value, each.label) for each in Letters]
