"""The rules between the layers hold, and each checker is shown to see what it is there to see."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from tests import architecture_rules as rules
from tests.parsed_files import ROOT, Finding, Source, sources

SCREEN_SIDE = (
    "facilitui/app",
    "facilitui/commands",
    "facilitui/messages",
    "facilitui/opening",
    "facilitui/screens",
    "facilitui/terminal",
    "facilitui/widgets",
)
STORAGE_SIDE = (
    *("facilitui.storage", "tinydb", "filelock", "platformdirs"),
    *("json", "tomllib", "tomlkit", "orjson"),
)
Rule = Callable[[Source], Iterator[Finding]]
BEFORE_HOME = (
    *("facilitui.cli.main", "facilitui.cli.screens", "facilitui.bootstrap"),
    *("facilitui.app.application", "facilitui.opening.screens", "facilitui.terminal.keys"),
    "facilitui.storage.system_clock",
)
"""What is imported before Home is seen."""
MAY_IMPORT_APP = {"facilitui.bootstrap", "facilitui.cli.screens"}


def hold(findings: Iterable[Finding]) -> None:
    listed = "\n".join(sorted({str(finding) for finding in findings}))
    assert not listed, f"broken in:\n{listed}"


def everywhere(rule: Rule, *folders: str, but: Iterable[str] = ()) -> None:
    hold(
        finding
        for source in sources(*folders)
        if source.path not in but
        for finding in rule(source)
    )


def only_core(source: Source) -> Iterator[Finding]:
    own = ".".join(source.module.split(".")[:2])
    return rules.forbidden_imports(source, ["facilitui"], [own, "facilitui.core"])


def storage_side(source: Source) -> Iterator[Finding]:
    return rules.forbidden_imports(source, STORAGE_SIDE)


def screens(source: Source) -> Iterator[Finding]:
    return rules.forbidden_imports(source, ["facilitui.screens"])


def the_application(source: Source) -> Iterator[Finding]:
    if source.module in MAY_IMPORT_APP or source.path.startswith("facilitui/app/"):
        return iter(())
    return rules.forbidden_imports(source, ["facilitui.app"])


def test_the_core_knows_no_machine() -> None:
    """The core imports only pure modules, pydantic and itself, and asks no clock or chance."""
    everywhere(rules.impure_core, "facilitui/core")


@pytest.mark.parametrize("layer", ["core", "services", "storage", "sharing", "reports"])
def test_the_layers_around_the_core_know_only_the_core(layer: str) -> None:
    """Of facilitui, each of these imports nothing but itself and the core."""
    everywhere(only_core, f"facilitui/{layer}")


def test_what_draws_never_reaches_for_stored_things() -> None:
    """Screens, widgets, commands and the application import neither the storage nor a format."""
    everywhere(storage_side, *SCREEN_SIDE)


def test_only_the_storage_opens_files() -> None:
    """Core, services and everything that draws leave opening files to the storage."""
    everywhere(rules.file_access, "facilitui/core", "facilitui/services", *SCREEN_SIDE)


def test_widgets_know_no_screen() -> None:
    """A widget can be put on any screen, because it imports none."""
    everywhere(screens, "facilitui/widgets")


def test_screens_know_no_other_screen() -> None:
    """A screen goes to another by mode name or message, and imports only the dialogs."""
    everywhere(rules.screens_together, "facilitui/screens")


def test_nobody_knows_the_application() -> None:
    """Only bootstrap, the command line and tests import facilitui.app."""
    everywhere(the_application, "facilitui")


def test_no_text_of_a_person_becomes_markup() -> None:
    """Outside text.py, computed text reaches a widget as Content or with markup=False."""
    everywhere(rules.unsafe_text, "facilitui", but=["facilitui/text.py"])


def test_tests_never_wait_for_the_clock() -> None:
    """No test sleeps: it moves the injected clock or waits for a state."""
    everywhere(rules.sleeping, "tests")


def test_files_stay_readable() -> None:
    """No Python file or style sheet, tests included, is longer than 400 lines."""
    files = [
        path
        for folder in ("facilitui", "tests", "benchmarks")
        for ending in ("py", "tcss")
        for path in (ROOT / folder).rglob(f"*.{ending}")
        if ROOT / "tests/vendor" not in path.parents
    ]
    hold(
        finding
        for path in files
        for finding in rules.too_long(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
    )


def test_a_screen_styles_only_itself() -> None:
    """Each screen's style sheet lies beside it, with every rule nested under the screen."""
    hold(
        finding
        for source in sources("facilitui/screens")
        for finding in rules.loose_styles(source, (ROOT / source.path).parent)
    )


