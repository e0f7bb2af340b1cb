"""The house style's colours: calm paper, one accent, light, dark and of high contrast.

The screens use these variables only: $ink, $ink2, $ink3, $rule, $tint, $mark. Text keeps at
least 5.4 : 1 on every surface; $ink3 is for graphics. What is drawn as text has $soft for $ink2,
and style sheets $soft-style beside it: the terminal's own colours have no second ink but a dim one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from textual.app import App, SystemCommand
from textual.theme import Theme


def _theme(name: str, colours: dict[str, str], *, dark: bool) -> Theme:
    ink, paper, mark, tint = (colours[key] for key in ("ink", "paper", "mark", "tint"))
    return Theme(
        name=name,
        primary=mark,
        secondary=mark,
        accent=mark,
        warning=mark,
        error=mark,
        success=mark,
        foreground=ink,
        background=paper,
        surface=paper,
        panel=tint,
        boost=tint,
        dark=dark,
        variables={
            **{key: value for key, value in colours.items() if key != "paper"},
            "soft": colours["ink2"],
            "soft-style": "none",
            "paper": paper,
            "block-cursor-background": tint,
            "block-cursor-foreground": ink,
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": tint,
            "block-cursor-blurred-foreground": ink,
            "block-cursor-blurred-text-style": "none",
            "block-hover-background": tint,
            "input-cursor-background": mark,
            "input-cursor-foreground": paper,
            "input-selection-background": tint,
            "border": mark,
            "border-blurred": colours["rule"],
            "scrollbar": colours["rule"],
            "scrollbar-hover": colours["ink3"],
            "scrollbar-active": colours["ink3"],
            "scrollbar-background": paper,
            "scrollbar-background-hover": paper,
            "scrollbar-background-active": paper,
            "scrollbar-corner-color": paper,
        },
    )


PAPER_LIGHT = _theme(
    "paper-light",
    {
        "paper": "#FAF7EF",
        "ink": "#23211C",
        "ink2": "#655F52",
        "ink3": "#8F8877",
        "rule": "#DCD5C4",
        "tint": "#F1ECDF",
        "mark": "#0F6470",
    },
    dark=False,
)
PAPER_DARK = _theme(
    "paper-dark",
    {
        "paper": "#1A1916",
        "ink": "#ECE7DB",
        "ink2": "#A8A294",
        "ink3": "#767063",
        "rule": "#3A3831",
        "tint": "#252420",
        "mark": "#86C7BE",
    },
    dark=True,
)
CONTRAST_LIGHT = _theme(
    "contrast-light",
    {
        "paper": "#FFFFFF",
        "ink": "#000000",
        "ink2": "#303030",
        "ink3": "#595959",
        "rule": "#767676",
        "tint": "#E2E2E2",
        "mark": "#00474F",
    },
    dark=False,
)
CONTRAST_DARK = _theme(
    "contrast-dark",
    {
        "paper": "#000000",
        "ink": "#FFFFFF",
        "ink2": "#D8D8D8",
        "ink3": "#A6A6A6",
        "rule": "#8C8C8C",
        "tint": "#303030",
        "mark": "#7FF0E2",
    },
    dark=True,
)


def _terminal(name: str, *, dark: bool) -> Theme:
    """The terminal's own colours, which nobody here can know."""
    return Theme(
        name=name,
        ansi=True,
        primary="ansi_cyan",
        secondary="ansi_cyan",
        accent="ansi_cyan",
        warning="ansi_cyan",
        error="ansi_cyan",
        success="ansi_cyan",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        dark=dark,
        variables={
            "ansi-background": "ansi_black" if dark else "ansi_white",
            "ansi-foreground": "ansi_white" if dark else "ansi_black",
            "screen-selection-background": "ansi_bright_black",
            "screen-selection-foreground": "ansi_default",
            "paper": "ansi_default",
            "ink": "ansi_default",
            "ink2": "ansi_default",
            "soft": "ansi_default dim",
            "soft-style": "dim italic",
            "ink3": "ansi_bright_black",
            "rule": "ansi_bright_black",
            "tint": "ansi_default",
            "mark": "ansi_cyan",
            "border": "ansi_cyan",
            "border-blurred": "ansi_bright_black",
            "block-cursor-background": "ansi_default",
            "block-cursor-foreground": "ansi_default",
            "input-cursor-background": "ansi_cyan",
            "input-cursor-foreground": "ansi_default",
            "input-cursor-text-style": "reverse",
            "input-selection-background": "ansi_bright_black",
            "input-selection-foreground": "ansi_default",
            "scrollbar": "ansi_bright_black",
            "scrollbar-hover": "ansi_bright_black",
            "scrollbar-active": "ansi_bright_black",
            "scrollbar-background": "ansi_default",
            "scrollbar-background-hover": "ansi_default",
            "scrollbar-background-active": "ansi_default",
            "scrollbar-corner-color": "ansi_default",
        },
    )


THEMES = (
    PAPER_DARK,
    PAPER_LIGHT,
    CONTRAST_DARK,
    CONTRAST_LIGHT,
    _terminal("terminal-dark", dark=True),
    _terminal("terminal-light", dark=False),
)
DEFAULT = PAPER_DARK.name
OFFERED = tuple(theme.name for theme in THEMES)
TERMINAL = frozenset(theme.name for theme in THEMES if theme.ansi)
"""Those that use the terminal's own colours."""


def in_ink(theme: Theme) -> Theme:
    """A theme for a terminal without colours, where its accent would be fainter than the text."""
    mark, ink = theme.variables["mark"], theme.variables["ink"]
    variables = {key: ink if value == mark else value for key, value in theme.variables.items()}
    return replace(
        theme,
        primary=ink,
        secondary=ink,
        accent=ink,
        warning=ink,
        error=ink,
        success=ink,
        variables=variables,
    )


def use_ours(app: App[Any], wanted: str) -> None:
    """Offer ours, and those that use the terminal's own colours; no others have our variables.

    The one that is wanted is used if it is one of them.
    """
    for theme in THEMES:
        app.register_theme(in_ink(theme) if app.no_color else theme)
    if app.no_color and wanted in TERMINAL:
        wanted = ""  # without colours the terminal's own would all be one
    app.theme = wanted if wanted in OFFERED else DEFAULT
    # Before it runs the application hears of no theme: its filter would paint a terminal's own
    # colours as fixed ones.
    app._refresh_truecolor_filter(app.ansi_theme)
    for name in app.available_themes:
        if name not in OFFERED:
            app.unregister_theme(name)


def palette_commands(app: App[Any]) -> Iterator[SystemCommand]:
    """What the palette offers on every screen: each of the themes by its name, and quitting."""
    for name in OFFERED:
        yield SystemCommand(f"Theme: {name}", "other colours", partial(setattr, app, "theme", name))
    yield SystemCommand("Quit", "leave; everything is kept", app.action_quit)
