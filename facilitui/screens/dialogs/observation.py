"""An observation of a session: which one, and its form with the recording's file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from textual.app import App
from textual.binding import Binding

from facilitui.core.debriefs.observation import Observation
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.dialog import Key
from facilitui.screens.dialogs.file_entry import FileEntryDialog, ReadFile
from facilitui.services.debriefs.observing import ObservationRow
from facilitui.services.journals.entry_form import EntryForm

NEW = "+"
"""What stands for a new one in a choice; no entry is called that."""
Lacks = Callable[[Observation], Sequence[str]]
"""Tells what an observation lacks to count, in words."""
SCORES: Key = ("f7", "scores")
SCORES_WAIT = "Its scores are not saved yet: f7 in it goes on with them."
WRITE_FIRST = "say first who observed, or anything else of it: the scores are kept with it"


class ObservationDialog(FileEntryDialog):
    """The form; enter on a path in it reads that file, f7 goes on to the observer's scores."""

    BINDINGS = [Binding("f7", "score", "scores", show=False, priority=True)]

    def __init__(
        self,
        made: EntryForm[Observation],
        read: ReadFile,
        lacks: Lacks,
        *,
        scores_wait: bool = False,
    ) -> None:
        """`scores_wait` where scores were given in it that are not saved yet."""
        super().__init__(made, "this observation", "The recording", read)
        self._observation, self._scores_wait = made, scores_wait
        self._lacks = lacks
        self.scores = ""
        """The entry whose scores are wanted next; empty where none are."""

    @property
    def told(self) -> str:
        """What there is to say once it was saved; nothing where it was not."""
        if not self.saved:
            return ""
        lacking = self._lacks(self._observation.state)
        if self.without:
            return self.saved_told
        short = f"Saved. To count, it still lacks: {', '.join(lacking)}"
        told = short if lacking else "Saved; it counts"
        return f"{told}. {SCORES_WAIT}" if self._scores_wait and not self.scores else told

    def keys(self) -> list[Key]:
        """The observer's scores are a key away, but where enter reads a file."""
        *others, leave = super().keys()
        return [*others, leave] if self.unread else [*others, SCORES, leave]

    def action_score(self) -> None:
        """Save, and go on to what the observer scored."""
        self.save_by("f7", self._go_on_to_scores)

    def _go_on_to_scores(self) -> None:
        """Their scores belong to what is saved, however little that is."""
        if self._observation.is_saved:
            self.scores = self._observation.entry
            self.leave()
        else:
            self.tell(WRITE_FIRST)


async def which_observation(app: App[Any], rows: Sequence[ObservationRow]) -> str | None:
    """The entry to open, empty for a new one; None where none is wanted. Only a worker can wait."""
    if not rows:
        return ""
    choices = [Choice(NEW, "A new observation")]
    choices += [Choice(row.entry, row.name, row.told) for row in rows]
    chosen = await app.push_screen_wait(ChooseDialog("Which observation?", choices))
    return "" if chosen == NEW else chosen