def left_loaded(modules: Iterable[str], unwanted: Iterable[str]) -> str:
    """Which of the unwanted packages a fresh interpreter has loaded after these imports."""
    lines = [f"import {module}" for module in modules]
    lines.append(f"import sys; print(*[n for n in {sorted(unwanted)} if n in sys.modules])")
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_core_and_services_load_no_screen_and_no_store() -> None:
    """Importing every module of core and services loads no Textual, Rich, TinyDB and the like."""
    modules = [source.module for source in sources("facilitui/core", "facilitui/services")]
    assert left_loaded(modules, ["textual", "rich", "tinydb", "filelock", "tomlkit"]) == ""


def test_home_is_drawn_before_anything_heavy_is_loaded() -> None:
    """Home's frame waits for no model, store or file format: they load behind it, in a thread."""
    heavy = ["pydantic", "tinydb", "tomlkit", "filelock", "icalendar", "dateutil", "markdown_it"]
    assert left_loaded(BEFORE_HOME, heavy) == ""


def test_home_is_drawn_before_what_it_does_not_show() -> None:
    """No ciphers, no field of many lines, no dialog, search or vocabulary; no overview either."""
    later = ["hashlib", "hmac", "secrets", "textual.widgets._text_area", "facilitui.written_in"]
    later += [f"facilitui.core.{name}" for name in ("overview", "search", "vocabulary")]
    later += ["facilitui.screens.dialogs", "facilitui.widgets.area_field"]
    assert left_loaded(BEFORE_HOME, later) == ""


def no_dataclasses(source: Source) -> Iterator[Finding]:
    return rules.forbidden_imports(source, ["dataclasses"])


def test_messages_to_the_application_are_light() -> None:
    """All are made before Home's frame, and a dataclass takes twenty times as long to make."""
    everywhere(no_dataclasses, "facilitui/messages")


def test_the_command_line_starts_light() -> None:
    """Importing facilitui.cli.main loads neither Textual nor pydantic, so `--version` is quick."""
    assert left_loaded(["facilitui.cli.main"], ["textual", "pydantic"]) == ""


BAD = [
    (rules.impure_core, "core/a.py", "import textual"),
    (rules.impure_core, "core/a.py", "from rich.text import Text"),
    (rules.impure_core, "core/a.py", "def f():\n    import time"),
    (rules.impure_core, "core/a.py", "from os import path"),
    (rules.impure_core, "core/a.py", "import numpy"),
    (rules.impure_core, "core/a.py", "from importlib import import_module\nimport_module('rich')"),
    (rules.impure_core, "core/a.py", "from datetime import datetime\ndatetime.now()"),
    (rules.impure_core, "core/a.py", "import datetime as dt\ndt.date.today()"),
    (rules.impure_core, "core/a.py", "from uuid import uuid4\nf = Field(default_factory=uuid4)"),
    (rules.file_access, "core/a.py", "open('x')"),
    (rules.file_access, "screens/a.py", "path.read_text('utf-8')"),
    (only_core, "core/a.py", "from facilitui.services import hosting"),
    (only_core, "services/a.py", "from facilitui import storage"),
    (only_core, "storage/a.py", "from ..reports.page import write"),
    (only_core, "reports/a.py", "from facilitui.text import plain"),
    (storage_side, "screens/a.py", "import json"),
    (storage_side, "widgets/a.py", "from facilitui.storage.paths import home"),
    (storage_side, "app.py", "from tinydb import TinyDB"),
    (screens, "widgets/a.py", "from ..screens import live"),
    (no_dataclasses, "messages/a.py", "from dataclasses import dataclass"),
    (rules.screens_together, "screens/a.py", "from facilitui.screens.b import B"),
    (rules.screens_together, "screens/a.py", "from . import b"),
    (rules.screens_together, "screens/dialogs/a.py", "from facilitui.screens.b import B"),
    (rules.screens_together, "screens/__init__.py", "from .b import B"),
    (the_application, "screens/a.py", "from facilitui import app"),
    (the_application, "__init__.py", "from .app import FacilituiApp"),
    (rules.unsafe_text, "app.py", "self.notify('hello')"),
    (rules.unsafe_text, "app.py", "self.notify(words, markup=True)"),
    (rules.unsafe_text, "app.py", "Static(words)"),
    (rules.unsafe_text, "app.py", "Static(f'{words}')"),
    (rules.unsafe_text, "app.py", "Label('Norm: ' + words)"),
    (rules.unsafe_text, "app.py", "Label(content=self.plan.title)"),
    (rules.unsafe_text, "app.py", "Label(make(words))"),
    (rules.unsafe_text, "app.py", "Button(f'Open {words}')"),
    (rules.unsafe_text, "app.py", "Collapsible(body, title='About %s' % words)"),
    (rules.unsafe_text, "app.py", "Content.from_markup(f'[b]{words}[/b]')"),
    (rules.unsafe_text, "app.py", "label.update(f'[b]{words}[/b]')"),
    (rules.unsafe_text, "app.py", "label.update('[b]{}[/b]'.format(words))"),
    (rules.unsafe_text, "app.py", "self.border_title = f'About {words}'"),
    (rules.sleeping, "test_a.py", "import time\ntime.sleep(0.1)"),
    (rules.sleeping, "test_a.py", "from time import sleep\nsleep(n)"),
    (rules.sleeping, "test_a.py", "import asyncio\nasync def f():\n    await asyncio.sleep(1)"),
    (rules.sleeping, "test_a.py", "async def f(pilot):\n    await pilot.pause(2.5)"),
]
GOOD = [
    (rules.impure_core, "core/a.py", "import hashlib, json, math\nfrom pydantic import Field"),
    (
        rules.impure_core,
        "core/a.py",
        "from datetime import UTC, datetime\nx: datetime\nclock.now()",
    ),
    (
        only_core,
        "services/a.py",
        "from facilitui.core.plans.plan import Plan\nfrom . import hosting",
    ),
    (screens, "widgets/a.py", "from facilitui.widgets.clock import StepClock"),
    (rules.screens_together, "screens/a.py", "from facilitui.screens.dialogs.ask import Ask"),
    (rules.screens_together, "screens/dialogs/a.py", "from .ask import Ask"),
    (the_application, "cli/screens.py", "from facilitui.app.application import FacilituiApp"),
    (rules.file_access, "screens/a.py", "self.dialog.open()"),
    (rules.unsafe_text, "app.py", "Static(words, markup=False)\nStatic('[b]Plan[/b]')\nStatic()"),
    (rules.unsafe_text, "app.py", "Static(Content.assemble(('Norm: ', 'bold'), words))"),
    (rules.unsafe_text, "app.py", "from facilitui.text import plain\nLabel(plain(words), id='a')"),
    (rules.unsafe_text, "app.py", "from facilitui import text\nLabel(text.plain(words))"),
    (rules.unsafe_text, "app.py", "self.notify(words, title='Saved', markup=False)"),
    (rules.unsafe_text, "app.py", "self.digits.update(f'{minutes:02}:{seconds:02}')"),
    (rules.unsafe_text, "app.py", "Content.from_markup('[b]$name[/b]', name=words)"),
    (rules.unsafe_text, "app.py", "condition.notify()\nseen.update({'[x]': 1})"),
    (rules.sleeping, "test_a.py", "import asyncio\nasync def f():\n    await asyncio.sleep(0)"),
]


