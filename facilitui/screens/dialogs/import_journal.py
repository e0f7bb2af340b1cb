"""Taking another journal in: its file named, what would come of it, taken, and what it left."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll

from facilitui import text as t
from facilitui.core.backups.import_told import (
    can_go,
    changing,
    conflicting,
    counted,
    preview_lines,
    refused,
    still_here,
)
from facilitui.core.journals.journal_ports import Imported, SpentMonth
from facilitui.core.told import capital
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.dialog import Key
from facilitui.screens.dialogs.read_first import ReadFirstDialog
from facilitui.screens.dialogs.take_file import FileDialog
from facilitui.services.backups.joining import Coming, Joining
from facilitui.widgets.panel import Panel

TITLE = "Import a journal"
ABOUT = (
    "What your mentor sent back, what you exported on another machine, or a month of the journal "
    "that came back, such as 2026-11.damaged-1.json. You see first what would come of it."
)
EXAMPLE = "~/journal.jsonl"
REMOVED = "journal/{} is removed."


class ComingDialog(ReadFirstDialog[Imported]):
    """What would come of taking a file, with every reason for what is refused; enter takes it.

    What may be another person's is taken by a key of its own: enter may still be the one that named
    the file.
    """

    stopped_told = "Stopped; nothing was taken."
    BINDINGS = [
        Binding("enter", "take", "take", show=False),
        Binding("m", "take_as_mine", "take as mine", show=False),
        Binding("escape", "leave", "leave", show=False),
    ]

    def __init__(self, joining: Joining, coming: Coming) -> None:
        super().__init__()
        self._joining, self._coming = joining, coming

    def compose(self) -> ComposeResult:
        """A heading, what would come of it, how far it is, the keys."""
        with Vertical(id="dialog"):
            yield Panel(self._head)
            with VerticalScroll(id="page"):
                yield Panel(self._draw)
            yield Panel(self.draw_result, id="result")
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """The arrow keys scroll."""
        self.set_focus(self.query_one("#page"))

    def on_resize(self) -> None:
        """The keys stay in view."""
        self.fit("#page", 13, 9)

    def idle_keys(self) -> list[Key]:
        """Nothing can be taken where all is known."""
        take = ("m", "it is mine, take it") if self._coming.strange else ("enter", "take it")
        first = [self.once_read(take)] if self._coming.found.taken or not self.is_read else []
        return [*first, ("escape", "leave")]

    def _head(self, width: int) -> t.Lines:
        name = t.fitted(t.soft(self._coming.name), width - len(TITLE) - 2)
        return [t.spread(t.strong(TITLE), name, width), t.BLANK]

    def _draw(self, width: int) -> t.Lines:
        found = self._coming.found
        lines: t.Lines = []
        if self._coming.strange:
            lines += [
                *t.labelled("! ", t.wrapped(f"{self._coming.strange}.", width - 2), 2),
                t.BLANK,
            ]
        for n, sentence in enumerate(preview_lines(found)):
            lines += t.wrapped(sentence, width, f"bold {t.INK}" if not n else t.INK)
        if found.refused:
            lines += [t.BLANK, t.heading("Refused")]
        for told in refused(found):
            lines += t.labelled("! ", t.wrapped(told, width - 2), 2)
        return lines

    def more_keys(self) -> list[Key]:
        """How a long list is read."""
        return [("end", "the end")]

    def action_take(self) -> None:
        """Read on, then take it, unless it may be another person's."""
        if not (self._coming.strange and self.is_read):
            self._begin()

    def action_take_as_mine(self) -> None:
        """Take what may be another person's."""
        if self._coming.strange:
            self._begin()

    def _begin(self) -> None:
        if self._coming.found.taken or not self.is_read:
            self.begin(partial(self._joining.take, self._coming))


async def import_journal(app: App[Any], joining: Joining) -> str:
    """Ask for a file, show what would come of it, take it; what became of it, empty if nothing.

    Raises NotSaved where a file that is not needed any more cannot be removed.
    """
    before = await joining.spent()
    dialog: FileDialog[Coming] = FileDialog(
        TITLE, ABOUT, "look at it", joining.look, example=EXAMPLE
    )
    coming = await app.push_screen_wait(dialog)
    if coming is None:
        return ""
    came = await app.push_screen_wait(ComingDialog(joining, coming))
    told = [f"{coming.name}: {counted(came)}.", *_came_of_it(came)] if came else []
    for spent in await joining.spent():
        if not (came or spent in before):
            continue
        if spent.lost:  # maybe the only copy of somebody's words: no key removes it
            told.append(f"{capital(can_go(spent))}.")
        elif await _is_to_go(app, spent):
            await joining.remove(spent)
            told.append(REMOVED.format(spent.name))
    return " ".join(told)


def _came_of_it(came: Imported) -> Iterator[str]:
    """What became of one's own entries, and what is to be done, a sentence each."""
    if told := conflicting(came):
        yield f"{told}."
    if told := changing(came):
        yield f"It {told}."
    yield from still_here(came)


async def _is_to_go(app: App[Any], spent: SpentMonth) -> bool:
    """Ask whether a file is to be removed of which the journal has what can be read."""
    ask = f"Remove journal/{spent.name}?"
    explained = f"{capital(can_go(spent))}. As long as it is there, verifying tells of it."
    dialog = ConfirmDialog(ask, explained, yes="remove it", no="keep it")
    return await app.push_screen_wait(dialog) is True
