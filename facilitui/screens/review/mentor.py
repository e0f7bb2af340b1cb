"""Another person's journal under review: only read, answered apart from it."""

from __future__ import annotations

from facilitui import text as t
from facilitui.commands.review import MENTOR
from facilitui.core.backups.soundness import Soundness
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.journals.entries import ANSWER, QUESTION
from facilitui.messages.privacy import ReviewPurgeRequested
from facilitui.messages.review import (
    AnswerRequested,
    AnswerWithdrawn,
    FileTrendsRequested,
    HandOverRequested,
)
from facilitui.screens.dialogs.verifying import Verifying
from facilitui.screens.review.screen import ReviewScreen
from facilitui.services.reviews.file_review import FileReview
from facilitui.services.reviews.review_rows import ReviewRow
from facilitui.widgets.verdict_page import OF_FILE, verdict_lines

READ_ONLY = "READ ONLY"
OF_NO_ENTRY = "These are findings: escape goes back to the list."
LONGEST_NAME = 18
"""So many cells of whose it is stand in the heading."""


class FileReviewScreen(ReviewScreen, Verifying):
    """What is for the mentor first; then goals, what is new, what was answered, and all else."""

    commands = MENTOR
    all_problems = "v names them all"
    title_of_help = "Review of another person's journal"
    about = (
        "The journal of another person, out of the file that they gave you. It is only read: "
        "nothing is ever written to it or mixed into your own journal. Your answers and notes are "
        "kept beside your own data, and x writes them into a file to send back; they import it "
        "with i in their Review. The same file, or a newer export of the same journal, "
        "shows what you answered before."
    )

    def __init__(self, review: FileReview, *, alone: bool = False) -> None:
        """`alone`: the program was started for that, and ends where it is left."""
        super().__init__(review)
        self._alone = alone
        self.leave_word = "quit" if alone else "back"
        self._review = review
        self._opened: ReviewRow | None = None
        """What was opened in trends, while it is read."""
        self._verdict: Soundness | None = None
        """What does not hold, while that is read."""
        cut = t.fitted(t.plain(review.whose), LONGEST_NAME).plain
        self.heading = f"{cut} · {READ_ONLY}"

    def nothing_yet(self, width: int) -> t.Lines:
        """Nothing in the file is of any kind that could be shown."""
        return t.wrapped("Nothing in this file can be shown.", width)

    def leave(self) -> None:
        """Go back to where it was opened; where that is nowhere, end the program."""
        if self._alone:
            self.call_later(self.run_action, "app.quit")
        else:
            super().leave()

    def action_answer(self) -> None:
        """Answer what is marked, or write a note on it."""
        row = self.row_asked()
        if row is None:
            return
        if row.kind == ANSWER:
            self.post_message(AnswerRequested(self._review, "", row.key))
        else:
            to = row.key if row.kind == QUESTION else row.reads
            self.post_message(AnswerRequested(self._review, to))

    def go_on(self) -> None:
        """Go on with an answer that is half written."""
        self.action_answer()

    def action_note(self) -> None:
        """Write a note on the entry that is read."""
        if row := self.row_asked():
            self.post_message(AnswerRequested(self._review, row.reads))

    def action_withdraw(self) -> None:
        """Withdraw what one answered oneself."""
        if row := self.row_asked():
            self.post_message(AnswerWithdrawn(self._review, row, lambda _: self.load()))

    def action_hand_over(self) -> None:
        """Write the answers into a file."""
        self.post_message(HandOverRequested(self._review))

    def action_trends(self) -> None:
        """See what the entries show over time."""
        self.post_message(FileTrendsRequested(self._review, self._open_entry))

    def action_purge(self) -> None:
        """Purge what one keeps of the journal."""
        self.post_message(ReviewPurgeRequested(self._review.folder, lambda _: self.load()))

    def _open_entry(self, entry: str | None) -> None:
        """Read what was opened in trends, whether the list shows it or not; escape goes back."""
        if entry:
            self._verdict = None
            self.to_mark, self._opened = entry, ReviewRow(entry, "", entry, "")
            self.turn_to(reading=True)

    def show_marked(self) -> None:
        """What was opened in trends, or found wrong, is read while the keys go to its page."""
        verdict = self._verdict
        if self.reading and verdict is not None:
            self.page.show("", lambda width: verdict_lines(verdict, width, after=OF_FILE))
        elif self.reading and self._opened is not None:
            self.read_row(self._opened)
        else:
            self._opened = self._verdict = None
            super().show_marked()

    def open_page(self) -> None:
        """Read what is marked."""
        self._opened = self._verdict = None
        super().open_page()

    @property
    def looked_at(self) -> ReviewRow | None:
        """What is read or marked; what was found wrong is about nothing that is listed."""
        if self.reading and self._verdict is not None:
            return None
        opened = self._opened if self.reading else None
        if opened is None:
            return super().looked_at
        return self._rows.get(opened.key, opened)

    def row_asked(self) -> ReviewRow | None:
        """What is read or marked; of findings it is said that they are neither."""
        if self.reading and self._verdict is not None:
            self.tell(OF_NO_ENTRY)
            return None
        return super().row_asked()

    def action_choose(self) -> None:
        """Open what is marked; nothing leads from findings to their entries."""
        if self.reading and self._verdict is not None:
            self.tell(OF_NO_ENTRY)
        else:
            super().action_choose()

    def words_of_keys(self) -> dict[str, str]:
        """From what was opened in trends escape leads back there; findings are not answered."""
        words = super().words_of_keys() | ({} if self.looked_at else {"answer": ""})
        return words | {"leave": "trends"} if self.reading and self._opened else words

    def action_leave(self) -> None:
        """Go back one step, to trends from what was opened there."""
        came_from_trends = self.reading and self._opened is not None
        super().action_leave()
        self._opened = None
        if came_from_trends:
            self.action_trends()

    async def verify(self, progress: Progress) -> Soundness:
        """Check the file, and what one wrote to it."""
        progress.begin("looking at the entries")
        return await self._review.verify()

    def show_verdict(self, verdict: Soundness) -> None:
        """Show what does not hold, as a page."""
        self._verdict = verdict
        self.turn_to(reading=True)
        self.show_marked()
