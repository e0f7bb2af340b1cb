"""What the waiting of the other tests stands on: a newer Textual or Python that changes it is told.

Whoever sees one of these fail reads `stillness` again before anything else.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from inspect import signature
from selectors import DefaultSelector
from socket import socketpair

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.strip import Strip
from textual.widgets import Label

from facilitui.storage.worker import Worker
from tests.ui import stillness
from tests.ui.driving import HOSTILE
from tests.ui.stillness import REPLACED, settled

TAKEN = {
    "Worker.do": ("self", "work", "args", "kwargs"),
    "asyncio.to_thread": ("func", "args", "kwargs"),
    "WorkerManager.add_worker": ("self", "worker", "start", "exclusive"),
    "MessagePump.call_after_refresh": ("self", "callback", "args", "kwargs"),
    "Screen._compositor_refresh": ("self",),
    "Pilot._wait_for_screen": ("self", "timeout"),
    "textual._wait.sleep": ("delay", "result"),
    "Stylesheet._parse_rules": (
        *("self", "css", "read_from", "is_default_rules", "tie_breaker", "scope"),
    ),
    "Stylesheet.parse": ("self",),
    "RuleSet.__hash__": ("self",),
    f"{DefaultSelector.__name__}.select": ("self", "timeout"),
    "textual.strip.FIFOCache": ("maxsize",),
}
"""What each place took before, in its order."""
PROPERTIES = ("Stylesheet.rules_map",)
"""Places that are asked without a call."""
FIGURES = (
    "textual._wait.SLEEP_IDLE",
    "facilitui.screens.plan.drawing.BESIDE_SECONDS",
    "facilitui.widgets.quiet.REST_SECONDS",
)
"""Places that hold a number of seconds."""


class Told(App[None]):
    """An application that says one thing."""

    def compose(self) -> ComposeResult:
        """What it says."""
        yield Label("before", markup=False)

    def say(self, said: str) -> None:
        """Say something else."""
        self.query_one(Label).update(said)

    @property
    def said(self) -> str:
        """What it says now."""
        return str(self.query_one(Label).content)


def test_every_place_that_is_taken_is_known_here() -> None:
    """None is taken in passing, where a change of it would be noticed by nobody."""
    assert set(REPLACED) == {*TAKEN, *PROPERTIES, *FIGURES}


@pytest.mark.parametrize("place", TAKEN)
def test_a_place_took_what_it_is_given(place: str) -> None:
    """With other parameters what stands in for it would be called wrongly, or never."""
    assert tuple(signature(REPLACED[place]).parameters) == TAKEN[place]


@pytest.mark.parametrize("place", PROPERTIES)
def test_a_property_was_one(place: str) -> None:
    """As a method it would never be asked."""
    assert isinstance(REPLACED[place], property)


@pytest.mark.parametrize("place", FIGURES)
def test_a_figure_was_one(place: str) -> None:
    """Seconds that somebody reads each time they are needed."""
    assert isinstance(REPLACED[place], float)


def test_what_is_asked_of_the_loop_is_there() -> None:
    """What is ready to run, and what is due and when."""
    loop = asyncio.new_event_loop()
    due = loop.call_later(9, print)
    assert due._when > loop.time() + 8 and not due._cancelled  # type: ignore[attr-defined]
    assert list(loop._scheduled) == [due]  # type: ignore[attr-defined]
    assert not loop._ready  # type: ignore[attr-defined]
    ready = loop.call_soon(print)
    assert list(loop._ready) == [ready]  # type: ignore[attr-defined]
    loop.close()


async def test_what_is_asked_of_an_application_is_there() -> None:
    """Whether it holds its drawing back, and whether it has a new size to take in."""
    async with Told().run_test() as pilot:
        app = pilot.app
        assert (app._batch_count, app._resize_event, app.animator._animations) == (0, None, {})
        with app.batch_update():
            assert app._batch_count == 1
        assert isinstance(app.screen._dirty_widgets, set)
        assert isinstance(app.screen._compositor._dirty_regions, set) and app._filters
        assert [*signature(app._update_mouse_over).parameters] == ["screen"]
        stillness.draw_at_once(app.screen, Size(30, 10))
        assert app.screen._compositor.size == Size(30, 10)


async def _work(app: Told) -> None:
    await asyncio.sleep(0)
    app.call_after_refresh(app.say, HOSTILE)


async def _store(app: Told) -> None:
    store = Worker("store")
    app.say(await store.do(lambda: HOSTILE))
    store.close()


async def _thread(app: Told) -> None:
    app.say(await asyncio.to_thread(lambda: HOSTILE))


@pytest.mark.parametrize(
    "begin",
    [
        lambda app: app.call_after_refresh(app.say, HOSTILE),
        lambda app: app.call_later(app.call_later, app.say, HOSTILE),
        lambda app: app.set_timer(stillness.SOON / 2, lambda: app.say(HOSTILE)),
        lambda app: app.run_worker(_work(app)),
        lambda app: app.run_worker(lambda: app.call_from_thread(app.say, HOSTILE), thread=True),
        lambda app: app.run_worker(_store(app)),
        lambda app: app.call_later(_thread, app),
    ],
    ids=["drawing", "messages", "a timer", "work", "a thread", "a store", "another thread"],
)
async def test_what_was_begun_is_done(begin: Callable[[Told], object]) -> None:
    """Whatever it is that carries it on."""
    app = Told()
    async with app.run_test() as pilot:
        begin(app)
        assert app.said == "before"
        await settled(pilot)
        assert app.said == HOSTILE


async def test_what_is_due_later_is_not_waited_for() -> None:
    """A clock that ticks each second would never let a test go on."""
    app = Told()
    async with app.run_test() as pilot:
        app.set_timer(60, lambda: app.say(HOSTILE))
        await settled(pilot)
        assert app.said == "before"


async def test_it_is_drawn_once_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """And not on the way, which took most of the time."""
    app, drawn = Told(), []
    async with app.run_test() as pilot:
        await settled(pilot)
        monkeypatch.setattr(app, "_display", lambda screen, update: drawn.append(update))
        app.say(HOSTILE)
        await pilot.pause()
        await pilot.pause()
        assert drawn == []
        await settled(pilot)
        assert [each for each in drawn if each] != []


async def test_what_cannot_be_drawn_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Although nobody looks: what is new is drawn each time."""

    def broken(_y: int) -> Strip:
        raise ZeroDivisionError

    app = Told()
    async with app.run_test() as pilot:
        await settled(pilot)
        label = app.query_one(Label)
        monkeypatch.setattr(label, "render_line", broken)
        await settled(pilot)
        app.say(HOSTILE)
        with pytest.raises(ZeroDivisionError):
            await settled(pilot)
        monkeypatch.undo()


async def test_what_comes_from_outside_reaches_a_busy_loop() -> None:
    """It is looked for seldom while there is something to do, and not never."""
    loop, found = asyncio.get_running_loop(), asyncio.Event()
    here, there = socketpair()
    with here, there:
        loop.add_reader(here, found.set)
        there.send(b"x")
        for _ in range(2 * stillness.TURNS):
            await asyncio.sleep(0)
        loop.remove_reader(here)
    assert found.is_set()


async def test_a_pause_is_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pilot's own would look at the processor's clock."""
    asked: list[float] = []

    async def noted(seconds: float) -> None:
        asked.append(seconds)

    async with Told().run_test() as pilot:
        monkeypatch.setattr("textual._wait.sleep", noted)
        await pilot.pause()
    assert asked
