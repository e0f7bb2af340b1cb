"""What can be asked for of the entry that is looked at: going on with it, and of its session."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from textual.message import Message

from facilitui.core.journals.entries import SEEN, WITHDRAWN
from facilitui.core.journals.journal_rows import EntryRow
from facilitui.core.sessions.noted import Noted
from facilitui.messages.evidence import (
    AttachmentsRequested,
    FeedbackRequested,
    JournalFileRequested,
    ObservationRequested,
    ReportRequested,
    RivalsRequested,
    RubricRequested,
)
from facilitui.messages.going import ReplayRequested
from facilitui.messages.privacy import PurgeRequested, WithdrawRequested
from facilitui.messages.review import MarkRequested, QuestionRequested, ReviewRequested
from facilitui.widgets.browse_screen import BrowseScreen
from facilitui.widgets.made_later import Ready
from facilitui.written_in import revised_in

NONE_MARKED = "Mark an entry first."
NO_SESSION = "An observation is of a session: mark a session first."


S = TypeVar("S", bound="OfEntry")


def of_what_is_read(act: Callable[[S], None]) -> Callable[[S], None]:
    """What is asked for of an entry waits for its page: nothing is asked beside another one's."""

    @wraps(act)
    def once_shown(screen: S) -> None:
        screen.once_shown(lambda: act(screen))

    return once_shown


class OfEntry(BrowseScreen[None]):
    """A list of entries, of which one is looked at."""

    _asked: Callable[[], None] | None = None
    """What was asked for of the entry that is looked at, before its page was there."""

    def once_shown(self, act: Callable[[], None]) -> None:
        """Do what is about the entry that is looked at, now or as soon as its page is seen."""
        self._asked = act
        if not self.shows_looked_at:
            self.show_marked()
        self.look_whether_opened()

    def look_whether_opened(self) -> None:
        """Do what waits for the page that is shown, if it does; keys may have waited for it."""
        if self._asked is not None and self.shows_looked_at:
            act, self._asked = self._asked, None
            act()
        self.post_message(Ready())

    @property
    def waits_for_page(self) -> bool:
        """Whether something is asked for once the page is there."""
        return self._asked is not None

    @property
    def shows_looked_at(self) -> bool:
        """Whether the page is of the entry that is looked at, if there is room for both."""
        raise NotImplementedError

    def looked_at(self) -> EntryRow | None:
        """The entry that is read, else the marked one."""
        raise NotImplementedError

    @property
    def found_by(self) -> Noted | None:
        """The line of its run that the entry was found by; None where there is none."""
        return None

    @property
    def form(self) -> Message | None:
        """What asks for the form that the entry is revised in; None where there is none."""
        row = self.looked_at()
        if row is None or row.purged:
            return None
        return revised_in(row.kind, row.session, row.id, row.lens)

    @property
    def empty(self) -> str:
        """That there is no entry at all, in a sentence; "" where there is one."""
        raise NotImplementedError

    @property
    def reads_no_entry(self) -> bool:
        """Whether what is read is no entry, whichever is marked in the list."""
        return False

    def tell_lack(self, told: str) -> None:
        """Say what is missing for that; where there is no entry at all, only that."""
        self.tell(self.empty or told)

    @of_what_is_read
    def action_revise(self) -> None:
        """Open what the entry was written in."""
        row, form = self.looked_at(), self.form
        if row is not None and row.kind == WITHDRAWN:
            self.tell("It was withdrawn: w takes it back, and then it can be revised.")
        elif row is not None and row.purged:
            self.tell("What it said was purged: there is nothing left of it to be revised.")
        elif form is None:
            self.tell_lack("This entry cannot be revised here.")
        else:
            self.post_message(form)

    @of_what_is_read
    def action_replay(self) -> None:
        """Go through the session of the entry again, from the line of it that it was found by."""
        at = self.found_by.elapsed if self.found_by is not None else 0
        told = "Only a session can be replayed: mark an entry of one."
        self._ask(lambda session: ReplayRequested(session, at), told)

    @of_what_is_read
    def action_rubric(self) -> None:
        """Enter what the observer scored where it is an observation, else score oneself."""
        row = self.looked_at()
        if row is not None and row.kind == SEEN:
            self.post_message(RubricRequested(row.session, row.id))
        else:
            self._ask(RubricRequested, "This entry is about no session that could be scored.")

    @of_what_is_read
    def action_report(self) -> None:
        """Have a report of the entry's session written, for a reader who is chosen."""
        told = "Only of a session can a report be written: mark an entry of one."
        self._ask(ReportRequested, told)

    @of_what_is_read
    def action_observe(self) -> None:
        """Open the observation, else write down what was observed of the entry's session."""
        if self.reads_no_entry:
            return self.tell_lack(NONE_MARKED)
        row = self.looked_at()
        entry = row.id if row is not None and row.kind == SEEN else ""
        if row is not None and not (row.session or entry):
            return self.tell_lack(NO_SESSION)
        self.post_message(ObservationRequested(row.session if row is not None else "", entry))

    @of_what_is_read
    def action_attach(self) -> None:
        """See what is attached to the entry's session."""
        told = "Only to a session can files be attached: mark an entry of one."
        self._ask(AttachmentsRequested, told)

    @of_what_is_read
    def action_hear(self) -> None:
        """See what participants said about the entry's session."""
        self._ask(FeedbackRequested, "Participants speak about a session: mark an entry of one.")

    @of_what_is_read
    def action_withdraw(self) -> None:
        """Let the entry count no more, with a reason, or take that back."""
        if row := self.looked_at():
            self.post_message(WithdrawRequested(row.id, self._load_again))
        else:
            self.tell_lack(NONE_MARKED)

    @of_what_is_read
    def action_purge(self) -> None:
        """Blank the entry or its session for good, or finish a purge that was begun."""
        if self.reads_no_entry:
            return self.tell_lack(NONE_MARKED)
        row = self.looked_at()
        self.post_message(PurgeRequested(row.id if row is not None else "", self._load_again))

    def action_review(self) -> None:
        """Review the journal: what is for the mentor, what they answered, what is new."""
        self.post_message(ReviewRequested())

    @of_what_is_read
    def action_mark(self) -> None:
        """Mark the entry for the mentor, or take the mark back."""
        if row := self.looked_at():
            self.post_message(MarkRequested(row.id, self._load_again))
        else:
            self.tell_lack(NONE_MARKED)

    @of_what_is_read
    def action_rivals(self) -> None:
        """Show the entry's conflicting revisions side by side, else those of another one."""
        row = self.looked_at()
        self.post_message(RivalsRequested(row.id if row is not None else "", self._settled))

    def _settled(self, told: str | None) -> None:
        """What became of them is seen in the list."""
        if told:
            self.tell(told)
            self.load()

    def action_take_in(self) -> None:
        """Take in another journal, or a month of this one that came back."""
        self.post_message(JournalFileRequested(self._load_again))

    def _load_again(self, _: object) -> None:
        """The mark, or that it is gone, is seen on the page."""
        self.load()

    @of_what_is_read
    def action_ask(self) -> None:
        """Ask the mentor about the entry."""
        if row := self.looked_at():
            self.post_message(QuestionRequested(row.id))
        else:
            self.tell_lack(NONE_MARKED)

    def _ask(self, of_session: Callable[[str], Message], without: str) -> None:
        """Ask for something of the session that is looked at, or say why there is none."""
        row = self.looked_at()
        if row is not None and row.session:
            self.post_message(of_session(row.session))
        else:
            self.tell_lack(without)
