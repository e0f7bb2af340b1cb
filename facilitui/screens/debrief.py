"""Debrief: a frame's questions beside the facts of the run. What is written is kept at once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.events import Resize
from textual.widgets import TextArea

from facilitui import text as t
from facilitui.commands import HELP_WHILE_TYPING
from facilitui.commands.debrief import DEBRIEF, GAPS
from facilitui.core.debrief import Answer
from facilitui.core.errors import FacilituiError
from facilitui.core.unkept import Unkept
from facilitui.messages import GapsRequested, QuotesRequested
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.sorting import SORTED
from facilitui.services.debrief_desk import DebriefDesk
from facilitui.widgets import debrief_view as view
from facilitui.widgets.key_line import KeyLine
from facilitui.widgets.line_entry import LineEntry
from facilitui.widgets.panel import Panel
from facilitui.widgets.paper_screen import PaperScreen
from facilitui.widgets.question_editor import QuestionEditor


class DebriefScreen(PaperScreen):
    """The debrief of one session."""

    CSS_PATH = "debrief.tcss"
    AUTO_FOCUS = "TextArea"
    commands = DEBRIEF
    title_of_help = "Debrief"
    about = (
        "First what participants learned and what shows it, then what the run itself asks, then "
        "a frame's questions. What you write is kept at once; ctrl+s saves it to the journal, and "
        "later changes are saved as revisions."
    )

    def __init__(self, desk: DebriefDesk) -> None:
        super().__init__()
        self._desk = desk
        self._notes_shown = False
        self._open_editors: list[QuestionEditor] = []
        """Held, so that they can be asked when the screen is taken away: they go first."""

    def compose(self) -> ComposeResult:
        """A heading, the questions, the facts, the keys."""
        yield Panel(id="head")
        with Horizontal(id="body"):
            yield VerticalScroll(*self._editors(), id="questions", can_focus=False)
            with VerticalScroll(id="facts", can_focus=False):
                yield Panel(self._facts)
        yield LineEntry()
        keys = tuple(each for each in DEBRIEF if self._desk.facts.gaps or each is not GAPS)
        yield KeyLine(keys, last=HELP_WHILE_TYPING)

    def on_mount(self) -> None:
        """Show where it stands, and tell what there is to tell."""
        self.show_state()
        if told := view.told_first(self._desk):
            self.tell(told, problem=bool(self._desk.notice))

    async def unkept(self) -> tuple[Unkept, ...]:
        """What the disk does not take of what was written."""
        self._collect()
        return await self._desk.unkept()

    async def on_unmount(self) -> None:
        """Keep what was written last; there is nothing left to tell a problem on."""
        await self.unkept()

    def _editors(self) -> list[QuestionEditor]:
        editors: list[QuestionEditor] = []
        for heading, answers in self._desk.questions():
            for n, each in enumerate(answers):
                editors.append(self._editor(each, len(editors) + 1, "" if n else heading))
        self._open_editors = editors
        return editors

    def _editor(self, answer: Answer, number: int, heading: str) -> QuestionEditor:
        hint = self._desk.hint(answer.id)
        return QuestionEditor(
            answer.id, str(number), answer.ask, answer.text, hint=hint, heading=heading
        )

    def show_state(self) -> None:
        """Draw the heading."""
        told = "not saved yet"
        if not self._desk.unsaved and self._desk.saved_at is not None:
            told = f"saved {t.wall_clock(self._desk.saved_at)}"
        elif not self._desk.unsaved and not self._desk.debrief.empty:
            told = "saved"
        elif self._desk.debrief.empty:
            told = ""
        self.query_one("#head", Panel).show(lambda width: view.head(self._desk, told, width))

    def _facts(self, width: int) -> t.Lines:
        return view.facts_lines(self._desk, width, notes=self._notes_shown)

    @on(Resize)
    def _resized(self) -> None:
        self.call_after_refresh(self.show_state)

    @on(QuestionEditor.Written)
    async def _take(self, event: QuestionEditor.Written) -> None:
        self._desk.write(event.question, event.text)
        self.show_state()
        await self._guarded(self._desk.keep_draft)

    def _collect(self) -> None:
        """Take what is in the editors now, however lately it was typed."""
        for editor in self._open_editors:
            self._desk.write(editor.question, editor.taken())

    async def _kept(self) -> None:
        self._collect()
        await self._guarded(self._desk.keep_draft)

    async def _guarded(self, keep: Callable[[], Awaitable[None]]) -> bool:
        try:
            await keep()
        except FacilituiError as error:
            self.tell(str(error), problem=True)
            return False
        return True

    async def action_save(self) -> None:
        """Save to the journal."""
        self._collect()
        if self._desk.debrief.empty:
            self.tell("Nothing is written yet.")
        elif await self._guarded(self._desk.save):
            self.tell("Saved to the journal.")
            self.show_state()

    def action_next_question(self) -> None:
        """Go to the next question."""
        self.focus_next(TextArea)

    def action_previous_question(self) -> None:
        """Go to the one before."""
        self.focus_previous(TextArea)

    def action_notes(self) -> None:
        """Show or hide marks and captures."""
        self._notes_shown = not self._notes_shown
        self._show_facts()
        self.set_class(self._notes_shown, "-notes")

    def _show_facts(self) -> None:
        self.query_one("#facts Panel", Panel).show(self._facts)
        self.show_state()

    def action_frame(self) -> None:
        """Choose another frame; what was written in this one is kept."""
        choices = [Choice(each.id, each.name, each.best_for) for each in self._desk.choices]
        dialog = ChooseDialog("Go on in which frame?", choices, self._desk.debrief.frame)
        self.app.push_screen(dialog, self._change_frame)

    def action_sort(self, what: str) -> None:
        """Say how each wait ended, or what became of each norm."""
        make, nothing = SORTED[what]
        dialog = make(self._desk, self._kept)
        if dialog.empty:
            self.tell(nothing)
        else:
            self.app.push_screen(dialog, lambda _: self._show_facts())

    def action_quotes(self) -> None:
        """Release captures as quotes, one by one."""
        self.post_message(QuotesRequested(self._desk.debrief.session, self._look_again))

    def action_gaps(self) -> None:
        """Say which stretches without the program count."""
        self.post_message(GapsRequested(self._desk.debrief.session, self._look_again))

    def _look_again(self, result: None) -> None:
        async def look() -> None:
            self._collect()
            if await self._guarded(self._desk.look_again):
                await self._kept()
                self._show_facts()
                await self._ask_anew(self._at)

        self.run_worker(look())

    @property
    def _at(self) -> str:
        """The question that the keys go to."""
        lies_in = self.focused.ancestors if self.focused is not None else ()
        return next((each.question for each in self._open_editors if each in lies_in), "")

    async def _change_frame(self, frame: str | None) -> None:
        if frame is None:
            return
        self._collect()
        self._desk.choose_frame(frame)
        await self._ask_anew()
        await self._kept()
        self.show_state()

    async def _ask_anew(self, at: str = "") -> None:
        """Ask what is asked by now, where that is not on the screen; then go to a question."""
        wanted = [(each.id, each.ask) for _, asked in self._desk.questions() for each in asked]
        if wanted == [(editor.question, editor.ask) for editor in self._open_editors]:
            return
        questions = self.query_one("#questions", VerticalScroll)
        await questions.remove_children()
        self._collect()
        await questions.mount_all(self._editors())
        to = next((e for e in self._open_editors if e.question == at), self._open_editors[0])
        self.set_focus(to.query_one(TextArea))

    def action_due(self) -> None:
        """Set the date of the commitment."""
        due = self._desk.debrief.commitment.due
        self._ask_date(due.isoformat() if due else "")

    def _ask_date(self, text: str) -> None:
        self.query_one(LineEntry).ask("due", "By when?", text, select=True)
        self.add_class("-typing")

    @on(LineEntry.Entered)
    async def _set_due(self, event: LineEntry.Entered) -> None:
        self.remove_class("-typing")
        try:
            self._desk.promise_by(date.fromisoformat(event.text))
        except ValueError:
            self._ask_date(event.text)
            self.tell("A date is written 2026-12-09.", problem=True)
            return
        await self._guarded(self._desk.keep_draft)
        self.show_state()

    @on(LineEntry.Closed)
    def _line_closed(self) -> None:
        self.remove_class("-typing")

    async def action_leave(self) -> None:
        """Leave; what was written is kept."""
        if self.query_one(LineEntry).is_open:
            self.query_one(LineEntry).close()
        elif await self.may_leave() and self.is_active:  # else what lies over it would be closed
            self.dismiss()