@pytest.mark.parametrize(("rule", "path", "code"), BAD)
def test_a_checker_sees_what_breaks_its_rule(rule: Rule, path: str, code: str) -> None:
    """A bad snippet gives findings that name its file and a line of it."""
    found = [str(finding) for finding in rule(Source(f"facilitui/{path}", code))]
    assert found
    assert all(text.startswith(f"facilitui/{path}:") for text in found)


@pytest.mark.parametrize(("rule", "path", "code"), GOOD)
def test_a_checker_lets_good_code_be(rule: Rule, path: str, code: str) -> None:
    """What the rules allow gives no finding."""
    assert [str(finding) for finding in rule(Source(f"facilitui/{path}", code))] == []


def test_the_length_checker_counts() -> None:
    """400 lines pass; 401 do not."""
    assert list(rules.too_long("a.py", "x\n" * 400)) == []
    assert [str(finding) for finding in rules.too_long("a.py", "x\n" * 401)] == [
        "a.py:401: 401 lines; at most 400"
    ]


def test_the_style_checker_sees_rules_outside_the_screen() -> None:
    """Only selectors that begin with the screen's own name pass, and the line is right."""
    sheet = """/* LiveScreen { } */
$gap: 1;
LiveScreen { #clock { color: $text; } &.-running { #clock { color: $accent; } } }
LiveScreen.-narrow, #stray {
    height: 1;
}
LiveScreenOther { height: 1; }
"""
    assert [str(finding) for finding in rules.loose_rules("live.tcss", sheet, "LiveScreen")] == [
        "live.tcss:4: #stray is not within LiveScreen",
        "live.tcss:7: LiveScreenOther is not within LiveScreen",
    ]


def test_the_style_checker_misses_no_sheet(tmp_path: Path) -> None:
    """A style sheet that is named but not there is found; one that is there is read."""
    code = "class LiveScreen(Screen[None]):\n    CSS_PATH = 'live.tcss'\n"
    source = Source("facilitui/screens/live.py", code)
    assert [str(finding) for finding in rules.loose_styles(source, tmp_path)] == [
        "facilitui/screens/live.py:1: live.tcss is not beside the screen"
    ]
    (tmp_path / "live.tcss").write_text("Screen { color: red; }")
    assert [str(finding) for finding in rules.loose_styles(source, tmp_path)] == [
        "facilitui/screens/live.tcss:1: Screen is not within LiveScreen"
    ]


def test_the_import_checker_sees_what_is_loaded() -> None:
    """A package loaded on the way, however deep, is named."""
    assert left_loaded(["tomlkit"], ["textual", "tomlkit"]) == "tomlkit"
