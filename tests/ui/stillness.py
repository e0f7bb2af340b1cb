"""Waiting until a program under test has nothing more to do, however slow the machine is.

The pilot's own waiting looks at the processor's clock, which on a busy machine stands still in the
middle of the work, and takes a fiftieth of a second each time. Here the event loop itself is asked,
and the other threads. That is done in places of Textual, asyncio and our own that others
may change; `test_stillness` says which, and fails where one is not what it was.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Callable
from itertools import count
from selectors import DefaultSelector
from time import monotonic
from typing import Any, ParamSpec, TypeVar

from textual import _wait
from textual._context import visible_screen_stack
from textual.geometry import Region, Size
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import ModalScreen, Screen
from textual.worker import Worker as Work
from textual.worker_manager import WorkerManager

from facilitui.screens.plan import drawing
from facilitui.storage.worker import Worker
from facilitui.widgets import quiet
from facilitui.widgets.made_later import DrawnFirst

P = ParamSpec("P")
R = TypeVar("R")
LONGEST = 400.0
"""Looks, a millisecond apart or more, after which work that a test holds up on purpose is waited
for no longer: on a busy machine they take as much longer as the work itself."""
AT_ONCE = 0.02
"""What a look counts that comes at once, because the loop had something to do."""
NEVER = 10.0
"""Seconds after which what is not done will never be."""
IN_A_ROW = 3
"""So often in a row the loop must have had nothing to do."""
SOON = 0.003
"""A timer that is due in so many seconds is waited for: what is drawn or read a moment later."""
TURNS = 16
"""Of so many turns in which the loop has something to do, it asks the system for more in one."""

_asked: set[object] = set()
_begun: list[object] = []
"""What was begun since a test last looked: work, and what waits for the next drawing."""
_do = Worker.do
_to_thread = asyncio.to_thread
_add_worker = WorkerManager.add_worker
_call_after_refresh = MessagePump.call_after_refresh
_draw = Screen._compositor_refresh
_select = DefaultSelector.select
_turns = count()


async def _counted(self: Worker, work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """A store's work, known here until its answer is there."""
    asked = object()
    _asked.add(asked)
    try:
        return await _do(self, work, *args, **kwargs)
    finally:
        _asked.discard(asked)


