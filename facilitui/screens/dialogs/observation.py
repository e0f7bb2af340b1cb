"""An observation of a session: which one, and its form with the recording's file."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from textual.app import App
from textual.binding import Binding

from facilitui.core.attaching_ports import Progress
from facilitui.core.observation import Observation, lacks
from facilitui.screens.dialogs.choose import Choice, ChooseDialog
from facilitui.screens.dialogs.dialog import Key
from facilitui.screens.dialogs.entry_form import EntryDialog
from facilitui.screens.dialogs.take_file import FileDialog
from facilitui.services.entry_form import EntryForm
from facilitui.services.forms.observation import FILE, is_unread
from facilitui.services.observing import ObservationRow

ReadRecording = Callable[[str, Progress], Awaitable[str]]
"""Reads a recording to its end; what stands in the form for it. Raises FacilituiError."""
NEW = "+"
"""What stands for a new one in a choice; no entry is called that."""
ABOUT = (
    "The file is read once for its fingerprint. Its name and that are kept; it stays where it is "
    "and nothing of it is copied."
)
SCORES: Key = ("f7", "scores")
SCORES_WAIT = "Its scores are not saved yet: f7 in it goes on with them."
WRITE_FIRST = "say first who observed, or anything else of it: the scores are kept with it"


class ObservationDialog(EntryDialog):
    """The form; enter on a path in it reads that file, f7 goes on to the observer's scores."""

    BINDINGS = [Binding("f7", "score", "scores", show=False, priority=True)]

    def __init__(
        self, made: EntryForm[Observation], read: ReadRecording, *, scores_wait: bool = False
    ) -> None:
        """`scores_wait` where scores were given in it that are not saved yet."""
        super().__init__(made, "this observation")
        self._observation, self._read, self._scores_wait = made, read, scores_wait
        self.scores = ""
        """The entry whose scores are wanted next; empty where none are."""

    @property
    def told(self) -> str:
        """What there is to say once it was saved; nothing where it was not."""
        if not self.saved:
            return ""
        lacking = lacks(self._observation.state)
        short = f"Saved. To count, it still lacks: {', '.join(lacking)}"
        told = short if lacking else "Saved; it counts"
        return f"{told}. {SCORES_WAIT}" if self._scores_wait and not self.scores else told

    @property
    def _unread(self) -> str:
        """The path that stands in the field one is in, where nobody has read that file yet."""
        typed = self.values.get(FILE, "")
        here = self.focused is self._fields.editors.get(FILE)
        return typed.strip() if here and is_unread(typed) else ""

    def keys(self) -> list[Key]:
        """Enter on a path reads that file; the observer's scores are a key away."""
        save, leave = super().keys()
        return [("enter", "read the file"), save, leave] if self._unread else [save, SCORES, leave]

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

    def action_next(self, key: str) -> None:
        """Go on; a path that nobody has read yet is read first."""
        if key == "enter" and self._unread:
            ask = FileDialog("The recording", ABOUT, "read it", self._read, self._unread)
            self.app.push_screen(ask, self._put_file)
        else:
            super().action_next(key)

    def _put_file(self, read: str | None) -> None:
        if read is not None:
            self._fields.editors[FILE].value = read


async def which_observation(app: App[Any], rows: Sequence[ObservationRow]) -> str | None:
    """The entry to open, empty for a new one; None where none is wanted. Only a worker can wait."""
    if not rows:
        return ""
    choices = [Choice(NEW, "A new observation")]
    choices += [Choice(row.entry, row.name, row.told) for row in rows]
    chosen = await app.push_screen_wait(ChooseDialog("Which observation?", choices))
    return "" if chosen == NEW else chosen
