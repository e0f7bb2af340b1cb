"""No text is ever taken as markup, as a terminal's control or as an action, wherever it stands."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.widgets import TextArea

from facilitui.core.debriefs.debrief import Answer
from facilitui.core.library.norms import Norm
from facilitui.core.plans.plan import Block, Evidence, Goal
from facilitui.core.plans.plan_parts import Person, PlannedNorms
from facilitui.core.sessions import moves
from facilitui.core.vocabulary import EvidenceKind
from facilitui.demo import SimulatedClock
from facilitui.screens.home import HomeScreen
from facilitui.screens.plan import PlanScreen
from facilitui.widgets.question_editor import QuestionEditor
from tests.core.making import good_plan
from tests.ui.driving import Driven, driven
from tests.ui.hosting import Stage, hosted
from tests.ui.journals import write_entry

ROOT = Path(__file__).resolve().parents[2]
SHOWN = "[x] [Q1] [/b] [=] [a=b \\ 👩🏽\u200d🏫 日本 [@click=app.quit]x[/]"
"""What must appear, character for character."""
TYPED = f"{SHOWN} \x1b[31m\x07 \u202e\x9b"
"""What is typed: with controls behind it, which must not."""
CONTROLS = {*map(chr, range(0x20)), *map(chr, range(0x7F, 0xA0)), "\u202e"} - {"\n"}
SIZE = (200, 50)


def check(app: Driven, where: str = "", *, times: int = 1) -> None:
    """The text stands there as text; nothing on the screen is a control or an action."""
    compositor = app.app.screen._compositor
    for strip in compositor.render_strips():
        assert not CONTROLS & set(strip.text), strip.text
        for segment in strip:
            assert segment.style is None or not segment.style.meta.get("@click")
    told = where or app.text()
    assert not CONTROLS & set(told)
    assert squeezed(told).count(squeezed(SHOWN)) >= times, told
    assert app.app.is_running


def squeezed(text: str) -> str:
    """A text without its spaces and line breaks, as wrapping may change them."""
    return re.sub(r"\s", "", text)


async def test_a_plans_texts_are_only_text(home: Path) -> None:
    """Typed into its forms: title, goal, block, evidence, norm, people; then on Home."""
    clock = SimulatedClock(datetime(2026, 11, 25, 9, 0, tzinfo=UTC))
    async with driven(home, SIZE, clock=clock) as app:
        await app.press("n", "enter")
        assert isinstance(app.app.screen, PlanScreen)
        await app.press("a")
        await app.fill(title=TYPED, say=TYPED, lead=TYPED)
        check(app, app.rows("agenda"))
        await app.press("g")
        await app.fill(text=TYPED)
        await app.press("v")
        await app.fill(text=TYPED, who=TYPED)
        await app.press("tab")
        for place, fields in {
            "about": {"title": TYPED, "purpose": TYPED, "start": "2026-11-25 10:00"},
            "audience": {"who": TYPED, "needs": TYPED},
            "norms": {"own": TYPED},
            "people": {"people": TYPED.replace(",", "")},
            "foundations": {"research": TYPED, "resources": TYPED.replace(",", "")},
            "materials": {"materials": TYPED, "visuals": TYPED.replace(",", "")},
        }.items():
            app.row_list("questions").mark(place)
            await app.press("enter")
            await app.fill(**fields)
            check(app, app.rows("questions"))
        check(app, app.panel("head"))
        check(app, app.rows("questions"), times=6)
        for key, rows in (("c", "checks-list"), ("m", "cells"), ("r", "items")):
            await app.press(key)
            check(app, app.rows(rows), times=int(rows == "cells"))
            await app.press("escape")
        await app.press("escape")
        assert isinstance(app.app.screen, HomeScreen)
        check(app, app.rows("rows"), times=2)
        await app.press("p")
        check(app, app.rows("choices"))
        await app.press("escape", "enter", "e")
        check(app)


async def test_a_forms_fields_show_what_a_file_holds_harmlessly(home: Path) -> None:
    """Opened and closed, nothing is changed by it."""
    plan = good_plan(
        title=TYPED,
        goals=(Goal(id="G1", text=TYPED),),
        blocks=(Block(id="b", title=TYPED, lead=TYPED, say=TYPED, show=TYPED, watch=TYPED),),
        evidence=(Evidence(id="e", kind=EvidenceKind.EXIT_TICKET, text=TYPED, who=TYPED),),
        norms=PlannedNorms(own=(Norm(id="n", text=TYPED),), watch="n"),
        people=(Person(name=TYPED),),
    )
    async with driven(home, SIZE) as app:
        await app.wiring.plans.save("work", plan, "")
        await app.show(await app.opening.plan("work"))
        assert isinstance(app.app.screen, PlanScreen)
        stored = app.app.screen._desk.plan
        for place in ("about", "goal G1", "block b", "evidence e", "norms", "people", "groups b"):
            app.app.screen._places.open(place)
            await app.settle()
            check(app)
            await app.press("escape")
        assert stored == app.app.screen._desk.plan


async def enter(stage: Stage, key: str) -> None:
    """Type the text into a line of the Live screen."""
    await stage.app.press(key)
    await stage.app.put(TYPED)
    check(stage.app)
    await stage.app.press("enter")


async def test_a_sessions_texts_are_only_text(home: Path) -> None:
    """Title, capture, parked, lead, a norm of the group's own; on Home; and in the debrief."""
    async with hosted(home, SIZE, title=TYPED, below=None) as stage:
        app = stage.app
        check(app, app.panel("head"))
        for key in ("c", "p", "L"):
            await enter(stage, key)
        check(app, app.panel("guide"))
        await app.press("o", "end", "enter")
        await app.put(TYPED)
        await app.press("enter", "k")
        check(app, app.panel("side"), times=2)
        await app.press("o")
        check(app, app.rows("choices"))
        await app.press("escape", "escape")
        check(app, app.rows("rows"))
        stage.clock.at += timedelta(minutes=20)
        await app.press("r")
        await app.press("e", "y", "d")
        check(app, app.panel("head"))
        for editor in app.app.screen.query(QuestionEditor).results(QuestionEditor):
            editor.query_one(TextArea).text = TYPED
        await app.settle()
        check(app, times=3)
        await app.press("ctrl+s", "escape", "escape")
        check(app, app.rows("recent"))
        await app.press("j", "enter")
        check(app, app.page(), times=4)


