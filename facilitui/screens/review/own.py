"""One's own journal under review: what to bring to the mentor, what came back, what grows."""

from __future__ import annotations

from functools import partial

from facilitui import text as t
from facilitui.commands.review import APPRENTICE
from facilitui.core.journals.entries import ANSWER, GROWTH, QUESTION
from facilitui.messages.evidence import JournalFileRequested
from facilitui.messages.review import (
    GrowthRequested,
    GrowthShown,
    HandOverRequested,
    QuestionRequested,
    ToldRequested,
)
from facilitui.screens.review.screen import ReviewScreen
from facilitui.services.reviews.mentoring import Mentoring
from facilitui.widgets import review_view as view
from facilitui.written_in import revised_in

WITH_NOTHING = ("goal", "take_in", "leave")
"""What can be done while there is nothing to review."""
ELSEWHERE = ("goal", "take_in")
"""What has nothing to do with an entry that is read."""
NOT_HERE = "This is revised in the journal; here you ask, settle, and set goals."


class MentoringScreen(ReviewScreen):
    """Questions and marks to bring, answers that came, growth goals, and what is new."""

    commands = APPRENTICE
    heading = "Review"
    title_of_help = "Review"
    about = (
        "What you take to your mentor, and what comes back. In the journal and here k marks an "
        "entry and K asks about it, or about a passage of it; x writes the file that your mentor "
        "opens with facilitui review FILE, and i imports the file that they send back. What "
        "is new stays new until l says that you have seen it."
    )

    def __init__(self, mentoring: Mentoring) -> None:
        super().__init__(mentoring)
        self._mentoring = mentoring

    def nothing_yet(self, width: int) -> t.Lines:
        """What to do first."""
        return view.first_lines(width)

    def words_of_keys(self) -> dict[str, str]:
        """Where there is nothing at all, a goal can be written; a page is about its entry alone."""
        words = super().words_of_keys()
        words |= dict.fromkeys(ELSEWHERE if self.reading else (), "")
        nothing = not self._rows and not self.searching
        row = self.looked_at
        if row is not None and row.kind != QUESTION:
            words["settle"] = ""
        elif row is not None and row.is_settled:
            words["settle"] = "open again"
        others = (each.action for each in self.commands if each.action not in WITH_NOTHING)
        return words | dict.fromkeys(others if nothing else (), "")

    def action_mark(self) -> None:
        """Mark the entry, or take its mark back."""
        if row := self.row_asked():
            self.do(partial(self._mentoring.mark, row.reads))

    def action_ask(self) -> None:
        """Ask about the entry."""
        if row := self.row_asked():
            self.post_message(QuestionRequested(row.reads))

    def action_settle(self) -> None:
        """Settle a question, or open it once more."""
        if row := self.row_asked():
            self.do(partial(self._mentoring.settle, row))

    def action_goal(self) -> None:
        """Write a growth goal."""
        self.post_message(GrowthRequested())

    def action_take_in(self) -> None:
        """Take in what the mentor sent back."""
        self.post_message(JournalFileRequested(lambda _: self.load()))

    def action_evidence(self) -> None:
        """Say that the entry shows a growth goal."""
        row = self.looked_at
        if row is None or row.kind == GROWTH:
            self.tell("Mark the entry that shows it.")
        else:
            self.post_message(GrowthShown(row.reads))

    def action_tell(self) -> None:
        """Write down what the mentor told."""
        if row := self.row_asked():
            self.post_message(ToldRequested(row.key if row.kind == QUESTION else row.reads))

    def action_revise(self) -> None:
        """Go on with what is marked."""
        row = self.row_asked()
        is_here = row is not None and row.kind in (QUESTION, ANSWER, GROWTH)
        if row is not None and is_here and (form := revised_in(row.kind, "", row.key)):
            self.post_message(form)
        elif row is not None:
            self.tell(NOT_HERE)

    def go_on(self) -> None:
        """Go on with what is half written."""
        self.action_revise()

    def action_hand_over(self) -> None:
        """Write the journal for the mentor."""
        self.post_message(HandOverRequested(self._mentoring))
