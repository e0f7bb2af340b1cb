"""What is typed in the rubric's line: a note, or why a score that was saved changes."""

from __future__ import annotations

from collections.abc import Callable

from facilitui.services.debriefs.scoring_desk import Scored, ScoringDesk
from facilitui.widgets.line_entry import LineEntry

Take = Callable[[str, Scored], None]
"""Takes a text into the draft as it was before it began to be typed."""
LEFT = "Left as it was: what was saved changes only with a reason."
ASKED = "Say in a few words why it changes, or leave it as it was with escape."


class Typing:
    """One text at a time. What is typed counts at once, and all of it is one change."""

    def __init__(self, desk: ScoringDesk, line: LineEntry) -> None:
        self._desk, self._line = desk, line
        self._since = desk.draft
        self._take: Take | None = None
        self._needed = False
        """Whether nothing comes of it without a text."""

    def note(self, criterion: str, text: str) -> None:
        """Ask for the quote or note of a score."""
        self._begin(lambda typed, since: self._desk.note(criterion, typed, since), needed=False)
        self._line.ask("note", "Quote or note", text)

    def reason(self, ask: str, take: Callable[..., None]) -> None:
        """Ask why something changes; `take` takes the reason and the draft before it."""
        self._begin(lambda typed, since: take(reason=typed, since=since), needed=True)
        self._line.ask("reason", ask)

    def _begin(self, take: Take, *, needed: bool) -> None:
        self._take, self._since, self._needed = take, self._desk.draft, needed

    def take(self, text: str) -> None:
        """Take what is typed by now; without a reason nothing changes."""
        if self._take is not None and self._needed and not text.strip():
            self._desk.draft = self._since
        elif self._take is not None:
            self._take(text, self._since)

    def finish(self, text: str, *, left: bool) -> str:
        """Take all of it; a reason that is `left` changes nothing, and that is told."""
        self.take(text)
        given_up = self._needed and (left or not text.strip())
        if given_up and self._desk.draft is not self._since:
            self._desk.undo()
        self._take = None
        return LEFT if given_up else ""

    def lacks_reason(self, text: str) -> bool:
        """Whether nothing would come of it, as no reason is given."""
        return self._needed and not text.strip()

    def collect(self) -> None:
        """Take what is in the line now, however lately it was typed."""
        if self._line.is_open:
            self.take(self._line.taken())