async def test_a_frames_hint_is_only_text(home: Path) -> None:
    """It stands in an empty answer."""
    async with hosted(home, SIZE) as stage:
        await stage.hosted.do(moves.end)
        await stage.app.show(await stage.app.opening.debrief(stage.hosted.session, door=False))
        answer = Answer(id="x", ask=TYPED)
        editor = QuestionEditor(answer.id, "1", answer.ask, "", hint=TYPED, heading=TYPED)
        await stage.app.app.screen.query_one("#questions").mount(editor, before=0)
        await stage.app.settle()
        check(stage.app, times=3)


async def test_a_search_is_only_text(home: Path) -> None:
    """In the line, in what was found, and where nothing was."""
    await write_entry(home, "x", "2026-11-20", title=TYPED, learned=TYPED)
    async with driven(home, SIZE, "journal") as app:
        check(app, app.rows("rows"))
        await app.press("slash")
        await app.put("[Q1] [@click=app.quit]x[/] \x1b[31m")
        assert app.row_list("rows").keys == ("debrief-x",)
        check(app, app.rows("rows"))
        await app.put(f"{TYPED} heron")
        check(app)
        assert app.row_list("rows").keys == ()


async def test_a_file_of_ones_own_library_is_only_text(home: Path) -> None:
    """A protocol's name and its steps; the name of a file that cannot be read."""
    shipped = (ROOT / "protocols" / "chalk_talk.toml").read_text("utf-8")
    quoted = TYPED.replace("\\", "\\\\")
    quoted = "".join(
        c if ord(c) >= 0x20 and c not in "\x9b" else f"\\u{ord(c):04x}" for c in quoted
    )
    own = re.sub(r'(?m)^(name|purpose) = ".*"$', lambda f: f'{f[1]} = "{quoted}"', shipped)
    (home / "protocols").mkdir()
    (home / "protocols" / "chalk_talk.toml").write_text(own, encoding="utf-8")
    broken = home / "protocols" / f"{TYPED.replace('/', '')}.toml"
    broken.write_text("name = [", encoding="utf-8")
    async with driven(home, SIZE) as app:
        problems = app.panel("problems")
        assert "[x] [Q1] [b] [=] [a=b" in problems and not CONTROLS & set(problems)
        await app.press("l")
        check(app, app.rows("rows"))
        row = next(key for key in app.row_list("rows").keys if "chalk_talk" in key)
        app.row_list("rows").mark(row)
        await app.press("enter")
        check(app, app.page())


@pytest.mark.parametrize("size", [(20, 5), (60, 16), (1, 1)])
async def test_no_width_breaks_a_text_into_something_else(
    home: Path, size: tuple[int, int]
) -> None:
    """Cut or wrapped, in the middle of anything: no crash, no action."""
    async with hosted(home, size, title=TYPED) as stage:
        await stage.hosted.do(moves.capture(TYPED))
        await stage.hosted.do(moves.lead(TYPED))
        await stage.app.press("k")
        assert not CONTROLS & set(stage.app.text().replace("\n", ""))
        if stage.app.app.screen is not stage.screen:  # where it is narrow, notes have a page
            await stage.app.press("escape")
        await stage.app.press("z", "c")
        await stage.app.put(TYPED)
        assert not CONTROLS & set(stage.app.text().replace("\n", ""))
        assert stage.app.app.is_running
