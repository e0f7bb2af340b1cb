"""Another person's journal under review: only read, answered apart from it."""

from __future__ import annotations

from textual import work

from facilitui import text as t
from facilitui.commands.review import MENTOR
from facilitui.core.entries import ANSWER, QUESTION
from facilitui.core.soundness import summed
from facilitui.messages_review import (
    AnswerRequested,
    AnswerWithdrawn,
    FileTrendsRequested,
    HandOverRequested,
)
from facilitui.screens.review.screen import ReviewScreen
from facilitui.services.file_review import FileReview
from facilitui.widgets.verdict_page import OF_FILE, verdict_lines

READ_ONLY = "READ ONLY"
LONGEST_NAME = 18
"""So much of whose it is stands in the heading."""


class FileReviewScreen(ReviewScreen):
    """What is for the mentor first; then goals, what is new, what was answered, and all else."""

    commands = MENTOR
    all_problems = "v names them all"
    title_of_help = "Review of another person's journal"
    about = (
        "The journal of another person, out of the file that they gave you. It is only read: "
        "nothing is ever written to it or mixed into your own journal. Your answers and notes are "
        "kept beside your own data, and x writes them into a file to send back; they take it in "
        "with facilitui journal import FILE. The same file, or a newer export of the same journal, "
        "shows what you answered before."
    )

    def __init__(self, review: FileReview) -> None:
        super().__init__(review)
        self._review = review
        whose = review.whose
        cut = whose if len(whose) <= LONGEST_NAME else f"{whose[: LONGEST_NAME - 1]}{t.ELLIPSIS}"
        self.heading = f"{cut} · {READ_ONLY}"

    def nothing_yet(self, width: int) -> t.Lines:
        """Nothing in the file is of any kind that could be shown."""
        return t.wrapped("Nothing in this file can be shown.", width)

    def action_answer(self) -> None:
        """Answer what is marked, or write a note on it."""
        row = self.looked_at
        if row is None:
            return
        if row.kind == ANSWER:
            self.post_message(AnswerRequested(self._review, "", row.key))
        else:
            to = row.key if row.kind == QUESTION else row.reads
            self.post_message(AnswerRequested(self._review, to))

    def action_note(self) -> None:
        """Write a note on the entry that is read."""
        if row := self.looked_at:
            self.post_message(AnswerRequested(self._review, row.reads))

    def action_withdraw(self) -> None:
        """Withdraw what one answered oneself."""
        if row := self.looked_at:
            self.post_message(AnswerWithdrawn(self._review, row))

    def action_hand_over(self) -> None:
        """Write the answers into a file."""
        self.post_message(HandOverRequested(self._review))

    def action_trends(self) -> None:
        """See what the entries show over time."""
        self.post_message(FileTrendsRequested(self._review, self._mark_entry))

    def _mark_entry(self, entry: str | None) -> None:
        """Come back to the entry that was opened there."""
        self.to_mark = entry or ""

    @work(exclusive=True, group="read")
    async def action_verify(self) -> None:
        """Check the file, and name what does not hold."""
        found = await self._review.verify()
        troubled = bool(found.findings or found.problems)
        self.tell(summed(found), problem=troubled)
        if troubled:
            titles = {row.key: row.title for row in self._rows.values()}
            self.turn_to(reading=True)
            self.page.show("", lambda width: verdict_lines(found, titles, width, OF_FILE))