async def _in_thread(work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """What another thread works on, known here until its answer is there."""
    asked = object()
    _asked.add(asked)
    try:
        return await _to_thread(work, *args, **kwargs)
    finally:
        _asked.discard(asked)


def _add_noted(self: WorkerManager, work: Work[Any], *args: Any, **kwargs: Any) -> None:
    """Work, noted here even if it is done before anybody looks."""
    _begun.append(work)
    _add_worker(self, work, *args, **kwargs)


def _call_noted(self: MessagePump, call: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
    """A call that waits for the next drawing, noted here."""
    _begun.append(call)
    return _call_after_refresh(self, call, *args, **kwargs)


def _draw_later(self: Screen[Any]) -> None:
    """What a screen looks like on the way is seen by nobody; what is to be drawn adds up."""
    if self is self.app.screen:
        self._dirty_widgets.clear()
        self.app._update_mouse_over(self)
        if isinstance(self, DrawnFirst) and not self.app._batch_count:
            self.was_drawn()
    else:
        _draw(self)


async def _not_asked(_pilot: Pilot[Any], timeout: float = 0) -> bool:
    """Textual would ask every widget whether it is done; the loop itself is asked next."""
    return True


async def _still(_seconds: float) -> None:
    """Until nothing is ready to run or about to be, and no store is at work."""
    loop: Any = asyncio.get_running_loop()
    looked, quiet = 0.0, 0
    while quiet < IN_A_ROW and looked < LONGEST:
        busy = bool(_asked) or _is_due(loop)
        await asyncio.sleep(0.001 if busy else 0)
        looked += 1 if busy else AT_ONCE
        quiet = 0 if busy or loop._ready else quiet + 1


def _is_due(loop: Any) -> bool:
    soon = loop.time() + SOON
    return any(each._when < soon for each in loop._scheduled if not each._cancelled)


def _seldom_asked(self: DefaultSelector, timeout: float | None = None) -> Any:
    """What came from outside, which is looked for now and then while there is something to do.

    Another thread puts its answer where the loop sees it; asking costs more than most turns do.
    """
    waits = timeout is None or timeout > 0
    return _select(self, timeout) if waits or next(_turns) % TURNS == 0 else []


REPLACED: dict[str, Any] = {}
"""What stood before in each place that is taken here and in `driving`, by its name."""


def put(owner: Any, name: str, ours: object) -> None:
    """Put something in a place that must be there: under another name it would change nothing."""
    REPLACED[f"{owner.__name__}.{name}"] = getattr(owner, name)
    setattr(owner, name, ours)


put(DefaultSelector, "select", _seldom_asked)
put(Worker, "do", _counted)
put(asyncio, "to_thread", _in_thread)
put(WorkerManager, "add_worker", _add_noted)
put(MessagePump, "call_after_refresh", _call_noted)
put(Screen, "_compositor_refresh", _draw_later)
put(Pilot, "_wait_for_screen", _not_asked)
put(_wait, "sleep", _still)
put(_wait, "SLEEP_IDLE", math.inf)  # one look is enough, however much of the processor was used
put(drawing, "BESIDE_SECONDS", 0.001)  # nobody waits here for what is drawn in a moment of quiet
put(quiet, "REST_SECONDS", 0.001)


def forget() -> None:
    """Give back what was noted, which keeps everything of the application that it was of."""
    _begun.clear()


async def settled(pilot: Pilot[Any], *, seen: bool = True) -> None:
    """Nothing is being read any more, and everything is drawn; if not `seen`, the next time."""
    still = 0
    while still < 2:
        _begun.clear()
        before = pilot.app.screen
        await pilot.pause()
        worked = await _work_is_done(pilot) or bool(_begun)
        still = 0 if worked or pilot.app.screen is not before else still + 1
    if seen:
        _draw_parts(pilot.app.screen)
    else:
        pilot.app._display(pilot.app.screen, None)


def _draw_parts(screen: Screen[Any]) -> None:
    """Let each widget draw what is new of it; put together on a screen nobody would see it."""
    app, compositor = screen.app, screen._compositor
    visible_screen_stack.set(app._background_screens)
    changed = Region.from_union(compositor._dirty_regions or [Region()])
    compositor._dirty_regions.clear()
    filters, app._filters = app._filters, []  # a line in other colours would not be kept
    for widget, (region, clip) in compositor.visible_widgets.items():
        seen = region.intersection(clip)
        if widget is not screen and seen.overlaps(changed):
            widget.render_lines(seen - region.offset)
    app._filters = filters
    app._display(screen, "drawn" if changed else None)
    screen._dirty_widgets.clear()
    app._update_mouse_over(screen)


async def _work_is_done(pilot: Pilot[Any]) -> bool:
    """Wait for all that is being worked on or is still to be drawn; whether there was anything.

    What was replaced by newer work is done too: that is no error.
    """
    app, worked, end = pilot.app, False, monotonic() + NEVER
    while _working(pilot) or app._batch_count or app._resize_event or app.animator._animations:
        worked = True
        told = (_working(pilot), app._batch_count, app._resize_event, app.animator._animations)
        assert monotonic() < end, told
        await pilot.pause(0.001)
    return worked


def _is_over(work: Work[Any]) -> bool:
    """Whether work is finished; one that was cancelled before it began never says so itself."""
    return work.is_finished or (work._task is not None and work._task.done())


def _working(pilot: Pilot[Any]) -> list[Work[Any]]:
    """What is being worked on; while a dialog is open the application's own wait for it."""
    app = pilot.app
    asking = isinstance(app.screen, ModalScreen)
    working = [each for each in app.workers if not _is_over(each)]
    return [each for each in working if not (asking and each.node is app)]


def draw_at_once(screen: Screen[Any], size: Size) -> None:
    """Draw in a window of another size before any widget was told of it, as a terminal may ask."""
    screen._refresh_layout(size)
    _draw(screen)
