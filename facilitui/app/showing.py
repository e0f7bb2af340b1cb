"""An application that shows what it is asked for, or says why it cannot."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from textual import on
from textual.binding import Binding
from textual.screen import Screen

from facilitui.app.orderly import OrderlyApp
from facilitui.core.errors import FacilituiError
from facilitui.messages import going as m
from facilitui.opening.screens import Opened
from facilitui.screens.coming import ComingScreen
from facilitui.widgets.coverable import Coverable, coverable_in
from facilitui.widgets.made_later import Ready
from facilitui.widgets.paper_screen import PaperScreen

if TYPE_CHECKING:
    from facilitui.screens.dialogs.choose import Choice

T = TypeVar("T")
R = TypeVar("R")
PUSHING = "a screen"
"""The name of the work that shows one."""


class ShowingApp(OrderlyApp):
    """Screens are pushed once they are made; what goes wrong is said where the person looks."""

    BINDINGS = [Binding("f8", "cover", "cover", show=False, priority=True)]

    def __init__(self) -> None:
        super().__init__()
        self._unsaid: dict[str, bool] = {}
        """What is told once nothing is covered any more, and whether it is a problem."""
        self._uncovered = asyncio.Event()
        """Set while nothing is covered."""
        self._uncovered.set()

    def show(self, opening: Opened, then: m.Then | None = None) -> None:
        """Push what is being opened; asked for meanwhile it is a key that was pressed twice."""
        if self.on_its_way.is_at(PUSHING):
            opening.close()
        else:
            self.on_its_way.begin(self._push(opening, then), PUSHING)

    async def _push(self, opening: Opened, then: m.Then | None) -> None:
        """Push a screen, or say why it cannot be; `then` is called with its result.

        One that was long in coming waits behind a cover that was put up meanwhile.
        """
        screen = await self.tried(opening)
        await self._uncovered.wait()
        if screen is not None and isinstance(self.screen, ComingScreen):
            await self.switch_screen(screen)
        elif screen is not None:
            await self.push_screen(screen, then and partial(self._go_on, then))

    def _go_on(self, then: m.Then, result: Any) -> None:
        """Where a screen leads when it is left: keys wait until that was asked for, too."""
        then(result)
        self.on_its_way.begin(self._all_asked())

    async def _all_asked(self) -> None:
        """Until everything was taken up that was asked for before."""
        asked = asyncio.Event()
        self.call_later(asked.set)
        await asked.wait()

    @on(Ready)
    def _give_up_waiting(self) -> None:
        """Nothing comes any more, and whatever lies below is seen."""
        for top in self.screen_stack[-1:]:  # there is none any more while the program ends
            if isinstance(top, ComingScreen) and self.on_its_way.over:
                self.pop_screen()

    async def tried(self, doing: Awaitable[T]) -> T | None:
        """What something gives; None where it cannot be done, and the reason is said."""
        try:
            return await doing
        except FacilituiError as error:
            self.say(str(error))
        return None

    async def handed_on(self, doing: Awaitable[T], then: Callable[[T], None]) -> None:
        """Hand on what something gives; where it cannot be done only the reason is said."""
        try:
            given = await doing
        except FacilituiError as error:
            self.say(str(error))
        else:
            then(given)

    async def told_of(self, doing: Awaitable[str | None], then: m.Then | None = None) -> None:
        """Say what came of something, and call `then`; of nothing neither."""
        if told := await self.tried(doing):
            self.say(told, problem=False)
            if then is not None:
                then(None)

    async def push_screen_wait(
        self, screen: Screen[R] | str, *, mode: str | None = None
    ) -> R | Any:
        """Ask something, or tell it; what was long in coming waits behind a cover like a screen."""
        await self._uncovered.wait()
        return await super().push_screen_wait(screen, mode=mode)

    async def open_one_of(
        self,
        choices: Awaitable[list[Choice]],
        ask: str,
        opening: Callable[[str], Opened],
        nothing: str = "",
    ) -> None:
        """Ask for one of several things, and open it; `nothing` is said where there is none."""
        from facilitui.screens.dialogs.choose import ChooseDialog

        found = await self.tried(choices)
        if nothing and found == []:
            return self.say(nothing, problem=False)
        one = None if found is None else await self.push_screen_wait(ChooseDialog(ask, found))
        if one is not None:
            self.show(opening(one))

    def action_cover(self) -> None:
        """Cover what is private with what the room may see, or show it again.

        Over the cover lie only help and the palette; they go with it.
        """
        if (screen := coverable_in(self.screen_stack)) is not None:
            while self.covered and not isinstance(self.screen, Coverable):
                self.pop_screen()
            screen.change_cover()
            self.call_later(self._put_away)  # behind what was told last, and before any is shown

    def _put_away(self) -> None:
        """Nothing that was told before lies over the cover; problems are told again behind it."""
        if self.covered:
            told = [each.message for each in self._notifications if each.severity == "error"]
            self._unsaid |= dict.fromkeys(told, True)
            self.clear_notifications()

    @property
    def covered(self) -> bool:
        """Whether the room's page lies over what is private, whatever lies over that page."""
        screen = coverable_in(self.screen_stack)
        return screen is not None and not isinstance(screen, PaperScreen)

    def on_mount(self) -> None:
        """What could not be told over the cover is told when it is gone."""
        self.screen_change_signal.subscribe(self, lambda screen: self._look_at_cover())

    def _look_at_cover(self) -> None:
        if self.covered:
            self._uncovered.clear()
        else:
            self._uncovered.set()
        self._say_what_waited()

    def _say_what_waited(self) -> None:
        if self._unsaid and not self.covered:
            told, problem = " · ".join(self._unsaid), any(self._unsaid.values())
            self._unsaid.clear()
            self.say(told, problem=problem)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The key covers where something can be covered, and else is the screen's own."""
        if action == "cover":
            return coverable_in(self.screen_stack) is not None
        return super().check_action(action, parameters)

    def say(self, told: str, *, problem: bool = True) -> None:
        """Tell a problem, or what was done, where the person is looking, and never the room."""
        screen = self.screen
        if self.covered:
            self._unsaid[told] = problem
        elif isinstance(screen, PaperScreen):
            screen.tell(told, problem=problem)
        else:
            self.notify(told, severity="error" if problem else "information", markup=False)
