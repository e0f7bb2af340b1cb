"""Taking another journal in: its file named, what would come of it, taken, and what it left."""

from __future__ import annotations

from typing import Any

from textual import work
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll

from facilitui import text as t
from facilitui.core.attaching_ports import Progress, Stopped
from facilitui.core.errors import FacilituiError
from facilitui.core.import_told import can_go, changing, conflicting, counted, preview_lines
from facilitui.core.journal_ports import Imported, SpentMonth
from facilitui.core.told import capital
from facilitui.screens.dialogs.confirm import ConfirmDialog
from facilitui.screens.dialogs.dialog import Dialog, Key
from facilitui.screens.dialogs.take_file import LOOK_SECONDS, FileDialog, progress_lines
from facilitui.services.joining import Coming, Joining
from facilitui.widgets.panel import Panel

TITLE = "Take in a journal"
ABOUT = (
    "What facilitui journal export wrote on another machine, or a month of the journal that came "
    "back, such as 2026-11.damaged-1.json. You see first what would come of it."
)
EXAMPLE = "~/journal.jsonl"
MOST_REFUSED = 200
"""So many reasons are shown; the command names them all."""
REMOVED = "journal/{} is removed."


class ComingDialog(Dialog[Imported | None]):
    """What would come of taking a file, with every reason for what is refused; enter takes it."""

    BINDINGS = [
        Binding("enter", "take", "take", show=False),
        Binding("escape", "leave", "leave", show=False),
    ]

    def __init__(self, joining: Joining, coming: Coming) -> None:
        super().__init__()
        self._joining, self._coming = joining, coming
        self._progress: Progress | None = None
        self._problem = ""

    def compose(self) -> ComposeResult:
        """A heading, what would come of it, how far it is, the keys."""
        with Vertical(id="dialog"):
            yield Panel(self._head)
            with VerticalScroll(id="page"):
                yield Panel(self._draw)
            yield Panel(self._below, id="result")
            yield Panel(self.draw_foot, id="foot")

    def on_mount(self) -> None:
        """The arrow keys scroll."""
        self.set_focus(self.query_one("#page"))
        self._looking = self.set_interval(LOOK_SECONDS, self._show_progress, pause=True)

    def on_resize(self) -> None:
        """The keys stay in view."""
        self.fit("#page", 13, 9)

    def keys(self) -> list[Key]:
        """Nothing can be taken where all is known."""
        if self._progress is not None:
            return [("escape", "stop")]
        found = self._coming.found
        take = "take it as mine" if found.is_strange else "take it"
        return [*([("enter", take)] if found.taken else []), ("escape", "leave")]

    def _head(self, width: int) -> t.Lines:
        return [t.spread(t.strong(TITLE), t.soft(self._coming.name), width), t.BLANK]

    def _draw(self, width: int) -> t.Lines:
        found = self._coming.found
        lines: t.Lines = []
        for n, sentence in enumerate(preview_lines(found)):
            lines += t.wrapped(sentence, width, f"bold {t.INK}" if not n else t.INK)
        if found.refused:
            lines += [t.BLANK, t.heading("Refused")]
        for problem in found.refused[:MOST_REFUSED]:
            lines += t.labelled("! ", t.wrapped(str(problem), width - 2), 2)
        if (more := len(found.refused) - MOST_REFUSED) > 0:
            lines += t.wrapped(f"and {more} more; journal import names them all", width, t.SOFT)
        return lines

    def _below(self, width: int) -> t.Lines:
        if self._progress is not None:
            return [t.BLANK, *progress_lines(self._progress, width)]
        if self._problem:
            return [t.BLANK, *t.labelled("! ", t.wrapped(self._problem, width - 2), 2)]
        return []

    def action_take(self) -> None:
        """Take it, once."""
        if self._progress is None and self._coming.found.taken:
            self._progress, self._problem = Progress(), ""
            self._looking.resume()
            self._show()
            self._take(self._progress)

    @work(exclusive=True)
    async def _take(self, progress: Progress) -> None:
        try:
            came = await self._joining.take(self._coming, progress)
        except Stopped:
            self._problem = "Stopped; nothing was taken."
        except FacilituiError as error:
            self._problem = capital(str(error))
        else:
            self.dismiss(came)
            return
        finally:
            self._progress = None
            self._looking.pause()
        self._show()

    def _show_progress(self) -> None:
        self.query_one("#result", Panel).show(self._below)

    def _show(self) -> None:
        self._show_progress()
        self.query_one("#foot", Panel).show(self.draw_foot)

    def action_leave(self) -> None:
        """Stop taking, else leave without."""
        if self._progress is not None:
            self._progress.stopped = True
        else:
            self.dismiss(None)

    def on_unmount(self) -> None:
        """Ended from outside: nothing is taken for nobody."""
        if self._progress is not None:
            self._progress.stopped = True


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
    told = [f"{coming.name}: {counted(came)}.", _sentence(conflicting(came))] if came else []
    told += [_sentence(f"It {changing(came)}")] if came and changing(came) else []
    for spent in await joining.spent():
        if (came or spent in before) and await _is_to_go(app, spent):
            await joining.remove(spent)
            told.append(REMOVED.format(spent.name))
    return " ".join(filter(None, told))


async def _is_to_go(app: App[Any], spent: SpentMonth) -> bool:
    """Ask whether a file is to be removed of which the journal has what can be read."""
    ask = f"Remove journal/{spent.name}?"
    explained = f"{capital(can_go(spent))}. As long as it is there, verifying tells of it."
    dialog = ConfirmDialog(ask, explained, yes="remove it", no="keep it")
    return await app.push_screen_wait(dialog) is True


def _sentence(told: str) -> str:
    return f"{told}." if told else ""
