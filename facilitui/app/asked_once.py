"""What ends in another screen: each asked for once, and known while that is on its way."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from textual.app import App
from textual.screen import Screen
from textual.worker import Worker

from facilitui.screens.coming import ComingScreen
from facilitui.widgets.key_line import NOTICE_SECONDS
from facilitui.widgets.made_later import ChoosesSoon, MadeLater, Ready
from facilitui.widgets.paper_screen import PaperScreen

SOON_SECONDS = 0.5
"""So long nothing is said of such work."""
A_MOMENT = "One moment …"


class OnItsWay:
    """Work that will show another screen, or ask something before it does."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._begun: list[tuple[Worker[None], Screen[Any]]] = []
        """Each with the screen on which it was asked for."""
        self._told_on: PaperScreen[Any] | None = None
        """The screen that says that one has to wait."""

    def begin(self, work: Coroutine[None, None, None], name: str = "") -> Worker[None]:
        """Begin such work."""
        worker = self._app.run_worker(self._told(work), name=name)
        self._begun = [*self._unfinished, (worker, self._app.screen)]
        self._look_soon()
        return worker

    def look_again(self) -> None:
        """Another screen is seen by now, or something was done: what was said of it may go."""
        told_on = self._told_on
        if told_on is not None and not self._is_waited_for_on(told_on):
            told_on.tell_no_more(A_MOMENT)
            self._told_on = None
        if self._unfinished:
            self._look_soon()

    def _look_soon(self) -> None:
        self._app.set_timer(SOON_SECONDS, self._tell_of_waiting)

    def _tell_of_waiting(self) -> None:
        """Where somebody waits for it before a page that does not change, say that it goes on."""
        for screen in self._app.screen_stack[-1:]:
            says_it = isinstance(screen, ComingScreen)
            if isinstance(screen, PaperScreen) and not says_it and self._is_waited_for_on(screen):
                screen.tell(A_MOMENT)
                self._told_on = screen
                self._app.set_timer(NOTICE_SECONDS / 2, self._tell_of_waiting)

    def _is_waited_for_on(self, screen: Screen[Any]) -> bool:
        """Whether it is seen, and something that was asked for on it is not there yet."""
        seen = any(each is screen for each in self._app.screen_stack[-1:])
        return seen and any(asked_on is screen for _, asked_on in self._unfinished)

    async def _told(self, work: Coroutine[None, None, None]) -> None:
        """Do it, and tell when it is done."""
        try:
            await work
        finally:
            self._app.post_message(Ready())

    @property
    def _unfinished(self) -> list[tuple[Worker[None], Screen[Any]]]:
        return [each for each in self._begun if not each[0].is_finished]

    @property
    def over(self) -> bool:
        """Whether something was asked for, and nothing is still on its way."""
        return bool(self._begun) and not self._unfinished

    def is_at(self, name: str) -> bool:
        """Whether work of that name is not done yet."""
        return any(worker.name == name for worker, _ in self._unfinished)

    @property
    def awaited(self) -> bool:
        """Whether keys would go to a screen that is not ready, or that something was asked on."""
        for now in self._app.screen_stack[-1:]:  # there is none any more while the program ends
            if isinstance(now, MadeLater) and not now.ready:
                return True
            if isinstance(now, ChoosesSoon) and now.choosing:
                return True
            return self._is_waited_for_on(now)
        return False


class Showing(Protocol):
    """An application that knows what is on its way."""

    on_its_way: OnItsWay


A = TypeVar("A", bound=Showing)
P = ParamSpec("P")


def asked_once(
    ask: Callable[Concatenate[A, P], Coroutine[None, None, None]],
) -> Callable[Concatenate[A, P], None]:
    """Work of the application that is not begun again while it waits for an answer."""
    name = ask.__name__

    @wraps(ask)
    def begin(app: A, /, *args: P.args, **kwargs: P.kwargs) -> None:
        if not app.on_its_way.is_at(name):
            app.on_its_way.begin(ask(app, *args, **kwargs), name)

    return begin
