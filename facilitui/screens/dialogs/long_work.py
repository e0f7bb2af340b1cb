"""Work that takes long: how far it is, a way to stop it, and why it failed, all in one place."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import ClassVar, Generic, TypeVar

from textual import work
from textual.content import Content
from textual.message_pump import MessagePump

from facilitui import text as t
from facilitui.core.errors import FacilituiError
from facilitui.core.journals.attaching_ports import Progress, Stopped
from facilitui.core.told import capital, size
from facilitui.screens.dialogs.dialog import Dialog, Key
from facilitui.widgets.panel import Panel

R = TypeVar("R")
LongWork = Callable[[Progress], Awaitable[R]]
"""Does it and returns what came of it, while it counts how far it is. Raises FacilituiError."""
LOOK_SECONDS = 0.25
"""A dialog draws the progress so often."""
QUIET_SECONDS = 0.5
"""A screen tells how far something is so often: nothing where it takes less."""
MOST_LINES = 8
"""Of a problem so many lines are shown, half of them where there is little room."""


class LongWorkDialog(Dialog[R | None], Generic[R]):
    """Does one thing at a time, shows how far it is, and closes with what came of it.

    Its page has a panel `#result`, which draws `draw_result`; where the work fails, the dialog
    stays open and says why there.
    """

    can_stop: ClassVar[bool] = True
    """Whether leaving stops the work; else there is no leaving before it is done."""
    stopped_told: ClassVar[str] = "Stopped; nothing was kept."

    progress: Progress | None = None
    """How far the work is; None while there is none."""
    problem: str = ""
    """What went wrong, a sentence."""

    def keys(self) -> list[Key]:
        """How the work is stopped, else what else can be done."""
        if self.progress is None:
            return self.idle_keys()
        return [("escape", "stop")] if self.can_stop else []

    def idle_keys(self) -> list[Key]:
        """The keys while there is no work."""
        raise NotImplementedError

    def begin(self, do: LongWork[R]) -> None:
        """Begin the work, unless there is some already."""
        if self.progress is None:
            self.progress, self.problem = Progress(), ""
            self.show_all()
            self._do(do, self.progress)

    @work(exclusive=True)
    async def _do(self, do: LongWork[R], progress: Progress) -> None:
        looking = self.set_interval(LOOK_SECONDS, self.show_result)
        try:
            came = await do(progress)
        except Stopped:
            self.problem = self.stopped_told
        except FacilituiError as error:
            self.problem = str(error)  # it may begin with the name of a file
        else:
            self.dismiss(came)
            return
        finally:
            self.progress = None
            looking.stop()
        self.show_all()

    def tell_problem(self, problem: str) -> None:
        """Say what is wrong, or with an empty text that nothing is any more."""
        if self.progress is None:
            self.problem = problem
            self.show_all()

    def show_result(self) -> None:
        """Draw how far it is, or what went wrong."""
        self.query_one("#result", Panel).show(self.draw_result)

    def show_all(self) -> None:
        """Draw the result and the keys, which are others while there is work."""
        self.show_result()
        self.query_one("#foot", Panel).show(self.draw_foot)

    def draw_result(self, width: int) -> t.Lines:
        """What `result_lines` has, with air above."""
        lines = self.result_lines(width)
        return [t.BLANK, *lines] if lines else []

    def result_lines(self, width: int) -> t.Lines:
        """How far it is, else what went wrong, else what stands there otherwise."""
        if self.progress is not None:
            return self.progress_lines(self.progress, width)
        if self.problem:
            most = MOST_LINES if self.tall else MOST_LINES // 2
            lines = t.clipped(t.wrapped(self.problem, width - 2), most, width - 2)
            return t.labelled("!", lines, 2)
        return self.idle_lines(width)

    def progress_lines(self, progress: Progress, width: int) -> t.Lines:
        """How far it is: in bytes, unless it counts something else."""
        return progress_lines(progress, width)

    def idle_lines(self, width: int) -> t.Lines:
        """What stands there while there is neither work nor a problem."""
        return []

    def action_leave(self) -> None:
        """Stop the work, else leave without."""
        if self.progress is None:
            self.dismiss(None)
        else:
            self._stop()

    def on_unmount(self) -> None:
        """Ended from outside: nothing goes on for nobody."""
        self._stop()

    def _stop(self) -> None:
        if self.progress is not None and self.can_stop:
            self.progress.stopped = True


def progress_lines(progress: Progress, width: int) -> t.Lines:
    """How much is done, in words and as a line that grows."""
    if not progress.total and not progress.doing:
        return [t.soft("Opening it…")]
    share = t.soft(f"{_share(progress):.0%}")
    return [t.spread(t.ink(how_far(progress)), share, width), progress_bar(progress, width)]


def how_far(progress: Progress) -> str:
    """What is done now, and how much of it in bytes, where that is known."""
    if not progress.total:
        return f"{capital(progress.doing)} {t.ELLIPSIS}"
    told = f"{size(progress.done)} of {size(progress.total)}"
    return f"{capital(progress.doing)}: {told}" if progress.doing else told


def progress_bar(progress: Progress, width: int) -> Content:
    """A line that grows with what is done."""
    done = round(_share(progress) * width)
    return t.fitted(t.join(t.accent("━" * done), t.soft("─" * (width - done))), width)


def _share(progress: Progress) -> float:
    """A dialog closes once all is done: as long as it is seen something is left."""
    return min(0.99, progress.share)


async def telling(pump: MessagePump, do: LongWork[R], tell: Callable[[Progress], None]) -> R:
    """Do it while a screen goes on, and `tell` how far it is once it takes long.

    Whoever waits for it no more stops it. Raises what it raises.
    """
    progress = Progress()
    looking = pump.set_interval(QUIET_SECONDS, lambda: tell(progress))
    try:
        return await do(progress)
    finally:
        looking.stop()
        progress.stopped = True
