"""Drawing a plan: the agenda at once, what stands beside it when there is a moment of quiet."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from facilitui.core.errors import FacilituiError
from facilitui.core.ports import SessionRow
from facilitui.services.plans.plan_desk import PlanDesk
from facilitui.text import Draw
from facilitui.widgets import plan_view as view
from facilitui.widgets.file_bar import file_bar
from facilitui.widgets.panel import Panel
from facilitui.widgets.plan_checks import check_lines
from facilitui.widgets.quiet import Quiet

if TYPE_CHECKING:
    from facilitui.screens.plan.screen import PlanScreen

OpenRun = Callable[[str], Awaitable[SessionRow | None]]
"""The newest session of a plan that nobody has ended."""
BESIDE_SECONDS = 0.06
"""What stands beside the agenda is worked out after so much quiet: a key does not wait for it."""
COVERED_SECONDS = 0.8
"""Under a form the plan is drawn after so much quiet: typing does not wait for it."""
HIGH = 36
"""From so many lines on rows stand apart."""


class Drawing:
    """Puts the plan as it is on its screen."""

    def __init__(self, screen: PlanScreen, desk: PlanDesk, open_run: OpenRun) -> None:
        self._screen, self._desk, self._open_run = screen, desk, open_run
        self.runs = False
        """Whether a session of the plan lies open."""
        self._beside_in_quiet = Quiet(screen, BESIDE_SECONDS, self._show_beside)
        self._in_quiet = Quiet(screen, COVERED_SECONDS, self._show_in_turn)

    def show(self) -> None:
        """Draw everything now."""
        self._in_quiet.stop()
        self._show_agenda()
        self._show_beside()

    def show_changed(self, mark: str = "") -> None:
        """Draw a change: at once where it is seen, in quiet where something lies over it.

        Textual's own `is_current` is true as well where what lies over it lets it shine through.
        """
        if self._screen.app.screen is self._screen:
            self._show_in_turn(mark)
        else:
            self._in_quiet.ask()

    def _show_in_turn(self, mark: str = "") -> None:
        """The agenda first, unless the keys go to the questions beside it."""
        self._show_agenda(mark)
        if self._screen.focused is self._screen.questions:
            self._show_beside()
        else:
            self._beside_in_quiet.ask()

    async def look_for_run(self) -> None:
        """Say in the heading whether a session of the plan lies open."""
        with suppress(FacilituiError):
            runs = await self._open_run(self._desk.name) is not None
            if runs is not self.runs:
                self.runs = runs
                self._show_agenda()

    def _show_agenda(self, mark: str = "") -> None:
        now, runs = self._desk.view, self.runs
        self._screen.agenda.show_plan(mark, airy=self._airy)
        self._panel("#head", lambda width: view.head(now, width, runs=runs))
        self._screen.set_class(not now.blocks and not now.plan.parked, "-empty")

    def _show_beside(self) -> None:
        self._beside_in_quiet.stop()
        now, airy = self._desk.view, self._airy
        self._screen.questions.show_plan(airy=airy)
        self._panel("#conflict", lambda width: file_bar(self._desk, width))
        self._panel("#voices", lambda width: view.voices(now, width))
        self._panel("#ticks", lambda width: view.ticks(now, width))
        self._panel("#checks", lambda width: check_lines(now, width, airy=airy))

    def _panel(self, name: str, draw: Draw) -> None:
        self._screen.query_one(name, Panel).show(draw)

    @property
    def _airy(self) -> bool:
        return self._screen.app.size.height >= HIGH
