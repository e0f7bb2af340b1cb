"""The terminal's own title, which Textual does not set: PRIVATE while a host's screen is open."""

from __future__ import annotations

from textual.app import App

from facilitui.core import safe_text

_SET = "\x1b]2;{}\x07"
_PUSH, _POP = "\x1b[22;2t", "\x1b[23;2t"


def keep_title(app: App[object]) -> None:
    """Have the terminal remember the title it has."""
    _write(app, _PUSH)


def set_title(app: App[object], title: str) -> None:
    """Show a title; nothing in it can reach the terminal as a control."""
    _write(app, _SET.format(safe_text.line(title)))


def give_title_back(app: App[object]) -> None:
    """Show the title the terminal had before."""
    _write(app, _SET.format("") + _POP)


def _write(app: App[object], text: str) -> None:
    driver = app._driver
    if driver is not None and not app.is_headless:
        driver.write(text)
