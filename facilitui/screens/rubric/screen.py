"""Rubric: one's own scores on a session, each with its moment and what shows it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual import on
from textual.events import Key

from facilitui import text as t
from facilitui.commands.rubric import RUBRIC
from facilitui.core.debriefs.scores import Score, unsupported
from facilitui.core.unkept import Unkept
from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.rubric import choosing, words
from facilitui.screens.rubric.showing import ScoresShown
from facilitui.screens.rubric.typing_line import ASKED, Typing
from facilitui.services.debriefs.scoring_desk import ScoringDesk
from facilitui.widgets import rubric_view as view
from facilitui.widgets.line_entry import LineEntry
from facilitui.widgets.row_list import RowList


class RubricScreen(ScoresShown):
    """The scores of one session."""

    CSS_PATH = "rubric.tcss"
    AUTO_FOCUS = "#criteria"
    commands = RUBRIC
    title_of_help = "Rubric"
    about = words.OWN

    def __init__(self, desk: ScoringDesk) -> None:
        super().__init__(desk)
        self._typing = Typing(desk, self._line)
        self._score_wanted = False
        """Whether somebody began to write a note to no score: letters are then no keys."""
        if desk.observation:
            self.about = words.OBSERVERS

    def on_mount(self) -> None:
        """Show the criteria, tell what there is to tell; of several rubrics one is asked for."""
        self.show_all()
        if self._desk.notice:
            self.tell(self._desk.notice, problem=True)
        if not self._desk.is_chosen and not self._desk.rows and self._desk.known.rubrics:
            self.action_rubric()

    # Scoring

    async def action_score(self, level: int) -> None:
        """Score the marked criterion."""
        rubric = self._desk.rubric
        if rubric is None:
            self._tell_gone()
        elif level > rubric.top:
            self.tell(f"The scale ends at {rubric.top}.")
        else:
            await self._rescore(level)

    async def action_take_out(self) -> None:
        """Take the score of the marked criterion out."""
        if self._desk.rubric is None:
            self._tell_gone()
        elif self._score is not None:
            await self._rescore(None)

    def _tell_gone(self) -> None:
        desk = self._desk
        self.tell(view.gone_told(desk), still=lambda: desk.rubric is None)

    async def _rescore(self, level: int | None) -> None:
        """Give another level; what was saved has to be justified first."""
        criterion = self._criteria.marked
        if criterion and self._desk.needs_reason(criterion, level):
            asked = f"Why {level} now?" if level else "Why out?"
            self._ask(asked, partial(self._desk.score, criterion, level))
        elif criterion:
            self._desk.score(criterion, level)
            await self.changed()

    def _scored(self) -> Score | None:
        """The marked score; where there is none it is told what to do first."""
        if self._score is None:
            self.tell(words.SCORE_FIRST, still=lambda: self._score is None)
        return self._score

    # Typing: a note, or a reason

    @on(Key)
    def _hold_letters(self, event: Key) -> None:
        """Letters of a note that has no score yet do nothing; a level or any other key ends that.

        A key wanders past here before the commands are asked for it.
        """
        letter = (event.character or "") if event.is_printable else ""
        wanted = self._score_wanted and self._score is None
        self._score_wanted = wanted and bool(letter) and not letter.isdecimal()
        if self._score_wanted:
            event.stop()
            event.prevent_default()
            self._scored()

    @on(RowList.Marked)
    def _leave_line(self) -> None:
        """A click elsewhere is done with what is typed: it belongs to the score it was begun at."""
        if self._line.is_open and not self._line.has_focus_within:
            self._line.close()

    @on(RowList.Chosen)
    def action_note(self) -> None:
        """Write a quote or a note to the marked score."""
        self._score_wanted = self._score is None
        if (score := self._scored()) is not None:
            self.add_class("-typing")
            self._typing.note(score.criterion, score.note)

    def _ask(self, ask: str, take: Callable[..., None]) -> None:
        self.add_class("-typing")
        self._typing.reason(ask, take)

    @on(LineEntry.Typed)
    async def _take_typed(self, event: LineEntry.Typed) -> None:
        self._typing.take(event.text)
        await self.changed()

    @on(LineEntry.Entered)
    @on(LineEntry.Closed)
    async def _typed_all(self, event: LineEntry.Entered | LineEntry.Closed) -> None:
        self.remove_class("-typing")
        left = isinstance(event, LineEntry.Closed)
        await self.changed(self._typing.finish(event.text, left=left))

    # The moment, the rubric

    def action_moment(self) -> None:
        """Choose the moment that the marked score is about."""
        if (score := self._scored()) is not None:
            choices, marked = choosing.moments(self._desk, score)
            dialog = ChooseDialog("Which moment shows it?", choices, marked)
            self.app.push_screen(dialog, partial(self._place, score.criterion))

    async def _place(self, criterion: str, moment: str | None) -> None:
        if moment is not None:
            self._desk.place(criterion, choosing.elapsed(self._desk, moment))
            await self.changed()

    def action_rubric(self) -> None:
        """Score with another rubric."""
        if self._desk.known.rubrics:
            self.app.push_screen(choosing.rubrics(self._desk), self._use)
        else:
            self.tell(view.NO_RUBRIC)

    async def _use(self, rubric: str | None) -> None:
        given = len(self._desk.sheet.scores)
        if rubric is None:
            return
        if self._desk.leaves_saved(rubric):
            self._ask("Why another rubric?", partial(self._desk.use, rubric))
            return
        before = self._desk.draft
        self._desk.use(rubric)
        gone = given and self._desk.draft is not before
        back = f"u brings {t.plural(given, 'score')} back" if gone else ""
        await self.changed(back)

    # Whose scores

    def action_whose(self) -> None:
        """Choose whose scores of this session are shown."""
        choices, marked = choosing.sheets(self._desk)
        if len(choices) > 1:
            self.app.push_screen(ChooseDialog("Whose scores?", choices, marked), self._go_to)
        else:
            self.tell(view.NO_OTHERS)

    async def _go_to(self, chosen: str | None) -> None:
        request = choosing.requested(self._desk, chosen)
        if request is not None and await self.may_leave():
            self.app.post_message(request)
            self.dismiss(True)

    # Undo, saving, leaving

    async def action_undo(self) -> None:
        """Undo the last change."""
        what = self._desk.undo()
        await self.changed(f"undone: {what}" if what else "There is nothing to undo.")

    async def action_redo(self) -> None:
        """Do it again."""
        what = self._desk.redo()
        await self.changed(f"done again: {what}" if what else "There is nothing to do again.")

    async def action_save(self) -> None:
        """Save to the journal."""
        if self._line.is_open and self._typing.lacks_reason(self._line.text):
            self.tell(ASKED, problem=True)
            return
        self._collect()
        if not self._desk.unsaved:
            given = self._desk.sheet.scores
            self.tell("Nothing changed since." if given else "Nothing is scored yet.")
        elif await self._guarded(self._desk.save):
            bare = len(unsupported(self._desk.sheet.scores))
            without = f" {t.plural(bare, 'score')} without a quote or note." if bare else ""
            self.show_all()
            self.tell(f"Saved to the journal.{without}", still=lambda: not self._desk.unsaved)

    async def action_throw_away(self) -> None:
        """Go back to what is saved; that can be undone like any change."""
        if self._desk.unsaved:
            self._desk.throw_away()
            await self.changed(words.THROWN)
        else:
            self.tell(words.NOTHING_TO_THROW)

    def _collect(self) -> None:
        """Take what is in the line, however lately it was typed."""
        if self._line.is_open:
            self._typing.finish(self._line.taken(), left=False)
            self._line.drop()
            self.remove_class("-typing")

    async def unkept(self) -> tuple[Unkept, ...]:
        """What the disk does not take of what was given."""
        self._typing.collect()
        return await self._desk.unkept()

    async def on_unmount(self) -> None:
        """Keep what was given last; there is nothing left to tell a problem on."""
        await self.unkept()

    async def action_leave(self) -> None:
        """Leave; what was given is kept."""
        if self._line.is_open:
            self._line.close()
        elif await self.may_leave() and self.is_active:  # else what lies over it would be closed
            self.dismiss(False)
