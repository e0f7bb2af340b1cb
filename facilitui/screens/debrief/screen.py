"""Debrief: a frame's questions beside the facts of the run. What is written is kept at once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.events import Resize

from facilitui import text as t
from facilitui.commands import HELP_WHILE_TYPING, Command
from facilitui.commands.debrief import DEBRIEF
from facilitui.core.debriefs.debrief_about import about_told
from facilitui.core.errors import FacilituiError
from facilitui.core.unkept import Unkept
from facilitui.messages.evidence import RubricRequested
from facilitui.screens.debrief.about import about_dialog
from facilitui.screens.debrief.asking import Asking
from facilitui.screens.debrief.beside import Beside
from facilitui.screens.debrief.evidence import evidence_dialog, evidence_request
from facilitui.screens.debrief.lenses import ChoosingLens, lens_scores
from facilitui.screens.debrief.questions import Questions
from facilitui.screens.debrief.withdrawn import Withdrawn
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.services.debriefs.debrief_desk import ABOUT_FORM, DebriefDesk
from facilitui.widgets import debrief_view as view
from facilitui.widgets.key_line import KeyLine
from facilitui.widgets.line_entry import LineEntry
from facilitui.widgets.panel import Panel
from facilitui.widgets.question_editor import QuestionEditor

PLACES = "TextArea, #facts"
"""Where the keys can go: the answers, and the facts where these hide them."""


class DebriefScreen(Beside):
    """The debrief of one session."""

    CSS_PATH = "debrief.tcss"
    AUTO_FOCUS = "TextArea"
    commands = DEBRIEF
    title_of_help = "Debrief"
    about = (
        "First what participants learned and what shows it, then what the run itself asks, what "
        "you promised before, a frame's questions and the goals. What you write is kept at once; "
        "ctrl+s saves it to the journal, and later changes are saved as revisions with a reason. "
        "Facts that are longer than the window are reached by tab and shift+tab, and scroll."
    )

    def __init__(self, desk: DebriefDesk) -> None:
        super().__init__(desk)
        # Held, so that both can be asked when the screen is taken away: they go first.
        self._questions, self._line = Questions(desk.questions(), desk.hint), LineEntry()
        self._asking, self._lenses = Asking(self, desk, self._line), ChoosingLens(self, desk)

    def compose(self) -> ComposeResult:
        """A heading, the questions, the facts, the keys."""
        yield Panel(id="head")
        yield Panel(self._draw_about, id="about")
        with Horizontal(id="body"):
            yield self._questions
            with VerticalScroll(id="facts", can_focus=False):
                yield Panel(self.facts)
        yield self._line
        yield KeyLine(DEBRIEF, last=HELP_WHILE_TYPING)

    def on_mount(self) -> None:
        """Show where it stands, and tell what there is to tell."""
        self.show_state()
        if told := view.told_first(self._desk):
            self.tell(told, problem=bool(self._desk.notice))
        Withdrawn(self, self._desk).ask()

    # What is shown

    def show_state(self) -> None:
        """Draw the heading, and what is told about the debrief itself."""
        told = view.standing(self._desk)
        self.query_one("#head", Panel).show(lambda width: view.head(self._desk, told, width))
        self.query_one("#about", Panel).show(self._draw_about)
        self.set_class(bool(about_told(self._desk.debrief)), "-about")

    def _draw_about(self, width: int) -> t.Lines:
        return [t.fitted(t.soft(about_told(self._desk.debrief)), width)]

    @on(Resize)
    def _resized(self) -> None:
        self.call_after_refresh(self.show_state)

    async def show_all(self) -> None:
        """Ask what is asked by now, and show where it stands."""
        await self._questions.ask(self._desk.questions())
        self.show_state()

    # What is written

    @on(QuestionEditor.Written)
    async def _take(self, event: QuestionEditor.Written) -> None:
        self._write(event.question, event.text)
        await self.show_all()
        await self.guarded(self._desk.keep_draft)

    def collect(self) -> None:
        """Take what is in the answers now, however lately it was typed."""
        for editor in self._questions.editors:
            self._write(editor.question, editor.taken())
        self._asking.collect()

    def _write(self, question: str, text: str) -> None:
        """Take an answer; a question that is just going away has no place for one."""
        if self._desk.asks(question):
            self._desk.write(question, text)

    async def kept(self) -> None:
        """Keep what was written and sorted."""
        self.collect()
        await self.guarded(self._desk.keep_draft)

    async def guarded(self, keep: Callable[[], Awaitable[object]]) -> bool:
        """Do something that the disk may not take, which is told; whether it did."""
        try:
            await keep()
        except FacilituiError as error:
            self.tell(str(error), problem=True)
            return False
        return True

    async def unkept(self) -> tuple[Unkept, ...]:
        """What the disk does not take of what was written."""
        self.collect()
        return await self._desk.unkept()

    async def on_unmount(self) -> None:
        """Keep what was written last; there is nothing left to tell a problem on."""
        await self.unkept()

    async def action_save(self) -> None:
        """Save to the journal."""
        await self._asking.save()

    async def look_again(self) -> None:
        """Read the session's record again, and ask and show what follows from it."""
        self.collect()
        if await self.guarded(self._desk.look_again):
            await self.kept()
            self.show_facts()
            await self.show_all()

    # Going about

    @property
    def at(self) -> str:
        """The question that the keys go to; empty where they go elsewhere."""
        return self._questions.at

    def action_next_question(self) -> None:
        """Go to the next question."""
        self.focus_next(PLACES)

    def action_previous_question(self) -> None:
        """Go to the one before."""
        self.focus_previous(PLACES)

    def action_frame(self) -> None:
        """Choose another frame; what was written in this one is kept."""
        choices = [Choice(each.id, each.name, each.best_for) for each in self._desk.frames]
        dialog = ChooseDialog("Go on in which frame?", choices, self._desk.debrief.frame)
        self.app.push_screen(dialog, self._change_frame)

    async def _change_frame(self, frame: str | None) -> None:
        if frame is not None:
            self.collect()
            self._desk.choose_frame(frame)
            await self.show_all()
            await self.kept()

    def action_about(self) -> None:
        """Say with whom it is debriefed, in what part, and how the session met."""
        self.app.push_screen(about_dialog(self._desk, self._told_about), self._said_about)

    async def _said_about(self, nothing: None) -> None:
        """What was still half typed into the form is left out."""
        self._desk.typing.set_fields(ABOUT_FORM, {})
        await self.kept()

    def _told_about(self) -> None:
        self.show_state()
        self.run_worker(self.kept())

    def action_rubric(self) -> None:
        """Score oneself with a rubric; what another person scored is never among that."""
        if self._desk.debrief.lens:
            self.tell(lens_scores(self._desk.debrief.lens))
        else:
            self.post_message(RubricRequested(self._desk.debrief.session))

    def action_evidence(self) -> None:
        """Choose what else shows how the session was: an observation, feedback, a file."""
        self.app.push_screen(evidence_dialog(), self._ask_for_evidence)

    def _ask_for_evidence(self, choice: str | None) -> None:
        if choice is not None:
            session = self._desk.debrief.session
            self.post_message(evidence_request(choice, session, self._saw_attached))

    def _saw_attached(self, result: None) -> None:
        self.run_worker(self.look_again())

    def action_lens(self) -> None:
        """Choose whose debrief of the session this is to be."""
        self._lenses.ask()

    def is_own(self, session: str) -> bool:
        """Whether it is one's own debrief of a session."""
        return self._desk.debrief.session == session and not self._desk.debrief.lens

    @property
    def line_keys(self) -> tuple[Command, ...]:
        """The keys of the line that is being typed; none where nothing is asked in one."""
        return self._asking.keys

    def action_take_line(self) -> None:
        """Be done with the line, as enter is."""
        self._line.enter()

    def action_due(self) -> None:
        """Set the date of the commitment."""
        self._asking.ask_date(self.at)

    @on(LineEntry.Typed)
    async def _typed(self, event: LineEntry.Typed) -> None:
        await self._asking.typed(event.purpose, event.text)

    @on(LineEntry.Entered)
    async def _entered(self, event: LineEntry.Entered) -> None:
        await self._asking.entered(event.purpose, event.text)

    @on(LineEntry.Closed)
    async def _entered_nothing(self, event: LineEntry.Closed) -> None:
        await self._asking.entered(event.purpose, "")

    async def action_leave(self) -> None:
        """Leave; what was written is kept."""
        if await self._asking.drop():
            return
        if await self.may_leave() and self.is_active:  # else what lies over it would be closed
            self.dismiss()
