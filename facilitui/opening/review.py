"""Making the screens of what goes between an apprentice and their mentor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitui.opening.sessions import AnyScreen, OpeningSessions

if TYPE_CHECKING:
    from facilitui.screens.dialogs.entry_form import EntryDialog
    from facilitui.services.reviews.file_review import FileReview


class OpeningReview(OpeningSessions):
    """Reviews, and the forms of what is written in them. All may raise FacilituiError."""

    async def review(self) -> AnyScreen:
        """One's own journal under review."""
        from facilitui.screens.review.own import MentoringScreen

        return MentoringScreen(self.services.mentoring)

    async def file_review(self, file: str, whose: str = "", *, alone: bool = False) -> AnyScreen:
        """Another person's journal under review; `whose` is the name that somebody gave.

        `alone`: the program was started for that.
        """
        from facilitui.screens.review.mentor import FileReviewScreen

        return FileReviewScreen(await self.services.file_review(file, whose), alone=alone)

    async def file_trends(self, review: FileReview) -> AnyScreen:
        """What the entries of another person's journal show over time."""
        from facilitui.screens.trends import TrendsScreen

        return TrendsScreen(review.trending, "review")

    async def question(self, about: str, entry: str) -> EntryDialog:
        """A question for the mentor."""
        from facilitui.screens.dialogs.entry_form import EntryDialog

        return EntryDialog(await self.services.mentoring.question(about, entry), "this question")

    async def told(self, to: str, entry: str) -> EntryDialog:
        """What the mentor told."""
        from facilitui.screens.dialogs.entry_form import EntryDialog

        return EntryDialog(await self.services.mentoring.told(to, entry), "this answer")

    async def goal(self, entry: str, shown_by: str = "") -> EntryDialog:
        """A growth goal, with one more entry that shows it where there is one."""
        from facilitui.screens.dialogs.entry_form import EntryDialog

        made = await self.services.mentoring.goal(entry, shown_by)
        return EntryDialog(made, "this goal")

    async def answer(self, review: FileReview, to: str, entry: str) -> EntryDialog:
        """A mentor's answer, or their note."""
        from facilitui.screens.dialogs.entry_form import EntryDialog

        return EntryDialog(await review.answer(to, entry), "this answer")
