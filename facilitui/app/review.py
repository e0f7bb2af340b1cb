"""An application that shows what goes between an apprentice and their mentor."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import TYPE_CHECKING, Any

from textual import on
from textual.screen import Screen

from facilitui.app.asked_once import asked_once
from facilitui.app.quitting import QuittingApp
from facilitui.core import safe_text
from facilitui.messages import review as m
from facilitui.opening.screens import Opening

if TYPE_CHECKING:
    from facilitui.screens.dialogs.entry_form import EntryDialog

COME_BACK = "facilitui review {} opens that journal again, with what you answered."
NOTHING_NEW = "Nothing was changed, so nothing is saved."
HANDED_TOO = "x writes that into the file to send back as well."


class ReviewApp(QuittingApp):
    """Reviews, and the forms of what is written in them."""

    _open_screen: Opening

    @on(m.ReviewRequested)
    def _show_review(self) -> None:
        self.show(self._open_screen.review())

    @on(m.FileReviewRequested)
    def _show_file_review(self, event: m.FileReviewRequested) -> None:
        told = COME_BACK.format(safe_text.line(event.file))
        self.show(self._file_review(event), lambda _: self.say(told, problem=False))

    @on(m.LeftReviewRequested)
    @asked_once
    async def _show_left_review(self, event: m.LeftReviewRequested) -> None:
        file = await self.tried(self._open_screen.services.reviewed_file(event.folder))
        if file is not None:
            self.post_message(m.FileReviewRequested(file))

    async def _file_review(self, event: m.FileReviewRequested) -> Screen[Any]:
        """A review, after whose journal it is was asked where nobody else can tell."""
        from facilitui.core.reviews.other_journal import WhoseUnknown
        from facilitui.screens.dialogs.review import whose

        try:
            return await self._open_screen.file_review(event.file, alone=event.alone)
        except WhoseUnknown as unknown:
            name = await whose(self, unknown)
            return await self._open_screen.file_review(event.file, name, alone=event.alone)

    @on(m.FileTrendsRequested)
    def _show_file_trends(self, event: m.FileTrendsRequested) -> None:
        self.show(self._open_screen.file_trends(event.review), event.then)

    @on(m.MarkRequested)
    def _mark(self, event: m.MarkRequested) -> None:
        """Asked for again meanwhile it is another entry, and none is left out."""
        marked = self._open_screen.services.mentoring.mark(event.entry)
        self.on_its_way.begin(self.told_of(marked, event.then))

    @on(m.QuestionRequested)
    @asked_once
    async def _write_question(self, event: m.QuestionRequested) -> None:
        await self._write(self._open_screen.question(event.about, event.entry))

    @on(m.ToldRequested)
    @asked_once
    async def _write_told(self, event: m.ToldRequested) -> None:
        await self._write(self._open_screen.told(event.to, event.entry))

    @on(m.GrowthRequested)
    @asked_once
    async def _write_goal(self, event: m.GrowthRequested) -> None:
        await self._write(self._open_screen.goal(event.entry))

    @on(m.GrowthShown)
    @asked_once
    async def _show_growth(self, event: m.GrowthShown) -> None:
        from facilitui.screens.dialogs.review import which_goal

        goals = await self.tried(self._open_screen.services.mentoring.goals())
        goal = None if goals is None else await which_goal(self, goals)
        if goal is not None:
            await self._write(self._open_screen.goal(goal, event.entry))

    @on(m.AnswerRequested)
    @asked_once
    async def _write_answer(self, event: m.AnswerRequested) -> None:
        from facilitui.screens.dialogs.review import named

        if await self.tried(named(self, event.review.names)):
            await self._write(self._open_screen.answer(event.review, event.to, event.entry))

    @on(m.HandOverRequested)
    @asked_once
    async def _hand_over_review(self, event: m.HandOverRequested) -> None:
        from facilitui.screens.dialogs.page import PageDialog
        from facilitui.screens.dialogs.review import is_all_saved, named

        ready = await self.tried(is_all_saved(self, event.desk))
        if ready and await self.tried(named(self, event.desk.names, required=False)):
            told = await self.tried(event.desk.hand_over())
            if told is not None:
                await self.push_screen_wait(PageDialog("Exported", told))

    @on(m.AnswerWithdrawn)
    @asked_once
    async def _withdraw_answer(self, event: m.AnswerWithdrawn) -> None:
        await self.told_of(self._withdrawn(event), event.then)

    async def _withdrawn(self, event: m.AnswerWithdrawn) -> str:
        """Withdraw what a row tells of, or take that back; what was done, empty where nothing."""
        from facilitui.screens.dialogs.withdraw import withdraw

        entry = await event.review.own_of(event.row)
        told = await withdraw(self, event.review.withdrawing, entry)
        return f"{told} {HANDED_TOO}" if told else ""

    async def _write(self, making: Awaitable[EntryDialog]) -> None:
        """Let a form be filled in."""
        dialog = await self.tried(making)
        if dialog is not None:
            await self.push_screen_wait(dialog)
            self.tell_saved(dialog)

    def tell_saved(self, dialog: EntryDialog) -> None:
        """Say so, where what was typed was saved, or was to be and says nothing new."""
        if dialog.saved:
            self.say(dialog.saved_told, problem=False)
        elif dialog.unchanged:
            self.say(NOTHING_NEW, problem=False)
