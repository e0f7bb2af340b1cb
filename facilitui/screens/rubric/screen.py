"""Rubric: one's own scores on a session, each with its moment and what shows it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual import on

from facilitui import text as t
from facilitui.commands.rubric import RUBRIC
from facilitui.core.scores import unsupported
from facilitui.core.unkept import Unkept
from facilitui.screens.dialogs.choose import ChooseDialog
from facilitui.screens.rubric import choosing
from facilitui.screens.rubric.showing import ScoresShown
from facilitui.screens.rubric.typing_line import Typing
from facilitui.services.scoring_desk import ScoringDesk
from facilitui.widgets import rubric_view as view
from facilitui.widgets.line_entry import LineEntry
from facilitui.widgets.row_list import RowList

SCORE_FIRST = "Score it first: a key from 1 on."


class RubricScreen(ScoresShown):
    """The scores of one session."""

    CSS_PATH = "rubric.tcss"
    AUTO_FOCUS = "#criteria"
    commands = RUBRIC
    title_of_help = "Rubric"
    about = (
        "Your own scores on this session, beside what observers scored and your earlier ones as "
        "median and range; an observer's are kept apart in their observation, and o goes to them. "
        "Score what was seen or recorded, give the moment and one quote or "
        "note; what has no score is missing, never the lowest. Once saved, a score changes only "
        "with a reason, and both are kept. tab goes to the text beside the list, which scrolls."
    )

    def __init__(self, desk: ScoringDesk) -> None:
        super().__init__(desk)
        self._typing = Typing(desk, self._line)

    def on_mount(self) -> None:
        """Show the criteria, tell what there is to tell; of several rubrics one is asked for."""
        self.show_all()
        if self._desk.notice:
            self.tell(self._desk.notice, problem=True)
        if not self._desk.is_chosen and self._desk.known.rubrics:
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
        told = view.gone_told(desk) if desk.is_chosen else view.NONE_CHOSEN
        self.tell(told, still=lambda: desk.rubric is None)

    async def _rescore(self, level: int | None) -> None:
        """Give another level; what was saved has to be justified first."""
        criterion = self._criteria.marked
        if criterion and self._desk.needs_reason(criterion, level):
            asked = f"Why {level} now?" if level else "Why out?"
            self._ask(asked, partial(self._desk.score, criterion, level))
        elif criterion:
            self._desk.score(criterion, level)
            await self.changed()

    # Typing: a note, or a reason

    @on(RowList.Chosen)
    def action_note(self) -> None:
        """Write a quote or a note to the marked score."""
        if self._score is None:
            self.tell(SCORE_FIRST, still=lambda: self._score is None)
            return
        self.add_class("-typing")
        self._typing.note(self._score.criterion, self._score.note)

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
        if self._score is None:
            self.tell(SCORE_FIRST, still=lambda: self._score is None)
            return
        criterion = self._score.criterion
        choices, marked = choosing.moments(self._desk, self._score)

        async def place(chosen: str | None) -> None:
            if chosen is not None:
                self._desk.place(criterion, choosing.elapsed(self._desk, chosen))
                await self.changed()

        self.app.push_screen(ChooseDialog("Which moment shows it?", choices, marked), place)

    def action_rubric(self) -> None:
        """Score with another rubric."""
        choices = choosing.rubrics(self._desk)
        dialog = ChooseDialog("Score with which rubric?", choices, self._desk.sheet.rubric.id)
        if choices:
            self.app.push_screen(dialog, self._use)
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
            self.dismiss()

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
        self._collect()
        if not self._desk.unsaved:
            given = self._desk.sheet.scores
            self.tell("Nothing changed since." if given else "Nothing is scored yet.")
        elif await self._guarded(self._desk.save):
            bare = len(unsupported(self._desk.sheet.scores))
            without = f" {t.plural(bare, 'score')} without a quote or note." if bare else ""
            self.show_all()
            self.tell(f"Saved to the journal.{without}", still=lambda: not self._desk.unsaved)

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
            self.dismiss()
