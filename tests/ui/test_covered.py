"""A screen under a form is drawn when it changed, and takes nothing from the form over it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from textual.app import ComposeResult
from textual.events import ScreenResume
from textual.geometry import Region
from textual.widget import Widget

from facilitui.screens.dialogs.form import FormDialog
from facilitui.widgets.key_line import KeyLine
from facilitui.widgets.panel import Panel
from facilitui.widgets.paper_screen import PaperScreen
from tests.ui.driving import Driven
from tests.ui.planning import planned, screen_of


def drawn_by(form: FormDialog, monkeypatch: pytest.MonkeyPatch) -> list[set[Widget]]:
    """What the form is drawn for, each time."""
    drawn: list[set[Widget]] = []
    update = form._compositor.update_widgets

    def note(widgets: Iterable[Widget]) -> None:
        drawn.append(set(widgets))
        update(drawn[-1])

    monkeypatch.setattr(form._compositor, "update_widgets", note)
    return drawn


async def form_over_plan(app: Driven) -> FormDialog:
    await app.press("e")
    assert isinstance(app.app.screen, FormDialog)
    return app.app.screen


async def turns(app: Driven, count: int) -> None:
    """Some turns of the covered screen's timers."""
    for _ in range(count):
        await app.settle()
        screen_of(app)._on_timer_update()
        app.app.screen._on_timer_update()


async def test_a_covered_screen_is_drawn_once(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its panel changes and is drawn; its next turns draw nothing."""
    async with planned(home) as app:
        form = await form_over_plan(app)
        await turns(app, 3)
        drawn = drawn_by(form, monkeypatch)
        screen_of(app).query_one("#head", Panel).refresh()
        await turns(app, 4)
        assert sum(form in widgets for widgets in drawn) == 1


async def test_a_screen_that_was_just_made_is_styled_once(home: Path) -> None:
    """Its styles are new; a screen that comes up again may have been given other ones."""
    resumed: list[ScreenResume] = []

    class Watched(PaperScreen):
        """A screen that notes when it comes up."""

        def compose(self) -> ComposeResult:
            yield KeyLine(())

        def on_screen_resume(self, event: ScreenResume) -> None:
            resumed.append(event)

    async with planned(home) as app:
        await app.show(Watched())
        app.screen.post_message(ScreenResume())
        await app.settle()
        assert [event.refresh_styles for event in resumed] == [False, True]


async def test_what_the_form_is_about_to_draw_is_drawn(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change beneath at the same moment does not leave half of the form as it was."""
    async with planned(home) as app:
        form = await form_over_plan(app)
        drawn = drawn_by(form, monkeypatch)
        foot = form.query_one("#foot", Panel)
        form._dirty_widgets.add(foot)
        screen_of(app)._compositor._dirty_regions.add(Region(0, 0, 5, 1))
        screen_of(app)._compositor_refresh()
        await turns(app, 2)
        assert any(foot in widgets for widgets in drawn)


async def test_the_very_places_are_drawn(home: Path) -> None:
    """Whatever stands around the form's own content."""
    async with planned(home) as app:
        form = await form_over_plan(app)
        form.styles.padding = (1, 2)
        await turns(app, 2)
        form._repaint_regions.clear()
        screen_of(app)._compositor._dirty_regions.add(Region(3, 4, 5, 1))
        screen_of(app)._compositor_refresh()
        assert form._repaint_regions == {Region(3, 4, 5, 1)}
